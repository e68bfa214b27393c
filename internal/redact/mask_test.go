package redact

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/redact/pseudonym"
	"aftershift/internal/trial"
)

// modes are the ways to read a text that change what is found or what stands
// in its place.
func modes() []Options {
	register := []Person{
		{Forms: []string{"Grace Okafor", "Gracie"}, Role: "parent"},
		{Forms: []string{"June Harkin"}, Relation: "daughter of Grace Okafor", Code: "Tiger"},
		{Forms: []string{"Avrin Dole"}, Code: "Nurse K"},
		{Forms: []string{"Will Mayhew"}, Code: "Will"},
	}
	var all []Options
	for _, style := range []Style{pseudonym.Pseudonym, pseudonym.Role, pseudonym.Generic, pseudonym.Block} {
		for _, strict := range []bool{false, true} {
			all = append(all, Options{Style: style, Strict: strict}, Options{Style: style, Strict: strict, Register: register, Known: []string{"Zorbley"}})
		}
	}
	return all
}

// readTwice fails where a stranger with the same options changes the result,
// or where the spans don't tell how it came about.
func readTwice(t fataler, e *Engine, text string, o Options) {
	once, spans := e.Mask(text, o)
	if twice, more := e.Mask(once, o); twice != once || len(more) > 0 {
		t.Fatalf("%s, strict %v, register of %d:\n%q became\n%q and then\n%q by %v", o.Style, o.Strict, len(o.Register), text, once, twice, more)
	}
	runes, at := []rune(text), 0
	for _, s := range spans {
		if s.Start < at || s.Start >= s.End || s.End > len(runes) || s.Replacement == "" {
			t.Fatalf("%q: span %+v is out of order or range", text, s)
		}
		at = s.End
	}
}

func TestEngine_Mask_twice_changes_nothing_more(t *testing.T) {
	for _, o := range modes() {
		for _, n := range notesOnce() {
			readTwice(t, engineOnce(), n.text, o)
		}
	}
}

// sayings are stretches that once came out different the second time, or that
// resemble what replacements look like.
var sayings = []string{
	"She's asked the porter, June 2024, him, and the cat.", "finished there June '23) came", "October\n10/24/2024 at 9:28", "Harbour Lane14 Elm Road",
	"the Joneses' and both Graces", "Avrin", "Avrin A", "Avrin's", "Avrins", "Parent A2", "Parent As", "[place]", "[e-mail]", "[[name]]", "a[name]b", "Tiger", "Nurse K said", "Will",
	"a day in early March 5", "of pension age", "somebody", "a town or area", "Dr [name] June", "the corner of [place] and June Street", "June, June, June and May",
	"zorbley", "Mrs Avrin Dole", "J.M. [number] 44", "@[name]", "x_[name]_y", "day 3 of 2024", "March", "of June", "Us Harkin Kindergarten", "é́tienne", "‘s", "SMITH", "mum June",
}

func TestEngine_Mask_of_generated_text_is_final(t *testing.T) {
	e, all := engineOnce(), modes()
	pool := append(append([]string{}, words...), sayings...)
	rapid.Check(t, func(t *rapid.T) {
		gap := rapid.SampledFrom([]string{" ", "", "\n", ", "}).Draw(t, "gap")
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pool), 0, 40).Draw(t, "words"), gap)
		readTwice(t, e, text, rapid.SampledFrom(all).Draw(t, "options"))
	})
}

func TestEngine_Mask_of_any_text_is_final(t *testing.T) {
	e, all := engineOnce(), modes()
	rapid.Check(t, func(t *rapid.T) {
		readTwice(t, e, rapid.String().Draw(t, "text"), rapid.SampledFrom(all).Draw(t, "options"))
	})
}

func TestEngine_Mask_long_text_is_final(t *testing.T) {
	text := strings.Repeat("June asked the porter, June 2024, and then Harbour Lane14 rang. ", 400<<10/60)
	readTwice(t, engineOnce(), text, Options{})
}

func FuzzEngine_Mask(f *testing.F) {
	for i, s := range sayings {
		f.Add(s+" "+sayings[(i+7)%len(sayings)], uint8(i))
	}
	for i, n := range notesOnce() {
		f.Add(n.text, uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, mode uint8) {
		if len(text) > 1<<12 {
			return
		}
		all := modes()
		readTwice(t, engineOnce(), text, all[int(mode)%len(all)])
	})
}

func TestEngine_Mask_leaves_own_words(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"invented name", "Then Avrin rang Belcor's mum.", "Then Avrin rang Belcor's mum."},
		{"label", "Parent A met Child B2.", "Parent A met Child B2."},
		{"bracket", "Saw [name] at [place], ref [number].", "Saw [name] at [place], ref [number]."},
		{"beside a name", "Avrin Okonjo-Bright rang.", "Avrin Belcor rang."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := engineOnce().Mask(c.text, Options{}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEngine_Mask_keeps_words_apart(t *testing.T) {
	for _, c := range []struct{ name, text, lacks string }{
		{"two dates", "since October\n10/24/2024 at nine", "Octobera"},
		{"plural", "the bexs met bex there", "Avrin s"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := engineOnce().Mask(c.text, Options{}); strings.Contains(got, c.lacks) {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestPiece_share_grows_with_reach(t *testing.T) {
	out := "one two three four five"
	p := piece{out: 4, size: 14, in: 104, mask: -1} // "two three four"
	for _, c := range []struct {
		reach, start, end int
	}{{0, 108, 113}, {1, 104, 118}, {2, 104, 118}, {90, 104, 118}} {
		f, ok := p.share(out, Finding{Start: 8, End: 13}, c.reach)
		if !ok || f.Start != c.start || f.End != c.end {
			t.Errorf("reach %d: %d–%d, want %d–%d", c.reach, f.Start, f.End, c.start, c.end)
		}
	}
	if _, ok := p.share(out, Finding{Start: 0, End: 4}, 0); ok {
		t.Error("took what lies outside")
	}
	if _, ok := (piece{size: 9, mask: 0}).share(out, Finding{Start: 0, End: 4}, 0); ok {
		t.Error("took a replacement")
	}
}

// What shows only once its neighbours are masked waits for the reviewer, and
// Mask takes it too.
func TestEngine_Scan_reads_again(t *testing.T) {
	const text = "no sleep. baby reuben 5 wks, mam chloe rang, dad jordan slept."
	found := false
	for _, f := range engineOnce().Scan([]Part{{Text: "first"}, {Text: text}}, Options{}).Findings() {
		if f.Part == 1 && text[f.Start:f.End] == "5 wks" {
			found = !f.Certain
		}
	}
	if masked, _ := engineOnce().Mask(text, Options{}); !found || strings.Contains(masked, "5 wks") {
		t.Errorf("waits for the reviewer: %v; masked: %q", found, masked)
	}
}

func TestClings(t *testing.T) {
	trial.Each(t, func(c [2]string) bool { return clings(c[0], c[1]) }, map[[2]string]bool{
		{"October", "a day"}: true,
		{"Avrin", "s came"}:  false,
		{"Avrin", "sang"}:    true,
		{"Avrin", "'s"}:      false,
		{"[name]", "a"}:      false,
		{"", "a"}:            false,
		{"a ", "b"}:          false,
	})
}
