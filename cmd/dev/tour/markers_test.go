//go:build linux

package tour

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Words that stand in one place each and nowhere else on the computer.
var marks = struct{ title, text, theme, shareTitle, share, search, draft, unsaved string }{
	"Quillbramble", "Fernhatchet", "Ostlerwick", "Tamsinford", "Marlpebble", "Grebesnuff", "Withycombe", "Larksocket",
}

// all gives the marks, the passphrase and the recovery words.
func allMarks(words string) []string {
	m := marks
	return []string{m.title, m.text, m.theme, m.shareTitle, m.share, m.search, m.draft, m.unsaved, secret, words}
}

// TestMarkers writes marked words wherever one can, and looks for them while the
// journal is open, after it was locked, and after the program has ended: in every
// file it has made or used, in what it printed, on the clipboard and in memory.
func TestMarkers(t *testing.T) {
	p := newWorker(t)
	p.open()
	words := p.makeJournal()
	p.markAll()
	looked := p.lookForMarks("open", words)
	p.do(Relock("ctrl+l"))
	looked += p.lookForMarks("locked", words)
	if left := p.clipboard(); strings.Contains(left, marks.text) {
		t.Errorf("on the clipboard: %q", left)
	}
	if os.Geteuid() == 0 {
		looked += len(allMarks(words))
		if left := p.memory(allMarks(words)); len(left) > 0 {
			t.Errorf("in memory after locking: %q", left)
		}
	}
	p.write(secret)
	p.do(Turn("Return"))
	p.quit(closeTimeout)
	looked += p.lookForMarks("ended", words)
	p.checkMarksAreKept()
	t.Attr("trials", fmt.Sprint(looked, " places looked into for ", len(allMarks(words)), " marked words each"))
}

// markAll writes an entry with every mark, a copy of it, a search, and a draft
// that nobody saves.
func (p *worker) markAll() {
	p.Helper()
	p.press("ctrl+n")
	p.write(marks.text + " came to the door.")
	p.press("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab")
	p.write(marks.title)
	p.press("ctrl+s")
	p.press("Return") // to the text
	p.press("ctrl+a", "ctrl+c")
	p.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")
	p.write(marks.theme)
	p.press("Return", "Escape")
	p.flag("Talking about "+marks.shareTitle, "I would like to talk about "+marks.share+".")
	p.press("ctrl+f")
	p.write(marks.search)
	p.press("Escape")
	p.press("ctrl+n")
	p.write(marks.draft + " was begun.")
	time.Sleep(2 * time.Second) // until the draft is kept
	p.write(" " + marks.unsaved)
}

// lookForMarks looks into every file below the home folder, the program's
// temporary ones among them, and into what it printed. It gives how many places
// that were.
func (p *worker) lookForMarks(when, words string) (looked int) {
	p.Helper()
	all := allMarks(words)
	err := filepath.WalkDir(p.home, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil // a temporary file that is gone
		}
		if hits := found([]byte(e.Name()), all); len(hits) > 0 {
			p.Errorf("%s: a name with %q", when, hits)
		}
		if !e.Type().IsRegular() {
			return nil
		}
		looked++
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		for _, hit := range found(raw, all) {
			p.Errorf("%s: %s holds %q", when, strings.TrimPrefix(path, p.home), hit)
		}
		return nil
	})
	if err != nil || looked < 3 {
		p.Errorf("%s: %d files found, %v", when, looked, err)
	}
	for _, hit := range found([]byte(p.w.Said()), all) {
		p.Errorf("%s: the program printed %q", when, hit)
	}
	return looked + 1
}

// checkMarksAreKept reads every mark back, so that the search was for something.
func (p *worker) checkMarksAreKept() {
	p.Helper()
	kept := p.tell("list", "--json") + p.tell("item", "list", "--json")
	for line := range strings.Lines(p.tell("list", "--json")) {
		if _, id, ok := strings.Cut(line, `"id":"`); ok {
			id, _, _ = strings.Cut(id, `"`)
			kept += p.tell("show", id)
		}
	}
	for _, mark := range allMarks("") {
		if typed := !slices.Contains([]string{marks.search, secret, ""}, mark); typed && !strings.Contains(kept, mark) {
			p.Errorf("%q was never in the journal:\n%s", mark, kept)
		}
	}
}
