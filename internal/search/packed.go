package search

import (
	"encoding/binary"
	"strings"
)

// A text lies in memory as the numbers of its words, which the index has by itself: a
// word takes a byte or two so, and the text a third of its letters. What stands between
// two words counts as one more word; a space, which mostly stands there, is a bit.

// pack takes in the words of a text, whose compounds begin at joins, and adds their
// numbers to those in b. Places are above 0 and rise.
func (x *index) pack(b []byte, place uint32, text string, joins int) []byte {
	end := 0
	for from, to := nextRun(text, 0); from < to; from, to = nextRun(text, to) {
		spaced := uint64(1)
		if between := text[end:from]; between != " " {
			b, spaced = x.packGap(b, between), 0
		}
		p, id := x.word(text[from:to])
		p.stands(place)
		p.compound = p.compound || from >= joins
		b = binary.AppendUvarint(b, uint64(id)<<1|spaced)
		end = to
	}
	return x.packGap(b, text[end:])
}

func (x *index) packGap(b []byte, gap string) []byte {
	if gap == "" {
		return b
	}
	_, id := x.word(gap)
	return binary.AppendUvarint(b, uint64(id)<<1)
}

// unpack gives the text of so many bytes that was packed.
func (x *index) unpack(packed []byte, size int) string {
	var b strings.Builder
	b.Grow(size)
	for i := 0; i < len(packed); {
		code, n := uint64(packed[i]), 1
		if code >= 0x80 {
			code, n = binary.Uvarint(packed[i:])
		}
		if code&1 != 0 {
			b.WriteByte(' ')
		}
		b.WriteString(x.words[code>>1].word)
		i += n
	}
	return b.String()
}

// packed gives a phrase with what must stand in a packed text that has it: those of
// its words that are known wholly, the first behind a space or not. It can't be told
// where one is a compound, which stands in a text in two ways.
func (x *index) packed(t term) term {
	var first uint64
	var rest []byte
	known := 0
	for gap, r := range runs(t.text, t.whole) {
		if t.loose != t.text || x.compounded(r) {
			return t
		}
		id, there := x.number(r.text)
		if !r.whole || !there {
			break
		}
		if known++; known == 1 {
			first = id << 1
			continue
		}
		if rest, there = x.packNext(rest, gap, id); !there {
			break
		}
	}
	if known > 1 {
		begin := func(code uint64) []byte { return append(binary.AppendUvarint(nil, code), rest...) }
		t.packed = [][]byte{begin(first), begin(first | 1)}
	}
	return t
}

// packNext adds a word behind a gap to those in b, and tells whether any text has
// such a gap.
func (x *index) packNext(b []byte, gap string, word uint64) (more []byte, there bool) {
	if gap == " " {
		return binary.AppendUvarint(b, word<<1|1), true
	}
	id, there := x.number(gap)
	if !there {
		return b, false
	}
	return binary.AppendUvarint(binary.AppendUvarint(b, id<<1), word<<1), true
}

// opened is what is known of an entry while a query is held against it: its text is
// unpacked once something is looked for in it.
type opened struct {
	*held
	index *index
	text  string
	read  bool
}

// at turns to what is held at a place.
func (o *opened) at(held []*held, place uint32) *opened {
	o.held, o.text, o.read = nothing, "", false
	if place != 0 {
		o.held = held[place]
	}
	return o
}

// folded gives all that can be found of the entry, folded, and its compounds joined.
func (o *opened) folded() string {
	if !o.read {
		o.text, o.read = o.index.unpack(o.packed, int(o.size)), true
	}
	return o.text
}
