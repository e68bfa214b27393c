package sharing_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// documents is how many random documents the tests of this file make. The ordinary run
// has few, as each is laid out, reviewed, written and read back.
var documents = flag.Int("documents", 7, "how many random documents are written and read back")

// stuff is what random texts are made of: words, names, names that are words, numbers,
// signs that formats take for marks, and other scripts.
var stuff = []string{
	"the", "visit", "went", "well", "I", "asked", "her", "why", "nobody", "came", "Supervision", "helped", "again,", "slowly.", "“quietly”", "(twice)", "then;", "what?", "Yes!",
	"Agnieszka Zielinska", "Mr Pemberton", "Nguyễn", "Siobhán", "Łukasz", "Ελένη", "Фёдор", "Will", "Grace", "May", "Rose", "Hope",
	"14 Corran Street", "07700 900123", "CP-48213", "a.b@example.org", "3 March 2014", "12/05/2025", "93%", "£40", "1.", "2)", "10–12",
	"*", "_", "#", "##", "<b>", "&amp;", "&", "|", "~~", "`x`", "[a](b)", "---", "===", "> ", "\\", "\"", "'", "{", "}", "$", "→", "✓", "☐", "≥", "…",
	"verylongwordverylongwordverylongwordverylongwordverylongwordverylongwordverylongwordverylongword", "soft\u00adhyphen", "no\u00a0break", "zero\u200bwidth",
	"\n", "\n\n", "\n- ", "\n1. ", "\n# ", "\n    ", "\n| a | b |\n", "\t",
}

func randomText(r *rand.Rand, most int) string {
	var b strings.Builder
	for range 1 + r.IntN(most) {
		b.WriteString(stuff[r.IntN(len(stuff))])
		if r.IntN(12) > 0 {
			b.WriteString(" ")
		}
	}
	return b.String()
}

// randomJournal gives papers of every kind over random texts.
func randomJournal(t *testing.T, r *rand.Rand) (*app.Desk, []app.Paper) {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	title := func() string { return strings.Join(strings.Fields("T "+randomText(r, 6)), " ") }
	e := apptest.Write(t, d, randomText(r, 120), title(), "W "+randomText(r, 80), journal.Next)
	e.Impact = journal.Impact{Hit: journal.LevelOf(5), Body: randomText(r, 20)}
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	it, _ := d.ItemFor(e.ID)
	it.KeyQuestion, it.Minutes = title(), 15
	_, err = d.SaveItem(it)
	apptest.Must(t, err)
	session := apptest.Planned(t, d)
	apptest.Must(t, d.AddToAgenda(session, it.ID))
	apptest.Must(t, d.StartSession(session, c.Now()))
	apptest.Must(t, d.Discuss(it.ID, supervision.Outcome{Kind: supervision.LearningNeed, Text: randomText(r, 60), Decision: randomText(r, 20), Rationale: randomText(r, 20)}))
	for range 1 + r.IntN(3) {
		_, err = d.SaveAction(supervision.Action{Text: "A " + randomText(r, 15), Owner: supervision.Me, Item: it.ID, Session: session})
		apptest.Must(t, err)
	}
	apptest.Must(t, d.EndSession(session, 40, nil))
	return d, []app.Paper{
		app.AgendaPaper{Session: session},
		app.RunSheet{Session: session},
		app.RecordPaper{Session: session},
		app.EntriesPaper{Entries: []journal.ID{e.ID}, Private: true, Impact: true},
		app.CasePaper{Entry: e.ID, Private: true},
		app.FactsPaper{With: d.Relationships()[0].ID},
		app.DigestPaper{From: d.Today().AddDays(-9), Until: d.Today().AddDays(9), Impact: true},
	}
}

// What the pane shows is what the file holds, sign for sign and in order, of random
// documents in every format.
func TestCopy_Preview_is_the_text_of_the_file(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	folder := t.TempDir()
	for n := 0; n < *documents; {
		d, papers := randomJournal(t, r)
		for _, paper := range papers {
			c := draftOf(t, d, app.CopyOf{Paper: paper, Audience: supervision.Audiences()[r.IntN(3)]})
			c.MaskAll()
			for _, f := range app.Formats() {
				path := filepath.Join(folder, fmt.Sprintf("%d.%s", n, f.Extension))
				if _, err := d.SaveCopy(c, f, path, false); err != nil {
					t.Fatalf("%s as %s: %v", paper.Name(), f.Name, err)
				}
				sameText(t, fmt.Sprintf("document %d, %s as %s", n, paper.Name(), f.Name), c.Preview(f), contentsOf(t, made{"", path, f}), f.Name == "text")
			}
			n++
		}
	}
}

