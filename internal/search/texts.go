package search

import (
	"bytes"
	"slices"
	"sync"
	"unique"

	"aftershift/internal/fold"
	"aftershift/internal/journal"
)

// Texts holds the folded text of every opened entry. It is safe for concurrent
// use. The zero Texts is empty and ready.
type Texts struct {
	mu      sync.RWMutex
	byID    map[journal.ID]uint32 // the place of its text
	held    []*held               // by place; none at 0, and where a text was replaced or removed
	index   index
	changes int    // so many times a text came or went
	chunk   []byte // some of the texts of the first reading, one behind the other
	packing []byte // room to pack a text in

	viewMu sync.Mutex
	view   view
}

// held is what is known of an entry beside its overview. It is never changed.
type held struct {
	packed   []byte // all that can be found of it, folded, and its compounds joined
	size     uint32 // of the text that was packed, in bytes
	joins    uint32 // where its compounds begin: at the end where there are none
	feelings []journal.Feeling
	template journal.TemplateID
	good     bool // it names what is good, and nothing that is not
}

var nothing = &held{}

// Put takes an entry in, or its new text in place of the old. themes are the
// names of its themes, so that they are found by words too.
func (t *Texts) Put(e journal.Entry, themes []string) { t.put(e, themes, true) }

// PutNew takes an entry in unless one with its id is there: for the first
// reading, which must not overwrite what was saved meanwhile.
func (t *Texts) PutNew(e journal.Entry, themes []string) { t.put(e, themes, false) }

func (t *Texts) put(e journal.Entry, themes []string, replace bool) {
	h := &held{feelings: once(e.Impact.Feelings), template: unique.Make(e.Template).Value(), good: e.Impact.Good()}
	text, joins := folded(e, themes)
	h.joins = uint32(joins)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.byID == nil {
		t.byID, t.held = map[journal.ID]uint32{}, []*held{nil}
	}
	if _, there := t.byID[e.ID]; there && !replace {
		return
	}
	t.remove(e.ID)
	t.byID[e.ID] = t.place(h, string(text), replace)
	t.changes++
}

// once copies feelings, each of whose words lies in memory once, however many entries
// name it.
func once(all []journal.Feeling) []journal.Feeling {
	own := slices.Clone(all)
	for i := range own {
		own[i] = unique.Make(own[i]).Value()
	}
	return own
}

// place gives a text a place of its own, and packs and indexes it. alone: it lies by
// itself in memory, so that it can go by itself.
func (t *Texts) place(h *held, text string, alone bool) uint32 {
	t.held = append(t.held, h)
	place := uint32(len(t.held) - 1)
	t.packing = t.index.pack(t.packing[:0], place, text, int(h.joins))
	h.size = uint32(len(text))
	if alone {
		h.packed = bytes.Clone(t.packing)
	} else {
		h.packed = t.keep(t.packing)
	}
	if cap(t.packing) > together { // one was very long
		t.packing = nil
	}
	return place
}

// together is how many bytes of packed texts lie together.
const together = 256 << 10

// keep copies a packed text behind others. Thousands of them, each by itself between
// what reading them needed for a moment, would leave gaps in memory that stay.
func (t *Texts) keep(packed []byte) []byte {
	if cap(t.chunk)-len(t.chunk) < len(packed) {
		t.chunk = make([]byte, 0, max(together, len(packed)))
	}
	at := len(t.chunk)
	t.chunk = append(t.chunk, packed...)
	return t.chunk[at:len(t.chunk):len(t.chunk)]
}

// Settle gives back what was kept for more: it is called once the first reading is
// done.
func (t *Texts) Settle() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.index.settle()
	t.packing = nil
}

// Remove takes an entry out.
func (t *Texts) Remove(id journal.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.remove(id)
}

func (t *Texts) remove(id journal.ID) {
	place, there := t.byID[id]
	if !there {
		return
	}
	delete(t.byID, id)
	t.held[place] = nil
	t.changes++
	t.tidy()
}

// fewGone is how many places without a text are too few to tidy up for.
const fewGone = 1000

// tidy gives every text a new place once most places have none.
func (t *Texts) tidy() {
	if len(t.held) < 2*len(t.byID)+fewGone {
		return
	}
	old, in := t.held, t.index
	t.held, t.index, t.chunk = []*held{nil}, index{}, nil
	for id, place := range t.byID {
		h := *old[place]
		t.byID[id] = t.place(&h, in.unpack(h.packed, int(h.size)), false)
	}
}

// Named returns the template that an entry is written in, and whether it names what is
// good and nothing that is not (Impact.Good); nothing of an entry that isn't held.
func (t *Texts) Named(id journal.ID) (template journal.TemplateID, good bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if place, there := t.byID[id]; there {
		return t.held[place].template, t.held[place].good
	}
	return "", false
}

// Len gives the number of entries held.
func (t *Texts) Len() int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return len(t.byID)
}

// spare is what else of an entry is found takes, in bytes, for most.
const spare = 128

// folded gives all that can be found of an entry, a line each. White space
// within one is one space, so that a phrase is found across a line break, but
// not from the end of the title into the text. Its compounds follow, from joins on.
func folded(e journal.Entry, themes []string) (text []byte, joins int) {
	length := len(e.Title)
	for _, s := range e.Sections {
		length += len(s.Text) + 1
	}
	b := make([]byte, 0, length+spare)
	add := func(part string) {
		if part == "" {
			return
		}
		if len(b) > 0 {
			b = append(b, '\n')
		}
		b = fold.AppendLine(b, part)
	}
	add(e.Title)
	for _, s := range e.Sections {
		add(s.Text)
	}
	for _, part := range []string{e.Share.Title, e.Share.Words, e.Share.WhoKnows, e.CaseRecord.Note, e.Impact.Body} {
		add(part)
	}
	for _, name := range themes {
		add(name)
	}
	for _, f := range e.Impact.Feelings {
		add(string(f))
	}
	return append(b, compounds(b)...), len(b)
}
