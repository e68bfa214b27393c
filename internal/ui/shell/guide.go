package shell

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// chapters are those of the guide, in order.
var chapters = []string{"write", "leave", "words", "backup", "bring", "copy", "where", "sent", "trouble"}

//words:prefix shell.guide.

// openGuide shows the guide, which is in the program and needs no network.
func (r *room) openGuide() {
	var d *widgets.Dialog
	d = widgets.ShowDialog(r.Window().Canvas(), r.t("shell.guide"), r.guide(),
		widgets.NewPlain(r.t("shell.guide.about"), func() { d.Close(); r.Open(settingsPage, 0) }),
		widgets.NewPrimary(r.t("shell.guide.close"), func() { d.Close() }))
}

// guide is every chapter below the other.
func (r *room) guide() *fyne.Container {
	column := widgets.Column(look.Wide)
	for _, name := range chapters {
		column.Add(chapter(r.t("shell.guide."+name), r.t("shell.guide."+name+".text")))
	}
	return column
}

func chapter(title, text string) fyne.CanvasObject {
	return widgets.Column(look.Tight, widgets.NewText(title, look.Interface, look.Green).Bold(), widgets.NewText(text, look.Interface, look.Ink))
}
