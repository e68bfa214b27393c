package journal

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Overview is what a list shows of an entry, kept apart from the text so that
// thousands open in a moment.
type Overview struct {
	ID         ID         `json:"id"`
	Title      string     `json:"title"`
	Date       Date       `json:"date"`
	Written    time.Time  `json:"written"`
	Updated    time.Time  `json:"updated"`
	Themes     []ThemeID  `json:"themes,omitempty"`
	Hit        Level      `json:"hit"`
	Carrying   Level      `json:"carrying"`
	Flag       Flag       `json:"flag,omitempty"`
	Share      Share      `json:"share,omitzero"`
	CaseRecord CaseRecord `json:"case_record,omitzero"`
	Enough     bool       `json:"enough,omitempty"`
	Again      Date       `json:"again,omitempty"`
	Excerpt    string     `json:"excerpt,omitempty"`
	Revision   int        `json:"revision"`
	Trashed    *time.Time `json:"trashed,omitempty"`
}

// ExcerptRunes is how much of the text an Overview holds: two lines of a list.
const ExcerptRunes = 140

// Overview gives the entry's overview, which shares no slice with e.
func (e Entry) Overview() Overview {
	return Overview{
		ID: e.ID, Title: e.Title, Date: e.Date, Written: e.Written, Updated: e.Updated,
		Themes: slices.Clone(e.Themes), Hit: e.Impact.Hit, Carrying: e.Impact.Carrying,
		Flag: e.Flag, Share: e.Share, CaseRecord: e.CaseRecord,
		Enough: e.Enough, Again: e.Again,
		Excerpt: Excerpt(e.WithoutGraphic(e.Text(), Folded), ExcerptRunes), Revision: e.Revision, Trashed: cloned(e.Trashed),
	}
}

// Name gives the title, or the first words of the text where there is none.
func (o Overview) Name() string {
	if t := strings.TrimSpace(o.Title); t != "" {
		return t
	}
	return Excerpt(o.Excerpt, 48)
}

// Before reports whether o stands before p, newest first.
func (o Overview) Before(p Overview) bool { return Newest(&o, &p) < 0 }

// Newest orders overviews newest first, for sorting: by the day they are about, then
// by when they were written, then by id, so that the order never wavers.
func Newest(a, b *Overview) int {
	switch {
	case a.Date != b.Date:
		return strings.Compare(string(b.Date), string(a.Date))
	case !a.Written.Equal(b.Written):
		return b.Written.Compare(a.Written)
	}
	return cmp.Compare(a.ID, b.ID)
}
