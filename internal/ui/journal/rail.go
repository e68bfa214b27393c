package journal

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/ui/journal/feelings"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// rail asks, at the right, what the shift left behind. None of it is required.
type rail struct {
	page    *Page
	content *fyne.Container
	scroll  *container.Scroll // around column
	column  *fyne.Container

	hit, carrying *widgets.Scale
	earlier       *widgets.Text // what was carried on other days
	care          *fyne.Container
	contact       *widgets.Text
	toSettings    *widgets.Button
	felt          *fyne.Container // the chips of what was felt
	addFeeling    *widgets.Chip
	more          *widgets.FoldOut
	affect        *widgets.AffectGrid
	body          *fields.TextLine
	kinds         map[journal.Kind]*widgets.CheckRow
	needs         map[journal.Need]*widgets.Chip
	themes        *themePicker
	shown         State
}

func scaleWords(w *words.Catalog, name, low, high string) widgets.ScaleWords {
	return widgets.ScaleWords{
		Name: w.T(name), Low: w.T(low), High: w.T(high),
		Unset: w.T("journal.scale.unset"), Value: w.T("journal.scale.value"),
	}
}

func newRail(p *Page) *rail {
	r := &rail{page: p, felt: widgets.Wrap(6)}
	w := p.words
	r.hit = widgets.NewScale(scaleWords(w, "journal.hit", "journal.hit.low", "journal.hit.high"), widgets.Warm)
	r.hit.OnChanged = p.writer.SetHit
	r.carrying = widgets.NewScale(scaleWords(w, "journal.carrying", "journal.carrying.low", "journal.carrying.high"), widgets.Amber)
	r.carrying.OnChanged = p.writer.SetCarrying
	r.earlier = widgets.NewSmall("")
	r.buildCare()
	r.themes = newThemePicker(p)
	r.addFeeling = widgets.NewAddChip(w.T("journal.feelings.add"), func() { p.chooseFeelings() })
	r.more = widgets.NewFoldOut(w.T("journal.deeper"), r.buildMore())
	r.more.OnTurned = func(bool) { r.refresh() }
	felt := widgets.Column(look.Gap, widgets.NewCaption(w.T("journal.feelings")), r.felt)
	r.column = widgets.Column(look.Wide+2, r.hit, widgets.Column(look.Tight, r.carrying, r.earlier), r.care, felt, r.more, r.themes.content)
	r.scroll = container.NewVScroll(widgets.Pad(18, 16, r.column))
	r.content = container.NewStack(widgets.Wheel(r.scroll))
	return r
}

// buildCare makes the plain line for a heavy day.
func (r *rail) buildCare() {
	r.contact = widgets.NewText("", look.Label, look.Ink)
	r.toSettings = widgets.NewLink(r.page.words.T("journal.care.set"), func() { r.page.frame.Open("settings", 0) })
	r.care = widgets.Column(look.Tight, r.contact, widgets.Row(0, r.toSettings))
	r.care.Hide()
}

// buildMore makes what is folded away at first.
//
//words:prefix impact.kind.
//words:prefix impact.need.
func (r *rail) buildMore() fyne.CanvasObject {
	w, writer := r.page.words, r.page.writer
	r.affect = widgets.NewAffectGrid(widgets.AffectWords{
		Name: w.T("journal.affect"), TopLeft: w.T("journal.affect.alarmed"), TopRight: w.T("journal.affect.energised"),
		BottomLeft: w.T("journal.affect.drained"), BottomRight: w.T("journal.affect.calm"),
	})
	r.affect.OnChanged = writer.SetAffect
	r.body = fields.NewTextLine(w.T("journal.body"), w.T("journal.body.hint"))
	r.body.OnChanged = writer.SetBody
	r.kinds = map[journal.Kind]*widgets.CheckRow{}
	kinds := widgets.Column(look.Tight, widgets.NewCaption(w.T("journal.kinds")))
	for _, k := range journal.Kinds {
		r.kinds[k] = widgets.NewCheckRow(w.T("impact.kind."+string(k)), false, func(bool) { writer.ToggleKind(k) })
		kinds.Add(r.kinds[k])
	}
	r.needs = map[journal.Need]*widgets.Chip{}
	needs := widgets.Wrap(6)
	for _, n := range journal.Needs {
		r.needs[n] = widgets.NewChip(w.T("impact.need."+string(n)), widgets.Neutral, func() { writer.SetNeed(n) })
		needs.Add(r.needs[n])
	}
	need := widgets.Column(look.Gap, widgets.NewCaption(w.T("journal.need")), needs)
	return widgets.Column(look.Wide, widgets.Sized(100, 112, r.affect), r.body, need, kinds)
}

