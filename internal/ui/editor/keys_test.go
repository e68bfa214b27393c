package editor

import (
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// deliver presses a key as the toolkit's window does: as one of its own
// shortcuts, as a shortcut with a name, or as a key. See processKeyPressed and
// triggersShortcut in its driver.
func deliver(e *Editor, system string, key fyne.KeyName, mod fyne.KeyModifier) {
	main := ctrl
	if system == "darwin" {
		main = super
	}
	shifted := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	if mod&shift != 0 {
		e.KeyDown(shifted)
		defer e.KeyUp(shifted)
	}
	clip := fyne.CurrentApp().Clipboard()
	named := map[chord]fyne.Shortcut{
		{fyne.KeyZ, main}: &fyne.ShortcutUndo{}, {fyne.KeyY, main}: &fyne.ShortcutRedo{},
		{fyne.KeyV, main}:      &fyne.ShortcutPaste{Clipboard: clip},
		{fyne.KeyC, main}:      &fyne.ShortcutCopy{Clipboard: clip},
		{fyne.KeyInsert, main}: &fyne.ShortcutCopy{Clipboard: clip, Secondary: true},
		{fyne.KeyX, main}:      &fyne.ShortcutCut{Clipboard: clip}, {fyne.KeyA, main}: &fyne.ShortcutSelectAll{},
		{fyne.KeyInsert, shift}: &fyne.ShortcutPaste{Clipboard: clip, Secondary: true},
		{fyne.KeyDelete, shift}: &fyne.ShortcutCut{Clipboard: clip, Secondary: true},
	}
	e.KeyDown(&fyne.KeyEvent{Name: key})
	switch s, ok := named[chord{key, mod}]; {
	case ok:
		e.TypedShortcut(s)
	case mod&^shift != 0:
		e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
	default:
		e.TypedKey(&fyne.KeyEvent{Name: key})
	}
	e.KeyUp(&fyne.KeyEvent{Name: key})
}

// put shows a text in which | is the caret, and < the selection's other end.
func put(e *Editor, s string) {
	head, anchor := strings.Index(s, "|"), strings.Index(s, "<")
	if anchor >= 0 && anchor < head {
		head--
	} else if anchor > head {
		anchor--
	}
	e.SetText(strings.NewReplacer("|", "", "<", "").Replace(s))
	if anchor < 0 {
		anchor = head
	}
	e.Select(anchor, head)
}

// got returns the text with its caret and selection as put takes it.
func got(e *Editor) string {
	s, sel := e.Text(), e.field.Selection()
	if sel.Anchor == sel.Head {
		return s[:sel.Head] + "|" + s[sel.Head:]
	}
	if sel.Anchor < sel.Head {
		return s[:sel.Anchor] + "<" + s[sel.Anchor:sel.Head] + "|" + s[sel.Head:]
	}
	return s[:sel.Head] + "|" + s[sel.Head:sel.Anchor] + "<" + s[sel.Anchor:]
}

// does says for every command what a text becomes. A second entry is for the
// same key pressed once more.
var does = map[string][]string{
	"character back":         {"ae\u0301|b", "a|e\u0301b"},
	"character on":           {"a|👩‍👩‍👧b", "a👩‍👩‍👧|b"},
	"row up":                 {"one\ntwo|", "one|\ntwo"},
	"row down":               {"o|ne\ntwo", "one\nt|wo"},
	"page up":                {"one\ntwo\nthree|", "one|\ntwo\nthree"},
	"page down":              {"o|ne\ntwo\nthree", "one\ntwo\nt|hree"},
	"row start":              {"one\ntwo wo|rds\n", "one\n|two words\n"},
	"row end":                {"one\ntwo wo|rds\n", "one\ntwo words|\n"},
	"text start":             {"one\ntw|o", "|one\ntwo"},
	"text end":               {"o|ne\ntwo", "one\ntwo|"},
	"word back":              {"one don't  |", "one |don't  ", "|one don't  "},
	"word on":                {"on|e two.", "one| two.", "one two|."},
	"next word":              {"on|e  two.", "one  |two.", "one  two|."},
	"paragraph up":           {"one\ntwo\nth|ree", "one\ntwo\n|three", "one\n|two\nthree"},
	"paragraph down":         {"o|ne\ntwo\nthree", "one|\ntwo\nthree", "one\ntwo|\nthree"},
	"paragraph start":        {"one\nt|wo", "one\n|two"},
	"paragraph end":          {"o|ne\ntwo", "one|\ntwo"},
	"new line":               {"one|two", "one\n|two"},
	"erase back":             {"ae\u0301|b", "a|b"},
	"erase on":               {"a|🇮🇪b", "a|b"},
	"erase word back":        {"one two  |x", "one |x"},
	"erase word on":          {"one| two.", "one|."},
	"erase to next word":     {"one |two  three", "one |three"},
	"erase to row start":     {"one\ntwo |words", "one\n|words"},
	"erase to row end":       {"one |two\nthree", "one |\nthree"},
	"erase to paragraph end": {"one |two\nthree", "one |\nthree"},
	"cut":                    {"one <two|.", "one |."},
	"copy":                   {"one <two|.", "one <two|."},
	"paste":                  {"one <x|.", "one PASTED\nHERE|."},
	"select all":             {"one\nt|wo", "<one\ntwo|"},
	"undo":                   {"one|", "|"},
	"redo":                   {"one|", "one two|"},
	"find":                   {"one|", "one|"},
	"menu":                   {"one|", "one|"},
}

func TestKeys_doWhatTheTableSays(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin"} {
		e, _, w := shown(t, system, fyne.NewSize(460, 300))
		e.PageHeight = func() float32 { return 3*e.metrics.pitch + 1 }
		e.Labels = Labels{Paste: "Paste"}
		finds := 0
		e.OnFind = func() { finds++ }
		for _, b := range bindings {
			if b.on&systemOf(system) == 0 {
				continue
			}
			steps := does[b.name]
			if len(steps) < 2 {
				t.Fatalf("no case for %q", b.name)
			}
			fyne.CurrentApp().Clipboard().SetContent("PASTED\r\nHERE")
			prepare(e, b.name, steps[0])
			for _, want := range steps[1:] {
				deliver(e, system, b.key, b.held(systemOf(system)))
				if got(e) != want {
					t.Errorf("%s: %s with %d, %q of %q: got %q, want %q", system, b.key, b.mod, b.name, steps[0], got(e), want)
				}
			}
			if clip := fyne.CurrentApp().Clipboard().Content(); (b.name == "cut" || b.name == "copy") && clip != "two" {
				t.Errorf("%s: %s with %d put %q into the clipboard", system, b.key, b.mod, clip)
			}
			if b.name == "find" && finds != 1 {
				t.Errorf("%s: the owner was told %d times to find", system, finds)
			}
			if top := w.Canvas().Overlays().Top(); (top != nil) != (b.name == "menu") {
				t.Errorf("%s: %s: menu shown: %v", system, b.name, top != nil)
			} else if top != nil {
				w.Canvas().Overlays().Remove(top)
			}
		}
	}
}

