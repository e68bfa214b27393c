//go:build linux

package tour

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAlliance sets up a reverse mentoring by keyboard, sets a goal and looks at it again,
// makes an agreement and prints it. Ninety-one days later it is due to be looked at again.
func TestAlliance(t *testing.T) {
	p := &sitter{worker: newWorker(t), now: time.Now(), album: "alliance"}
	p.tell("init")
	p.unlocked("")
	p.mentor()
	p.aim()
	t.Logf("a mentor, a goal set and reviewed: %d keys, and %d letters of text", p.keys, p.letters)
	p.keys, p.letters = 0, 0
	p.agree()
	p.print()
	t.Logf("an agreement made and printed: %d keys, and %d letters of text", p.keys, p.letters)
	p.quit(closeTimeout)
	p.checkAlliance()
	folder := later(t, 91)
	p.unlocked(filepath.Join(folder, "aftershift"))
	p.press("ctrl+4")
	p.picture("due")
	p.quit(closeTimeout)
	list := exec.CommandContext(t.Context(), filepath.Join(folder, "aftershift-cli"), "agreement", "list", "--json")
	list.Env = p.env
	if out, err := list.Output(); err != nil || !strings.Contains(string(out), `"due":true`) {
		t.Errorf("%v, %s", err, out)
	}
}

// mentor adds somebody whom one mentors from below.
func (p *sitter) mentor() {
	p.Helper()
	p.press("ctrl+4")
	p.press("Return")
	p.fill("Marcus Bell")
	p.press(times(5, "Tab")...)
	p.press("Return") // mentor
	p.press(times(8, "Tab")...)
	p.press("Return") // reverse
	p.picture("mentor")
	p.press("Tab")
	p.keepShown("added", "Return")
}

// aim sets a goal with him and looks at it again.
func (p *sitter) aim() {
	p.Helper()
	p.press("shift+Tab", "Return")
	p.press("Down", "Return") // add a goal
	p.fill("He hears from us before a decision", "Twice by March", "+30")
	p.press("Tab", "Tab")
	p.keep("Return")
	p.press("ctrl+4")
	p.press(times(5, "shift+Tab")...)
	p.picture("goal")
	p.press("Return")
	p.fill("He asked us twice.")
	p.press(times(4, "Tab")...)
	p.keepShown("reviewed", "Return")
}

// agree makes an agreement with him, to be looked at again in 90 days.
func (p *sitter) agree() {
	p.Helper()
	p.press("ctrl+4")
	p.press("shift+Tab", "Return")
	p.press("Down", "Down", "Return") // agreement
	p.press("ctrl+a")
	p.fill("28")
	p.press("Tab", "ctrl+a")
	p.fill("45")
	p.press("Tab", "ctrl+a")
	p.fill("+90")
	p.picture("agreement")
	p.press(times(3, "shift+Tab")...)
	p.keepShown("agreed", "Return")
}

// print saves the agreement as a paper to sign.
func (p *sitter) print() {
	p.Helper()
	p.press("ctrl+4")
	p.press("shift+Tab", "shift+Tab", "Return")
	p.press("Down", "Down", "Return") // agreement to sign
	p.picture("paper")
	p.press("ctrl+s")
	p.press("space")
	p.press("ctrl+s")
	p.press("Return")
	for deadline := time.Now().Add(stableTimeout); len(p.copies()) == 0; p.rest() {
		if time.Now().After(deadline) {
			p.Fatal("no paper was saved")
		}
	}
	p.picture("printed")
}

// checkAlliance looks at what was kept, and at what the paper says.
func (p *sitter) checkAlliance() {
	p.Helper()
	type goal struct {
		Text, By, State string
		Looks           []struct{ Text, State string }
	}
	goals := objects[goal](p.worker, p.tell("goal", "list", "--json"))
	if len(goals) != 1 || goals[0].State != "reached" || goals[0].By != p.now.AddDate(0, 0, 30).Format(time.DateOnly) || len(goals[0].Looks) != 1 || goals[0].Looks[0].Text != "He asked us twice." {
		p.Errorf("goals: %+v", goals)
	}
	if all := p.tell("supervisor", "list", "--json"); !strings.Contains(all, `"reverse"`) {
		p.Errorf("no reverse mentoring: %s", all)
	}
	raw, err := exec.Command("pdftotext", "-layout", p.copies()[0], "-").Output()
	if err != nil {
		p.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(raw)), " ")
	for _, words := range []string{"28", "45", "Sign"} {
		if !strings.Contains(text, words) {
			p.Errorf("the paper doesn't say %q:\n%s", words, text)
		}
	}
}
