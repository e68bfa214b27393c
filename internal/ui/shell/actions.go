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

// undoHere takes back typing where a field has the keyboard, else what the
// present page has to take back, else the latest change.
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

func (r *room) inField(s fyne.Shortcut) bool {
	f, ok := fieldOf(r.window.Canvas())
	if ok {
		f.TypedShortcut(s)
	}
	return ok
}