func fileBytes(t *testing.T, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	apptest.Must(t, err)
	return raw
}

func contentsOf(t *testing.T, file made) document.Contents {
	t.Helper()
	c, err := file.format.Read(fileBytes(t, file.path))
	apptest.Must(t, err)
	return c
}

// sameText compares the lines of the pane with what was read back. The foot of the page
// stands apart in some formats. In plain text the cells of a row are broken side by side,
// so that their lines alternate.
func sameText(t *testing.T, what string, lines []app.Line, c document.Contents, text bool) {
	t.Helper()
	var body, foot strings.Builder
	for _, l := range lines {
		to := &body
		if l.Kind == app.FooterLine {
			to = &foot
		}
		for _, piece := range slices.Concat(l.Cells...) {
			to.WriteString(piece.Shown)
		}
	}
	got, want := marks(c.Text), marks(body.String())
	if c.Margins == "" {
		want += marks(foot.String())
	} else if !strings.Contains(marks(c.Margins), marks(foot.String())) {
		t.Errorf("%s: the foot shows %q, the file has %q", what, foot.String(), c.Margins)
	}
	if got == want || text && sorted(got) == sorted(want) {
		return
	}
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	from := max(at-30, 0)
	t.Errorf("%s: at %d the pane shows …%q, the file has …%q", what, at, want[from:min(at+40, len(want))], got[from:min(at+40, len(got))])
}

func sorted(text string) string {
	all := []rune(text)
	slices.Sort(all)
	return string(all)
}

// marks gives the letters, figures and other signs of a text, without the marks of
// lists, tables and lines that a format adds of its own.
func marks(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), string(r) == document.Missing:
			return r
		case unicode.IsSpace(r), unicode.In(r, unicode.Cf), strings.ContainsRune("-–—_=•|.", r):
			return -1
		}
		return r
	}, document.Visible(text))
}

// Names that are words stand in random documents as both; some are masked, some kept.
// No such copy is held back for a word that stands there by right.
func TestDesk_SaveCopy_raises_no_false_alarm_over_names_that_are_words(t *testing.T) {
	names := strings.Fields("Will Grace May Hope Faith Mark Rose Penny Summer Joy Dean Chase Art Bill Drew Rob Sue Pat Ray Dawn Young Long Brown Price Cook")
	says := []string{
		"I met %s and the mother.", "Then %s rang me.", "We %s see about it.", "I %s it.", "It was a %s day.", "In %s we meet again.", "%s came late.", "The %s of it is small.",
		"Mr %s wrote.", "There is no %s in that.", "%s %s said so.", "A %s word.",
	}
	r := rand.New(rand.NewPCG(3, 5))
	d, _ := apptest.NewTestDesk(t)
	folder := t.TempDir()
	for n := range *documents {
		var words strings.Builder
		for range 6 + r.IntN(14) {
			name, say := names[r.IntN(len(names))], says[r.IntN(len(says))]
			if r.IntN(2) == 0 {
				name = strings.ToLower(name)
			}
			words.WriteString(strings.ReplaceAll(say, "%s", name) + " ")
		}
		e := apptest.Write(t, d, "Private.", "Document", words.String(), journal.Next)
		c := draftOf(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor})
		for asked := true; asked; asked = c.Ask() > 0 {
			for _, f := range c.Review.Findings() {
				if c.Review.State(f.ID) == app.StateOpen {
					decision := app.Decision{Action: app.Keep, Reason: "It is a word"}
					if r.IntN(2) == 0 {
						decision = app.Decision{Action: app.Mask}
					}
					apptest.Must(t, c.Review.Decide(f.ID, decision))
				}
			}
		}
		f := app.Formats()[n%len(app.Formats())]
		if _, err := d.SaveCopy(c, f, filepath.Join(folder, fmt.Sprintf("%d", n)), false); err != nil {
			t.Errorf("document %d as %s: %v: %s", n, f.Name, err, words.String())
		}
	}
}
