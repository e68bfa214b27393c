package call

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/internal/app"
	"aftershift/internal/charset"
	"aftershift/internal/fault"
)

// Refused returns a complaint: the keys of what to do next and of what happened.
func (c *Call) Refused(code int, next, what string, args ...any) error {
	return Complaint{code, c.Words.T(what, args...), c.Words.T(next)}
}

// Instead returns a complaint for err where it is of that kind, with the keys of what to
// do next and of what happened; other trouble stays as it is.
func (c *Call) Instead(err error, kind fault.Kind, next, what string) error {
	if err != nil && fault.KindOf(err) == kind {
		return c.Refused(exits[kind], next, what)
	}
	return err
}

// Folder refuses a folder that isn't there; the flag named it.
func (c *Call) Folder(path, flag string) error {
	if info, err := os.Stat(path); os.IsNotExist(err) || err == nil && !info.IsDir() {
		return c.Refused(ExitNotFound, "cli.hint.folder", "cli.refused.folder", flag)
	}
	return nil
}

// Exists refuses a file that isn't there.
func (c *Call) Exists(path File) error {
	if _, err := os.Stat(string(path)); os.IsNotExist(err) {
		return c.Refused(ExitNotFound, "cli.hint.file", "cli.refused.file")
	}
	return nil
}

// OpenFile opens a file to be read, which the flag named.
func (c *Call) OpenFile(path File, flag string) (*os.File, error) {
	f, err := os.Open(string(path))
	switch {
	case os.IsNotExist(err):
		return nil, c.Refused(ExitNotFound, "cli.hint.file.flag", "cli.refused.file.flag", flag)
	case err != nil:
		return nil, c.Refused(ExitSystem, "cli.hint.permission", "cli.refused.unreadable", flag)
	}
	return f, nil
}

// InTheWay says that a file stands where a journal was to be made; other trouble
// stays as it is.
func (c *Call) InTheWay(err error) error {
	return c.Instead(err, fault.Conflict, "cli.hint.exists", "cli.error.exists")
}

// Unread says why something could not be read: source is the key of its name.
func (c *Call) Unread(err error, source string) error {
	name := c.Words.T(source)
	var at charset.Place
	switch {
	case err == nil:
		return nil
	case errors.As(err, &at):
		return c.Refused(ExitInvalid, "cli.hint.text", "cli.refused.text", name, at.Byte, at.Line)
	case errors.Is(err, charset.ErrLong), errors.Is(err, bufio.ErrTooLong):
		return c.Refused(ExitInvalid, "cli.hint.long", "cli.refused.long", name)
	}
	return fmt.Errorf("read input: %w", err)
}

// namedMost bounds how much of a field's name is said.
const namedMost = 60

// Unfit says in words what doesn't fit: where is standing for the source or the
// line, hint is the key of what to do.
func (c *Call) Unfit(err error, where, hint string) error {
	var m exact.Misfit
	if !errors.As(err, &m) {
		m = exact.Misfit{Key: "cli.json.type"}
	}
	if m.At == "" {
		return c.Refused(ExitInvalid, hint, "cli.json.whole", where)
	}
	at := []rune(m.At)
	return c.Refused(ExitInvalid, hint, m.Key, where, string(at[:min(len(at), namedMost)]))
}

// Explained returns a complaint for what is malformed: where, and why.
func (c *Call) Explained(d *app.Desk, err error, next string) error {
	if said := d.Explain(err); len(said) > 0 {
		return c.Malformed(strings.Join(said, "; "), next)
	}
	return err
}

// Malformed returns a complaint that says where and why in the words of said; next is
// the key of what to do.
func (c *Call) Malformed(said, next string) error {
	return Complaint{ExitInvalid, said, c.Words.T(next)}
}
