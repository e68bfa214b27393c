package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// FindWords are the words of a FindBar. Count says which of how many hits is the
// present one, and must know 0 of 0.
type FindWords struct {
	PlaceHolder string
	Count       func(present, count int) string
}

// FindBar is a row with a field for what to look for in an editor, how often it
// is there, and buttons to the hit before and behind. Enter goes on, Shift+Enter
// back, Escape ends it.
type FindBar struct {
	widget.BaseWidget
	// OnClosed is told when the bar is ended, after which the owner hides it.
	OnClosed func()

	editor  *Editor
	field   *findField
	count   *widget.Label
	words   FindWords
	content fyne.CanvasObject
}

// findField is the field of a FindBar.
type findField struct {
	widget.Entry
	bar   *FindBar
	shift bool
}

// InFindBar reports whether o is the field of a FindBar.
func InFindBar(o fyne.CanvasObject) bool {
	_, is := o.(*findField)
	return is
}

// NewFindBar returns a bar that finds in an editor.
func NewFindBar(e *Editor, words FindWords) *FindBar {
	b := &FindBar{editor: e, words: words, field: &findField{}, count: widget.NewLabel("")}
	b.field.bar = b
	b.field.PlaceHolder = words.PlaceHolder
	b.field.Wrapping = fyne.TextWrapOff
	b.field.ExtendBaseWidget(b.field)
	b.field.OnChanged = func(s string) { e.Find(s, b.tell) }
	back := widget.NewButtonWithIcon("", theme.MoveUpIcon(), e.FindPrevious)
	on := widget.NewButtonWithIcon("", theme.MoveDownIcon(), e.FindNext)
	end := widget.NewButtonWithIcon("", theme.CancelIcon(), b.Close)
	b.content = container.NewBorder(nil, nil, nil, container.NewHBox(b.count, back, on, end), b.field)
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by Fyne.
func (b *FindBar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.content) }

// Open takes the keyboard to the bar, with what is selected as what to look for.
func (b *FindBar) Open() {
	if s := b.editor.SelectedText(); s != "" && len(s) < 200 {
		b.field.SetText(s)
	}
	// The editor's canvas: a bar that was never painted is on none yet.
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.editor); c != nil {
		c.Focus(b.field)
	}
	b.editor.Find(b.field.Text, b.tell)
}

// Close ends finding and takes the keyboard back to the text.
func (b *FindBar) Close() {
	b.editor.FindEnd()
	b.editor.Focus()
	if b.OnClosed != nil {
		b.OnClosed()
	}
}

func (b *FindBar) tell(present, count int) {
	words := ""
	if b.words.Count != nil && b.field.Text != "" {
		words = b.words.Count(present, count)
	}
	b.count.SetText(words)
	b.content.Refresh() // the count may need more room
}

// TypedKey goes to the next hit or ends finding.
func (f *findField) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3:
		if f.shift {
			f.bar.editor.FindPrevious()
		} else {
			f.bar.editor.FindNext()
		}
	case fyne.KeyEscape:
		f.bar.Close()
	default:
		f.Entry.TypedKey(key)
	}
}

// KeyDown remembers Shift, and tells the editor's owner as the editor does.
func (f *findField) KeyDown(key *fyne.KeyEvent) {
	if told := f.bar.editor.OnKeyDown; told != nil {
		told(key)
	}
	f.shift = f.shift || key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight
	f.Entry.KeyDown(key)
}

// KeyUp forgets Shift.
func (f *findField) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		f.shift = false
	}
	f.Entry.KeyUp(key)
}
