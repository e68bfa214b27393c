// Package output writes what the command line prints: nothing in it steers a
// terminal, and what could not be written is told of.
package output

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/platform"
)

// Visible writes what a person reads: characters that steer a terminal instead
// of showing are written as escapes, so that no title moves the cursor, changes
// the window or hides a line. Tabs and line feeds stay.
type Visible struct{ io.Writer }

// Write tells len(p) where all of it was written.
func (v Visible) Write(p []byte) (int, error) {
	if _, err := io.WriteString(v.Writer, harmless(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// steers tells whether a character steers: C0, DEL and C1, which begin control
// sequences, and the marks that turn the direction of what follows.
func steers(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) ||
		r == '\u2028' || r == '\u2029'
}

// harmless returns text with what steers as \u escapes and bytes that are no UTF-8 as
// \x ones. A line end of two characters becomes a line feed where anything has to
// change.
func harmless(text string) string {
	if utf8.ValidString(text) && strings.IndexFunc(text, steers) < 0 {
		return text
	}
	var b strings.Builder
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, text[0])
		case steers(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(text[:size])
		}
		text = text[size:]
	}
	return b.String()
}

// Escaping writes JSON, whose strings it leaves equal: what steers a terminal and
// JSON itself leaves as it is becomes an escape.
type Escaping struct{ io.Writer }

// Write tells len(p) where all of it was written.
func (e Escaping) Write(p []byte) (int, error) {
	text := strings.TrimSuffix(string(p), "\n")
	if _, err := io.WriteString(e.Writer, harmless(text)+string(p[len(text):])); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Telling gives the errors of a writer as faults, so that a full disk ends with the
// same code whether the journal or the output is on it. It keeps the first: a line
// that could not be printed is told of even where nobody asked how it went. It is not
// safe for concurrent use.
type Telling struct {
	io.Writer
	Failed error // the first
}

// Write gives the kinds of platform.Fault.
func (t *Telling) Write(p []byte) (int, error) {
	n, err := t.Writer.Write(p)
	err = platform.Fault("write output", err)
	t.Failed = cmp.Or(t.Failed, err)
	return n, err
}
