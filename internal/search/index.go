package search

import (
	"encoding/binary"
	"hash/maphash"
	"iter"
	"strings"
	"unicode/utf8"
)

// index says in which texts each word stands: by the places that texts were given, in
// the order in which they came. It answers for a word or the beginning of one what
// reading all texts would, and for anything else which texts have to be read.
//
// What stands between words is among the words too, and in no text by itself.
type index struct {
	seed  maphash.Seed
	table []uint32 // by a word's hash, its number in words and 1; twice as long as words, a power of two
	words []posting
	first [256][]uint32 // the words by their first byte
	often []settled     // the places of words that many texts hold
}

// settled is the places of a word in the texts up to the last of them that it stands in.
type settled struct {
	places places
	last   uint32
}

// posting is a word and the places of the texts that hold it.
type posting struct {
	word string
	hash uint32
	last uint32 // the last place
	gaps []byte // of each place after the one before, as uvarints: one byte for most

	often    uint32 // its number in the index's often and 1, and gaps go on from there; 0: it isn't there
	compound bool   // it is one of a text's compounds, without what joins it
}

// run is letters and digits of a term, side by side: a word of the text, or, unless it
// is whole, the beginning of one.
type run struct {
	text  string
	whole bool
}

// word gives a word and its number, and takes it in where it is new.
func (x *index) word(word string) (p *posting, id uint32) {
	if x.table == nil {
		x.seed, x.table = maphash.MakeSeed(), make([]uint32, 1<<10)
	}
	p, at := x.find(word)
	if p == nil {
		return x.learn(strings.Clone(word), at), uint32(len(x.words) - 1)
	}
	return p, x.table[at] - 1
}

// stands notes a place of the word, if it is not noted yet.
func (p *posting) stands(place uint32) {
	if p.last != place {
		p.gaps = binary.AppendUvarint(p.gaps, uint64(place-p.last))
		p.last = place
	}
}

// settle gives the places of words that stand in more than every eighth text a bit
// each, and lets those of all others lie side by side, with no room for more between
// them: a word that comes in again takes its own with it.
func (x *index) settle() {
	size := 0
	for i := range x.words {
		if p := &x.words[i]; p.often > 0 || len(p.gaps) > 8*placesUpTo(p.last) {
			x.gather(p)
		}
		size += len(x.words[i].gaps)
	}
	x.words = append(make([]posting, 0, len(x.words)), x.words...)
	for i, ids := range x.first {
		x.first[i] = append(make([]uint32, 0, len(ids)), ids...)
	}
	all := make([]byte, 0, size)
	for i := range x.words {
		p, at := &x.words[i], len(all)
		all = append(all, p.gaps...)
		p.gaps = all[at:len(all):len(all)]
	}
}

// gather gives each place of a word a bit.
func (x *index) gather(p *posting) {
	all := settled{make(places, placesUpTo(p.last)), p.last}
	x.addTo(p, all.places)
	if p.often == 0 {
		x.often = append(x.often, settled{})
		p.often = uint32(len(x.often))
	}
	x.often[p.often-1], p.gaps = all, nil
}

// find gives a word, or nil and where in the table it would stand. A map of the
// language finds the same, and takes twice as long for some million words.
func (x *index) find(word string) (p *posting, at int) {
	hash := uint32(maphash.String(x.seed, word))
	for at = int(hash) & (len(x.table) - 1); x.table[at] != 0; at = (at + 1) & (len(x.table) - 1) {
		if p := &x.words[x.table[at]-1]; p.hash == hash && p.word == word {
			return p, at
		}
	}
	return nil, at
}

// learn takes in a word whose place in the table is at.
func (x *index) learn(word string, at int) *posting {
	id := uint32(len(x.words))
	x.words = append(x.words, posting{word: word, hash: uint32(maphash.String(x.seed, word))})
	x.table[at] = id + 1
	x.first[word[0]] = append(x.first[word[0]], id)
	if 2*len(x.words) > len(x.table) {
		x.spread()
	}
	return &x.words[id]
}

// spread doubles the table.
func (x *index) spread() {
	x.table = make([]uint32, 2*len(x.table))
	for id, p := range x.words {
		at := int(p.hash) & (len(x.table) - 1)
		for x.table[at] != 0 {
			at = (at + 1) & (len(x.table) - 1)
		}
		x.table[at] = uint32(id) + 1
	}
}

