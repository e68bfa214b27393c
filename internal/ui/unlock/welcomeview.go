package unlock

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/secret"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// welcomeView is the first page: what the program is on one side, the way in on
// the other.
type welcomeView struct {
	page    *Page
	welcome *welcome
	content fyne.CanvasObject
	both    *fyne.Container

	choice *fields.PassphraseChoice
	make   *widgets.Button
	look   *widgets.Button
	other  *widgets.Button
	terms  *widgets.Button // whose words, spelling and dates
}

func newWelcomeView(p *Page) *welcomeView {
	v := &welcomeView{page: p}
	v.welcome = &welcome{
		maker: p.app, background: elsewhere, do: p.frame.Do, show: v.show, opened: v.opened, failed: p.frame.Failed,
	}
	v.choice = secret.NewChoice(p.frame, aside)
	v.choice.OnChanged = func() { v.show(v.welcome.state) }
	v.choice.OnSubmitted = v.create
	v.make = widgets.NewPrimary(p.t("unlock.make"), v.create)
	v.look = widgets.NewLink(p.t("unlock.look"), p.LookAround)
	v.other = widgets.NewLink(p.t("unlock.have"), p.chooseFile)
	v.terms = widgets.NewLink("", v.chooseTerms).WithMark(widgets.Down)
	v.sayTerms()
	v.both = container.New(&facing{}, v.tells(), v.ways())
	v.content = calm(welcomeWidth, widgets.Column(look.Edge, brand(p.t("unlock.name"), p.t("unlock.what")), v.both))
	return v
}

// tells says what stays private and what can't be protected.
func (v *welcomeView) tells() fyne.CanvasObject {
	t := v.page.t
	part := func(title, text string) fyne.CanvasObject {
		return widgets.Column(look.Tight, widgets.NewText(title, look.Interface, look.Green).Bold(), widgets.NewText(text, look.Interface, look.Ink))
	}
	parts := widgets.Column(look.Wide,
		part(t("unlock.private"), t("unlock.private.text")),
		part(t("unlock.limits"), t("unlock.limits.text")),
		part(t("unlock.record"), t("unlock.record.text")))
	if v.page.app.Portable() {
		parts.Objects = append([]fyne.CanvasObject{part(t("unlock.portable"), t("unlock.portable.text"))}, parts.Objects...)
	}
	if service := v.page.app.Synced(); service != "" {
		parts.Add(part(t("unlock.synced"), t("unlock.synced.text", service)))
	}
	return parts
}

// ways is the card that makes a journal, with the two other ways below it.
func (v *welcomeView) ways() fyne.CanvasObject {
	t := v.page.t
	card := widgets.Column(look.Wide,
		widgets.NewText(t("unlock.choose"), look.Subtitle, look.Ink).Bold(),
		widgets.NewSmall(t("unlock.choose.text")),
		v.choice, v.make)
	return widgets.Column(look.Wide, widgets.Card(widgets.Pad(look.Gap, look.Gap, card)), links(v.look, v.other), widgets.Row(0, v.terms))
}

//words:prefix terms.

func (v *welcomeView) sayTerms() {
	v.terms.SetText(v.page.t("unlock.terms", v.page.t("terms."+string(v.page.app.Terms()))))
}

// chooseTerms offers whose terms the new journal is to speak in.
func (v *welcomeView) chooseTerms() {
	var choices []widgets.MenuChoice
	for _, each := range app.AllTerms() {
		choices = append(choices, widgets.MenuChoice{
			Text: v.page.t("terms." + string(each)), Checked: each == v.page.app.Terms(),
			Chosen: func() {
				v.page.frame.Failed(v.page.app.SetTerms(each))
				v.sayTerms()
				v.content.Refresh()
			},
		})
	}
	widgets.ShowMenu(v.terms, choices...)
}

// create makes the journal. Enter gets here too, so a passphrase that isn't ready makes
// none.
func (v *welcomeView) create() {
	if v.choice.Ready() {
		v.welcome.create(v.choice.Secret())
	}
}

// show lets a journal be made while the passphrase is ready, and disables every way in
// while one is under way.
func (v *welcomeView) show(s welcomeState) {
	v.make.Enable()
	v.look.Enable()
	v.other.Enable()
	v.choice.Enable()
	if !v.choice.Ready() || s != (welcomeState{}) {
		v.make.Disable()
	}
	if s != (welcomeState{}) {
		v.choice.Disable()
		v.look.Disable()
		v.other.Disable()
	}
	v.make.SetText(v.page.t("unlock.make"))
	v.look.SetText(v.page.t("unlock.look"))
	switch {
	case s.Making:
		v.make.SetText(v.page.t("unlock.making"))
	case s.Opening:
		v.look.SetText(v.page.t("unlock.opening"))
	}
	v.both.Refresh()
	v.content.Refresh()
}

func (v *welcomeView) focus() { v.choice.Focus() }

// opened empties the passphrase before it hands the journal over.
func (v *welcomeView) opened(how Opened) {
	v.choice.Clear()
	v.page.frame.Opened(how)
}

// facing sets two columns side by side, or one below the other where they would
// be too narrow.
type facing struct{}

// facingGap is how far the columns stand apart side by side, whatever the text size.
const facingGap = 2 * look.Edge

// stacked reports whether width is too small for two columns: below 560 at 100 % text.
func (f *facing) stacked(width float32) bool { return width < scaled(560) }

// Layout gives each its least height at its width.
func (f *facing) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if f.stacked(size.Width) {
		// the way in comes first: nobody should have to scroll for it
		height := settle(o[1], size.Width)
		o[1].Move(fyne.NewPos(0, 0))
		settle(o[0], size.Width)
		o[0].Move(fyne.NewPos(0, height+look.Edge))
		return
	}
	half := (size.Width - facingGap) / 2
	settle(o[0], half)
	settle(o[1], half)
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Move(fyne.NewPos(half+facingGap, 0))
}

// MinSize leaves the width open and tells the height at the last one.
func (f *facing) MinSize(o []fyne.CanvasObject) fyne.Size {
	left, right := o[0].MinSize(), o[1].MinSize()
	stacked := o[0].Position().X == o[1].Position().X
	if stacked {
		return fyne.NewSize(240, left.Height+right.Height+look.Edge)
	}
	return fyne.NewSize(240, max(left.Height, right.Height))
}

// settle gives an object a width and the height that it then needs, which it
// gives.
func settle(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, max(o.Size().Height, 1)))
	}
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}
