package backups

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// moving is the section of what goes out and comes in as a whole, folded away.
func (p *Page) moving() fyne.CanvasObject {
	t := p.words.T
	out := p.button(widgets.NewPlain(t("backups.whole"), p.askWhole))
	p.bring = p.button(widgets.NewPlain(t("backups.in"), p.askIn))
	body := widgets.Column(look.Wide,
		widgets.Column(look.Gap, widgets.NewSmall(t("backups.whole.text")), widgets.Row(0, out)),
		widgets.Column(look.Gap, widgets.NewSmall(t("backups.in.text")), widgets.Row(0, p.bring)))
	p.fold = widgets.NewFoldOut(t("backups.moving.open"), body)
	p.fold.OnTurned = func(bool) { p.column.Refresh(); p.scroll.Refresh() }
	return section(t("backups.moving"), p.fold)
}

// showMoving goes to the section, at its foot what brings something in.
func (p *Page) showMoving() {
	p.column.Refresh()
	p.scroll.Refresh()
	p.frame.Window().Canvas().Focus(p.bring)
	p.scroll.ScrollToBottom()
}

// askIn asks what is to be brought in.
func (p *Page) askIn() {
	t := p.words.T
	p.askPath(t("backups.in.ask"), t("backups.in.hint"), t("backups.in.take"), p.takeIn, ".json", app.LockedSuffix)
}

// takeIn looks into a full export, or else into notes of another program. A locked
// export asks for its passphrase first.
func (p *Page) takeIn(path string) {
	whole, readable := app.IsWhole(path)
	locked, is := app.IsLocked(path)
	switch {
	case readable:
		p.presenter.Look(app.WholeAt{Path: whole})
	case is:
		p.askUnlock(locked)
	default:
		p.presenter.LookInto(path)
	}
}

// askUnlock asks for the passphrase of a locked export.
func (p *Page) askUnlock(path string) {
	t := p.words.T
	var d *widgets.Dialog
	secret := fields.NewPassphraseField(t("backups.in.unlock.passphrase"), t("backups.key.show"), t("backups.key.hide"))
	look := func(typed string) {
		if typed != "" {
			d.Close()
			p.presenter.Look(app.WholeAt{Path: path, Passphrase: typed})
		}
	}
	secret.OnSubmitted = look
	d = widgets.ShowDialog(p.frame.Window().Canvas(), t("backups.in.unlock.ask"), secret,
		widgets.NewPlain(t("backups.cancel"), func() { d.Close() }),
		widgets.NewPrimary(t("backups.in.take"), func() { look(secret.Secret()) }))
	secret.Focus()
}

// looked says what bringing a full export in would do, and asks.
func (p *Page) looked(at app.WholeAt, would app.Brought) {
	if !p.shown {
		return
	}
	t := p.words.T
	column := widgets.Column(look.Gap)
	for _, line := range app.SayBrought(p.words, would) {
		column.Add(widgets.NewBody(line))
	}
	var d *widgets.Dialog
	buttons := []*widgets.Button{widgets.NewPlain(t("backups.close"), func() { d.Close() })}
	if !would.None() {
		buttons = append(buttons, widgets.NewPrimary(t("backups.in.yes"), func() {
			d.Close()
			if err := p.frame.KeepAll(); err != nil {
				p.frame.Failed(err)
				return
			}
			p.presenter.BringIn(at)
		}))
	}
	d = widgets.ShowDialog(p.frame.Window().Canvas(), t("backups.in.looked"), column, buttons...)
}

// foundWidth is how wide the lines of what was found are, at 100 % text.
const foundWidth float32 = 400

// incoming says what was found in the notes of another program, and asks. Nothing is
// written before.
func (p *Page) incoming(in *app.Incoming, people []app.FoundPerson, today app.Day) {
	if !p.shown {
		return
	}
	t := p.words.T
	said := widgets.Column(look.Gap)
	take := app.Taking{Rule: app.WhereIWas}
	told := in.Tell(take.Rule, today)
	say := func() {
		said.RemoveAll()
		for _, line := range app.SayIncoming(p.words, in.Tell(take.Rule, today)) {
			said.Add(widgets.NewBody(line))
		}
		said.Refresh()
	}
	say()
	column := widgets.Column(look.Wide, said)
	if told.Shifted > 0 {
		column.Add(widgets.Column(look.Tight, widgets.NewCheckRow(t("backups.in.utc"), false, func(on bool) {
			take.Rule = app.WhereIWas
			if on {
				take.Rule = app.AsWritten
			}
			say()
		}), widgets.NewSmall(p.words.N("backups.in.utc.text", told.Shifted))))
	}
	if told.Entries > 0 && len(people) > 0 {
		column.Add(p.offer(people, &take))
	}
	var d *widgets.Dialog
	buttons := []*widgets.Button{widgets.NewPlain(t("backups.close"), func() { d.Close() })}
	if told.Entries > 0 {
		buttons = append(buttons, widgets.NewPrimary(t("backups.in.yes"), func() { d.Close(); p.presenter.TakeIn(in, take) }))
	}
	window := p.frame.Window().Canvas().Size()
	column.Resize(fyne.NewSize(min(foundWidth*look.Scale(), window.Width-100), 1)) // its lines wrap, and then say how high they are
	room := min(window.Height-220, max(column.MinSize().Height, 60))
	d = widgets.ShowDialog(p.frame.Window().Canvas(), t("backups.in.found"), widgets.Sized(0, room, container.NewVScroll(column)), buttons...)
}

// offer lists whom the notes name, to be put into the register by choice.
func (p *Page) offer(people []app.FoundPerson, take *app.Taking) fyne.CanvasObject {
	column := widgets.Column(look.Tight, widgets.NewCaption(p.words.T("backups.in.people")), widgets.NewSmall(p.words.T("backups.in.people.text")))
	for _, one := range people {
		column.Add(widgets.NewCheckRow(p.words.N("incoming.person", one.Notes, strings.Join(one.Forms, " · ")), false, func(on bool) {
			take.People = slices.DeleteFunc(take.People, func(forms []string) bool { return slices.Equal(forms, one.Forms) })
			if on {
				take.People = append(take.People, one.Forms)
			}
		}))
	}
	return column
}

// taken says how many notes became entries, with the way back.
func (p *Page) taken(entries int) { p.frame.Notify(p.words.N("backups.in.taken", entries), true) }
