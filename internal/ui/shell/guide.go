package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// chapters are those of the guide, in order.
var chapters = []string{"write", "leave", "words", "backup", "bring", "copy", "where", "sent", "trouble"}

// How much of the window's height the guide leaves free, and the most that it takes.
const (
	guideAround = 220
	guideMost   = 560
)

//words:prefix shell.guide.

// openGuide shows the guide, which is in the program and needs no network.
func (r *room) openGuide() {
	column := widgets.Column(look.Wide)
	for _, name := range chapters {
		column.Add(chapter(r.t("shell.guide."+name), r.t("shell.guide."+name+".text")))
	}
	canvas := r.Window().Canvas()
	height := min(canvas.Size().Height-guideAround, guideMost*look.Scale())
	scroll := container.NewVScroll(widgets.Pad(0, look.Gap, column))
	var d *widgets.Dialog
	d = widgets.ShowDialog(canvas, r.t("shell.guide"), widgets.Sized(0, height, widgets.Wheel(scroll)),
		widgets.NewPlain(r.t("shell.guide.about"), func() { d.Close(); r.Open(settingsPage, 0) }),
		widgets.NewPrimary(r.t("shell.guide.close"), func() { d.Close() }))
}

func chapter(title, text string) fyne.CanvasObject {
	return widgets.Column(look.Tight, widgets.NewText(title, look.Interface, look.Green).Bold(), widgets.NewText(text, look.Interface, look.Ink))
}
