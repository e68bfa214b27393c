package editor

import (
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/editor/text"
)

var (
	_ fyne.Widget            = (*Editor)(nil)
	_ fyne.Focusable         = (*Editor)(nil)
	_ fyne.Tabbable          = (*Editor)(nil)
	_ fyne.Shortcutable      = (*Editor)(nil)
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.Tappable          = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ fyne.Accessible        = (*Editor)(nil)
	_ desktop.Keyable        = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
)

// Clock is the time by which an editor tells double clicks, pauses in typing and
// the caret's blinking.
type Clock interface {
	Now() time.Time
	// AfterFunc calls f once after d, on Fyne's main goroutine. What it returns
	// keeps f from being called.
	AfterFunc(d time.Duration, f func()) (stop func())
}

// Labels are the words of the context menu.
type Labels struct{ Undo, Redo, Cut, Copy, Paste, SelectAll, Find string }

// Editor is a field to write in. Its fields are set before it is shown; each may
// be left out.
type Editor struct {
	widget.BaseWidget

	// OnChanged is told after every change of the text by hand, by Insert, Replace,
	// Undo and Redo; not by SetText.
	OnChanged func()
	// OnCaret is told after every step of the caret where its row begins and how
	// high it is, so that the owner can keep it in view.
	OnCaret func(top, height float32)
	// OnFocus is told when the field gains or loses the keyboard.
	OnFocus func(focused bool)
	// OnKey is asked about every key that types no letter and is no shortcut before
	// the field acts on it. True means that the owner has dealt with it.
	OnKey func(key *fyne.KeyEvent) bool
	// OnKeyDown is told of every key that is pressed.
	OnKeyDown func(key *fyne.KeyEvent)
	// Strays reports, once, whether the letter that comes belongs to a key that went
	// down elsewhere. nil: none does.
	Strays func() bool
	// OnFind is told when somebody wants to find in the text: with F3, or in the
	// context menu. The owner opens a FindBar.
	OnFind func()
	// Further gives what else can be done with the words that are selected, for the
	// context menu; nil for nothing.
	Further func() []Action
	// PageHeight says how much of the field is in view at once; nil takes the
	// window's height for it.
	PageHeight func() float32
	// Labels are the words of the context menu; an entry without a word is left out.
	Labels Labels
	// Label names the field to a screen reader.
	Label string
	// MinRows is how many rows the field has room for at least.
	MinRows int
	// TextSize is the theme's name for the size of the letters, theme.SizeNameText
	// where it is empty. Narrow leaves no room around them.
	//
	// A theme of its own around a field would do the same, but Fyne parses every font
	// anew for each of these and keeps them for good: 6 to 9 MB for a field.
	TextSize fyne.ThemeSizeName
	Narrow   bool

	field       *text.Field
	hint        *text.Field // the placeholder
	placeholder string
	clock       Clock
	keys        keymap
	kinds       []kindStyle
	metrics     metrics
	renderer    *renderer
	caret       blinker
	search      search
	pointer     pointer
	readOnly    bool
	focused     bool
	shift       bool
}

// New returns an empty editor.
func New(clock Clock) *Editor { return newFor(clock, runtime.GOOS) }

func newFor(clock Clock, system string) *Editor {
	e := &Editor{clock: clock, keys: keysOf(system), field: text.New(clock.Now), hint: text.New(clock.Now)}
	e.caret.editor = e
	e.pointer.editor = e
	e.foundStyles()
	e.ExtendBaseWidget(e)
	return e
}

// Text returns what is written.
func (e *Editor) Text() string { return e.field.Text() }

// SetText shows another text, unmarked and with nothing to undo. The caret stands
// at its beginning. It calls neither OnChanged nor OnCaret.
func (e *Editor) SetText(s string) {
	e.pointer.drop()
	e.field.SetText(s)
	e.searchAgain()
	e.redraw()
}

// SetPlaceHolder sets the words that stand in the field while it is empty.
func (e *Editor) SetPlaceHolder(s string) {
	e.placeholder = s
	e.hint.SetText(s)
	e.redraw()
}

// SetReadOnly makes the text one to read and to copy from, or one to write.
func (e *Editor) SetReadOnly(on bool) {
	e.readOnly = on
	e.redraw()
}

// ReadOnly reports whether the text can only be read.
func (e *Editor) ReadOnly() bool { return e.readOnly }

// SelectedText returns the selected text, "" if none.
func (e *Editor) SelectedText() string { return e.field.Selected() }

// Selection returns the selection in bytes of the text, in order; both are the
// caret's place if nothing is selected.
func (e *Editor) Selection() (from, to int) { return e.field.Selection().Bounds() }

// Select selects from anchor to the caret at head, in bytes of the text.
func (e *Editor) Select(anchor, head int) {
	e.field.Select(anchor, head)
	e.moved()
}

// SelectAll selects the whole text.
func (e *Editor) SelectAll() {
	e.field.SelectAll()
	e.redraw()
}

// MoveToEnd puts the caret behind the last letter.
func (e *Editor) MoveToEnd() {
	e.field.Move(text.All, true, false, 1)
	e.moved()
}

// Insert puts s in the place of the selection, as one step of undoing.
func (e *Editor) Insert(s string) {
	e.field.Insert(s)
	e.changed()
}

// Replace puts s in the place of the bytes from..to, as one step of undoing.
func (e *Editor) Replace(from, to int, s string) {
	e.field.Replace(from, to, s)
	e.changed()
}

// Undo takes the last step back.
func (e *Editor) Undo() {
	if !e.readOnly && e.field.Undo() {
		e.changed()
	}
}

// Redo does again what Undo took back.
func (e *Editor) Redo() {
	if !e.readOnly && e.field.Redo() {
		e.changed()
	}
}

// Revision returns a number that is another one after every change of the text,
// so that work done aside can tell whether it still fits.
func (e *Editor) Revision() int { return e.field.Revision() }

// changed shows a change of the text and tells the owner.
func (e *Editor) changed() {
	e.searchAgain()
	e.moved()
	if e.OnChanged != nil {
		e.OnChanged()
	}
}

// moved shows a step of the caret and tells the owner.
func (e *Editor) moved() {
	e.caret.rest()
	e.redraw()
	if e.OnCaret != nil {
		top, height := e.CaretRow()
		e.OnCaret(top, height)
	}
}

// CaretRow returns where the caret's row begins in the field and how high it is.
func (e *Editor) CaretRow() (top, height float32) {
	e.measure()
	row, _ := e.field.Caret()
	return e.metrics.top(row), e.metrics.pitch
}