// prepare shows a text; for undo and redo it writes one.
func prepare(e *Editor, name, s string) {
	switch name {
	case "undo":
		put(e, "|")
		e.Insert("one")
	case "redo":
		put(e, "|")
		e.Insert("one")
		e.Insert(" two")
		e.Undo()
	default:
		put(e, s)
	}
}

func systemOf(name string) systems {
	return map[string]systems{"linux": linux, "windows": windows, "darwin": mac}[name]
}

func TestKeys_withShiftSelect(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin"} {
		e, _, _ := shown(t, system, fyne.NewSize(460, 300))
		e.PageHeight = func() float32 { return 3*e.metrics.pitch + 1 }
		for _, b := range bindings {
			if b.on&systemOf(system) == 0 || commands[b.name].step == nil {
				continue
			}
			put(e, does[b.name][0])
			anchor := e.field.Selection().Anchor
			deliver(e, system, b.key, b.held(systemOf(system))|shift)
			sel := e.field.Selection()
			want := strings.Index(does[b.name][1], "|")
			if sel.Anchor != anchor || sel.Head != want {
				t.Errorf("%s: Shift with %s, %q: selected %v, want %d to %d", system, b.key, b.name, sel, anchor, want)
			}
		}
	}
}

func TestKeys_readOnlyTextStays(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(460, 300))
	for _, b := range bindings {
		if b.on&linux == 0 {
			continue
		}
		e.SetReadOnly(false)
		prepare(e, b.name, does[b.name][0])
		e.SetReadOnly(true)
		before := e.Text()
		deliver(e, "linux", b.key, b.held(linux))
		e.TypedRune('x')
		if e.Text() != before {
			t.Errorf("%s changed a text that can only be read: %q", b.name, e.Text())
		}
	}
}

