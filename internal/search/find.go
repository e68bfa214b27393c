package search

import "aftershift/internal/journal"

// view is a list with the place of the text of each of its entries, 0 for one that
// has none. It holds as long as neither changes.
type view struct {
	first   *journal.Overview
	length  int
	changes int
	places  []uint32
}

// Find returns where those of list stand, in its order, that the query holds for and
// that pass keep (nil: all), at most limit of them (0: all). An empty query finds
// nothing. The list is remembered, so nobody may change it in place from then on.
func (t *Texts) Find(q Query, list []journal.Overview, limit int, keep func(*journal.Overview) bool) []*journal.Overview {
	if q.Empty() || len(list) == 0 {
		return nil
	}
	if limit <= 0 || limit > len(list) {
		limit = len(list)
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	in, rest := t.narrow(q)
	look, sure := opened{index: &t.index}, rest.Empty()
	var found []*journal.Overview
	for i, place := range t.places(list) {
		if !in.has(place) {
			continue
		}
		if o := &list[i]; (keep == nil || keep(o)) && (sure || rest.matches(o, look.at(t.held, place))) {
			if found = append(found, o); len(found) == limit {
				break
			}
		}
	}
	return found
}

// narrow gives the places of the texts that the query may hold for, and what of the
// query has to be looked at in each of them. The caller holds mu.
func (t *Texts) narrow(q Query) (in places, rest Query) {
	size := placesUpTo(uint32(len(t.held)))
	in = everywhere(size)
	rest = Query{marks: q.marks}
	for _, term := range q.terms {
		if !t.index.may(term, in) {
			rest.terms = append(rest.terms, t.index.packed(term))
		}
	}
	for _, term := range q.not {
		has := everywhere(size)
		if !t.index.may(term, has) {
			rest.not = append(rest.not, t.index.packed(term))
			continue
		}
		in.without(has)
	}
	for _, c := range q.names {
		rest.names = append(rest.names, t.choose(c, in))
	}
	return in, rest
}

// choose narrows the places to those of texts that a choice may hold for, and gives it
// as it is looked for in each of them. The caller holds mu.
func (t *Texts) choose(c choice, in places) choice {
	some, packed := make(places, len(in)), make([]term, len(c.terms))
	for i, term := range c.terms {
		one := everywhere(len(in))
		t.index.may(term, one)
		some.or(one)
		packed[i] = t.index.packed(term)
	}
	if !c.not {
		in.and(some)
	}
	return choice{c.not, packed}
}

// places gives the place of the text of each entry of a list that is not empty. The
// caller holds mu.
func (t *Texts) places(list []journal.Overview) []uint32 {
	t.viewMu.Lock()
	defer t.viewMu.Unlock()
	if v := t.view; v.first == &list[0] && v.length == len(list) && v.changes == t.changes {
		return v.places
	}
	places := make([]uint32, len(list))
	for i := range list {
		places[i] = t.byID[list[i].ID]
	}
	t.view = view{&list[0], len(list), t.changes, places}
	return places
}
