//go:build linux

package tour

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// keptEntry is what is read back of an entry with the command line.
type keptEntry struct {
	ID       string
	Date     string
	Flag     string
	Themes   []string
	Sections []struct{ Text string }
	Impact   struct{ Hit, Carrying *int }
}

// capturing counts what somebody puts in, a key or a text typed at once, and
// takes a picture after each.
type capturing struct {
	*worker
	inputs int
}

func (c *capturing) input(act Act) {
	c.Helper()
	c.inputs++
	c.do(act)
	picture := filepath.Join(module, "out/capture", fmt.Sprintf("%s-%d.png", c.Name(), c.inputs))
	if err := c.w.Shot(c.Context(), picture); err != nil {
		c.Fatal(err)
	}
}

// opened makes a journal and opens it on its first page, with nothing written.
func opened(t *testing.T) *capturing {
	t.Helper()
	c := &capturing{worker: newWorker(t)}
	c.tell("init")
	c.open()
	c.write(secret)
	c.do(Turn("Return"))
	return c
}

// kept gives the one entry that is on the disk, once the program has ended.
func (c *capturing) kept() keptEntry {
	c.Helper()
	if err := c.w.Close(); err != nil {
		c.Fatal(err)
	}
	list := objects[keptEntry](c.worker, c.tell("list", "--json"))
	if len(list) != 1 {
		c.Fatalf("%d entries", len(list))
	}
	return objects[keptEntry](c.worker, c.tell("show", list[0].ID, "--json"))[0]
}

// TestCapture_text writes an entry from another page: three inputs.
func TestCapture_text(t *testing.T) {
	c := opened(t)
	c.press("ctrl+3")
	c.input(Press("ctrl+n"))
	c.input(Write("Rang twice. Nobody saw the child."))
	c.input(Press("ctrl+s"))
	if e := c.kept(); c.inputs != 3 || e.Sections[0].Text != "Rang twice. Nobody saw the child." {
		t.Errorf("%d inputs, %+v", c.inputs, e)
	}
}

// TestCapture_everything writes an entry with a theme, both numbers and the flag in
// six inputs, counted from the journal page.
func TestCapture_everything(t *testing.T) {
	c := opened(t)
	c.input(Press("ctrl+n"))
	c.input(Write("Kept waiting outside court with nobody to ask."))
	c.input(Press("ctrl+t"))
	c.input(Write("7 4 court !"))
	c.input(Press("Return"))
	c.input(Press("ctrl+s"))
	e := c.kept()
	switch {
	case c.inputs > 6:
		t.Errorf("%d inputs", c.inputs)
	case e.Sections[0].Text != "Kept waiting outside court with nobody to ask.", e.Date != time.Now().Format(time.DateOnly):
		t.Errorf("text and day: %+v", e)
	case e.Impact.Hit == nil || *e.Impact.Hit != 7, e.Impact.Carrying == nil || *e.Impact.Carrying != 4:
		t.Errorf("numbers: %+v", e.Impact)
	case e.Flag != "next" || !slices.Equal(e.Themes, []string{"justice-risk/court-work"}):
		t.Errorf("flag %q, themes %q", e.Flag, e.Themes)
	}
}