func TestKeys_rowsAsWrapped(t *testing.T) {
	e, _, _ := shown(t, runtime.GOOS, fyne.NewSize(200, 300))
	put(e, "one two three four five six |seven eight nine ten eleven twelve")
	e.keys = keysOf("linux")
	row, _ := e.field.Caret()
	span := e.field.Span(row)
	deliver(e, "linux", fyne.KeyEnd, none)
	if at, _ := e.field.Caret(); at != row || e.field.Selection().Head != span.To {
		t.Errorf("End led to %q in row %d, want the end of row %d", got(e), at, row)
	}
	deliver(e, "linux", fyne.KeyEnd, none)
	if e.field.Selection().Head != len(e.Text()) {
		t.Errorf("End twice led to %q, want the paragraph's end", got(e))
	}
	deliver(e, "linux", fyne.KeyHome, none)
	deliver(e, "linux", fyne.KeyHome, none)
	if e.field.Selection().Head != 0 {
		t.Errorf("Home twice led to %q, want the paragraph's beginning", got(e))
	}
}

func TestEditor_spaceAtTheRowsEndHangs(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(200, 300))
	typeInto(e, "a word that just fills the row")
	for e.field.Rows() == 1 {
		e.TypedRune('l')
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	before, x := e.field.Caret()
	e.TypedRune(' ')
	if row, after := e.field.Caret(); row != before || after < x {
		t.Errorf("after the space the caret is in row %d at %v, want behind %v in row %d", row, after, x, before)
	}
	e.TypedRune('n')
	if row, _ := e.field.Caret(); row != before+1 {
		t.Errorf("the next word begins in row %d, want %d", row, before+1)
	}
}

// glass is a window's canvas with shortcuts of its own, as the driver's has.
type glass struct {
	fyne.Canvas
	heard fyne.Shortcut
}

func (g *glass) TypedShortcut(s fyne.Shortcut) { g.heard = s }

func TestEditor_passesOnWhatItDoesNotKnow(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(200, 300))
	g := &glass{}
	s := &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: ctrl}
	if c, known := e.chordOf(s); !known || e.press(c) {
		t.Error("the field takes a shortcut that is not its own")
	}
	if passOn(s, g); g.heard != s {
		t.Error("the window's own shortcut is dead while the field has the keyboard")
	}
	if _, takesWheel := any(e).(fyne.Scrollable); takesWheel || e.AcceptsTab() {
		t.Error("the field keeps the wheel or Tab to itself")
	}
}

// released is a desktop on which no key is held.
type released struct{ fyne.Driver }

func (released) CreateSplashWindow() fyne.Window       { return nil }
func (released) CurrentKeyModifiers() fyne.KeyModifier { return 0 }
func (released) HasSecondaryDisplay() bool             { return false }

// Shift that was let go over something else is not held.
func TestShiftHeld_asksTheDesktop(t *testing.T) {
	if shiftHeld(released{}, true) {
		t.Error("a release that the field didn't see leaves Shift down")
	}
	if !shiftHeld(nil, true) || shiftHeld(nil, false) {
		t.Error("without a desktop the field's own eyes don't count")
	}
}
