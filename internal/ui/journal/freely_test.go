package journal

import (
	"slices"
	"testing"
	"time"
)

// It counts whole minutes down, says that the time is over, and stops when told to.
func TestFreely(t *testing.T) {
	s := newScene(t)
	var said []int
	var f *freely
	f = &freely{now: func() time.Time { return s.now }, after: s.after, show: func() {
		if n, counting := f.Left(); counting {
			said = append(said, n)
		}
	}}
	f.Start(3)
	s.pass(10 * time.Minute)
	if !slices.Equal(said, []int{3, 2, 1, 0}) {
		t.Errorf("said %v", said)
	}
	f.Start(5)
	s.pass(90 * time.Second)
	if n, counting := f.Left(); n != 4 || !counting {
		t.Errorf("%d left, counting %v", n, counting)
	}
	f.Stop()
	said = nil
	s.pass(time.Hour)
	if _, counting := f.Left(); counting || len(said) != 0 {
		t.Errorf("goes on: %v", said)
	}
}

// Only a quick note offers it, and another entry ends it.
func TestDateLine_freely_isTheQuickNotes(t *testing.T) {
	p, w, _ := openPage(t, 1, 1090, 760)
	p.Command("new")
	line := p.editor.date
	if !line.freely.Visible() {
		t.Fatal("a quick note doesn't offer it")
	}
	line.clock.Start(10)
	if got := line.freely.Text(); got != p.words.N("journal.freely.left", 10) {
		t.Errorf("says %q", got)
	}
	w.typeText("On and on.")
	if _, counting := line.clock.Left(); !counting {
		t.Error("writing ends it")
	}
	p.Command("new")
	if _, counting := line.clock.Left(); counting {
		t.Error("another entry goes on with it")
	}
	w.typeText("Another.")
	p.Command("deepen")
	if line.freely.Visible() {
		t.Error("a template offers it")
	}
}
