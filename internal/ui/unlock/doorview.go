package unlock

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// doorView is the page that asks for the passphrase, or for the words.
type doorView struct {
	page    *Page
	door    *door
	content fyne.CanvasObject
	column  *fyne.Container
	card    *fyne.Container

	secret   *fields.PassphraseField
	words    *fields.TextSection
	unlock   *widgets.Button
	turn     *widgets.Button
	other    *widgets.Button
	foot     *widgets.Text
	trouble  *fyne.Container
	happened *widgets.Text
	next     *widgets.Text
	ways     *ways
	costly   *fyne.Container
	goOn     *widgets.Button
	back     *widgets.Button
}

// newDoorView returns the view with its door, which build needs: fields and buttons
// call it.
func newDoorView(p *Page) *doorView {
	v := &doorView{page: p}
	v.door = &door{keys: p.app, background: elsewhere, do: p.frame.Do, show: v.show, opened: v.opened}
	v.build()
	return v
}

func (v *doorView) build() {
	t := v.page.t
	v.secret = fields.NewPassphraseField(t("unlock.passphrase"), t("unlock.show"), t("unlock.hide"))
	v.secret.OnSubmitted = v.door.try
	v.words = fields.NewTextSection(t("unlock.words"), t("unlock.words.hint"), 3)
	v.unlock = widgets.NewPrimary(t("unlock.unlock"), v.try)
	v.turn = widgets.NewLink(t("unlock.use_words"), func() { v.door.by(!v.door.state.ByWords); v.focus() })
	v.other = widgets.NewLink(t("unlock.other"), v.page.chooseFile)
	v.foot = widgets.NewSmall("").Centred()
	v.buildTrouble()
	v.card = widgets.Column(look.Wide, v.secret, v.words, v.trouble, v.unlock, links(v.turn, v.other))
	v.column = widgets.Column(look.Edge,
		brand(t("unlock.name"), t("unlock.line")),
		widgets.Card(widgets.Pad(look.Gap, look.Gap, v.card)),
		v.foot)
	v.content = calm(doorWidth, v.column)
}

// buildTrouble makes what is said and offered where a journal doesn't open; show hides
// what doesn't fit the state.
func (v *doorView) buildTrouble() {
	v.happened = widgets.NewText("", look.Interface, look.WarmInk)
	v.next = widgets.NewSmall("")
	v.ways = newWays(v)
	v.back = widgets.NewPlain(v.page.t("unlock.costly.back"), v.leave)
	v.goOn = widgets.NewPlain(v.page.t("unlock.costly.go_on"), v.door.goOn)
	v.costly = widgets.Pad(0, look.Gap, widgets.Column(look.Gap, v.back, v.goOn))
	v.trouble = widgets.Column(look.Tight, v.happened, v.next, v.ways.content, v.costly)
}

// try hands what was typed to the door. Space around recovery words doesn't count; in a
// passphrase every letter does.
func (v *doorView) try() {
	if v.door.state.ByWords {
		v.door.try(strings.TrimSpace(v.words.Text()))
		return
	}
	v.door.try(v.secret.Secret())
}

// leave goes back from what is costly.
func (v *doorView) leave() {
	v.door.back()
	if !v.door.state.Ways {
		v.focus()
	}
}

// show makes the page say what the state is.
func (v *doorView) show(s doorState) {
	away := s.Ways || s.Costly != nil
	v.secret.Hidden, v.words.Hidden = s.ByWords || away, !s.ByWords || away
	v.unlock.Hidden = away
	v.costly.Hidden = s.Costly == nil
	v.back.Hidden, v.goOn.Hidden = s.Costly == nil, s.Costly == nil
	v.turn.SetText(v.page.t("unlock.use_words"))
	if s.ByWords {
		v.turn.SetText(v.page.t("unlock.use_passphrase"))
	}
	v.foot.SetText(v.stays())
	v.unlock.SetText(v.page.t("unlock.unlock"))
	if s.Repair {
		v.unlock.SetText(v.page.t("unlock.repair"))
		v.foot.SetText(v.page.t("unlock.repair.text"))
	}
	for _, w := range v.controls() {
		w.Enable()
	}
	if s.Busy {
		v.unlock.SetText(v.page.t("unlock.opening_it"))
		v.foot.SetText(v.page.t("unlock.working"))
		for _, w := range v.controls() {
			w.Disable()
		}
	}
	v.showTrouble(s)
	v.card.Refresh()
	v.column.Refresh()
	v.content.Refresh()
}

