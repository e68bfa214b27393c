package supervision

import (
	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/words"
)

// terms names the functions of supervision as the user's school does.
type terms struct {
	*words.Catalog
	set supervision.LabelSet
}

// terms gives the names that the user chose.
func (p *Page) terms() terms { return terms{p.words, p.desk.Settings().Terms()} }

// title gives a function's name as it stands alone.
//
//words:prefix supervision.function.
func (t terms) title(f supervision.Function) string {
	label, _ := t.set.Label(f)
	return t.T("supervision.function." + label)
}

// part gives a function's name within a line.
//
//words:prefix supervision.part.
func (t terms) part(f supervision.Function) string {
	if f == "" {
		return t.T("supervision.part.other")
	}
	label, _ := t.set.Label(f)
	return t.T("supervision.part." + label)
}

// SetTerms has the functions named in other terms, and then does what follows.
func (p *presenter) SetTerms(set supervision.LabelSet, then func()) {
	p.act(func() error {
		return p.book.SetSettings(func(s *app.Settings) { s.Functions = set })
	}, func() {
		then()
		p.Refresh()
	})
}
