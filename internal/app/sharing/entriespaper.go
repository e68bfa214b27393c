package sharing

import (
	"cmp"
	"slices"
	"strings"
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
	brought := map[journal.ID]bool{}
	for _, id := range p.Entries {
		e, err := d.Library().Entry(id)
		if err != nil {
			return err
		}
		joint := d.joint(id, s.audience)
		if len(joint) > 0 || e.Share.Ready() || p.Private {
			s.stand++
		}
		for _, it := range joint {
			if !brought[it.ID] {
				brought[it.ID] = true
				s.add(document.Together{Blocks: s.matter(1, it, document.Phrase{})})
			}
		}
		if len(joint) == 0 && e.Share.Ready() || p.Private {
			s.add(document.Together{Blocks: s.entry(e, p.Private, len(joint) > 0)})
		}
	}
	return nil
}

// joint gives the items that bring the entry together with others, in words that
// stand for all of them, as far as the audience may read of them.
func (d *Desk) joint(entry journal.ID, audience supervision.Audience) []supervision.AgendaItem {
	items, _ := d.Library().Board().ByEntry(entry)
	return slices.DeleteFunc(items, func(it supervision.AgendaItem) bool {
		return len(it.Entries) < 2 || it.State == supervision.Withdrawn || !it.Ready() || !it.MeantFor(audience)
	})
}

// entry gives an entry's words to share, unless an item with others says them, and
// with private its sections.
func (s *drafting) entry(e journal.Entry, private, said bool) []document.Block {
	words := e.Share.Words
	if said {
		words = ""
	}
	blocks := s.titled(1, cmp.Or(strings.TrimSpace(e.Share.Title), e.Title), words, document.Phrase{})
	if private {
		for _, section := range e.Sections {
			blocks = append(blocks, s.section(2, e.Template.Heading(section.Key), section.Text)...)
		}
	}
	return blocks
}