// stays says where what is written stays.
func (v *doorView) stays() string {
	says := v.page.t("unlock.stays")
	if v.page.app.Portable() {
		says = v.page.t("unlock.stays.portable")
	}
	service := v.page.app.Synced()
	switch {
	case service == "":
		return says
	case v.page.app.Portable():
		return says + " " + v.page.t("unlock.synced.text", service)
	}
	return v.page.t("unlock.synced.text", service)
}

// control is whatever rests while the page is busy.
type control interface {
	Enable()
	Disable()
}

// controls returns all that can be typed into or pressed, the ways on among it.
func (v *doorView) controls() []control {
	all := []control{v.unlock, v.turn, v.other, v.secret, v.words, v.back, v.goOn}
	for _, b := range v.ways.buttons() {
		all = append(all, b)
	}
	return all
}

//words:prefix unlock.trouble.

// showTrouble says what happened and what comes next, and takes the keyboard there. A
// secret that was wrong is selected, to be mended; where ways on are offered it is
// cleared, as they use the key of the last try.
func (v *doorView) showTrouble(s doorState) {
	v.trouble.Hidden = !s.Trouble && s.Costly == nil
	v.ways.show(s)
	switch {
	case s.Costly != nil:
		v.showCost(*s.Costly)
		return
	case !s.Trouble:
		return
	}
	key := v.troubleKey(s)
	v.happened.SetText(v.page.t(key))
	v.next.SetText(v.page.t(key + "_next"))
	v.trouble.Refresh()
	switch {
	case s.Busy:
	case s.Ways:
		v.secret.Clear()
		v.ways.focus(v.page.frame.Window().Canvas())
	case s.ByWords:
		v.words.Focus()
	default:
		v.secret.Again()
	}
}

// showCost says what going on would take, with the keyboard on the way back.
func (v *doorView) showCost(c app.Cost) {
	v.happened.SetText(v.page.t("unlock.costly", c.Memory, c.Of, max(c.Times, 1)))
	if c.Of == 0 {
		v.happened.SetText(v.page.t("unlock.costly.unknown", c.Memory, max(c.Times, 1)))
	}
	v.next.SetText(v.page.t("unlock.costly.next"))
	v.secret.Clear()
	v.trouble.Refresh()
	v.page.frame.Window().Canvas().Focus(v.back)
}

// troubleKey gives the words of what happened.
func (v *doorView) troubleKey(s doorState) string {
	key := "unlock.trouble." + strings.ReplaceAll(s.Kind.String(), " ", "_")
	switch {
	case s.Mending:
		if key = "unlock.mending." + strings.ReplaceAll(s.Kind.String(), " ", "_"); !v.page.frame.Words().Has(key) {
			key = "unlock.mending.other"
		}
		return key
	case s.Other:
		return "unlock.trouble.other"
	case s.Older && (s.Found == nil || s.Found.Sound()):
		return "unlock.trouble.older"
	case s.Repair && s.Found != nil && s.Found.Sound():
		return "unlock.trouble.sound"
	case s.Kind == fault.CannotUnlock && s.ByWords:
		key += "_words"
	}
	if !v.page.frame.Words().Has(key) {
		key = "unlock.trouble.internal"
	}
	return key
}

func (v *doorView) focus() {
	if v.door.state.ByWords {
		v.words.Focus()
		return
	}
	v.secret.Focus()
}

// opened empties the fields before it hands the journal over.
func (v *doorView) opened(how Opened) {
	v.secret.Clear()
	v.words.SetText("")
	v.page.frame.Opened(how)
}
