package copy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// cardKind says how the finding of a card stands.
type cardKind uint8

const (
	open cardKind = iota
	masked
	kept
)

// card is a finding in the rail. It answers to a click and to the same keys as
// the words in the text; the selected one shows what can be done.
type card struct {
	draw.Control
	page     *Page
	item     Item
	kind     cardKind
	selected bool
	actions  []fyne.Focusable
	ground   *widgets.Ground
	content  *fyne.Container
}

// newCard gives the card of an item. offers shows what can be done, as the
// selected one always does.
func newCard(p *Page, it Item, kind cardKind, selected, offers bool) *card {
	c := &card{page: p, item: it, kind: kind, selected: selected, ground: widgets.NewGround("", "", look.RadiusCard)}
	c.colour()
	body := widgets.Column(3, c.head())
	if why := c.why(); why != "" {
		body.Add(widgets.NewSmall(why))
	}
	if offers || selected {
		body.Add(c.offers())
	}
	c.content = container.NewStack(c.ground, widgets.Pad(12, 8, body))
	c.ExtendBaseWidget(c)
	return c
}

// why says why the words were found, or why they were kept.
func (c *card) why() string {
	if c.item.Listed && c.kind != kept {
		return c.page.words.T("copy.listed")
	}
	return c.item.Reason
}

// longHead is how many letters words and replacement may have to stand on one
// line.
const longHead = 26

// head gives the words and what stands in their place.
func (c *card) head() fyne.CanvasObject {
	t, it := c.page.words.T, c.item
	name := it.Words
	if len(it.All) > 1 {
		name = t("copy.times", it.Words, len(it.All))
	}
	switch c.kind {
	case open:
		return widgets.NewText(t("copy.ask", name), look.Interface, look.Ink).Bold()
	case kept:
		return widgets.NewText(name, look.Interface, look.Ink)
	}
	left := widgets.NewText(name, look.Interface, look.Ink)
	right := widgets.NewText(it.Replacement, look.Interface, look.Green).Bold()
	if len([]rune(name+it.Replacement)) > longHead {
		return widgets.Column(0, left, right)
	}
	return widgets.Frame(nil, nil, nil, right.OneLine(), left)
}

// offers gives a chip for everything that can be done, with its key.
func (c *card) offers() fyne.CanvasObject {
	p, it := c.page, c.item
	row := widgets.Wrap(6)
	add := func(key string, tone widgets.Tone, do func()) {
		chip := widgets.NewChip(p.words.T(key), tone, do)
		c.actions = append(c.actions, chip)
		row.Add(chip)
	}
	several := len(it.All) > 1
	if c.kind != kept {
		add("copy.do.keep", widgets.Neutral, func() { p.keep(it.ID) })
	}
	if c.kind != masked {
		add("copy.do.mask", widgets.Warm, func() { p.presenter.Mask(it.ID, "", several) })
	}
	if c.kind == open && it.Elsewhere > 0 {
		add("copy.do.everywhere", widgets.Warm, func() { p.presenter.Mask(it.ID, "", true) })
	}
	if c.selected {
		add("copy.do.replace", widgets.Green, func() { p.replace(it.ID) })
	}
	if c.selected {
		add("copy.do.learn", widgets.Green, func() { p.learn(it, row) })
	}
	return widgets.Pad(0, 3, row)
}

// colour sets the ground: amber for what waits, and a stronger edge for what is
// selected or has the keyboard.
func (c *card) colour() {
	fill, edge := look.Surface, look.Line
	if c.kind == open {
		fill, edge = look.AmberSoft, look.AmberEdge
	}
	if c.selected || c.HasFocus() {
		edge = look.Green
	}
	c.ground.SetRoles(fill, edge)
}

// holds tells whether o is this card or a chip on it.
func (c *card) holds(o fyne.Focusable) bool {
	for _, a := range c.actions {
		if a == o {
			return true
		}
	}
	return o == fyne.Focusable(c)
}

// Tapped selects the finding, the next place of the same words if it is
// selected already.
func (c *card) Tapped(*fyne.PointEvent) {
	draw.Focus(c)
	selected := c.page.presenter.now.Selected
	next := c.item.All[0]
	for i, id := range c.item.All {
		if id == selected {
			next = c.item.All[(i+1)%len(c.item.All)]
		}
	}
	c.page.presenter.Select(next)
}

// FocusGained selects the finding.
func (c *card) FocusGained() {
	c.Control.FocusGained()
	c.colour()
}

// FocusLost takes the edge away.
func (c *card) FocusLost() {
	c.Control.FocusLost()
	c.colour()
}

// TypedKey does what the key says about this finding.
func (c *card) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace:
		c.Tapped(nil)
		return
	case fyne.KeyEscape:
		draw.Escape(nil)
		return
	}
	if !c.item.Has(c.page.presenter.now.Selected) {
		c.page.presenter.Select(c.item.ID)
	}
	c.page.key(k.Name)
}

// AccessibilityLabel gives the words and what stands in their place.
func (c *card) AccessibilityLabel() string { return c.item.Words + " → " + c.item.Replacement }

// AccessibilityRole says that this is a button.
func (c *card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
