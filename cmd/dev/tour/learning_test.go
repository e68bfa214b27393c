//go:build linux

package tour

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// colleague talked it over, and is named in no copy.
const colleague = "Harriet Lindqvist"

// TestLearning makes an insight a piece with a peer's view by keyboard, and saves it as a
// PDF and as text; then it logs twelve weeks, is told in the last of them that supervision
// falls short of what the rules want, and saves the sheet.
func TestLearning(t *testing.T) {
	p := &sitter{worker: newWorker(t), now: time.Now(), album: "learning"}
	p.chooseRules()
	p.unlocked("")
	p.writePiece()
	p.Logf("an insight becomes a whole piece: %d keys, and %d letters of text", p.keys, p.letters)
	p.sharePiece()
	p.press("ctrl+8")
	p.keys, p.letters = 0, 0
	p.logWeeks()
	p.Logf("twelve weeks: %d keys, and %d letters of text", p.keys, p.letters)
	p.saveSheet()
	p.quit(closeTimeout)
	p.checkLearning()
}

// chooseRules makes a journal with rules, a supervisor, and an insight that was written
// to be shared.
func (p *sitter) chooseRules() {
	p.Helper()
	p.tell("init")
	for _, pack := range []string{"england", "california", "pcf"} {
		p.tell("rules", "use", pack)
	}
	p.tell("person", "add", "Ruth Vale", "--kind", "clinical")
	p.add(map[string]any{
		"sections": []any{map[string]string{"text": "I said it first."}},
		"share":    map[string]string{"title": "Saying the ending first", "words": insight, "want": "learn"},
	})
}

// writePiece makes the insight a piece, answers what is asked, and says which competence
// it shows; all others have no evidence.
func (p *sitter) writePiece() {
	p.Helper()
	p.press("ctrl+8")
	p.press(times(4, "Tab")...)
	p.picture("insight")
	p.keep("Return")
	p.press("Tab", "Return")
	p.press("Tab")
	p.fill("Peer supervision", "I looked at how my visits end.")
	p.press("Tab", "Tab") // what was learned is there
	p.fill("I end visits on time.")
	p.press("Tab", "Tab", "Tab", "Tab", "Tab", "space")
	p.press(times(4, "shift+Tab")...)
	p.fill(colleague + " asked what I am afraid of.")
	p.picture("piece")
	p.press(times(5, "shift+Tab")...) // to the title, past nothing that a name brings up
	p.keepShown("evidence", "Return")
}

// sharePiece saves the piece as a PDF and as text.
func (p *sitter) sharePiece() {
	p.Helper()
	before := p.keys
	p.press("Tab", "Tab", "Tab", "Return")
	p.press("m")
	p.picture("to-share")
	p.press("ctrl+s", "space")
	p.press("ctrl+s")
	p.keepShown("shared", "Return")
	p.Logf("a PDF: %d keys", p.keys-before)
	before = p.keys
	p.press("ctrl+8")
	p.press(times(6, "Tab")...)
	p.press("Return") // the name is known by now, and masked
	p.pickFormat("Down")
	p.picture("as-text")
	p.press("ctrl+s")
	p.keep("Return")
	p.Logf("text: %d keys", p.keys-before)
}

// pickFormat picks the format of a copy four rows on.
func (p *sitter) pickFormat(way string) {
	p.Helper()
	p.press("ctrl+s", "space", "shift+Tab", "Return")
	p.press(append(times(4, way), "Return")...)
}

// logWeeks logs the weeks, the earliest first: in the last one two hours of psychotherapy
// too many for what supervision there was.
func (p *sitter) logWeeks() {
	p.Helper()
	p.press(times(10, "Tab")...)
	p.press("Return")
	monday := p.now.AddDate(0, 0, -(int(p.now.Weekday())+6)%7)
	for i := range 12 {
		p.press("ctrl+shift+n")
		if i < 11 {
			p.press("shift+Tab", "ctrl+a")
			p.fill(monday.AddDate(0, 0, 7*(i-11)).Format(time.DateOnly))
			p.press("Tab")
		}
		p.fill("1")
		p.press(times(4, "Tab")...)
		if i < 11 {
			p.fill("10")
		} else {
			p.fill("12")
		}
		if i == 0 {
			p.press("Tab", "Tab", "Return")
			p.press("Down", "Return")
			p.press("Tab")
			p.picture("week")
		}
		p.keep("Return")
	}
	p.picture("hours")
}

// saveSheet saves the sheet of the twelve weeks.
func (p *sitter) saveSheet() {
	p.Helper()
	before := p.keys
	p.press("ctrl+e")
	p.press("ctrl+a")
	p.fill(p.now.AddDate(0, 0, -7*12).Format(time.DateOnly))
	p.press("Tab", "Tab", "Tab", "Return")
	p.pickFormat("Up") // the last copy was text
	p.press("ctrl+s")
	p.keepShown("sheet", "Return")
	p.Logf("the sheet: %d keys", p.keys-before)
}

// checkLearning looks at the files and at what the rules say.
func (p *sitter) checkLearning() {
	p.Helper()
	text := func(name string) string {
		p.Helper()
		all, err := filepath.Glob(filepath.Join(p.home, "*", name))
		more, _ := filepath.Glob(filepath.Join(p.home, name))
		if all = append(all, more...); err != nil || len(all) != 1 {
			p.Fatalf("%s: %v %v", name, all, err)
		}
		if filepath.Ext(all[0]) == ".pdf" {
			raw, err := exec.Command("pdftotext", "-layout", all[0], "-").Output()
			if err != nil {
				p.Fatal(err)
			}
			return string(raw)
		}
		raw, err := os.ReadFile(all[0])
		if err != nil {
			p.Fatal(err)
		}
		return string(raw)
	}
	for _, name := range []string{"professional-development-*.pdf", "professional-development-*.txt"} {
		copied := text(name)
		if !strings.Contains(copied, "what I am afraid of") || strings.Contains(copied, "Lindqvist") || strings.Contains(copied, "Harriet") {
			p.Errorf("%s:\n%s", name, copied)
		}
	}
	sheet := text("hours-*.pdf")
	if n := strings.Count(sheet, "10:00"); n != 11 || !strings.Contains(sheet, "12:00") || !strings.Contains(sheet, "Ruth Vale") {
		p.Errorf("the sheet, with %d weeks of ten hours:\n%s", n, sheet)
	}
	if said := p.tell("hours", "check"); !strings.Contains(said, "12 h of psychotherapy need 2 units of supervision, 1 logged") {
		p.Errorf("the rules say:\n%s", said)
	}
	seen := p.tell("evidence", "map")
	if !strings.Contains(seen, "Professionalism") || !strings.Contains(seen, "Values and ethics") {
		p.Errorf("the evidence:\n%s", seen)
	}
	p.Log(seen)
}
