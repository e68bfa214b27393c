package text

import (
	"bytes"
	"strings"
)

// buffer is a text with a gap where it was last changed, so that the next change
// beside it moves nothing.
type buffer struct {
	data     []byte
	gap, end int // data[gap:end] is the gap
}

func newBuffer(text string) *buffer {
	return &buffer{data: []byte(text), gap: len(text), end: len(text)}
}

func (b *buffer) len() int { return len(b.data) - (b.end - b.gap) }

func (b *buffer) at(i int) byte {
	if i >= b.gap {
		i += b.end - b.gap
	}
	return b.data[i]
}

// replace puts s in the place of the bytes from..to.
func (b *buffer) replace(from, to int, s string) {
	b.moveGap(from)
	b.end += to - from
	if b.end-b.gap < len(s) {
		b.grow(len(s))
	}
	b.gap += copy(b.data[b.gap:], s)
}

func (b *buffer) moveGap(to int) {
	switch {
	case to < b.gap:
		n := b.gap - to
		copy(b.data[b.end-n:b.end], b.data[to:b.gap])
		b.gap, b.end = to, b.end-n
	case to > b.gap:
		n := to - b.gap
		copy(b.data[b.gap:], b.data[b.end:b.end+n])
		b.gap, b.end = to, b.end+n
	}
}

// grow makes the gap hold n bytes and a good part of the text's length more.
func (b *buffer) grow(n int) {
	room := n + 64 + b.len()/4
	data := make([]byte, b.len()+room)
	copy(data, b.data[:b.gap])
	copy(data[b.gap+room:], b.data[b.end:])
	b.data, b.end = data, b.gap+room
}

// view returns the bytes from..to, to be read until the next change. Where the
// gap lies between them they are copied into scratch.
func (b *buffer) view(from, to int, scratch *[]byte) []byte {
	switch {
	case to <= b.gap:
		return b.data[from:to]
	case from >= b.gap:
		d := b.end - b.gap
		return b.data[from+d : to+d]
	}
	*scratch = append(append((*scratch)[:0], b.data[from:b.gap]...), b.data[b.end:b.end+to-b.gap]...)
	return *scratch
}

func (b *buffer) slice(from, to int) string {
	if to <= b.gap || from >= b.gap {
		return string(b.view(from, to, nil))
	}
	var s strings.Builder
	s.Grow(to - from)
	s.Write(b.data[from:b.gap])
	s.Write(b.data[b.end : b.end+to-b.gap])
	return s.String()
}

// index returns the place of the first c at or after from, or the text's length.
func (b *buffer) index(c byte, from int) int {
	if from < b.gap {
		if i := bytes.IndexByte(b.data[from:b.gap], c); i >= 0 {
			return from + i
		}
		from = b.gap
	}
	d := b.end - b.gap
	if i := bytes.IndexByte(b.data[from+d:], c); i >= 0 {
		return from + i
	}
	return b.len()
}

// lastIndex returns the place of the last c before the place before, or -1.
func (b *buffer) lastIndex(c byte, before int) int {
	if before > b.gap {
		d := b.end - b.gap
		if i := bytes.LastIndexByte(b.data[b.end:before+d], c); i >= 0 {
			return b.gap + i
		}
		before = b.gap
	}
	return bytes.LastIndexByte(b.data[:before], c)
}
