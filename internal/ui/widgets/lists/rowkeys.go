package lists

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"aftershift/internal/ui/widgets/draw"
)

// from returns the index that keys go on from; -1 for before the first.
func (l *RowList) from() int {
	if l.lead >= 0 {
		return l.lead
	}
	return l.selected
}

// turn turns a row's box. Keys go on from there, and so does a range.
func (l *RowList) turn(i int) {
	l.lead, l.anchor, l.ranging = i, i, false
	l.OnToggle(l.items[i].ID)
}

// choose selects a row, and ends a range there while Shift is held.
func (l *RowList) choose(i int, held fyne.KeyModifier) {
	if len(l.items) == 0 {
		return
	}
	i = min(max(i, 0), len(l.items)-1)
	moved, from := i != l.selected, l.from()
	l.selected, l.lead = i, -1
	l.styleEdges()
	for _, view := range l.sheet.shown {
		view.hovered = false // rows move on under a resting pointer
	}
	l.reveal()
	l.sheet.show(true)
	if moved && l.OnSelected != nil {
		l.OnSelected(l.items[i].ID)
	}
	l.reach(from, i, held)
}

func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// reach makes a range up to an item while Shift is held, and ends it otherwise.
func (l *RowList) reach(from, to int, held fyne.KeyModifier) {
	if l.OnRange == nil || held&fyne.KeyModifierShift == 0 {
		l.anchor, l.ranging = -1, false
		return
	}
	if l.anchor < 0 {
		l.anchor, l.ranging = max(from, 0), false
	}
	more := l.ranging
	l.ranging = true
	l.tellRange(min(l.anchor, to), max(l.anchor, to), more)
}

func (l *RowList) tellRange(first, last int, more bool) {
	ids := make([]string, 0, last-first+1)
	for _, item := range l.items[first : last+1] {
		ids = append(ids, item.ID)
	}
	l.OnRange(ids, more)
}

// TypedShortcut takes every item on Ctrl+A.
func (l *RowList) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && l.OnRange != nil && len(l.items) > 0 {
		l.tellRange(0, len(l.items)-1, false)
	}
}

// TypedRune hands a letter on.
func (l *RowList) TypedRune(letter rune) {
	if stray := draw.Strays(&l.Control); !stray && l.OnTyped != nil && unicode.IsPrint(letter) && letter != ' ' {
		l.OnTyped(letter)
	}
}

// JumpTo chooses the next item whose title begins with a letter, from the beginning
// again behind the last; none where no title does.
func (l *RowList) JumpTo(letter rune) {
	for i := range l.items {
		at := (l.selected + 1 + i) % len(l.items)
		first, _ := utf8.DecodeRuneInString(l.fill(l.items[at].ID).Title)
		if unicode.ToLower(first) == unicode.ToLower(letter) {
			l.choose(at, 0)
			return
		}
	}
}

// TypedKey moves the selection or hands the key on.
func (l *RowList) TypedKey(k *fyne.KeyEvent) {
	page, held := max(int(l.scroll.Size().Height/l.rowHeight())-1, 1), l.modifiers()
	switch k.Name {
	case fyne.KeyUp:
		l.choose(max(l.from(), 0)-1, held)
	case fyne.KeyDown:
		l.choose(l.from()+1, held)
	case fyne.KeyHome:
		l.choose(0, held)
	case fyne.KeyEnd:
		l.choose(len(l.items)-1, held)
	case fyne.KeyPageUp:
		l.choose(l.from()-page, held)
	case fyne.KeyPageDown:
		l.choose(l.from()+page, held)
	default:
		l.act(k.Name)
	}
}

func (l *RowList) act(key fyne.KeyName) {
	id, ok := l.Selected()
	switch {
	case key == fyne.KeyEscape:
		draw.Escape(l.OnEscape())
	case !ok:
	case key == fyne.KeySpace && l.OnToggle != nil:
		l.turn(l.selected)
	case (key == fyne.KeyReturn || key == fyne.KeyEnter) && l.OnActivated != nil:
		l.OnActivated(id)
	case l.OnKey != nil:
		l.OnKey(id, key)
	}
}
