package sharing

import (
	"time"

	"aftershift/internal/document"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// EntriesPaper are the words to share of selected entries. Private takes their
// private sections in, for this one copy; without it nothing leaves but the
// words that were written to be shared.
type EntriesPaper struct {
	Entries []journal.ID
	Private bool
}

// Name gives "entries".
func (EntriesPaper) Name() string { return "entries" }

func (EntriesPaper) kind() document.Kind { return document.Reflection }

func (p EntriesPaper) enter(line *SharedCopy) {
	line.Entries, line.Private = append([]journal.ID(nil), p.Entries...), p.Private
}

func (p EntriesPaper) draft(d *Desk, s *drafting) error {
	s.from(d.Settings().Author, supervision.Relationship{}, time.Time{})
	for _, id := range p.Entries {
		e, err := d.Library().Entry(id)
		if err != nil {
			return err
		}
		if e.Share.Ready() || p.Private {
			s.add(document.Together{Blocks: s.entry(e, p.Private)})
		}
	}
	return nil
}

func (s *drafting) entry(e journal.Entry, private bool) []document.Block {
	title := e.Share.Title
	if title == "" {
		title = e.Title
	}
	blocks := append([]document.Block{s.item(1, s.words(title), document.Phrase{})}, s.text(e.Share.Words)...)
	if private {
		for _, section := range e.Sections {
			blocks = append(blocks, s.section(2, e.Template.Heading(section.Key), section.Text)...)
		}
	}
	return blocks
}
