package settings

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// mostDeleted is how many deleted entries are listed.
const mostDeleted = 30

// deleted is the section of entries that can still be taken back.
type deleted struct {
	page    *Page
	section fyne.CanvasObject
	list    *fyne.Container
	says    *widgets.Text
	days    *widgets.Slider
	length  *widgets.Text
}

// newDeleted returns the section. Moving the slider only says the days; they are kept
// once it is let go.
func newDeleted(p *Page) *deleted {
	d := &deleted{page: p, list: widgets.Column(look.Gap), says: widgets.NewSmall("")}
	d.length = widgets.NewText("", look.Interface, look.Ink).OneLine()
	d.days = widgets.NewSlider(app.MinTrashDays, app.MaxTrashDays)
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
	name := widgets.NewText(app.EntryName(d.page.frame.Words(), o), look.Interface, look.Ink)
	first := widgets.NewSmall(o.Excerpt).Clipped()
	back := widgets.NewLink(t("settings.deleted.restore"), func() { d.restore(o.ID) })
	gone := widgets.NewLink(t("settings.deleted.purge"), func() { d.askPurge(o) })
	buttons := widgets.Row(look.Wide, layout.NewSpacer(), back, gone)
	return widgets.Frame(nil, nil, nil, buttons, widgets.Pad(0, 4, widgets.Column(0, name, first)))
}

// restore takes an entry back, without asking: it can be undone.
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

// whatPurging says what goes, and until when backups still hold it.
func (d *deleted) whatPurging(o journal.Overview) string {
	w, said := d.page.frame.Words(), []string{d.page.t("settings.purge.text")}
	k, err := d.page.desk.KeptInBackups(o.Written)
	switch {
	case err != nil:
		said = append(said, w.T("settings.purge.unread"))
	case k.Backups == 0:
		said = append(said, w.T("settings.purge.unheld"))
	default:
		said = append(said, heldUntil(w, k))
	}
	return strings.Join(append(said, w.T("settings.purge.copies")), "\n\n")
}

//words:prefix journal.month.

// heldUntil says how many backups hold it, when the last of them goes by itself,
// and how many never do.
func heldUntil(w *words.Catalog, k app.Keeping) string {
	said := []string{w.N("settings.purge.held", k.Backups)}
	if !k.Until.IsZero() {
		at := k.Until.Local()
		said = append(said, w.T("settings.purge.until", at.Day(), w.T("journal.month."+strconv.Itoa(int(at.Month()))), at.Year()))
	}
	if k.Staying > 0 {
		said = append(said, w.N("settings.purge.staying", k.Staying))
	}
	return strings.Join(append(said, w.T("settings.purge.merging")), " ")
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
