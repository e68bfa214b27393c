package sharing_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// copyOf gives a copy of an entry with these words, everything masked that was
// found.
func copyOf(t *testing.T, d *app.Desk, words string) *app.Copy {
	t.Helper()
	e := apptest.Write(t, d, "Private.", "A visit that frightened me", words, journal.NoFlag)
	c, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor})
	if err != nil {
		t.Fatal(err)
	}
	c.Review.MaskAll()
	return c
}

func TestDesk_SaveCopy_holds_nothing_planted(t *testing.T) {
	for _, f := range []app.Format{PDF, Text} {
		t.Run(f.Name, func(t *testing.T) {
			d, _ := apptest.NewTestDesk(t)
			c := copyOf(t, d, apptest.Planted)
			file := filepath.Join(t.TempDir(), d.FileName(c, f))
			shared, err := d.SaveCopy(c, f, file, false)
			if err != nil {
				t.Fatal(err)
			}
			all := apptest.ReadBack(t, f, file)
			for _, w := range apptest.Telling {
				if strings.Contains(all, w) {
					t.Errorf("%q is in the file", w)
				}
			}
			all = strings.Join(strings.Fields(all), " ") // wherever lines break
			if !strings.Contains(all, "A visit that frightened me") || !strings.Contains(all, "Was I right to stay?") {
				t.Errorf("the words to share are missing from %q", all)
			}
			registered(t, d, shared, c, f, file)
		})
	}
}

// registered holds that the register says what the file is.
func registered(t *testing.T, d *app.Desk, shared app.SharedCopy, c *app.Copy, f app.Format, file string) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(raw)
	list := d.SharedCopies()
	if len(list) != 1 || list[0].ID != shared.ID || list[0].SHA256 != hex.EncodeToString(sum[:]) {
		t.Fatalf("register %+v", list)
	}
	line := list[0]
	if line.File != filepath.Base(file) || line.Format != f.Name || line.Kind != "entries" || line.Audience != "mentor" ||
		line.Masked != len(c.Review.Findings()) || line.Kept != 0 || line.Private || !slices.Equal(line.Entries, c.Of.Paper.(app.EntriesPaper).Entries) || !line.At.Equal(d.Now()) {
		t.Errorf("register line %+v", line)
	}
}

func TestDesk_SaveCopy_keeps_what_was_decided(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	c := copyOf(t, d, "I stayed with Aaliyah near the river.")
	if err := c.Review.Decide(findingOf(t, c, "Aaliyah"), app.Decision{Action: app.Keep, Reason: "she agreed in writing"}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "copy.txt")
	shared, err := d.SaveCopy(c, Text, file, false)
	if err != nil {
		t.Fatal(err)
	}
	if shared.Kept != 1 || shared.Masked != 0 || !strings.Contains(apptest.ReadBack(t, Text, file), "Aaliyah") {
		t.Errorf("kept %d, masked %d", shared.Kept, shared.Masked)
	}
}

// open words make the engine ask.
const openWords = "Grace was hard to find that day. I met Will and his mother. Will she come? Faith came late."

func TestDesk_SaveCopy_refuses_while_open(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "x", "A visit", openWords, journal.NoFlag)
	c, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}})
	if err != nil {
		t.Fatal(err)
	}
	if c.Review.Open() == 0 {
		t.Fatalf("nothing is open in %q", wordsOf(c))
	}
	file := filepath.Join(t.TempDir(), "copy.pdf")
	if _, err := d.SaveCopy(c, PDF, file, false); !errors.Is(err, fault.Conflict) {
		t.Errorf("%v, want conflict", err)
	}
	if input.IsFile(file) || len(d.SharedCopies()) != 0 {
		t.Error("a file or a line of the register came of it")
	}
}

func TestDesk_SaveCopy_overwrites_only_when_told(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	c := copyOf(t, d, "How do I speak up?")
	file := filepath.Join(t.TempDir(), "copy.txt")
	if err := os.WriteFile(file, []byte("somebody's notes"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SaveCopy(c, Text, file, false); !errors.Is(err, fault.Conflict) {
		t.Errorf("%v, want conflict", err)
	}
	if got := apptest.ReadBack(t, Text, file); got != "somebody's notes" {
		t.Errorf("the file was changed to %q", got)
	}
	if _, err := d.SaveCopy(c, Text, file, true); err != nil {
		t.Fatal(err)
	}
	if got := apptest.ReadBack(t, Text, file); !strings.Contains(got, "How do I speak up?") {
		t.Errorf("the file was not replaced: %q", got)
	}
}

// The name that is masked in the text reads on from the end of the title to the
// first word below it, both of which were kept.
func TestDesk_SaveCopy_removes_a_file_that_leaks(t *testing.T) {
	for _, f := range []app.Format{PDF, Text} {
		t.Run(f.Name, func(t *testing.T) {
			d, _ := apptest.NewTestDesk(t)
			const words = "Brook came. Later Ada Brook left."
			e := apptest.Write(t, d, "x", "With Ada", words, journal.NoFlag)
			c, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}})
			if err != nil {
				t.Fatal(err)
			}
			at := strings.Index(words, "Ada")
			if err := c.Review.AddMask(1, at, at+len("Ada Brook"), "a friend"); err != nil {
				t.Fatal(err)
			}
			for _, finding := range c.Review.Findings() {
				if finding.Replacement != "a friend" {
					if err := c.Review.Decide(finding.ID, app.Decision{Action: app.Keep, Reason: "they agreed"}); err != nil {
						t.Fatal(err)
					}
				}
			}
			file := filepath.Join(t.TempDir(), "copy")
			var spot app.Spot
			if _, err := d.SaveCopy(c, f, file, false); !errors.Is(err, fault.Exposed) || !errors.As(err, &spot) || spot.Finding != -1 || spot.Line == 0 || spot.Heading != 1 {
				t.Errorf("%v at %+v, want exposed", err, spot)
			}
			if input.IsFile(file) || len(d.SharedCopies()) != 0 {
				t.Error("the file or its line of the register stayed")
			}
		})
	}
}

func TestDesk_SaveCopy_unwritable(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	c := copyOf(t, d, "How do I speak up?")
	file := filepath.Join(t.TempDir(), "none", "copy.txt")
	if _, err := d.SaveCopy(c, Text, file, false); err == nil || len(d.SharedCopies()) != 0 {
		t.Errorf("%v with register %v", err, d.SharedCopies())
	}
}

func TestDesk_FileName_says_nothing(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	entries := copyOf(t, d, "How do I speak up?")
	agenda := &app.Copy{Of: app.CopyOf{Paper: app.AgendaPaper{Session: 1}}}
	day := c.Now().Format("2006-01-02")
	for name, want := range map[string]string{
		d.FileName(entries, PDF): "reflection-" + day + ".pdf",
		d.FileName(agenda, Text): "agenda-" + day + ".txt",
	} {
		if name != want {
			t.Errorf("%q, want %q", name, want)
		}
	}
}
