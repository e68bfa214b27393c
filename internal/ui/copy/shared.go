package copy

import (
	"cmp"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/lists"
)

//words:prefix copy.kind.

// showShared lists every copy that left the journal.
func (p *Page) showShared() {
	t := p.words.T
	copies := p.desk.SharedCopies()
	var body fyne.CanvasObject = widgets.NewSoft(t("copy.shared.none"))
	var list *lists.RowList
	if len(copies) > 0 {
		list = lists.NewRowList(lists.RowShape{ExcerptLines: 2}, func(id string) lists.RowContent {
			i, err := strconv.Atoi(id)
			if err != nil || i >= len(copies) {
				return lists.RowContent{}
			}
			return p.sharedRow(copies[i])
		})
		items := make([]lists.RowItem, len(copies))
		for i := range copies {
			items[i].ID = strconv.Itoa(i)
		}
		list.SetItems(items)
		room := max(p.canvas().Size().Height-220*look.Scale(), 140)
		height := min(float32(len(copies))*sharedRowHeight*look.Scale(), 340*look.Scale(), room)
		body = widgets.Column(look.Gap, widgets.NewSoft(t("copy.shared.text")), widgets.Sized(10, height, list))
	}
	var d *widgets.Dialog
	find := widgets.NewPlain(t("copy.shared.find"), func() { d.Close(); p.browseShared() })
	d = widgets.ShowDialog(p.canvas(), t("copy.shared.title"), body, find, widgets.NewPrimary(t("copy.close"), func() { d.Close() }))
	p.register = d
	d.OnClosed(func() {
		p.register = nil
		p.focus()
	})
	if list != nil {
		list.OnActivated = func(id string) {
			if i, err := strconv.Atoi(id); err == nil {
				d.Close()
				p.showLine(copies[i])
			}
		}
		draw.Focus(list)
	}
}

// dropped finds the copy that a file is which was dropped on the page, or on the list of
// copies; over any other question it is left alone.
func (p *Page) dropped(path string) {
	if p.register != nil {
		p.register.Close()
	}
	if p.canvas().Overlays().Top() == nil {
		p.findShared(path)
	}
}

// browseShared asks for a file and finds the copy that it is.
func (p *Page) browseShared() {
	t := p.words.T
	lists.Browse(p.canvas(), p.folder(), lists.Browsing{
		Title: t("browse.file"), Up: t("browse.up"), None: t("browse.none"), Take: t("browse.open"), Cancel: t("browse.cancel"), Files: true,
		Inside: func(folder string) []string { return input.Inside(folder, "") }, Taken: p.findShared,
	})
}

// findShared tells which copy a file is, by its content.
func (p *Page) findShared(path string) {
	var found app.SharedCopy
	known := false
	p.desk.Do(func() (err error) {
		found, known, err = p.desk.FindShared(path)
		return err
	}, func(err error) {
		p.frame.Do(func() {
			switch t := p.words.T; {
			case err != nil:
				p.frame.Failed(err)
			case known:
				p.showLine(found)
			default:
				widgets.Confirm(p.canvas(), widgets.Ask{Title: t("copy.shared.unknown"), Text: t("copy.shared.unknown.text", filepath.Base(path)), Yes: t("copy.close")}, nil)
			}
		})
	})
}

// showLine shows all that the register says of a copy: what, when, for whom, the
// file's hash, and what was kept and why.
func (p *Page) showLine(c app.SharedCopy) {
	t := p.words.T
	row := p.sharedRow(c)
	body := widgets.Column(look.Gap, widgets.NewText(row.Title, look.Interface, look.Ink).Bold(),
		widgets.NewSoft(row.Trailing+" "+p.clock(c.At)), widgets.NewSoft(row.Excerpt),
		widgets.NewCaption(t("copy.shared.hash.whole")), widgets.NewSmall(c.SHA256))
	if len(c.Left) > 0 {
		body.Add(widgets.NewCaption(t("copy.kept")).Bold())
	}
	for _, left := range c.Left {
		body.Add(widgets.NewSmall(t("copy.hint", left.Words, cmp.Or(left.Reason, t("copy.shared.no_reason")))))
	}
	key := "copy.shared.withdraw"
	if c.Withdrawn != "" {
		key = "copy.shared.restore"
	}
	var d *widgets.Dialog
	turn := widgets.NewPlain(t(key), func() {
		d.Close()
		p.withdraw(c)
	})
	d = widgets.ShowDialog(p.canvas(), t("copy.shared.line"), body, turn, widgets.NewPrimary(t("copy.close"), func() { d.Close() }))
	d.OnClosed(p.focus)
}

// withdraw marks a copy as asked back or destroyed, or takes the mark away.
func (p *Page) withdraw(c app.SharedCopy) {
	away := c.Withdrawn == ""
	p.desk.Do(func() error { return p.desk.WithdrawShared(c.ID, away) }, func(err error) {
		p.frame.Do(func() {
			switch {
			case err != nil:
				p.frame.Failed(err)
			case away:
				p.frame.Notify(p.words.T("copy.shared.withdrawn"), true)
			default:
				p.frame.Notify(p.words.T("copy.shared.restored"), true)
			}
		})
	})
}

// sharedRowHeight is a little more than a row takes, at 100 % text.
const sharedRowHeight float32 = 72

// shortHash is how much of a file's hash is enough to tell files apart by eye.
const shortHash = 8

func (p *Page) sharedRow(c app.SharedCopy) lists.RowContent {
	t := p.words.T
	told := []string{t("copy.shared.masked", c.Masked, c.Kept), t("copy.shared.hash", c.SHA256[:min(shortHash, len(c.SHA256))])}
	if c.Private {
		told = append(told, t("copy.much.private"))
	}
	if c.Withdrawn != "" {
		on := c.Withdrawn.Time()
		told = append(told, t("copy.shared.back", p.day(on)))
	}
	title := t("copy.kind." + c.Kind)
	if c.Audience != "" {
		title += " " + t("copy.whom."+c.Audience)
	}
	return lists.RowContent{
		Title:    title,
		Trailing: p.day(c.At) + " " + strconv.Itoa(c.At.Year()),
		Excerpt:  cmp.Or(c.File, t("copy.shared.clipboard")) + "\n" + strings.Join(told, " · "),
	}
}
