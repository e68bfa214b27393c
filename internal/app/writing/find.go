package writing

import (
	"context"

	"aftershift/internal/journal"
	"aftershift/internal/search"
)

// Search gives the entries that pass the filter and hold every word of typed,
// newest first, at most limit (0: all). Words match beginnings of words, text in
// double quotes matches as it stands. Empty typed gives List. It waits until
// all texts are opened.
func (d *Desk) Search(ctx context.Context, typed string, f search.Filter, limit int) ([]journal.Overview, error) {
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
	found := d.Texts().Find(q, ids, limit)
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
func (d *Desk) Excerpt(id journal.ID, typed string) (string, []search.Span, error) {
	e, err := d.Library().Entry(id)
	if err != nil {
		return "", nil, err
	}
	line, spans := search.Excerpt(e.Text(), search.Parse(typed), journal.ExcerptRunes)
	return line, spans, nil
}
