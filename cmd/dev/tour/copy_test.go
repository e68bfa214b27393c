//go:build linux

package tour

import (
	"os/exec"
	"strings"
	"testing"
	"time"
)

// eightOpen are words of which eight wait for a decision.
const eightOpen = "Rose early. We talked. Grace early. We talked. Faith early. We talked. Hope early. We talked. " +
	"Dawn early. We talked. Joy early. We talked. Summer early. We talked. Mark early. We talked."

// somebodySlow is how long a slow user is taken to think over each input; a dozen of them
// and a page to read are less than two minutes.
const somebodySlow = 8 * time.Second

// TestCopy_eightFindings goes by keyboard from an agenda to a saved copy past eight
// findings, and counts what is put in.
func TestCopy_eightFindings(t *testing.T) {
	c := &capturing{worker: newWorker(t)}
	c.tell("init")
	p := &sitter{worker: c.worker, now: time.Now()}
	p.add(map[string]any{
		"sections": []any{map[string]string{"text": "I keep thinking of it."}}, "flag": "next",
		"share": map[string]string{"title": "A day of many talks", "words": eightOpen},
	})
	c.open()
	c.do(Write(secret), Turn("Return"))
	c.planSession()
	c.press("space", "Tab", "Return")
	began := time.Now()
	c.input(Press("ctrl+e"))
	for range 8 {
		c.input(Press("m"))
	}
	c.input(Press("space"))
	c.input(Press("Return"))
	c.input(Press("Return"))
	for deadline := time.Now().Add(stableTimeout); len(c.copies()) == 0; {
		if time.Now().After(deadline) {
			c.Fatal("no copy was saved")
		}
		c.rest()
	}
	c.Logf("%d inputs, with %v to think at each %v; the program itself took %v", c.inputs, somebodySlow, somebodySlow*time.Duration(c.inputs), time.Since(began))
	if somebodySlow*time.Duration(c.inputs) > 2*time.Minute {
		c.Errorf("%d inputs", c.inputs)
	}
	raw, err := exec.Command("pdftotext", c.copies()[0], "-").Output()
	if err != nil {
		c.Fatal(err)
	}
	for _, name := range strings.Fields("Rose Grace Faith Hope Dawn Joy Summer Mark") {
		if strings.Contains(string(raw), name) {
			c.Errorf("the copy names %s", name)
		}
	}
}
