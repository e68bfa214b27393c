package copy

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
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
	d = widgets.ShowDialog(p.canvas(), t("copy.shared.title"), body, widgets.NewPrimary(t("copy.close"), func() { d.Close() }))
	d.OnClosed(p.focus)
	if list != nil {
		draw.Focus(list)
	}
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
	title := t("copy.kind." + c.Kind)
	if c.Audience != "" {
		title += " " + t("copy.whom."+c.Audience)
	}
	return lists.RowContent{
		Title:    title,
		Trailing: p.day(c.At) + " " + strconv.Itoa(c.At.Year()),
		Excerpt:  c.File + "\n" + strings.Join(told, " · "),
	}
}
