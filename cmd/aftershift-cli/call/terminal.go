package call

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"

	"golang.org/x/term"

	"aftershift/internal/app"
)

// AskOnTerminal asks without echo, on the terminal itself: standard input may
// carry an entry.
func AskOnTerminal(prompt io.Writer, question string) (string, error) {
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

// OnTerminal reports whether what is written to w is shown on a terminal.
func OnTerminal(w io.Writer) bool {
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
			os.Exit(ExitFailed)
		case <-done:
		}
	})
	return func() { signal.Stop(interrupted); close(done) }
}
