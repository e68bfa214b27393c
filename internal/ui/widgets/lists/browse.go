package lists

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// Browsing says what a Browse dialog shows and gives.
type Browsing struct {
	Title, Up, None, Take, Cancel string
	// Inside gives the whole paths of what a folder holds that can be chosen:
	// folders, with a separator at their end, and perhaps files.
	Inside func(folder string) []string
	// Taken gets the folder in view, or the file that was chosen.
	Taken func(path string)
	// Files says that files are chosen, not folders.
	Files bool
	// New is the button that makes a folder in the one in view; Make asks for its name
	// and calls made with its path once it is there. nil: none can be made.
	New  string
	Make func(folder string, made func(path string))
}

// browser is a dialog to walk through folders.
type browser struct {
	Browsing
	folder string
	path   *widgets.Text
	none   *widgets.Text
	list   *RowList
	dialog *widgets.Dialog
}

// browseHeight is how high the list is, at 100 % text.
const browseHeight float32 = 240

// Browse shows what is in a folder, over the canvas: Enter goes into one below or
// takes a file, Backspace goes up, a letter goes to what begins with it, and the
// button takes the folder in view. It gives the dialog.
func Browse(c fyne.Canvas, folder string, b Browsing) *widgets.Dialog {
	w := &browser{Browsing: b, path: widgets.NewCaption(""), none: widgets.NewSoft(b.None)}
	w.list = NewRowList(RowShape{}, func(path string) RowContent {
		name := filepath.Base(path)
		if isFolder(path) {
			name += string(filepath.Separator)
		}
		return RowContent{Title: name}
	})
	w.list.OnActivated = w.into
	w.list.OnKey = func(_ string, key fyne.KeyName) {
		if key == fyne.KeyBackspace || key == fyne.KeyLeft {
			w.up()
		}
	}
	w.list.OnTyped = w.list.JumpTo
	body := widgets.Column(look.Gap, w.path, w.none, widgets.Sized(10, browseHeight*look.Scale(), w.list))
	buttons := []*widgets.Button{
		widgets.NewPlain(b.Cancel, func() { w.dialog.Close() }),
		widgets.NewPlain(b.Up, w.up),
		widgets.NewPrimary(b.Take, w.take),
	}
	if b.Make != nil {
		begin := func() { b.Make(w.folder, func(path string) { w.show(path, "") }) }
		buttons = append([]*widgets.Button{widgets.NewPlain(b.New, begin)}, buttons...)
	}
	w.dialog = widgets.ShowDialog(c, b.Title, body, buttons...)
	w.show(filepath.Clean(folder), "")
	return w.dialog
}

func isFolder(path string) bool { return path[len(path)-1] == filepath.Separator }

// show lists what is in a folder, with the row of that path chosen.
func (b *browser) show(folder, chosen string) {
	b.folder = folder
	b.path.SetText(folder)
	inside := b.Inside(folder)
	items := make([]RowItem, len(inside))
	for i, path := range inside {
		items[i].ID = path
	}
	b.list.SetItems(items)
	b.none.Hidden = len(items) > 0
	if chosen == "" && len(items) > 0 {
		chosen = items[0].ID
	}
	b.list.Select(chosen)
	b.dialog.Refresh()
	draw.Focus(b.list)
}

func (b *browser) into(path string) {
	if isFolder(path) {
		b.show(filepath.Clean(path), "")
		return
	}
	b.dialog.Close()
	b.Taken(path)
}

// up goes to the folder above, with the one that was left chosen there.
func (b *browser) up() {
	if above := filepath.Dir(b.folder); above != b.folder {
		b.show(above, b.folder+string(filepath.Separator))
	}
}

// take gives the folder in view, or goes on to the chosen one while a file is
// looked for.
func (b *browser) take() {
	if path, chosen := b.list.Selected(); b.Files {
		if chosen {
			b.into(path)
		}
		return
	}
	b.dialog.Close()
	b.Taken(b.folder)
}
