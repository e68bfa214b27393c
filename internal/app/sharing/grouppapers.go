package sharing

import (
	"cmp"
	"slices"
	"time"

	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// GroupSheet is how a group goes through a meeting, on paper: what it agreed on
// confidentiality, the phases with their minutes, and room to write. It says nobody's
// name and whose turn it is: that is filled in by hand.
type GroupSheet struct {
	Group     journal.ID
	Procedure string // "": the one in use
}

// Name returns "group_sheet".
func (GroupSheet) Name() string { return "group_sheet" }

func (GroupSheet) kind() document.Kind { return document.Agenda }
func (GroupSheet) enter(*SharedCopy)   {}

func (p GroupSheet) draft(d *Desk, s *drafting) error {
	v, err := d.groups.Group(p.Group)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(v.Procedures, func(of groups.Procedure) bool { return of.ID == cmp.Or(p.Procedure, v.Uses.ID) })
	if i < 0 {
		return fault.New(fault.NotFound, "find run-sheet")
	}
	s.from("", v.Relationship, time.Time{})
	s.foot = document.Label("copy.foot.numbers")
	s.add(document.Heading{Level: 1, Text: s.words(v.Procedures[i].Name)})
	s.add(s.section(2, "copy.sheet.agreed", v.Confidentiality)...)
	for _, ph := range v.Procedures[i].Phases {
		blocks := []document.Block{document.Heading{Level: 2, Text: s.words(ph.Name), Under: document.Minutes(ph.Minutes)}}
		blocks = append(blocks, s.text(ph.Says)...)
		if ph.Case && !v.Procedures[i].Quiet {
			blocks = append(blocks, room("record.room", 2)...)
		}
		s.add(document.Together{Blocks: blocks})
	}
	return nil
}

// RoundPaper is a case that goes round a group in writing: the case as CasePaper has it,
// and a field for the answer of each of the others. Nobody in the group is named on it.
type RoundPaper struct {
	Group, Entry journal.ID
}

// Name returns "round".
func (RoundPaper) Name() string { return "round" }

func (RoundPaper) kind() document.Kind      { return document.Case }
func (p RoundPaper) enter(line *SharedCopy) { line.Entries = []journal.ID{p.Entry} }

// answerLines is how many lines there are for an answer.
const answerLines = 6

func (p RoundPaper) draft(d *Desk, s *drafting) error {
	v, err := d.groups.Group(p.Group)
	if err != nil {
		return err
	}
	if err := (CasePaper{Entry: p.Entry}).draft(d, s); err != nil {
		return err
	}
	s.end = nil
	if s.stand == 0 {
		return nil // there is nothing of it to share
	}
	how := []document.Block{document.Heading{Level: 1, Text: document.Label("copy.round.how")}}
	for _, key := range []string{"copy.round.own", "copy.round.feel", "copy.round.names", "copy.round.back"} {
		how = append(how, document.Paragraph{Text: document.Label(key)})
	}
	s.add(s.section(1, "copy.sheet.agreed", v.Confidentiality)...)
	s.add(how...)
	n := 0
	for _, m := range v.Here() {
		if m.Me {
			continue
		}
		n++
		blocks := []document.Block{document.Heading{Level: 1, Text: document.Label("copy.round.answer", n)}}
		s.end = append(s.end, document.Together{Blocks: append(blocks, room("copy.round.answer.hint", answerLines)...)})
	}
	last := []document.Block{document.Heading{Level: 1, Text: document.Label("copy.round.last")}}
	s.end = append(s.end, document.Together{Blocks: append(last, room("copy.round.last.hint", answerLines)...)})
	return nil
}

// membersOf returns the members of groups who have a name: each is caught in every copy.
func membersOf(b *supervision.Board) []groups.Member {
	return supervision.Each(b, func(m groups.Member) bool { return m.Name != "" })
}
