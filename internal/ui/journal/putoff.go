package journal

import (
	"slices"
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/ui/journal/later"
	"aftershift/internal/ui/widgets"
)

// laterMenu offers what can be put off of the open entry, and what is folded.
func (p *Page) laterMenu() []widgets.MenuChoice {
	w, e := p.words, p.writer.entry
	lines := []widgets.MenuChoice{
		{Text: w.T("journal.again"), Checked: e.Again != "", Chosen: p.askAgain},
		{Text: w.T("journal.link"), Chosen: p.askLink},
		{Text: w.T("journal.graphic"), Chosen: p.markGraphic},
	}
	if len(e.Graphic) > 0 {
		lines = append(lines, widgets.MenuChoice{Text: w.T("journal.graphic.none"), Chosen: func() { p.writer.SetGraphic(nil) }})
	}
	if p.desk.Template(e.Template).ID == journal.QuickNote {
		lines = append(lines, widgets.MenuChoice{Text: w.T("journal.enough"), Checked: e.Enough, Chosen: p.enough})
	}
	return lines
}

// enough says of a short note that it needs no more, or takes that back.
func (p *Page) enough() {
	e := p.writer.entry
	if e.ID == 0 || p.desk.Template(e.Template).ID != journal.QuickNote {
		return
	}
	p.writer.SetEnough(!e.Enough)
	if !e.Enough {
		p.frame.Notify(p.words.T("journal.enough.said"), true)
	}
}

func (p *Page) askAgain() {
	if p.writer.entry.ID != 0 {
		later.AskAgain(p.frame, p.desk, p.writer.entry.Again, p.writer.SetAgain)
	}
}

func (p *Page) askLink() {
	if p.writer.entry.ID != 0 {
		p.editor.links.Ask(p.writer.entry, func(to journal.ID) { p.link(to, true) })
	}
}

// link says that the open entry and another belong together, or no longer do.
func (p *Page) link(to journal.ID, on bool) {
	from := p.writer.entry.ID
	if err := p.writer.Flush(); err != nil {
		p.frame.Failed(err)
		return
	}
	p.editor.links.Link(from, to, on)
}

// markGraphic marks the chosen words of the section that has or last had the keyboard
// as graphic.
func (p *Page) markGraphic() {
	passage := strings.TrimSpace(p.editor.selected())
	if p.writer.entry.ID == 0 || passage == "" {
		p.frame.Notify(p.words.T("journal.graphic.choose"), false)
		return
	}
	if all := p.writer.entry.Graphic; !slices.Contains(all, passage) {
		p.editor.unfolded = p.writer.entry.ID // it is being read
		p.writer.SetGraphic(append(slices.Clone(all), passage))
	}
	p.frame.Notify(p.words.T("journal.graphic.said"), true)
}
