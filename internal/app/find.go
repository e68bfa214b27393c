package app

import (
	"context"

	"aftershift/internal/journal"
	"aftershift/internal/search"
)

// Filter narrows the list of entries; Span marks a match in an excerpt. They are
// search's own.
type (
	Filter = search.Filter
	Span   = search.Span
)

// AnyFlag is the Filter's Flag for entries that are flagged at all.
const AnyFlag = search.AnyFlag

// List gives the entries that pass the filter, newest first.
func (d *Desk) List(f Filter) []journal.Overview {
	all := d.library.Overviews()
	kept := all[:0]
	for _, o := range all {
		if f.Match(o) {
			kept = append(kept, o)
		}
	}
	return kept
}

// Search gives the entries that pass the filter and hold every word of typed,
// newest first, at most limit (0: all). Words match beginnings of words, text in
// double quotes matches as it stands. Empty typed gives List. It waits until
// all texts are opened.
func (d *Desk) Search(ctx context.Context, typed string, f Filter, limit int) ([]journal.Overview, error) {
	list := d.List(f)
	q := search.Parse(typed)
	if q.Empty() {
		return list, nil
	}
	if err := d.Ready(ctx); err != nil {
		return nil, err
	}
	ids := make([]journal.ID, len(list))
	for i, o := range list {
		ids[i] = o.ID
	}
	found := d.texts.Find(q, ids, limit)
	hits, at := make([]journal.Overview, 0, len(found)), 0
	for _, id := range found { // in the order of list
		for list[at].ID != id {
			at++
		}
		hits = append(hits, list[at])
	}
	return hits, nil
}

// Excerpt gives a line of the entry's text around the first match of typed, and
// where in it the matches stand.
func (d *Desk) Excerpt(id journal.ID, typed string) (string, []Span, error) {
	e, err := d.library.Entry(id)
	if err != nil {
		return "", nil, err
	}
	line, spans := search.Excerpt(e.Text(), search.Parse(typed), journal.ExcerptRunes)
	return line, spans, nil
}
