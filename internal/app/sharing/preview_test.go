package sharing_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/sharing"
	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/journal"
)

// The formats that most tests save in.
var (
	PDF  = formats.PDF
	Text = formats.Text
)

func TestLine_broken(t *testing.T) {
	const whole = "One Zoë.\n\nTwo.\nAnn"
	l := app.Line{Kind: app.TextLine, Cells: [][]app.Piece{{
		{Text: "One ", Shown: "One ", Finding: -1},
		{Text: "Zoë", Shown: "Parent A", Finding: 4, State: app.StateMasked, Start: 4},
		{Text: ".\n\nTwo.\n", Shown: ".\n\nTwo.\n", Finding: -1, Start: 8},
		{Text: "Ann", Shown: "Ann", Finding: 5, State: app.StateOpen, Start: 16},
	}}}
	got := l.Broken()
	if len(got) != 3 || len(got[0].Cells[0]) != 3 || got[1].Cells[0][0].Text != "Two." || got[2].Cells[0][0].Finding != 5 {
		t.Fatalf("%+v", got)
	}
	for _, line := range got {
		for _, p := range line.Cells[0] {
			if whole[p.Start:p.Start+len(p.Text)] != p.Text {
				t.Errorf("%q doesn't stand at %d", p.Text, p.Start)
			}
		}
	}
}

// signs are some that people write and that not every format can show.
const signs = "Risk ≥ 3 → call. ✓ done ☐ open \U0001F642"

func TestCopy_Missing_tells_what_the_file_will_not_show(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	c := copyOf(t, d, signs)
	for _, f := range app.Formats() {
		var shown string
		for _, l := range c.Preview(f) {
			shown += readLine(l) + "\n"
		}
		if n := strings.Count(shown, document.Missing); n != len(c.Missing(f)) {
			t.Errorf("%s: %d shown as missing, %q told", f.Name, n, c.Missing(f))
		}
	}
	if got := c.Missing(PDF); !slices.Equal(got, []string{"\U0001F642"}) {
		t.Errorf("of the signs %q are told", got)
	}
	if got := c.Missing(Text); got != nil {
		t.Errorf("plain text shows everything, told %q", got)
	}
}

// What is seen beside the review is what stands in the file: each line, in order,
// of every paper in every format.
func TestCopy_Preview_reads_as_the_file_does(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	papers := []sharing.Paper{app.AgendaPaper{Session: session}, app.RunSheet{Session: session}}
	check := func(p sharing.Paper, f app.Format) {
		made, err := d.Copy(app.CopyOf{Paper: p, Audience: "line_supervisor"})
		apptest.Must(t, err)
		made.MaskAll()
		file := filepath.Join(t.TempDir(), "copy")
		_, err = d.SaveCopy(made, f, file, false)
		apptest.Must(t, err)
		all := apptest.ReadBack(t, f, file)
		var want, got []string
		for _, l := range made.Preview(f) {
			want = append(want, letters(readLine(l))...)
		}
		got = letters(all)
		for _, word := range want {
			if !slices.Contains(got, word) {
				t.Errorf("%s, %s: %q is in the preview alone", p.Name(), f.Name, word)
			}
		}
		if f.Name == Text.Name {
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(want, got) {
				t.Errorf("%s: preview %q, file %q", p.Name(), want, got)
			}
		}
	}
	for _, f := range app.Formats() {
		for _, p := range papers {
			check(p, f)
		}
	}
	apptest.Hold(t, d, c, session)
	entry := d.List(app.Filter{})[0].ID
	for _, f := range app.Formats() {
		for _, p := range []sharing.Paper{app.RecordPaper{Session: session}, app.FactsPaper{With: d.Network()[0].ID}, app.EntriesPaper{Entries: []journal.ID{entry}, Private: true}} {
			check(p, f)
		}
	}
}

// letters gives the words of a text, without the marks that a format sets among
// them.
func letters(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && string(r) != document.Missing
	})
}
