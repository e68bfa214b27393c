package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"aftershift/internal/ui/editor/text"
)

// systems are the platforms on which a binding holds.
type systems uint8

const (
	linux systems = 1 << iota
	windows
	mac
	pc   = linux | windows
	each = pc | mac
)

const (
	none  = fyne.KeyModifier(0)
	shift = fyne.KeyModifierShift
	ctrl  = fyne.KeyModifierControl
	alt   = fyne.KeyModifierAlt
	super = fyne.KeyModifierSuper
	// main is the key of a system's own commands: Control, but Command on a Mac.
	main = super << 1

	ctrlShift = ctrl | shift
	mainShift = main | shift
)

// binding is a row of the table of keys.
type binding struct {
	key  fyne.KeyName
	mod  fyne.KeyModifier
	on   systems
	name string // a command of the table of commands
}

// held returns the modifiers of a binding on a system.
func (b binding) held(on systems) fyne.KeyModifier {
	switch {
	case b.mod&main == 0:
		return b.mod
	case on == mac:
		return b.mod&^main | super
	}
	return b.mod&^main | ctrl
}

// bindings are all keys of the field. A step of the caret holds with Shift as
// well, where it extends the selection, unless the table says otherwise.
var bindings = []binding{
	{fyne.KeyLeft, none, each, "character back"},
	{fyne.KeyRight, none, each, "character on"},
	{fyne.KeyUp, none, each, "row up"},
	{fyne.KeyDown, none, each, "row down"},
	{fyne.KeyPageUp, none, each, "page up"},
	{fyne.KeyPageDown, none, each, "page down"},
	{fyne.KeyHome, none, pc, "row start"},
	{fyne.KeyEnd, none, pc, "row end"},
	{fyne.KeyHome, none, mac, "text start"},
	{fyne.KeyEnd, none, mac, "text end"},
	{fyne.KeyLeft, ctrl, pc, "word back"},
	{fyne.KeyRight, ctrl, linux, "word on"},
	{fyne.KeyRight, ctrl, windows, "next word"},
	{fyne.KeyLeft, alt, mac, "word back"},
	{fyne.KeyRight, alt, mac, "word on"},
	{fyne.KeyUp, ctrl, pc, "paragraph up"},
	{fyne.KeyDown, ctrl, pc, "paragraph down"},
	{fyne.KeyUp, alt, mac, "paragraph up"},
	{fyne.KeyDown, alt, mac, "paragraph down"},
	{fyne.KeyHome, ctrl, pc, "text start"},
	{fyne.KeyEnd, ctrl, pc, "text end"},
	{fyne.KeyLeft, super, mac, "row start"},
	{fyne.KeyRight, super, mac, "row end"},
	{fyne.KeyUp, super, mac, "text start"},
	{fyne.KeyDown, super, mac, "text end"},
	{fyne.KeyA, ctrl, mac, "paragraph start"},
	{fyne.KeyE, ctrl, mac, "paragraph end"},
	{fyne.KeyB, ctrl, mac, "character back"},
	{fyne.KeyF, ctrl, mac, "character on"},
	{fyne.KeyP, ctrl, mac, "row up"},
	{fyne.KeyN, ctrl, mac, "row down"},

	{fyne.KeyReturn, none, each, "new line"},
	{fyne.KeyEnter, none, each, "new line"},
	{fyne.KeyReturn, shift, each, "new line"},
	{fyne.KeyEnter, shift, each, "new line"},
	{fyne.KeyBackspace, none, each, "erase back"},
	{fyne.KeyBackspace, shift, each, "erase back"},
	{fyne.KeyDelete, none, each, "erase on"},
	{fyne.KeyBackspace, ctrl, pc, "erase word back"},
	{fyne.KeyDelete, ctrl, linux, "erase word on"},
	{fyne.KeyDelete, ctrl, windows, "erase to next word"},
	{fyne.KeyBackspace, alt, mac, "erase word back"},
	{fyne.KeyDelete, alt, mac, "erase word on"},
	{fyne.KeyBackspace, ctrlShift, pc, "erase to row start"},
	{fyne.KeyDelete, ctrlShift, pc, "erase to row end"},
	{fyne.KeyBackspace, super, mac, "erase to row start"},
	{fyne.KeyDelete, super, mac, "erase to row end"},
	{fyne.KeyH, ctrl, mac, "erase back"},
	{fyne.KeyD, ctrl, mac, "erase on"},
	{fyne.KeyK, ctrl, mac, "erase to paragraph end"},

	{fyne.KeyZ, main, each, "undo"},
	{fyne.KeyBackspace, alt, windows, "undo"},
	{fyne.KeyY, main, each, "redo"},
	{fyne.KeyZ, mainShift, each, "redo"},
	{fyne.KeyBackspace, alt | shift, windows, "redo"},
	{fyne.KeyX, main, each, "cut"},
	{fyne.KeyDelete, shift, pc, "cut"},
	{fyne.KeyC, main, each, "copy"},
	{fyne.KeyInsert, ctrl, pc, "copy"},
	{fyne.KeyV, main, each, "paste"},
	{fyne.KeyInsert, shift, pc, "paste"},
	{fyne.KeyV, mainShift, each, "paste"},
	{fyne.KeyV, super | shift | alt, mac, "paste"},
	{fyne.KeyA, main, each, "select all"},
	{fyne.KeyF3, none, each, "find"},
	{desktop.KeyMenu, none, each, "menu"},
	{fyne.KeyF10, shift, pc, "menu"},
}

