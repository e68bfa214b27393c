//go:build linux

package tour

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// later builds both programs with a clock that is so many days ahead, and returns the
// folder they stand in. The clock of each stands in its main.go, once.
func later(t *testing.T, days int) string {
	t.Helper()
	folder := t.TempDir()
	replaced := map[string]string{}
	for _, name := range []string{"aftershift", "aftershift-cli"} {
		path, err := filepath.Abs(filepath.Join(module, "cmd", name, "main.go"))
		if err != nil {
			t.Fatal(err)
		}
		source, err := os.ReadFile(path)
		if err != nil || bytes.Count(source, []byte("Now: time.Now,")) != 1 {
			t.Fatalf("no clock in %s: %v", path, err)
		}
		ahead := fmt.Sprintf("Now: func() time.Time { return time.Now().AddDate(0, 0, %d) },", days)
		replaced[path] = filepath.Join(folder, name+".go")
		if err := os.WriteFile(replaced[path], bytes.Replace(source, []byte("Now: time.Now,"), []byte(ahead), 1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "overlay.json"), overlay, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo", "-overlay", filepath.Join(folder, "overlay.json"),
		"-o", folder+string(filepath.Separator), "./cmd/aftershift", "./cmd/aftershift-cli")
	build.Dir = module
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return folder
}

// unlocked starts the program, at path where it isn't that of today, and unlocks the
// journal.
func (p *sitter) unlocked(path string) {
	p.Helper()
	if path == "" {
		p.open()
	} else {
		w, err := Start(p.Context(), p.screen, p.env, path, "-theme", "light")
		if err != nil {
			p.Fatal(err)
		}
		p.w = w
		p.rest()
	}
	p.do(Write(secret), Turn("Return"))
}

// whole returns all that the journal holds, as it leaves whole.
func (p *sitter) whole() string {
	p.Helper()
	folder := p.TempDir()
	p.tell("export", "all", "--to", folder)
	var all strings.Builder
	paths, err := filepath.Glob(filepath.Join(folder, "*", "*.json"))
	more, _ := filepath.Glob(filepath.Join(folder, "*.json"))
	for _, path := range append(paths, more...) {
		raw, err := os.ReadFile(path)
		if err != nil {
			p.Fatal(err)
		}
		all.Write(raw)
	}
	if err != nil || all.Len() == 0 {
		p.Fatalf("nothing left whole: %v", err)
	}
	return all.String()
}

// times repeats a key.
func times(n int, key string) []string { return slices.Repeat([]string{key}, n) }

// What is written at the meeting: an insight of one's own, and what others brought.
const (
	insight = "I say the ending at the beginning of a visit."
	ofOther = "The son comes only while somebody is there."
)

// TestGroup sets up a peer group of five by keyboard, holds a round robin with two who
// present, with prompts for views that clash, and keeps an insight. Thirty-one days later
// the insight is there, and what was noted about another's case is gone.
func TestGroup(t *testing.T) {
	p := &sitter{worker: newWorker(t), now: time.Now(), album: "groups"}
	p.tell("init")
	p.unlocked("")
	p.setUpFive()
	t.Logf("a group of five: %d keys, and %d letters of text", p.keys, p.letters)
	p.keys, p.letters = 0, 0
	p.meet()
	t.Logf("a meeting: %d keys, and %d letters of text", p.keys, p.letters)
	p.quit(closeTimeout)
	p.checkMeeting()
	if all := p.whole(); !strings.Contains(all, ofOther) {
		t.Error("what was noted about another's case was never kept")
	}
	p.unlocked(filepath.Join(later(t, 31), "aftershift"))
	p.press("ctrl+9")
	p.picture("later")
	p.quit(closeTimeout)
	if all := p.whole(); strings.Contains(all, ofOther) || !strings.Contains(all, insight) {
		t.Errorf("after 31 days the note is there: %v, the insight: %v", strings.Contains(all, ofOther), strings.Contains(all, insight))
	}
}

func (p *sitter) setUpFive() {
	p.Helper()
	p.press("ctrl+9")
	p.fill("Wednesday peer group")
	p.press("Tab")
	for i, member := range []string{"Amara Nwosu, hospital, capacity", "Harpreet Gill, mental health, crisis", "Joe Whitlock, youth justice, courts", "Tomos Rees, housing, benefits"} {
		if i > 0 {
			p.keys++
			p.do(Press("Return")) // moves the caret alone
		}
		p.fill(member)
	}
	p.keepShown("group", "Tab", "Tab", "Tab", "Tab", "Return")
}

// meet holds the meeting: the last three of five present nothing.
func (p *sitter) meet() {
	p.Helper()
	p.press("Return")
	p.press(times(3, "shift+Tab")...)
	p.press("Return", "shift+Tab", "Return", "shift+Tab", "Return")
	p.picture("two-present")
	p.press(times(5, "Tab")...)
	p.keepShown("opening", "Return")
	p.keep("Right")
	p.keep("Right")
	p.press("p")
	p.picture("prompts")
	p.press("p")
	for range 4 {
		p.keep("Right")
	}
	p.keepShown("second-case", "Right")
	p.press("ctrl+shift+s")
	p.fill(insight)
	p.press("Tab")
	p.fill(ofOther)
	p.picture("written")
	p.press("Escape")
	p.press("ctrl+shift+s")
	for range 6 {
		p.keep("Right")
	}
	p.picture("closing")
	p.keepShown("ended", "ctrl+shift+e")
}

func (p *sitter) checkMeeting() {
	p.Helper()
	type meeting struct {
		Procedure  string `json:"run_sheet"`
		Ended      time.Time
		Present    []string
		Presents   []string
		Learning   string
		Facilitate string `json:"facilitates"`
	}
	held := objects[meeting](p.worker, p.tell("meeting", "list", "--json"))
	if len(held) != 1 {
		p.Fatalf("%d meetings", len(held))
	}
	m := held[0]
	if m.Procedure != "round-robin" || m.Ended.IsZero() || len(m.Present) != 5 || len(m.Presents) != 2 || slices.Contains(m.Presents, m.Facilitate) {
		p.Errorf("%+v", m)
	}
	if e := objects[keptEntry](p.worker, p.tell("show", m.Learning, "--json")); len(e) != 1 || e[0].Sections[0].Text != insight {
		p.Errorf("what was taken along: %+v", e)
	}
}
