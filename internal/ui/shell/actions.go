package shell

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/journal"
)

func cutPage(command string) (page string, is bool) { return strings.CutPrefix(command, "page-") }

// newEntry begins an entry, on the journal page wherever one is.
func (r *room) newEntry() { r.onJournal("new") }

// find searches the journal, unless the present page has a search of its own.
func (r *room) find() {
	if !r.pages[r.present].Command("find") {
		r.onJournal("find")
	}
}

func (r *room) onJournal(command string) {
	if !r.has(journalPage) {
		return
	}
	if r.present != journalPage {
		r.Open(journalPage, journal.ID(0))
	}
	r.pages[journalPage].Command(command)
}

// holdAdHoc begins a session that nobody planned, wherever one is.
func (r *room) holdAdHoc() {
	r.Open(sessionPage, 0)
	r.pages[sessionPage].Command("ad-hoc")
}

// undoHere takes back typing where a field has the keyboard and something to take
// back, else what the present page has to take back, else the latest change.
func (r *room) undoHere() {
	if !r.inField(&fyne.ShortcutUndo{}) && !r.pages[r.present].Command("undo") {
		r.undo()
	}
}

// redoHere is undoHere the other way.
func (r *room) redoHere() {
	if !r.inField(&fyne.ShortcutRedo{}) && !r.pages[r.present].Command("redo") {
		r.redo()
	}
}

// inField gives a shortcut that changes what is written to the field that has the
// keyboard, and reports whether there is one in which anything changed.
func (r *room) inField(s fyne.Shortcut) bool {
	f, ok := fieldOf(r.window.Canvas())
	if !ok {
		return false
	}
	before, _ := written(f)
	f.TypedShortcut(s)
	after, known := written(f)
	return !known || before != after
}

// written gives what stands in a field, where it tells.
func written(f field) (text string, known bool) {
	switch f := f.(type) {
	case interface{ Written() string }:
		return f.Written(), true
	case interface{ Text() string }:
		return f.Text(), true
	}
	return "", false
}
