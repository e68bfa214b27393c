package call

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"aftershift/internal/charset"
)

// Bounds of what is read, in bytes.
const (
	maxInput  = 64 << 20 // standard input as one text: the largest entry, as JSON
	maxLine   = 64 << 20 // a line of --jsonl and of a register
	maxSecret = 1 << 16  // a passphrase file
)

// Input reads standard input to its end.
func (c *Call) Input() (string, error) {
	text, err := charset.ReadAll(c.In, maxInput)
	return text, c.Unread(err, "cli.input.stdin")
}

// Text returns an argument, or standard input for "-".
func (c *Call) Text(argument string) (string, error) {
	if argument != "-" {
		return argument, nil
	}
	text, err := c.Input()
	return strings.TrimSpace(text), err
}

// SecretIn returns the first line of a file, named by the flag.
func (c *Call) SecretIn(named File, flag string) (string, error) {
	text, err := c.secretText(named, flag)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// EachLine calls fn with every line of r, and returns its first error. A line
// that isn't text is not handed on, nor is what comes after it.
func (c *Call) EachLine(r io.Reader, source string, fn func([]byte) error) error {
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
	return c.Unread(lines.Err(), source)
}

// LinesOf calls fn with the number and the bytes of every line of a file that the flag
// named, as EachLine does; never for "".
func (c *Call) LinesOf(path File, flag, source string, fn func(number int, line []byte) error) error {
	if path == "" {
		return nil
	}
	f, err := c.OpenFile(path, flag)
	if err != nil {
		return err
	}
	defer f.Close()
	number := 0
	return c.EachLine(f, source, func(line []byte) error {
		number++
		return fn(number, line)
	})
}

// failing remembers whether reading ended before the end.
type failing struct {
	io.Reader
	failed bool
}

// Read passes every error on; the end of what is read is none to remember.
func (f *failing) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	f.failed = err != nil && err != io.EOF
	return n, err
}

// Contents reads a file that is named, whole.
func (c *Call) Contents(path File) ([]byte, error) {
	f, err := c.OpenFile(path, "file")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxInput))
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	return raw, nil
}
