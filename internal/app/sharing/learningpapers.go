package sharing

import (
	"slices"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// HoursPaper is the sheet of hours of a period, for one supervisor to sign; With 0 is
// everybody's.
type HoursPaper struct {
	With        journal.ID
	From, Until journal.Date
}

// Name returns "hours".
func (HoursPaper) Name() string { return "hours" }

func (HoursPaper) kind() document.Kind { return document.Hours }
func (HoursPaper) enter(*SharedCopy)   {}

//words:prefix learning.kind.
//words:prefix mode.

func (p HoursPaper) draft(d *Desk, s *drafting) error {
	if p.From.Validate() != nil || p.Until.Validate() != nil || p.Until < p.From {
		return fault.New(fault.Invalid, "make sheet of hours: period")
	}
	b := d.Library().Board()
	with, _ := b.Relationship(p.With) // nobody in particular has no record
	s.from(d.Settings().Author, with, time.Time{})
	s.foot = document.Label("copy.foot.numbers")
	s.field("copy.digest.from", dateOf(p.From))
	s.field("copy.digest.until", dateOf(p.Until))
	lines := learning.Sheet(learning.AllHours(b), p.With, p.From, p.Until)
	if len(lines) == 0 {
		return nil
	}
	t := document.Table{Columns: []document.Column{
		{Head: document.Label("copy.hours.week"), Weight: 3},
		{Head: document.Label("copy.hours.kind"), Weight: 4},
		{Head: document.Label("copy.hours.hours"), Weight: 1},
		{Head: document.Label("copy.hours.note"), Weight: 4},
	}}
	total := map[learning.HoursKind]int{}
	for i, h := range lines {
		if slices.ContainsFunc(lines[:i], func(other learning.Hours) bool { return other.Week == h.Week && other.Note == h.Note }) {
			h.Note = "" // said of the week already
		}
		total[h.Kind] += h.Minutes
		t.Rows = append(t.Rows, []document.Phrase{dueOn(h.Week), s.hoursKind(h), hoursOf(h.Minutes), s.remarkOn(h)})
	}
	s.add(t)
	sums := document.Table{Columns: []document.Column{{Head: document.Label("copy.hours.kind"), Weight: 4}, {Head: document.Label("copy.hours.hours"), Weight: 1}}}
	all := 0
	for _, k := range learning.HoursKinds() {
		if all += total[k]; total[k] > 0 {
			sums.Rows = append(sums.Rows, []document.Phrase{document.Label("learning.kind." + string(k)), hoursOf(total[k])})
		}
	}
	if len(sums.Rows) > 1 {
		sums.Rows = append(sums.Rows, []document.Phrase{document.Label("copy.hours.all"), hoursOf(all)})
	}
	s.add(document.Together{Blocks: []document.Block{
		document.Heading{Level: 1, Text: document.Label("copy.hours.total")}, sums, remark("copy.hours.check"),
	}})
	s.sign(s.signatures(d.Settings().Author, with))
	return nil
}

// hoursKind says what the hours of a line are.
func (s *drafting) hoursKind(h learning.Hours) document.Phrase {
	if h.Kind == learning.OwnHours {
		return s.words(h.Own)
	}
	return document.Label("learning.kind." + string(h.Kind))
}

// remarkOn says what was noted of a line, and that it was corrected.
func (s *drafting) remarkOn(h learning.Hours) document.Phrase {
	var said []document.Phrase
	if h.Note != "" {
		said = append(said, s.words(h.Note))
	}
	for i, c := range h.Was {
		if h.Resupervised(i) {
			said = append(said, document.Label("copy.hours.was.with"))
			continue
		}
		said = append(said, document.Join(document.Label("copy.hours.was"), hoursOf(c.Minutes)))
	}
	return document.Dots(said...)
}

// hoursOf says minutes as hours and minutes.
func hoursOf(minutes int) document.Phrase {
	return document.Label("copy.hours.of", minutes/60, minutes%60)
}

// CPDPaper is a piece of CPD, as it is handed in.
type CPDPaper struct{ Piece journal.ID }

// Name returns "cpd".
func (CPDPaper) Name() string { return "cpd" }

func (CPDPaper) kind() document.Kind      { return document.Development }
func (p CPDPaper) enter(line *SharedCopy) {}

func (p CPDPaper) draft(d *Desk, s *drafting) error {
	piece, err := supervision.Find[learning.Piece](d.Library().Board(), p.Piece)
	if err != nil {
		return err
	}
	s.from(d.Settings().Author, supervision.Relationship{}, time.Time{})
	s.field("copy.cpd.on", dateOf(piece.Date))
	s.add(document.Heading{Level: 1, Text: s.words(piece.Title)})
	if piece.Minutes > 0 {
		s.add(document.Paragraph{Text: document.Join(document.Label("copy.cpd.took"), hoursOf(piece.Minutes))})
	}
	for _, q := range d.learning.Questions(piece) {
		if body := s.text(piece.Asked(q)); body != nil {
			s.add(document.Heading{Level: 2, Text: s.words(q.Name)})
			s.add(body...)
		}
	}
	s.add(s.section(2, "copy.cpd.tried", piece.Tried)...)
	return nil
}

// EvidencePaper is an index of the evidence for each competence of a set: what shows
// it, by the titles that were written to be shared, and nothing of what is private.
type EvidencePaper struct{}

// Name returns "evidence".
func (EvidencePaper) Name() string { return "evidence" }

func (EvidencePaper) kind() document.Kind { return document.Evidence }
func (EvidencePaper) enter(*SharedCopy)   {}

//words:prefix copy.evidence.

func (EvidencePaper) draft(d *Desk, s *drafting) error {
	l := d.learning
	c := l.Competences()
	s.from(d.Settings().Author, supervision.Relationship{}, time.Time{})
	all := l.EvidenceFor("")
	if len(all) == 0 {
		return nil
	}
	for _, row := range c.Rows {
		s.add(document.Heading{Level: 1, Text: s.words(row.Domain.Name)})
		var items []document.Item
		for _, v := range all {
			if v.Domain == row.Domain.ID {
				items = append(items, s.evidence(l.Shown(v), v))
			}
		}
		if len(items) == 0 {
			s.add(remark("copy.evidence.none"))
			continue
		}
		slices.Reverse(items)
		s.add(document.List{Items: items})
	}
	return nil
}

// evidence says one thing: its title, or only what it is where it has none to share.
func (s *drafting) evidence(title string, v learning.Evidence) document.Item {
	what := document.Label("copy.evidence." + string(v.Kind()))
	if journal.Blank(title) || !s.may(core.FieldOutcome) && v.Kind() == learning.FromItem {
		return document.Item{Text: what, Under: []document.Phrase{dueOn(v.On)}}
	}
	return document.Item{Text: s.words(title), Under: []document.Phrase{document.Dots(what, dueOn(v.On))}}
}
