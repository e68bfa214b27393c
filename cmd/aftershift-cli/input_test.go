package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/sharing"
	"aftershift/internal/app"
)

// bare are encodings that nothing in the bytes tells.
var bare = map[string]encoding.Encoding{
	"UTF-16LE":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"UTF-16BE":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"Windows-1252": charmap.Windows1252,
}

// marked are those with a byte order mark.
var marked = map[string]encoding.Encoding{
	"UTF-8":    unicode.UTF8BOM,
	"UTF-16LE": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"UTF-16BE": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
}

// ways are all the ways in which a command reads: each takes bytes and says
// what it made of them.
func ways(t *testing.T) map[string]func([]byte) (string, error) {
	t.Helper()
	c := func(raw []byte) *call.Call {
		one := newCall(t)
		one.In = bytes.NewReader(raw)
		return one
	}
	holding := func(raw []byte) call.File {
		path := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		return call.File(path)
	}
	return map[string]func([]byte) (string, error){
		"standard input": func(raw []byte) (string, error) { return c(raw).Input() },
		"a text":         func(raw []byte) (string, error) { return c(raw).Text("-") },
		"a secret":       func(raw []byte) (string, error) { return c(nil).SecretIn(holding(raw), "passphrase-file") },
		"lines": func(raw []byte) (all string, err error) {
			err = c(nil).EachLine(bytes.NewReader(raw), "cli.input.stdin", func(line []byte) error { all += string(line); return nil })
			return all, err
		},
		"a register": func(raw []byte) (string, error) {
			people, err := sharing.Register(c(nil), holding(raw))
			if err != nil || len(people) != 1 {
				return "", err
			}
			return people[0].Forms[0], nil
		},
		"the terminal": func(raw []byte) (string, error) {
			one := c(nil)
			one.Ask = func(io.Writer, string) (string, error) { return string(raw), nil }
			return one.Asked("cli.ask.passphrase")
		},
	}
}

// Every reader takes text with a mark as what it is, and refuses the same text
// in an encoding that it can't know, wherever the first byte is that tells.
func TestReaders_UTF8_or_refused(t *testing.T) {
	trials := 0
	letters := strings.Split("It was a long day in the office", "")
	for name, read := range ways(t) {
		for at := range letters {
			text := strings.Join(letters[:at], "") + "é" + strings.Join(letters[at:], "")
			for as, e := range bare {
				raw, err := e.NewEncoder().Bytes([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				got, err := read(raw)
				var no call.Complaint
				if !errors.As(err, &no) || name != "lines" && got != "" {
					t.Errorf("%s in %s: %q %v", name, as, got, err)
				}
				if want := fmt.Sprintf("byte %d,", at+1); as == "Windows-1252" && err != nil && !strings.Contains(no.Error(), want) {
					t.Errorf("%s in %s: %v, want %s", name, as, err, want)
				}
				trials++
			}
			for as, e := range marked {
				raw, err := e.NewEncoder().Bytes([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				if name == "the terminal" {
					continue // it gives letters, not a file
				}
				if got, err := read(raw); err != nil || got != text {
					t.Errorf("%s in %s with a mark: %q %v", name, as, got, err)
				}
				trials++
			}
		}
	}
	t.Attr("trials", fmt.Sprint(trials, " texts in six encodings, by every way in which a command reads"))
}

// A line whose end is no text is not handed on as if it ended there.
func TestEachLine_hands_on_no_half_line(t *testing.T) {
	c := newCall(t)
	var lines []string
	err := c.EachLine(strings.NewReader("one\n{\"half\":1}\xe9\nthree\n"), "cli.input.stdin", func(line []byte) error {
		lines = append(lines, string(line))
		return nil
	})
	var no call.Complaint
	if len(lines) != 1 || !errors.As(err, &no) || !strings.Contains(no.Error(), "byte 15, on line 2") {
		t.Errorf("%q %v", lines, err)
	}
}

func TestInput_has_bounds(t *testing.T) {
	c := newCall(t)
	path := filepath.Join(t.TempDir(), "long")
	if err := os.WriteFile(path, bytes.Repeat([]byte("a"), 1<<16+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := c.SecretIn(call.File(path), "passphrase-file"); !errors.As(err, new(call.Complaint)) {
		t.Errorf("a long passphrase file: %v", err)
	}
}

// Nothing of a text that is refused comes out.
func TestRedact_lets_nothing_through_that_it_cannot_read(t *testing.T) {
	for as, e := range bare {
		raw, err := e.NewEncoder().String("Kayden Mottram’s aunt rang.")
		if err != nil {
			t.Fatal(err)
		}
		p, out, complaints := newProgram(t)
		p.In = strings.NewReader(raw)
		if code := p.run(context.Background(), app.Config{Now: time.Now}, []string{"redact"}); code != call.ExitInvalid || out.Len() > 0 {
			t.Errorf("%s: code %d, %d bytes printed", as, code, out.Len())
		}
		if strings.Contains(complaints.String(), "Kayden") {
			t.Errorf("%s: the complaint holds content", as)
		}
	}
}
