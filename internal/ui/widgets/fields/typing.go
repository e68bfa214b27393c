package fields

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/widgets/draw"
)

// typing is an entry that deletes and steps over whole characters, where Fyne's
// own would take a flag, a family or an accented letter apart.
type typing struct {
	widget.Entry
	onKey    func(fyne.KeyName) bool // true: taken
	onFocus  func(bool)
	onEscape func()
	next     func() // where Tab leads past what stands beside the field; nil: to what comes next
	// prefilled selects all when the keyboard comes.
	prefilled bool
	setting   bool // the text comes from the program
	pointed   bool // the keyboard comes by the pointer, which says where the caret goes
	caret     int  // where it stood when the keyboard left, in runes
	fieldFrame
}

// CreateRenderer takes away the ground and border that Fyne draws, since framed
// gives its own.
func (t *typing) CreateRenderer() fyne.WidgetRenderer {
	r := t.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if rect, ok := o.(*canvas.Rectangle); ok {
			rect.Hide()
		}
	}
	return r
}

func (t *typing) SetEscape(f func()) { t.onEscape = f }

// Written gives what stands in the field.
func (t *typing) Written() string { return t.Text }

// tell calls what changed and submitted hold then, nil for nothing: the one after every
// change by the user's hand, the other on Enter.
func (t *typing) tell(changed, submitted *func(string)) {
	t.Entry.OnChanged = func(text string) {
		if *changed != nil && !t.setting {
			(*changed)(text)
		}
	}
	t.Entry.OnSubmitted = func(text string) {
		if *submitted != nil {
			(*submitted)(text)
		}
	}
}

// set shows another text, of which nobody is told.
func (t *typing) set(text string) {
	t.setting = true
	t.SetText(text)
	t.setting = false
}

// focusEnd takes the keyboard here, behind the last letter.
func (t *typing) focusEnd() {
	draw.Focus(t)
	t.CursorColumn = utf8.RuneCountInString(t.Text)
	t.Refresh()
}

// FocusGained tells the owner. The caret is where it was, unless the pointer puts it
// elsewhere.
func (t *typing) FocusGained() {
	if !t.pointed && t.SelectedText() == "" && t.CursorColumn == 0 {
		t.CursorColumn = min(t.caret, utf8.RuneCountInString(t.Text))
	}
	t.caret = 0
	t.Entry.FocusGained()
	t.showFocus(true)
	if t.prefilled {
		t.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	if t.onFocus != nil {
		t.onFocus(true)
	}
}

// MouseDown is called by Fyne.
func (t *typing) MouseDown(m *desktop.MouseEvent) {
	t.pointed = true
	t.Entry.MouseDown(m)
	t.pointed = false
}

// FocusLost tells the owner. A text that is longer than the field shows its beginning
// then: Fyne shows what is around the caret.
func (t *typing) FocusLost() {
	t.Entry.FocusLost()
	if t.SelectedText() == "" && t.CursorColumn != 0 {
		t.caret, t.CursorColumn = t.CursorColumn, 0
		t.Refresh()
	}
	t.showFocus(false)
	if t.onFocus != nil {
		t.onFocus(false)
	}
}

// KeyDown lets the window know that somebody is there.
func (t *typing) KeyDown(k *fyne.KeyEvent) {
	keyDown(k)
	t.Entry.KeyDown(k)
}

// TypedRune takes a letter that was meant for the field.
func (t *typing) TypedRune(r rune) {
	if !draw.Strays(nil) {
		t.Entry.TypedRune(r)
	}
}

// AcceptsTab is false, so that Tab leaves the field, but where it leads elsewhere.
func (t *typing) AcceptsTab() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	back := ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	return t.next != nil && !back
}

// TypedKey asks the owner first.
func (t *typing) TypedKey(k *fyne.KeyEvent) {
	if t.onKey != nil && t.onKey(k.Name) {
		return
	}
	if k.Name == fyne.KeyTab && t.next != nil {
		t.next()
		return
	}
	if k.Name == fyne.KeyEscape {
		draw.Escape(t.onEscape)
		return
	}
	for range t.steps(k.Name) {
		t.Entry.TypedKey(k)
	}
}

// steps gives how often a key acts: once, except over a character of many runes.
func (t *typing) steps(key fyne.KeyName) int {
	if t.SelectedText() != "" && (key == fyne.KeyBackspace || key == fyne.KeyDelete) {
		return 1
	}
	switch key {
	case fyne.KeyBackspace, fyne.KeyLeft:
		return max(clusterBefore(t.Text[:t.offset()]), 1)
	case fyne.KeyDelete, fyne.KeyRight:
		return max(clusterAfter(t.Text[t.offset():]), 1)
	}
	return 1
}

// offset gives the cursor's place in bytes.
func (t *typing) offset() int {
	runes, at := t.CursorTextOffset(), 0
	for ; runes > 0 && at < len(t.Text); runes-- {
		_, size := utf8.DecodeRuneInString(t.Text[at:])
		at += size
	}
	return at
}

// keyDown takes a key that went down in an editor.
func keyDown(k *fyne.KeyEvent) {
	draw.Typing()
	draw.PassOn(k)
}

// strays reports, once, whether the letter that comes to an editor belongs to a key
// that went down elsewhere.
func strays() bool { return draw.Strays(nil) }
