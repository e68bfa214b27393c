package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"aftershift/internal/charset"
)

// Bounds of what is read, in bytes.
const (
	maxInput  = 64 << 20 // standard input as one text: the largest entry, as JSON
	maxLine   = 64 << 20 // a line of --jsonl and of a register
	maxSecret = 1 << 16  // a passphrase file
)

// input reads standard input to its end.
func (c *call) input() (string, error) {
	text, err := charset.ReadAll(c.in, maxInput)
	return text, c.unread(err, "cli.input.stdin")
}

// text returns an argument, or standard input for "-".
func (c *call) text(argument string) (string, error) {
	if argument != "-" {
		return argument, nil
	}
	text, err := c.input()
	return strings.TrimSpace(text), err
}

// secretIn returns the first line of a file.
func (c *call) secretIn(file string) (string, error) {
	text, err := c.secretText(file)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// eachLine calls fn with every line of r, and returns its first error. A line
// that isn't text is not handed on, nor is what comes after it.
func (c *call) eachLine(r io.Reader, source string, fn func([]byte) error) error {
	text := &failing{Reader: charset.NewReader(r)}
	lines := bufio.NewScanner(text)
	lines.Buffer(nil, maxLine)
	lines.Split(func(data []byte, atEnd bool) (int, []byte, error) {
		if atEnd && text.failed && !bytes.Contains(data, []byte("\n")) {
			return 0, nil, nil
		}
		return bufio.ScanLines(data, atEnd)
	})
	for lines.Scan() {
		if err := fn(lines.Bytes()); err != nil {
			return err
		}
	}
	return c.unread(lines.Err(), source)
}

// failing remembers whether reading ended before the end.
type failing struct {
	io.Reader
	failed bool
}

func (f *failing) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	f.failed = err != nil && err != io.EOF
	return n, err
}

// folder refuses a folder that isn't there; the flag named it.
func (c *call) folder(path, flag string) error {
	if info, err := os.Stat(path); os.IsNotExist(err) || err == nil && !info.IsDir() {
		return missing{refused{c.words.T("cli.refused.folder", flag), c.words.T("cli.hint.folder")}}
	}
	return nil
}

// file refuses a file that isn't there.
func (c *call) file(path string) error {
	if _, err := os.Stat(path); os.IsNotExist(err) {
		return missing{refused{c.words.T("cli.refused.file"), c.words.T("cli.hint.file")}}
	}
	return nil
}

// unread says why something could not be read: source is the key of its name.
func (c *call) unread(err error, source string) error {
	name := c.words.T(source)
	var at charset.Place
	switch {
	case err == nil:
		return nil
	case errors.As(err, &at):
		return refused{c.words.T("cli.refused.text", name, at.Byte, at.Line), c.words.T("cli.hint.text")}
	case errors.Is(err, charset.ErrLong), errors.Is(err, bufio.ErrTooLong):
		return usage{c.words.T("cli.usage.long", name)}
	}
	return fmt.Errorf("read input: %w", err)
}

// paths are the flags and commands that name files: the system, not this
// program, says what a name may hold.
var (
	pathFlags = []string{"journal", "passphrase-file", "new-passphrase-file", "register", "out", "to"}
	pathArgs  = []string{"restore", "salvage"}
)

// typed refuses arguments that aren't text.
func (c *call) typed(set *flag.FlagSet) (wrong error) {
	set.Visit(func(f *flag.Flag) {
		if err := charset.Check(f.Value.String()); err != nil && !slices.Contains(pathFlags, f.Name) {
			wrong = c.unread(err, "cli.input.argument")
		}
	})
	for _, argument := range c.args {
		if err := charset.Check(argument); err != nil && !slices.Contains(pathArgs, c.command.name) {
			wrong = c.unread(err, "cli.input.argument")
		}
	}
	return wrong
}
