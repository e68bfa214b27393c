// Package charset turns bytes from outside into text: the one place where a
// file, standard input or an argument becomes words.
//
// Text is UTF-8, with or without a byte order mark, or UTF-16 with one. All else
// (UTF-16 without a mark, Windows-1252, a picture) is refused with the place of
// the first byte that doesn't fit, because half-understood text can't be
// masked, found or read again.
package charset

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"aftershift/internal/fault"
)

// controls are the control characters that a text may hold; file(1) draws the
// same line. UTF-16 without a byte order mark nearly always holds others.
const controls = "\a\b\t\n\v\f\r\x1b"

// ErrLong is the fault.Invalid of ReadAll for what is longer than it may be.
var ErrLong = fault.New(fault.Invalid, "read text: too long")

// Place is the error for a byte that is no text: where it is, both counted from
// 1, in the bytes as they were read. It comes wrapped as fault.Invalid.
type Place struct{ Byte, Line int64 }

// Error names the place and nothing of the content.
func (p Place) Error() string { return fmt.Sprintf("not UTF-8 at byte %d, line %d", p.Byte, p.Line) }

// ReadAll reads r to its end as text without its byte order mark. It returns
// ErrLong for more than limit bytes, fault.Invalid with a Place for a byte that
// doesn't fit, and errors of r as they are.
func ReadAll(r io.Reader, limit int64) (string, error) {
	bounded := &io.LimitedReader{R: r, N: limit + 1}
	text, err := io.ReadAll(NewReader(bounded))
	switch {
	case bounded.N == 0:
		return "", ErrLong
	case err != nil:
		return "", err
	}
	return string(text), nil
}

// Check returns fault.Invalid with a Place where text, which came whole from the
// system, is none.
func Check(text string) error {
	_, err := io.Copy(io.Discard, &Reader{in: bufio.NewReader(strings.NewReader(text)), at: Place{1, 1}})
	return err
}

// Reader reads text as UTF-8 without its byte order mark. It passes on what has
// arrived and doesn't wait for more, so that lines can be answered one by one.
type Reader struct {
	in   *bufio.Reader
	next func() (rune, int, error) // a character and its bytes; one byte of utf8.RuneError is no text
	at   Place                     // of the next character
	rest []byte                    // decoded, not yet read
	err  error
}

// NewReader returns a Reader of r.
func NewReader(r io.Reader) *Reader { return &Reader{in: bufio.NewReader(r)} }

// Read returns fault.Invalid with a Place at the first byte that is no text,
// after all text before it.
func (r *Reader) Read(p []byte) (int, error) {
	for len(r.rest) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		r.decode()
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// decode decodes what is buffered, and at least one character.
func (r *Reader) decode() {
	if r.next == nil {
		r.begin()
	}
	for out := r.rest[:0]; ; {
		c, size, err := r.next()
		switch {
		case err != nil:
			r.err = err
		case size == 1 && c == utf8.RuneError, c < ' ' && !strings.ContainsRune(controls, c):
			r.err = fault.As(fault.Invalid, "read text", r.at)
		default:
			out = utf8.AppendRune(out, c)
			r.at.Byte += int64(size)
			if c == '\n' {
				r.at.Line++
			}
		}
		if r.rest = out; r.err != nil || r.in.Buffered() < utf8.UTFMax {
			return
		}
	}
}

// begin takes the byte order mark away and knows by it how to go on.
func (r *Reader) begin() {
	r.next = r.in.ReadRune
	if r.at != (Place{}) {
		return
	}
	r.at = Place{1, 1}
	start, _ := r.in.Peek(3) // an error comes again with the first character
	switch {
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		r.skip(3)
	case bytes.HasPrefix(start, []byte("\xff\xfe")):
		r.next = func() (rune, int, error) { return r.wide(binary.LittleEndian) }
		r.skip(2)
	case bytes.HasPrefix(start, []byte("\xfe\xff")):
		r.next = func() (rune, int, error) { return r.wide(binary.BigEndian) }
		r.skip(2)
	}
}

func (r *Reader) skip(n int) {
	_, _ = r.in.Discard(n) // they are in the buffer
	r.at.Byte += int64(n)
}

// wide reads a character of UTF-16.
func (r *Reader) wide(order binary.ByteOrder) (rune, int, error) {
	c, size := utf8.RuneError, 1
	raw, err := r.in.Peek(2)
	if len(raw) == 2 {
		c, size = rune(order.Uint16(raw)), 2
	}
	if utf16.IsSurrogate(c) {
		if raw, err = r.in.Peek(4); len(raw) == 4 {
			c = utf16.DecodeRune(c, rune(order.Uint16(raw[2:])))
		}
		if size = len(raw); size < 4 || c == utf8.RuneError {
			c, size = utf8.RuneError, 1
		}
	}
	if len(raw) == 0 || err != nil && err != io.EOF {
		return 0, 0, err
	}
	_, _ = r.in.Discard(size) // they are in the buffer
	return c, size, nil
}
