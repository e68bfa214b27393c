package widgets

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// clusterReach bounds how far back a cluster is looked for. An emoji family has
// 11 runes; whoever stacks more marks than this sees them removed in parts.
const clusterReach = 64

// clusterBefore gives how many runes the last character of text has, as a person
// counts characters: an extended grapheme cluster (Unicode Standard Annex 29).
// It gives 0 for an empty text.
func clusterBefore(text string) int {
	from := len(text)
	for n := 0; n < clusterReach && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	last := ""
	for it := graphemes.FromString(text[from:]); it.Next(); {
		last = it.Value()
	}
	return utf8.RuneCountInString(last)
}

// clusterAfter gives how many runes the first character of text has, 0 for none.
func clusterAfter(text string) int {
	if it := graphemes.FromString(text); it.Next() {
		return utf8.RuneCountInString(it.Value())
	}
	return 0
}

// typing is an entry that deletes and steps over whole characters, where Fyne's
// own would take a flag, a family or an accented letter apart.
type typing struct {
	widget.Entry
	onKey    func(fyne.KeyName) bool // true: taken
	onFocus  func(bool)
	onEscape func()
}

func (t *typing) setEscape(f func()) { t.onEscape = f }

// FocusGained tells the owner.
func (t *typing) FocusGained() {
	t.Entry.FocusGained()
	if t.onFocus != nil {
		t.onFocus(true)
	}
}

// FocusLost tells the owner.
func (t *typing) FocusLost() {
	t.Entry.FocusLost()
	if t.onFocus != nil {
		t.onFocus(false)
	}
}

// AcceptsTab is false: Tab leaves the field.
func (t *typing) AcceptsTab() bool { return false }

// TypedKey asks the owner first, then repeats the key for each rune of the
// character it goes over.
func (t *typing) TypedKey(k *fyne.KeyEvent) {
	if t.onKey != nil && t.onKey(k.Name) {
		return
	}
	if k.Name == fyne.KeyEscape && t.onEscape != nil {
		t.onEscape()
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