// show fills the rail; without an open entry it is empty.
func (r *rail) show(s State) {
	r.content.Hidden = s.Entry.ID == 0
	another := s.Entry.ID != r.shown.Entry.ID
	if another { // begins where every entry begins, and nothing of the last one is left
		r.themes.clear()
		r.more.SetOpen(false)
		r.scroll.ScrollToTop()
	}
	if another || !slices.Equal(s.Entry.Themes, r.shown.Entry.Themes) {
		r.themes.show(s.Entry.Themes)
	}
	r.showImpact(s.Entry.Impact)
	if !slices.Equal(s.Entry.Impact.Feelings, r.shown.Entry.Impact.Feelings) || len(r.felt.Objects) == 0 {
		r.fillFeelings(s.Entry.Impact.Feelings)
	}
	r.showCare(s)
	r.shown = s
	r.refresh()
}

func (r *rail) showImpact(i journal.Impact) {
	setScale(r.hit, i.Hit)
	setScale(r.carrying, i.Carrying)
	r.showEarlier(i.Earlier)
	if i.Affect != nil {
		r.affect.SetValue(int(i.Affect.Valence), int(i.Affect.Energy), true)
	} else {
		r.affect.SetValue(0, 0, false)
	}
	if r.body.Text() != i.Body {
		r.body.SetText(i.Body)
	}
	for k, row := range r.kinds {
		row.SetChecked(slices.Contains(i.Kinds, k))
	}
	for n, chip := range r.needs {
		chip.SetSelected(n == i.Need)
	}
}

// mostEarlier is how many earlier ratings are shown: the latest.
const mostEarlier = 4

// showEarlier says small what was still carried on other days.
func (r *rail) showEarlier(all []journal.Rating) {
	r.earlier.Hidden = len(all) == 0
	now := r.page.desk.Now()
	var parts []string
	for _, rating := range all[max(len(all)-mostEarlier, 0):] {
		n, _ := rating.Carrying.Value()
		parts = append(parts, r.page.words.T("journal.carrying.on", n, present.Days{Words: r.page.words}.Short(rating.On.Time(), now)))
	}
	r.earlier.SetText(r.page.words.T("journal.carrying.before", strings.Join(parts, ", ")))
}

func setScale(s *widgets.Scale, l journal.Level) {
	n, given := l.Value()
	if value, set := s.Value(); value != n || set != given {
		s.SetValue(n, given)
	}
}

func (r *rail) showCare(s State) {
	r.care.Hidden = !s.Entry.Impact.Heavy()
	text := r.page.words.T("journal.care.none")
	if s.Contact != "" {
		text = r.page.words.T("journal.care", s.Contact)
	}
	r.contact.SetText(text)
	r.toSettings.Hidden = s.Contact != ""
}

// fillFeelings shows the chosen words, and the chip that offers more while there
// is room.
func (r *rail) fillFeelings(chosen []journal.Feeling) {
	w, writer := r.page.words, r.page.writer
	widgets.Refill(r.felt, func() {
		r.felt.RemoveAll()
		for _, f := range chosen {
			chip := widgets.NewChip(feelings.Word(w, f), widgets.Warm, nil)
			r.felt.Add(chip.OnRemove(func() { writer.ToggleFeeling(f) }))
		}
		if len(chosen) < journal.MaxFeelings {
			r.felt.Add(r.addFeeling)
		}
	})
}

// chooseFeelings opens the feeling words for the open entry.
func (p *Page) chooseFeelings() *feelings.Chooser {
	return feelings.Choose(p.frame.Window().Canvas(), p.words, feelings.Of{
		Chosen: func() []journal.Feeling { return p.writer.entry.Impact.Feelings },
		Toggle: p.writer.ToggleFeeling, Closed: p.rail.focusFeelings,
	})
}

// focusFeelings takes the keyboard to the last chip of the feelings: the one that
// adds, while there is room.
func (r *rail) focusFeelings() { widgets.FocusLast(r.felt) }

func (r *rail) refresh() {
	if r.column != nil {
		r.column.Refresh()
		r.content.Refresh()
	}
}

// focus takes the keyboard to the first question.
func (r *rail) focus() { r.page.frame.Window().Canvas().Focus(r.hit) }
