package text

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// clock is a time that tests move.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func (c *clock) wait(d time.Duration) { c.at = c.at.Add(d) }

// newField returns a field whose letters are 8 wide and whose rows are wide.
func newField(text string, width float32) (*Field, *clock) {
	c := &clock{at: time.Unix(1_700_000_000, 0)}
	f := New(c.now)
	f.SetMeasure(fixedWidth)
	f.SetWidth(width)
	f.SetText(text)
	return f, c
}

func fixedWidth(s string) float32 {
	n := 0
	for it := graphemes.FromString(s); it.Next(); n++ {
	}
	return 8 * float32(n)
}

var typedWords = []string{
	"a", "the", " ", " ", "\n", "team", "e\u0301", "\u0301", "👩‍👩‍👧", "\u200d", "🇮🇪", "🇮", "👍🏽", "नमस्ते", "سلام",
	"well-being", "\t", "   ", "x\r\ny", "漢字", "longwordthatdoesnotfitintoanyrowatallbecauseitgoesonandon", "ﬃ", "\u00a0",
}

// plain is a text as a plain string, with every state it ever had.
type plain struct {
	states []string
	at     int
}

func (p *plain) text() string { return p.states[p.at] }

func (p *plain) edit(from, to int, s string) {
	next := p.text()[:from] + s + p.text()[to:]
	p.states = append(p.states[:p.at+1], next)
	p.at++
}

// back and on find the state to which undo and redo led.
func (p *plain) back(text string) bool {
	for i := p.at - 1; i >= 0; i-- {
		if p.states[i] == text {
			p.at = i
			return true
		}
	}
	return false
}

func (p *plain) on(text string) bool {
	for i := p.at + 1; i < len(p.states); i++ {
		if p.states[i] == text {
			p.at = i
			return true
		}
	}
	return false
}

// boundaries are the places between characters, asked of the whole text.
func boundaries(text string) []int {
	all := []int{0}
	for it := graphemes.FromString(text); it.Next(); {
		all = append(all, it.End())
	}
	return all
}

func TestField_random_edits_equal_a_plain_string(t *testing.T) {
	edits, run := 100_000, 0
	for seed := uint64(1); edits > 0; seed++ {
		run = min(edits, 500)
		edits -= run
		randomEdits(t, seed, run)
		if t.Failed() {
			return
		}
	}
}

func randomEdits(t *testing.T, seed uint64, edits int) {
	r := rand.New(rand.NewPCG(seed, 7))
	f, c := newField("", float32(40+r.IntN(300)))
	p := &plain{states: []string{""}}
	for i := range edits {
		before := f.Selection()
		what := oneEdit(t, r, f, c, p)
		if f.Text() != p.text() {
			t.Fatalf("seed %d, edit %d, %s at %v:\n got %q\nwant %q", seed, i, what, before, f.Text(), p.text())
		}
		checkPlaces(t, f, what)
		checkRows(t, f, what)
		if len(p.text()) > 3000 {
			f.SelectAll()
			f.Erase(Character, false)
			p.edit(0, len(p.text()), "")
		}
	}
}

func oneEdit(t *testing.T, r *rand.Rand, f *Field, c *clock, p *plain) string {
	from, to := f.Selection().Bounds()
	all := boundaries(p.text())
	c.wait(time.Duration(r.IntN(400)) * time.Millisecond)
	switch n := r.IntN(20); {
	case n < 8:
		s := typedWords[r.IntN(len(typedWords))]
		for _, one := range s {
			p.edit(from, to, string(one))
			f.Type(string(one))
			from, to = f.Selection().Bounds()
		}
		return "type " + s
	case n < 10:
		s := strings.Repeat(typedWords[r.IntN(len(typedWords))], 1+r.IntN(5))
		p.edit(from, to, s)
		f.Insert(s)
		return "paste " + s
	case n < 13:
		if from == to && from > 0 {
			i, _ := slices.BinarySearch(all, from)
			from = all[i-1]
		}
		if from != to {
			p.edit(from, to, "")
		}
		f.Erase(Character, false)
		return "backspace"
	case n < 14:
		if from == to {
			i, found := slices.BinarySearch(all, to)
			if found {
				i++
			}
			to = all[min(i, len(all)-1)]
		}
		if from != to {
			p.edit(from, to, "")
		}
		f.Erase(Character, true)
		return "delete"
	case n < 15:
		unit := []Unit{Word, WordStart, RowEdge, ParagraphEdge}[r.IntN(4)]
		forward := r.IntN(2) == 0
		if from == to {
			from, to = f.Selection().Head, f.target(unit, forward)
			from, to = min(from, to), max(from, to)
		}
		if from != to {
			p.edit(from, to, "")
		}
		f.Erase(unit, forward)
		return "erase a unit"
	case n < 16:
		if f.Undo() && !p.back(f.Text()) {
			t.Fatalf("undo led to %q, which the text never was", f.Text())
		}
		return "undo"
	case n < 17:
		if f.Redo() && !p.on(f.Text()) {
			t.Fatalf("redo led to %q, which the text never was", f.Text())
		}
		return "redo"
	case n < 18:
		f.Select(r.IntN(len(p.text())+1), r.IntN(len(p.text())+1))
		return "select"
	}
	f.Move(Unit(r.IntN(int(All)+1)), r.IntN(2) == 0, r.IntN(2) == 0, 3)
	return "move"
}

// checkPlaces fails if a step of the caret ends inside a character. Typing may:
// what is put in joins with what follows.
func checkPlaces(t *testing.T, f *Field, what string) {
	t.Helper()
	if what != "select" && what != "move" {
		return
	}
	if at := f.Selection().Head; !slices.Contains(boundaries(f.Text()), at) {
		t.Fatalf("after %s place %d of %q is inside a character", what, at, f.Text())
	}
}

// checkRows fails if the rows differ from those of the same text wrapped whole.
func checkRows(t *testing.T, f *Field, what string) {
	t.Helper()
	fresh := layout{src: f.buf, width: f.layout.width}
	fresh.measures.reset(fixedWidth)
	fresh.reset()
	if got, want := flat(&f.layout.rows), flat(&fresh.rows); !slices.Equal(got, want) {
		t.Fatalf("after %s the rows of %q are %v, want %v", what, f.Text(), got, want)
	}
	n := 0
	for _, r := range flat(&f.layout.rows) {
		n += int(r.n)
	}
	if n != f.Len() || f.layout.rows.count != len(flat(&f.layout.rows)) {
		t.Fatalf("rows hold %d bytes of %d", n, f.Len())
	}
}

func flat(l *rowList) []row {
	var all []row
	for _, c := range l.chunks {
		all = append(all, c.rows...)
	}
	return all
}

func TestField_Text_keepsWhatIsNoText(t *testing.T) {
	raw := "a\xffb\r\nc\rd\u2028e\x00"
	f, _ := newField(raw, 100)
	if f.Text() != raw {
		t.Errorf("got %q", f.Text())
	}
	f.Move(All, true, false, 1)
	f.Type("é")
	if want := raw + "é"; f.Text() != want || !utf8.ValidString(f.Text()[len(raw):]) {
		t.Errorf("got %q, want %q", f.Text(), want)
	}
}
