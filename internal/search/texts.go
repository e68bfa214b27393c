package search

import (
	"slices"
	"strings"
	"sync"

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
	changes int             // so many times a text came or went
	read    strings.Builder // some of the texts of the first reading, one behind the other

	viewMu sync.Mutex
	view   view
}

// held is what is known of an entry beside its overview. It is never changed.
type held struct {
	text      string // all that can be found of it, folded, and its compounds joined
	compounds bool   // there are some
	feelings  []journal.Feeling
	template  journal.TemplateID
	good      bool // it names what is good, and nothing that is not
}

var nothing = &held{}

// Put takes an entry in, or its new text in place of the old. themes are the
// names of its themes, so that they are found by words too.
func (t *Texts) Put(e journal.Entry, themes []string) { t.put(e, themes, true) }

// PutNew takes an entry in unless one with its id is there: for the first
// reading, which must not overwrite what was saved meanwhile.
func (t *Texts) PutNew(e journal.Entry, themes []string) { t.put(e, themes, false) }

func (t *Texts) put(e journal.Entry, themes []string, replace bool) {
	h := &held{feelings: slices.Clone(e.Impact.Feelings), template: e.Template, good: e.Impact.Good()}
	text, compounds := folded(e, themes)
	h.compounds = compounds
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.byID == nil {
		t.byID, t.held = map[journal.ID]uint32{}, []*held{nil}
	}
	if _, there := t.byID[e.ID]; there && !replace {
		return
	}
	t.remove(e.ID)
	if replace {
		h.text = string(text)
	} else {
		h.text = t.keep(text)
	}
	t.byID[e.ID] = t.place(h)
	t.changes++
}

// chunk is how many bytes of texts lie together.
const chunk = 1 << 20

// keep copies a text behind others. Thousands of them, each by itself between what
// reading them needed for a moment, would leave gaps in memory that stay.
func (t *Texts) keep(text []byte) string {
	if t.read.Cap()-t.read.Len() < len(text) {
		t.read.Reset()
		t.read.Grow(max(chunk, len(text)))
	}
	at := t.read.Len()
	t.read.Write(text)
	return t.read.String()[at:]
}

// place gives a text a place of its own and indexes it.
func (t *Texts) place(h *held) uint32 {
	t.held = append(t.held, h)
	place := uint32(len(t.held) - 1)
	t.index.add(place, h.text)
	return place
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
	old := t.held
	t.held, t.index = []*held{nil}, index{}
	for id, place := range t.byID {
		t.byID[id] = t.place(old[place])
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
// not from the end of the title into the text. Its compounds follow, and whether
// there are any.
func folded(e journal.Entry, themes []string) (text []byte, joins bool) {
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
	more := compounds(b)
	return append(b, more...), len(more) > 0
}