// having adds the places of the texts that hold the run to a set.
func (x *index) having(r run, to places) {
	for p := range x.of(r) {
		x.addTo(p, to)
	}
}

// of gives the words that a run is, or begins.
func (x *index) of(r run) iter.Seq[*posting] {
	return func(yield func(*posting) bool) {
		if r.whole {
			if id, there := x.number(r.text); there {
				yield(&x.words[id])
			}
			return
		}
		for _, id := range x.first[r.text[0]] {
			if p := &x.words[id]; strings.HasPrefix(p.word, r.text) && !yield(p) {
				return
			}
		}
	}
}

// number gives the number of a word, if any text has it.
func (x *index) number(word string) (id uint64, there bool) {
	if x.table == nil {
		return 0, false
	}
	p, at := x.find(word)
	return uint64(x.table[at]) - 1, p != nil
}

func (x *index) addTo(p *posting, to places) {
	place := uint32(0)
	if p.often > 0 {
		known := x.often[p.often-1]
		for i, some := range known.places {
			to[i] |= some
		}
		place = known.last
	}
	for i := 0; i < len(p.gaps); {
		gap, n := uint64(p.gaps[i]), 1
		if gap >= 0x80 {
			gap, n = binary.Uvarint(p.gaps[i:])
		}
		place += uint32(gap)
		to.add(place)
		i += n
	}
}

// may narrows the set to the texts in which the term may stand. sure: in all of them
// it does.
func (x *index) may(t term, in places) (sure bool) {
	found := x.all(t.text, t.whole, len(in))
	if t.loose != "" && t.loose != t.text {
		found = found.or(x.all(t.loose, t.whole, len(in)))
	}
	if found == nil {
		return false
	}
	in.and(found)
	from, to := nextRun(t.text, 0)
	return t.loose == "" && !t.whole && from == 0 && to == len(t.text)
}

// all gives the texts that hold each run of a term, in so many words of a set; nil,
// which is all texts, for a term without any.
func (x *index) all(text string, whole bool, size int) (found places) {
	for _, r := range runs(text, whole) {
		one := make(places, size)
		x.having(r, one)
		if found == nil {
			found = one
			continue
		}
		found.and(one)
	}
	return found
}

// compounded tells whether the run is a compound of a text, or the beginning of one.
func (x *index) compounded(r run) bool {
	for p := range x.of(r) {
		if p.compound {
			return true
		}
	}
	return false
}

// runs gives the runs of a term, and what stands before each.
func runs(text string, whole bool) iter.Seq2[string, run] {
	return func(yield func(string, run) bool) {
		end := 0
		for from, to := nextRun(text, 0); from < to; from, to = nextRun(text, to) {
			if !yield(text[end:from], run{text[from:to], whole || to < len(text)}) {
				return
			}
			end = to
		}
	}
}

// nextRun returns where the next letters and digits of a text begin and end, at from
// or after; twice its length where there are none.
func nextRun(text string, from int) (start, end int) {
	for start = from; start < len(text); {
		word, size := wordAt(text, start)
		if word {
			break
		}
		start += size
	}
	for end = start; end < len(text); {
		word, size := wordAt(text, end)
		if !word {
			break
		}
		end += size
	}
	return start, end
}

// wordAt reports whether a letter or digit stands there, and its size in bytes.
func wordAt(text string, i int) (word bool, size int) {
	if c := text[i]; c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z', 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return !notWord(r), size
}

// places is a set of places of texts, a bit each.
type places []uint64

func placesUpTo(last uint32) int { return int(last/64) + 1 }

func (p places) add(place uint32)      { p[place/64] |= 1 << (place % 64) }
func (p places) has(place uint32) bool { return p[place/64]&(1<<(place%64)) != 0 }

func (p places) and(other places) {
	for i := range p {
		p[i] &= other[i]
	}
}

func (p places) without(other places) {
	for i := range p {
		p[i] &^= other[i]
	}
}

// or gives what is in either; nil is all.
func (p places) or(other places) places {
	if p == nil || other == nil {
		return nil
	}
	for i := range p {
		p[i] |= other[i]
	}
	return p
}

// everywhere gives the set of all places.
func everywhere(size int) places {
	p := make(places, size)
	for i := range p {
		p[i] = ^uint64(0)
	}
	return p
}
