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
// private sections in, Impact what they left in the writer, for this one copy;
// without them nothing leaves but the words that were written to be shared.
type EntriesPaper struct {
	Entries         []journal.ID
	Private, Impact bool
}

// Name gives "entries".
func (EntriesPaper) Name() string { return "entries" }

func (EntriesPaper) kind() document.Kind { return document.Reflection }

func (p EntriesPaper) enter(line *SharedCopy) {
	line.Entries, line.Private = slices.Clone(p.Entries), p.Private || p.Impact
}

func (p EntriesPaper) included() Inclusion { return Inclusion{p.Private, p.Impact} }
func (EntriesPaper) offered() Inclusion    { return Inclusion{Private: true, Impact: true} }
func (p EntriesPaper) including(i Inclusion) Paper {
	p.Private, p.Impact = i.Private, i.Impact
	return p
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
		own := p.Private || p.Impact && marked(e.Impact)
		if len(joint) > 0 || e.Share.Ready() || own {
			s.stand++
		}
		for _, it := range joint {
			if !brought[it.ID] {
				brought[it.ID] = true
				s.add(document.Together{Blocks: s.matter(1, it, document.Phrase{})})
			}
		}
		if len(joint) == 0 && e.Share.Ready() || own {
			s.add(document.Together{Blocks: s.entry(e, p.included(), len(joint) > 0)})
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
// what is switched on of the private.
func (s *drafting) entry(e journal.Entry, i Inclusion, said bool) []document.Block {
	words := e.Share.Words
	if said {
		words = ""
	}
	title := strings.TrimSpace(e.Share.Title)
	if i.Private {
		title = cmp.Or(title, e.Title)
	}
	blocks := s.titled(1, title, words, document.Phrase{})
	return append(blocks, s.private(e, i)...)
}

// private gives what is switched on of what was written for nobody else.
func (s *drafting) private(e journal.Entry, i Inclusion) (blocks []document.Block) {
	if i.Private {
		for _, section := range e.Sections {
			blocks = append(blocks, s.arranged(2, e.Template, section.Key, s.bearable(e, section.Text))...)
		}
		if s.sparesGraphic() && len(e.GraphicIn(e.Text())) > 0 {
			blocks = append(blocks, remark("copy.graphic"))
		}
	}
	if i.Impact && marked(e.Impact) {
		blocks = append(blocks, s.impact(2, e.Impact)...)
	}
	return blocks
}

// sparesGraphic reports whether what the writer marked as graphic is held back: peers,
// who listen for each other's sake, are not to carry it home.
func (s *drafting) sparesGraphic() bool { return s.audience == supervision.ForPeerGroup }

// bearable gives one of an entry's texts with an ellipsis for each passage that is held
// back.
func (s *drafting) bearable(e journal.Entry, text string) string {
	if !s.sparesGraphic() {
		return text
	}
	return e.WithoutGraphic(text, "…")
}

// marked reports whether anything is said of an impact in marks and words.
func marked(i journal.Impact) bool {
	_, hit := i.Hit.Value()
	_, carrying := i.Carrying.Value()
	return hit || carrying || len(i.Feelings) > 0 || strings.TrimSpace(i.Body) != ""
}

// impact gives what an entry left in the writer.
func (s *drafting) impact(level int, i journal.Impact) []document.Block {
	blocks := []document.Block{document.Heading{Level: level, Text: document.Label("copy.impact")}}
	if n, given := i.Hit.Value(); given {
		blocks = append(blocks, remark("copy.impact.hit", n))
	}
	if n, given := i.Carrying.Value(); given {
		blocks = append(blocks, remark("copy.impact.carrying", n))
	}
	feelings := make([]string, len(i.Feelings))
	for n, f := range i.Feelings {
		feelings[n] = string(f)
	}
	blocks = append(blocks, s.section(level+1, "copy.impact.feelings", strings.Join(feelings, ", "))...)
	return append(blocks, s.section(level+1, "copy.impact.body", i.Body)...)
}
