package unlock

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// ways says how much of a file is there that doesn't open as it should, and
// offers what is left to do: nothing is thrown away by any of it.
type ways struct {
	view    *doorView
	content *fyne.Container
	counts  *widgets.Text
	made    *widgets.Text

	restored, readOnly, backup, salvage, open *widgets.Button
}

func newWays(v *doorView) *ways {
	t := v.page.t
	w := &ways{view: v, counts: widgets.NewText("", look.Interface, look.Ink), made: widgets.NewText("", look.Interface, look.Green)}
	w.restored = widgets.NewPlain(t("unlock.restored"), func() { v.door.tryAs(app.AsRestored) })
	w.readOnly = widgets.NewPlain(t("unlock.read_only"), func() { v.door.tryAs(app.ReadOnly) })
	w.backup = widgets.NewPlain(t("unlock.restore"), w.askBackup)
	w.salvage = widgets.NewPlain(t("unlock.salvage"), w.askSalvage)
	w.open = widgets.NewPrimary(t("unlock.salvage.open"), func() { v.page.frame.Failed(v.door.openRescued()) })
	w.content = widgets.Column(look.Gap, w.counts, w.restored, w.readOnly, w.backup, w.salvage, w.made, w.open)
	return w
}

func (w *ways) buttons() []*widgets.Button {
	return []*widgets.Button{w.open, w.restored, w.readOnly, w.backup, w.salvage}
}

// show offers what can be done in this state.
func (w *ways) show(s doorState) {
	w.content.Hidden = !s.Ways || s.Costly != nil
	broken := s.Found == nil || !s.Found.Sound()
	put := s.Older || s.Other
	w.restored.Hidden = !put
	w.restored.SetText(w.view.page.t("unlock.restored"))
	if s.Other {
		w.restored.SetText(w.view.page.t("unlock.meant"))
	}
	w.readOnly.Hidden = !put && (!s.Repair || !broken)
	w.backup.Hidden = len(s.Backups) == 0 || !broken && !put
	w.salvage.Hidden = !broken || s.Rescued != nil
	w.made.Hidden, w.open.Hidden = s.Rescued == nil, s.Rescued == nil
	w.counts.SetText(w.view.page.t("unlock.found.uncounted"))
	if s.Found != nil {
		w.counts.SetText(w.view.page.t("unlock.found", s.Found.Intact, s.Found.Damaged+s.Found.Stale, s.Found.Missing))
	}
	if s.Rescued != nil {
		c := s.Rescued.Condition
		w.made.SetText(w.view.page.t("unlock.salvage.made", c.Intact, c.Damaged+c.Missing, s.Rescued.Path))
	}
	w.content.Refresh()
}

// focus takes the keyboard to the first way that is offered, to one that settles
// nothing before one that does: Enter may have been pressed twice.
func (w *ways) focus(c fyne.Canvas) {
	for _, b := range []*widgets.Button{w.open, w.readOnly, w.backup, w.salvage, w.restored} {
		if b.Visible() && !b.Disabled() {
			c.Focus(b)
			return
		}
	}
	c.Focus(w.view.other)
}

// mostBackups is how many backups are offered, the newest.
const mostBackups = 8

// askBackup asks which backup takes the file's place.
func (w *ways) askBackup() {
	p := w.view.page
	var d *widgets.Dialog
	list := widgets.Column(look.Gap, widgets.NewBody(p.t("unlock.restore.text")))
	for _, b := range w.view.door.state.Backups[:min(mostBackups, len(w.view.door.state.Backups))] {
		name := widgets.NewText(p.when(b.At), look.Interface, look.Ink).OneLine()
		take := widgets.NewLink(p.t("unlock.restore.take"), func() { d.Close(); w.view.door.restore(b.Path) })
		list.Add(widgets.Row(0, name, layout.NewSpacer(), take))
	}
	d = widgets.ShowDialog(p.frame.Window().Canvas(), p.t("unlock.restore.title"), list,
		widgets.NewPrimary(p.t("unlock.cancel"), func() { d.Close() }))
}

// when says when a backup was made, in the computer's own time.
func (p *Page) when(at time.Time) string {
	return present.Days{Words: p.app.Words()}.ShortAt(at.Local(), p.app.Now())
}

// askSalvage asks where the new journal goes.
func (w *ways) askSalvage() {
	p := w.view.page
	var d *widgets.Dialog
	path := fields.NewTextLine(p.t("unlock.salvage.where"), "")
	path.SetText(p.app.SalvagePath())
	save := func() {
		d.Close()
		w.view.door.salvage(path.Text())
	}
	path.OnSubmitted = func(string) { save() }
	d = widgets.ShowDialog(p.frame.Window().Canvas(), p.t("unlock.salvage.title"),
		widgets.Column(look.Wide, widgets.NewBody(p.t("unlock.salvage.text")), path),
		widgets.NewPlain(p.t("unlock.cancel"), func() { d.Close() }),
		widgets.NewPrimary(p.t("unlock.salvage.save"), save))
	path.Focus()
}