// command is what a key does.
type command struct {
	writes bool // not in a text that can only be read
	step   *step
	do     func(e *Editor)
}

// step is a command that moves the caret.
type step struct {
	unit    text.Unit
	forward bool
}

var commands = map[string]command{
	"character back":  {step: &step{text.Character, false}},
	"character on":    {step: &step{text.Character, true}},
	"row up":          {step: &step{text.Row, false}},
	"row down":        {step: &step{text.Row, true}},
	"page up":         {step: &step{text.Page, false}},
	"page down":       {step: &step{text.Page, true}},
	"row start":       {step: &step{text.RowEdge, false}},
	"row end":         {step: &step{text.RowEdge, true}},
	"word back":       {step: &step{text.Word, false}},
	"word on":         {step: &step{text.Word, true}},
	"next word":       {step: &step{text.WordStart, true}},
	"paragraph up":    {step: &step{text.Paragraph, false}},
	"paragraph down":  {step: &step{text.Paragraph, true}},
	"paragraph start": {step: &step{text.ParagraphEdge, false}},
	"paragraph end":   {step: &step{text.ParagraphEdge, true}},
	"text start":      {step: &step{text.All, false}},
	"text end":        {step: &step{text.All, true}},

	"new line":               {writes: true, do: func(e *Editor) { e.typed("\n") }},
	"erase back":             {writes: true, do: func(e *Editor) { e.erase(text.Character, false) }},
	"erase on":               {writes: true, do: func(e *Editor) { e.erase(text.Character, true) }},
	"erase word back":        {writes: true, do: func(e *Editor) { e.erase(text.Word, false) }},
	"erase word on":          {writes: true, do: func(e *Editor) { e.erase(text.Word, true) }},
	"erase to next word":     {writes: true, do: func(e *Editor) { e.erase(text.WordStart, true) }},
	"erase to row start":     {writes: true, do: func(e *Editor) { e.erase(text.RowEdge, false) }},
	"erase to row end":       {writes: true, do: func(e *Editor) { e.erase(text.RowEdge, true) }},
	"erase to paragraph end": {writes: true, do: func(e *Editor) { e.erase(text.ParagraphEdge, true) }},
	"undo":                   {writes: true, do: (*Editor).Undo},
	"redo":                   {writes: true, do: (*Editor).Redo},
	"cut":                    {writes: true, do: (*Editor).cut},
	"copy":                   {do: (*Editor).copy},
	"paste":                  {writes: true, do: (*Editor).paste},
	"select all":             {do: (*Editor).SelectAll},
	"find":                   {do: (*Editor).find},
	"menu":                   {do: (*Editor).menuAtCaret},
}

// chord is a key with what is held down.
type chord struct {
	key fyne.KeyName
	mod fyne.KeyModifier
}

// deed is a command as a chord calls it.
type deed struct {
	command
	extend bool
}

type keymap map[chord]deed

// keysOf returns the keys of a system by its name in Go.
func keysOf(system string) keymap {
	on := linux
	switch system {
	case "windows":
		on = windows
	case "darwin":
		on = mac
	}
	keys := keymap{}
	for _, b := range bindings {
		if c := commands[b.name]; b.on&on != 0 && c.step != nil {
			keys[chord{b.key, b.held(on) | shift}] = deed{c, true}
		}
	}
	for _, b := range bindings {
		if b.on&on != 0 {
			keys[chord{b.key, b.held(on)}] = deed{commands[b.name], false}
		}
	}
	return keys
}

// press does what a chord stands for, and reports whether it stands for anything.
func (e *Editor) press(c chord) bool {
	d, ok := e.keys[c]
	if !ok {
		return false
	}
	switch {
	case d.step != nil:
		e.field.Move(d.step.unit, d.step.forward, d.extend, e.pageRows())
		e.moved()
	case !d.writes || !e.readOnly:
		d.do(e)
	}
	return true
}
