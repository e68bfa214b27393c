package main

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"

	"golang.org/x/term"

	"aftershift/internal/app"
	"aftershift/internal/charset"
)

// passphrase gives the first line of the passphrase file, or asks.
func (c *call) passphrase() (string, error) {
	if named := c.common.PassphraseFile; named != "" {
		return c.secretIn(named, "passphrase-file")
	}
	if named := c.getenv(passphraseVariable); named != "" {
		return c.secretIn(file(named), "passphrase-file")
	}
	return c.asked("cli.ask.passphrase")
}

// passphraseVariable is the environment variable that names the passphrase file.
const passphraseVariable = "AFTERSHIFT_PASSPHRASE_FILE"

// newPassphrase is passphrase, asked twice.
func (c *call) newPassphrase() (string, error) {
	chosen, err := c.passphrase()
	if err != nil || c.common.PassphraseFile != "" || c.getenv(passphraseVariable) != "" {
		return chosen, err
	}
	again, err := c.asked("cli.ask.again")
	if err == nil && again != chosen {
		err = c.refused(exitUsage, "cli.hint.differ", "cli.usage.differ")
	}
	return chosen, err
}

func (c *call) asked(question string) (string, error) {
	answer, err := c.ask(c.complain, c.words.T(question))
	if err != nil {
		return "", c.refused(exitUsage, "cli.hint.terminal", "cli.usage.terminal")
	}
	if err := charset.Check(answer); err != nil {
		return "", c.unread(err, "cli.input.typed")
	}
	return answer, nil
}

// askOnTerminal asks without echo, on the terminal itself: standard input may
// carry an entry.
func askOnTerminal(prompt io.Writer, question string) (string, error) {
	device := "/dev/tty"
	if runtime.GOOS == "windows" {
		device = "CONIN$"
	}
	terminal, err := os.OpenFile(device, os.O_RDWR, 0)
	if err != nil {
		return "", err
	}
	defer terminal.Close()
	defer restoreOnInterrupt(int(terminal.Fd()))()
	fmt.Fprint(prompt, question)
	defer fmt.Fprintln(prompt)
	typed, err := term.ReadPassword(int(terminal.Fd()))
	return string(typed), err
}

// onTerminal tells whether what is written to w is shown on a terminal.
func onTerminal(w io.Writer) bool {
	f, is := w.(*os.File)
	return is && term.IsTerminal(int(f.Fd()))
}

// restoreOnInterrupt keeps a terminal from staying without echo when the
// question is answered with Ctrl+C.
func restoreOnInterrupt(terminal int) (stop func()) {
	state, err := term.GetState(terminal)
	if err != nil {
		return func() {}
	}
	interrupted, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(interrupted, os.Interrupt)
	app.Go(func() {
		select {
		case <-interrupted:
			_ = term.Restore(terminal, state) // the program ends either way
			os.Exit(exitFailed)
		case <-done:
		}
	})
	return func() { signal.Stop(interrupted); close(done) }
}
