package sharing

import (
	"cmp"
	"slices"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/document"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// CasePaper presents one entry on a page: what happened, what is asked, what came of
// it so far, and room to write down what others say.
type CasePaper struct {
	Entry           journal.ID
	Private, Impact bool // as in EntriesPaper
}

// Name gives "case".
func (CasePaper) Name() string { return "case" }

func (CasePaper) kind() document.Kind { return document.Case }

func (p CasePaper) enter(line *SharedCopy) {
	line.Entries, line.Private = []journal.ID{p.Entry}, p.Private || p.Impact
}

func (p CasePaper) included() Inclusion { return Inclusion{p.Private, p.Impact} }
func (CasePaper) offered() Inclusion    { return Inclusion{Private: true, Impact: true} }
func (p CasePaper) including(i Inclusion) Paper {
	p.Private, p.Impact = i.Private, i.Impact
	return p
}

// caseLines is how many lines there are to write on below a case.
const caseLines = 5

func (p CasePaper) draft(d *Desk, s *drafting) error {
	e, err := d.Library().Entry(p.Entry)
	if err != nil {
		return err
	}
	s.from(d.Settings().Author, supervision.Relationship{}, time.Time{})
	it := d.presented(e, s.audience)
	private := s.private(e, p.included())
	if !it.Ready() && len(private) == 0 {
		return nil
	}
	s.stand++
	s.plain(cmp.Or(it.Title, e.Share.Title), it.Words, s.under(it, document.Phrase{}))
	s.add(s.allowed(core.FieldQuestion, 1, "copy.question", it.KeyQuestion)...)
	if s.may(core.FieldThemes) {
		s.themes(d, e.Themes)
	}
	s.add(private...)
	if o := it.Outcome; o != nil {
		if came := s.came(*o); len(came) > 0 {
			s.add(append([]document.Block{document.Heading{Level: 1, Text: document.Label("copy.case.so_far")}}, came...)...)
		}
	}
	s.end = []document.Block{document.Heading{Level: 1, Text: document.Label("copy.case.heard")}}
	s.end = append(s.end, document.Together{Blocks: room("copy.case.heard.hint", caseLines)})
	return nil
}

// themes adds the names of an entry's themes.
func (s *drafting) themes(d *Desk, ids []journal.ThemeID) {
	var all []document.Phrase
	for _, name := range d.themesOf(ids) {
		all = append(all, s.theme(d, name))
	}
	if len(all) > 0 {
		s.add(document.Heading{Level: 1, Text: document.Label("copy.themes")}, document.Paragraph{Text: document.Dots(all...)})
	}
}

// plain adds words under their title, without a number.
func (s *drafting) plain(title, words string, under document.Phrase) {
	head, rest := opening(title, words)
	heading := document.Label("copy.untitled")
	if head != "" {
		heading = s.words(head)
	}
	s.add(document.Heading{Level: 1, Text: heading, Under: under})
	s.add(s.text(rest)...)
}

// presented gives the latest item that brings the entry, as far as the audience may
// read of it; where there is none, the entry's own words to share.
func (d *Desk) presented(e journal.Entry, audience supervision.Audience) supervision.AgendaItem {
	items, _ := d.Library().Board().ByEntry(e.ID)
	items = slices.DeleteFunc(items, func(it supervision.AgendaItem) bool {
		return it.State == supervision.Withdrawn || !it.Ready() || !it.MeantFor(audience)
	})
	if len(items) > 0 {
		return items[len(items)-1]
	}
	return supervision.AgendaItem{
		Title: e.Share.Title, Words: e.Share.Words, Want: supervision.Want(e.Share.Want), Minutes: e.Share.Minutes,
	}
}

// themesOf gives the names of themes, each once.
func (d *Desk) themesOf(ids []journal.ThemeID) (names []string) {
	for _, id := range ids {
		if name := d.ThemeName(id); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
