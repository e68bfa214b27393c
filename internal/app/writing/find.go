package writing

import (
	"context"
	"slices"
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/search"
)

// Search gives the entries that pass the filter and that typed holds for, newest
// first, at most limit (0: all); search.Parse says how it is read. Typed in which
// there is nothing to look for gives List. Nobody may change what it gives in place. It
// waits until all texts are opened, and gives the errors of Ready.
func (d *Desk) Search(ctx context.Context, typed string, f search.Filter, limit int) ([]*journal.Overview, error) {
	q := d.ReadQuery(typed)
	if q.Empty() {
		list := d.List(f)
		all := make([]*journal.Overview, len(list))
		for i := range list {
			all[i] = &list[i]
		}
		return all, nil
	}
	if err := d.Ready(ctx); err != nil {
		return nil, err
	}
	return d.Texts().Find(q, d.Library().Overviews(), limit, d.Passes(f)), nil
}

// Excerpt gives a line of the entry's text around the first match of typed, and
// where in it the matches stand, without what is graphic: a list shows it to whoever
// looks. It gives the errors of Entry.
func (d *Desk) Excerpt(id journal.ID, typed string) (string, []search.Span, error) {
	e, err := d.Library().Entry(id)
	if err != nil {
		return "", nil, err
	}
	line, spans := search.Excerpt(e.WithoutGraphic(e.Text(), journal.Folded), d.ReadQuery(typed), journal.ExcerptRunes)
	return line, spans, nil
}

// ReadQuery returns what typed asks for in this journal.
func (d *Desk) ReadQuery(typed string) search.Query { return search.Parse(typed, d.about()) }

func (d *Desk) about() search.About {
	var discussed map[journal.ID]bool // made when it is first asked for
	return search.About{
		Today: d.Today(), Day: d.readDay, Themes: d.themesNamed, People: d.peopleNamed, Templates: d.templatesNamed,
		Discussed: func(id journal.ID) bool {
			if discussed == nil {
				discussed = d.Library().Board().Discussed()
			}
			return discussed[id]
		},
	}
}

// themesNamed returns the theme of that name, or else those that have a word
// which begins so.
func (d *Desk) themesNamed(typed string) []journal.Theme {
	all := d.Themes()
	if t, ok := all.Named(typed); ok {
		return []journal.Theme{t}
	}
	var found []journal.Theme
	for _, t := range all {
		if search.NameBegins(t.Name, typed) || string(t.ID) == typed {
			found = append(found, t)
		}
	}
	return found
}

func (d *Desk) peopleNamed(typed string) (found [][]string) {
	for _, p := range d.People() {
		if slices.ContainsFunc(p.Forms, func(form string) bool { return search.NameBegins(form, typed) }) {
			found = append(found, p.Forms)
		}
	}
	return found
}

// EntriesNaming returns in how many entries one of the forms of a name stands, as
// the search for a person finds it. It waits until all texts are opened, and gives the
// errors of Ready.
func (d *Desk) EntriesNaming(ctx context.Context, forms []string) (int, error) {
	if err := d.Ready(ctx); err != nil || len(forms) == 0 {
		return 0, err
	}
	q := search.Parse("person:this", search.About{People: func(string) [][]string { return [][]string{forms} }})
	return len(d.Texts().Find(q, d.Library().Overviews(), 0, nil)), nil
}

func (d *Desk) templatesNamed(typed string) (found []journal.TemplateID) {
	for _, t := range d.Templates() {
		if strings.EqualFold(string(t.ID), typed) || search.NameBegins(d.TemplateName(t.ID), typed) {
			found = append(found, t.ID)
		}
	}
	return found
}
