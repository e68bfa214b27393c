package copy

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// missed is where the reviewer masks what the scan did not find: words are
// typed, or picked in the left text word by word.
type missed struct {
	page    *Page
	picking bool
	// The passage that was picked, in bytes of a part; end 0 for none.
	part, start, end int

	line    *fields.TextLine
	note    *widgets.Text
	content *fyne.Container
}

func newMissed(p *Page) *missed {
	m := &missed{page: p, part: -1}
	t := p.words.T
	m.line = fields.NewTextLine(t("copy.missed.words"), "")
	m.line.OnChanged = func(string) { m.drop(); m.say("") }
	m.line.OnSubmitted = func(string) { m.mask() }
	m.note = widgets.NewText("", look.Label, look.WarmInk)
	m.note.Hide()
	buttons := widgets.Row(look.Wide, widgets.NewPlain(t("copy.missed.mask"), m.mask), widgets.NewLink(t("copy.missed.done"), func() { m.turn(false) }))
	m.content = widgets.Card(widgets.Column(look.Gap, m.line, widgets.NewSmall(t("copy.missed.how")), m.note, buttons))
	m.content.Hide()
	return m
}

// turn opens the card, where words can be picked, or closes it.
func (m *missed) turn(on bool) {
	m.picking = on
	m.line.SetText("")
	m.say("")
	m.drop()
	widgets.ShowIf(m.content, on)
	widgets.ShowIf(m.page.rail.offer, !on)
	m.page.rail.scroll.Content.Refresh()
	m.page.rail.scroll.ScrollToTop()
	m.page.texts.show(m.page.presenter.now)
	if on {
		m.line.Focus()
	} else {
		m.page.focus()
	}
}

func (m *missed) say(note string) {
	m.note.SetText(note)
	widgets.ShowIf(m.note, note != "")
	m.content.Refresh()
}

// drop forgets what was picked.
func (m *missed) drop() {
	if m.end == 0 {
		return
	}
	m.part, m.start, m.end = -1, 0, 0
	m.page.texts.show(m.page.presenter.now)
}

// pick takes a word at a place as placeOf gives it. A second word of the same
// part makes a passage from one to the other.
func (m *missed) pick(place string) {
	var part, from, to int
	if n, err := fmt.Sscanf(place, placeForm, &part, &from, &to); err != nil || n != 3 {
		return
	}
	if m.part == part && m.end > 0 && !(from == m.start && to == m.end) {
		from, to = min(from, m.start), max(to, m.end)
	}
	m.part, m.start, m.end = part, from, to
	m.line.SetText(m.page.presenter.passage(part, from, to))
	m.say("")
	m.page.texts.show(m.page.presenter.now)
}

// id is the span of the passage that was picked.
func (m *missed) id() string { return placeOf(m.part, m.start, m.end) }

// placeForm is how the ID of words that can be picked names them: their part, and
// bytes in it.
const placeForm = "%d:%d:%d"

func placeOf(part, from, to int) string { return wordMark + fmt.Sprintf(placeForm, part, from, to) }

// mask masks what was picked or typed.
func (m *missed) mask() {
	switch {
	case m.end > 0:
		part, start, end := m.part, m.start, m.end
		m.part, m.start, m.end = -1, 0, 0
		m.page.presenter.MaskPassage(part, start, end)
	case strings.TrimSpace(m.line.Text()) == "":
		return
	case !m.page.presenter.MaskWords(m.line.Text()):
		m.say(m.page.words.T("copy.missed.none"))
		return
	}
	m.line.SetText("")
	m.line.Focus()
}
