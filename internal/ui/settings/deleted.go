package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// mostDeleted is how many deleted entries are listed.
const mostDeleted = 30

// deleted is the section of entries that can still be taken back.
type deleted struct {
	page    *Page
	section fyne.CanvasObject
	list    *fyne.Container
	says    *widgets.Text
	days    *widget.Slider
	length  *widgets.Text
}

func newDeleted(p *Page) *deleted {
	d := &deleted{page: p, list: widgets.Column(look.Gap), says: widgets.NewSmall("")}
	d.length = widgets.NewText("", look.Interface, look.Ink).OneLine()
	d.days = widget.NewSlider(app.MinTrashDays, app.MaxTrashDays)
	d.days.OnChanged = func(days float64) { d.sayDays(int(days)) }
	d.days.OnChangeEnded = func(days float64) { p.presenter.trash(int(days)); d.show() }
	d.section = section(p.t("settings.deleted"), d.says, d.list, measured(p.t("settings.deleted.days"), d.length, d.days))
	d.show()
	return d
}

// show lists what is in the trash now.
func (d *deleted) show() {
	trash := d.page.desk.Trash()
	d.list.RemoveAll()
	for _, o := range trash[:min(len(trash), mostDeleted)] {
		d.list.Add(d.row(o))
	}
	d.says.SetText(d.page.t("settings.deleted.none"))
	if len(trash) > 0 {
		d.says.SetText(d.page.frame.Words().N("settings.deleted.kept", d.page.desk.Settings().TrashDays))
	}
	d.days.Value = float64(d.page.desk.Settings().TrashDays)
	d.days.Refresh()
	d.sayDays(d.page.desk.Settings().TrashDays)
	if d.page.column != nil {
		d.page.refresh()
	}
}

func (d *deleted) sayDays(days int) {
	d.length.SetText(d.page.frame.Words().N("settings.deleted.length", days))
}

func (d *deleted) row(o journal.Overview) fyne.CanvasObject {
	t := d.page.t
	name := widgets.NewText(o.Name(), look.Interface, look.Ink).Clipped()
	back := widgets.NewLink(t("settings.deleted.restore"), func() { d.restore(o.ID) })
	gone := widgets.NewLink(t("settings.deleted.purge"), func() { d.askPurge(o) })
	buttons := widgets.Row(look.Wide, layout.NewSpacer(), back, gone)
	return widgets.Frame(nil, nil, nil, buttons, widgets.Pad(0, 4, name))
}

func (d *deleted) restore(id journal.ID) {
	d.page.desk.Do(func() error { return d.page.desk.Restore(id) }, d.done(d.page.t("settings.deleted.restored"), true))
}

// askPurge makes sure before an entry goes for good.
func (d *deleted) askPurge(o journal.Overview) {
	t := d.page.t
	widgets.Confirm(d.page.frame.Window().Canvas(), widgets.Ask{
		Title: t("settings.purge"), Text: d.whatPurging(o),
		Yes: t("settings.purge.yes"), No: t("settings.purge.no"), Careful: true,
	}, func() {
		purge := func() error { return d.page.desk.Purge(context.Background(), o.ID) }
		d.page.desk.Do(purge, d.done(t("settings.purge.done"), false))
	})
}

// namedBackups is how many backups are named by their days; there are 23 at most.
const namedBackups = 5

// whatPurging says what goes, and which backups still hold it.
func (d *deleted) whatPurging(o journal.Overview) string {
	text := d.page.t("settings.purge.text")
	if held := d.page.desk.BackupsHolding(o.Written); len(held) > 0 {
		var days []string
		for _, b := range held[:min(len(held), namedBackups)] {
			days = append(days, b.At.Local().Format("02/01/2006"))
		}
		if len(held) > namedBackups {
			days = append(days, "…")
		}
		text += "\n\n" + d.page.frame.Words().N("settings.purge.held", len(held), strings.Join(days, ", "))
	}
	return text + "\n\n" + d.page.t("settings.purge.copies")
}

// done gives what follows a change: what is said of it, or what went wrong.
func (d *deleted) done(says string, undo bool) func(error) {
	return func(err error) {
		d.page.frame.Do(func() {
			d.show()
			if err != nil {
				d.page.frame.Failed(err)
				return
			}
			d.page.frame.Notify(says, undo)
		})
	}
}
