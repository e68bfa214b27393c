package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"

	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/internal/charset"
	"aftershift/internal/fault"
)

// refused returns a complaint: the keys of what to do next and of what happened.
func (p program) refused(code int, next, what string, args ...any) error {
	return complaint{code, p.words.T(what, args...), p.words.T(next)}
}

// folder refuses a folder that isn't there; the flag named it.
func (c *call) folder(path, flag string) error {
	if info, err := os.Stat(path); os.IsNotExist(err) || err == nil && !info.IsDir() {
		return c.refused(exitNotFound, "cli.hint.folder", "cli.refused.folder", flag)
	}
	return nil
}

// file refuses a file that isn't there.
func (c *call) file(path file) error {
	if _, err := os.Stat(string(path)); os.IsNotExist(err) {
		return c.refused(exitNotFound, "cli.hint.file", "cli.refused.file")
	}
	return nil
}

// open opens a file to be read, which the flag named.
func (c *call) open(path file, flag string) (*os.File, error) {
	f, err := os.Open(string(path))
	switch {
	case os.IsNotExist(err):
		return nil, c.refused(exitNotFound, "cli.hint.file.flag", "cli.refused.file.flag", flag)
	case err != nil:
		return nil, c.refused(exitSystem, "cli.hint.permission", "cli.refused.unreadable", flag)
	}
	return f, nil
}

// inTheWay says that a file stands where a journal was to be made; other trouble
// stays as it is.
func (c *call) inTheWay(err error) error {
	if fault.KindOf(err) == fault.Conflict {
		return c.refused(exitConflict, "cli.hint.exists", "cli.error.exists")
	}
	return err
}

// unread says why something could not be read: source is the key of its name.
func (p program) unread(err error, source string) error {
	name := p.words.T(source)
	var at charset.Place
	switch {
	case err == nil:
		return nil
	case errors.As(err, &at):
		return p.refused(exitInvalid, "cli.hint.text", "cli.refused.text", name, at.Byte, at.Line)
	case errors.Is(err, charset.ErrLong), errors.Is(err, bufio.ErrTooLong):
		return p.refused(exitInvalid, "cli.hint.long", "cli.refused.long", name)
	}
	return fmt.Errorf("read input: %w", err)
}

// namedMost bounds how much of a field's name is said.
const namedMost = 60

// unfit says in words what doesn't fit: where is standing for the source or the
// line, hint is the key of what to do.
func (c *call) unfit(err error, where, hint string) error {
	var m exact.Misfit
	if !errors.As(err, &m) {
		m = exact.Misfit{Key: "cli.json.type"}
	}
	if m.At == "" {
		return c.refused(exitInvalid, hint, "cli.json.whole", where)
	}
	at := []rune(m.At)
	return c.refused(exitInvalid, hint, m.Key, where, string(at[:min(len(at), namedMost)]))
}
