package copy

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// rail is the list beside the texts: what waits for a decision first, then what
// is masked, what is kept, and what no mask can help with.
type rail struct {
	page    *Page
	count   *widgets.Text
	offer   *widgets.Chip // to mask what was missed
	missed  *missed
	cards   []*card
	list    *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
	rows    []fyne.CanvasObject
	all     bool // more than mostCards are wanted
	last    State
}

// mostCards bounds how many of a kind are shown before more are asked for,
// mostOffers how many show what can be done without being selected.
const (
	mostCards  = 20
	mostOffers = 4
)

func newRail(p *Page) *rail {
	r := &rail{page: p, count: widgets.NewCaption("").Bold(), list: widgets.Column(look.Gap)}
	r.missed = newMissed(p)
	r.offer = widgets.NewAddChip(p.words.T("copy.missed"), func() { r.missed.turn(true) })
	column := widgets.Column(look.Gap, r.count, widgets.Wrap(0, r.offer), r.missed.content, r.list)
	r.scroll = container.NewVScroll(widgets.Pad(18, look.Wide, column))
	r.content = r.scroll
	return r
}

// show lists the findings of a state.
func (r *rail) show(s State) {
	w := r.page.words
	r.count.SetText(w.T("copy.count", s.MaskedPlaces, len(s.Open)))
	hadKeys := r.hasKeys()
	r.cards, r.rows = nil, nil
	r.group("", s.Open, open, s)
	r.group("", s.Masked, masked, s)
	r.group(w.T("copy.kept"), s.Kept, kept, s)
	r.hints(s.Hints)
	r.add(widgets.NewSmall(w.T("copy.helps")))
	r.list.Objects = r.rows
	r.scroll.Content.Refresh()
	r.last = s
	if hadKeys {
		r.focus(s.Selected)
	}
}

// group adds cards of one kind, under a heading if there are any.
func (r *rail) group(heading string, items []Item, kind cardKind, s State) {
	if len(items) == 0 {
		return
	}
	if heading != "" {
		r.add(widgets.NewCaption(heading).Bold())
	}
	for i, it := range items {
		if i >= mostCards && !r.all && !it.Has(s.Selected) {
			continue
		}
		c := newCard(r.page, it, kind, it.Has(s.Selected), kind == open && i < mostOffers)
		r.cards = append(r.cards, c)
		r.add(c)
	}
	if len(items) > mostCards && !r.all {
		r.add(widgets.NewLink(r.page.words.T("copy.more", len(items)), func() {
			r.all = true
			r.show(r.last)
		}))
	}
}

// town are the questions that somebody who knows the place would ask, each a text
// key's end.
var town = []string{"numbers", "rare", "place", "news", "together"}

//words:prefix copy.town.

// hints asks whether somebody in the town would know, and names what may tell them.
func (r *rail) hints(notes []Note) {
	w := r.page.words
	lines := widgets.Column(look.Tight, widgets.NewCaption(w.T("copy.town")).Bold())
	for _, question := range town {
		lines.Add(widgets.NewSmall("• " + w.T("copy.town."+question)))
	}
	if len(notes) > 0 {
		lines.Add(widgets.NewCaption(w.T("copy.hints")).Bold())
	}
	for _, n := range notes[:min(len(notes), mostCards)] {
		lines.Add(widgets.NewSmall(w.T("copy.hint", n.Words, n.Reason)))
	}
	lines.Add(widgets.NewSmall(w.T("copy.leftover")))
	r.add(lines)
}

func (r *rail) add(o fyne.CanvasObject) { r.rows = append(r.rows, o) }

// reveal scrolls so far that the card of the finding is in view.
func (r *rail) reveal(finding int) {
	for _, c := range r.cards {
		if c.item.Has(finding) {
			bring(r.scroll, r.list.Position().Y+c.Position().Y, c.Size().Height)
			return
		}
	}
}

// hasKeys tells whether a card, or a button on one, has the keyboard.
func (r *rail) hasKeys() bool {
	c := r.page.canvas()
	if c == nil || c.Focused() == nil {
		return false
	}
	focused := c.Focused()
	return slices.ContainsFunc(r.cards, func(card *card) bool { return card.holds(focused) })
}

// focus takes the keyboard to the card of a finding.
func (r *rail) focus(finding int) {
	for _, c := range r.cards {
		if c.item.Has(finding) {
			draw.Focus(c)
			return
		}
	}
	r.page.canvas().Unfocus()
}
