package search

import (
	"slices"
	"sync"

	"aftershift/internal/fold"
	"aftershift/internal/journal"
)

// Texts holds the folded text of every opened entry. It is safe for concurrent
// use. The zero Texts is empty and ready.
type Texts struct {
	mu   sync.RWMutex
	byID map[journal.ID]*held
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
	h.text, h.compounds = folded(e, themes)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.byID == nil {
		t.byID = map[journal.ID]*held{}
	}
	if _, there := t.byID[e.ID]; replace || !there {
		t.byID[e.ID] = h
	}
}

// Remove takes an entry out.
func (t *Texts) Remove(id journal.ID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.byID, id)
}

// Named returns the template that an entry is written in, and whether it names what is
// good and nothing that is not (Impact.Good); nothing of an entry that isn't held.
func (t *Texts) Named(id journal.ID) (template journal.TemplateID, good bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if h := t.byID[id]; h != nil {
		return h.template, h.good
	}
	return "", false
}

// Len gives the number of entries held.
func (t *Texts) Len() int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return len(t.byID)
}

// Find returns those of list, in its order, that the query holds for, at most
// limit of them (0: all). An empty query finds nothing. Where they are the first of
// list they are returned as that part of it, which is not to be changed.
func (t *Texts) Find(q Query, list []journal.Overview, limit int) []journal.Overview {
	if q.Empty() {
		return nil
	}
	if limit <= 0 || limit > len(list) {
		limit = len(list)
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	first := 0
	for first < limit && t.holds(q, &list[first]) {
		first++
	}
	if first == limit {
		return list[:first:first]
	}
	var found []int
	for i := first; i < len(list) && first+len(found) < limit; i++ {
		if t.holds(q, &list[i]) {
			found = append(found, i)
		}
	}
	hits := make([]journal.Overview, first, first+len(found))
	copy(hits, list)
	for _, at := range found {
		hits = append(hits, list[at])
	}
	return hits
}

// holds reports whether the query holds for an entry. The caller holds mu.
func (t *Texts) holds(q Query, o *journal.Overview) bool {
	h := t.byID[o.ID]
	if h == nil {
		h = nothing
	}
	return q.matches(o, h)
}

// folded gives all that can be found of an entry, a line each. White space
// within one is one space, so that a phrase is found across a line break, but
// not from the end of the title into the text. Its compounds follow, and whether
// there are any.
func folded(e journal.Entry, themes []string) (text string, joins bool) {
	var b []byte
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
	return string(append(b, more...)), len(more) > 0
}
