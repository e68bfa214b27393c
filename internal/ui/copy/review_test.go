package copy

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPresenter_Keep_and_Mask(t *testing.T) {
	b := begin(t, uncertain)
	first := b.state.Open[0]
	n := len(b.state.Open)
	b.Keep(first.ID, "", false)
	if len(b.state.Open) != n-1 || !slices.ContainsFunc(b.state.Kept, func(i Item) bool { return i.Words == first.Words }) {
		t.Fatalf("%+v", b.state)
	}
	if b.state.Selected == first.ID {
		t.Error("the next one that waits was not selected")
	}
	next, _ := b.state.item(b.state.Selected)
	b.Mask(next.ID, "Somebody", false)
	if !strings.Contains(b.state.reads(), "Somebody") || len(b.state.Open) != n-2 {
		t.Errorf("others read %q", b.state.reads())
	}
}

func TestPresenter_Keep_certain_needs_a_reason(t *testing.T) {
	b := begin(t, "I stayed with Zephyrine until her aunt came. Zephyrine smiled.")
	it := b.state.Masked[0]
	if len(it.All) != 2 || !b.NeedsReason(it.ID) {
		t.Fatalf("%+v", it)
	}
	b.Keep(it.ID, " ", true)
	if len(b.queue.failed) != 1 || len(b.state.Kept) != 0 || b.state.CanUndo {
		t.Errorf("kept without a reason: %+v", b.state.Kept)
	}
	b.Keep(it.ID, "her book is public", true)
	if len(b.state.Masked) != 0 || len(b.state.Kept) != 1 || b.state.Kept[0].Reason != "her book is public" || len(b.state.Kept[0].All) != 2 {
		t.Errorf("%+v", b.state)
	}
}

func TestPresenter_MaskWords(t *testing.T) {
	b := begin(t, "The only vet on the island came. The Only Vet again.")
	for words, want := range map[string]bool{"": false, "  ": false, "the lighthouse": false, "only VET": true} {
		if got := b.MaskWords(words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
	if s := b.state.reads(); strings.Contains(strings.ToLower(s), "only vet") {
		t.Errorf("others read %q", s)
	}
	if !b.Undo() {
		t.Fatal("nothing to undo")
	}
	b.queue.Run()
	if s := b.state.reads(); !strings.Contains(s, "only vet on") || b.state.CanUndo {
		t.Errorf("after undo others read %q", s)
	}
}

func TestPresenter_MaskPassage_outside(t *testing.T) {
	b := begin(t, "Words.")
	b.MaskPassage(99, 0, 1)
	b.MaskPassage(0, 0, 9999)
	if b.state.CanUndo || len(b.queue.failed) != 1 {
		t.Errorf("failed %v", b.queue.failed)
	}
	if b.passage(99, 0, 1) != "" || b.passage(0, 2, 1) != "" || b.passage(1, 0, 5) != "Words" {
		t.Errorf("passage %q", b.passage(1, 0, 5))
	}
}

func TestPresenter_Step_and_Select(t *testing.T) {
	b := begin(t, uncertain)
	b.Select(-5)
	if b.state.Selected != -1 {
		t.Errorf("selected %d", b.state.Selected)
	}
	b.Step(1)
	first := b.state.Selected
	b.Step(-1)
	b.Step(-1)
	if b.state.Selected != first {
		t.Errorf("went beyond the first: %d", b.state.Selected)
	}
	for range 50 {
		b.Step(1)
	}
	if last := b.copy.Review.Findings(); b.state.Selected != last[len(last)-1].ID {
		t.Errorf("selected %d, want the last", b.state.Selected)
	}
}

// Whatever is decided, taking all of it back gives what was found.
func TestPresenter_Undo_takes_everything_back(t *testing.T) {
	b := begin(t, uncertain+" The only vet on the island came.")
	reads, waiting := b.state.reads(), len(b.state.Open)
	rapid.Check(t, func(t *rapid.T) {
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			findings := b.copy.Review.Findings()
			id := findings[rapid.IntRange(0, len(findings)-1).Draw(t, "finding")].ID
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0:
				b.Mask(id, rapid.SampledFrom([]string{"", "A friend"}).Draw(t, "as"), rapid.Bool().Draw(t, "everywhere"))
			case 1:
				b.Keep(id, "a reason", rapid.Bool().Draw(t, "everywhere"))
			case 2:
				b.MaskWords(rapid.SampledFrom([]string{"vet", "island", "the only vet", "day"}).Draw(t, "words"))
			}
		}
		for b.Undo() {
			b.queue.Run()
		}
		if b.state.reads() != reads || len(b.state.Open) != waiting {
			t.Fatalf("others read %q with %d open, want %q with %d", b.state.reads(), len(b.state.Open), reads, waiting)
		}
	})
}

func TestPlace(t *testing.T) {
	for name, c := range map[string]struct {
		text, words string
		start, end  int
		ok          bool
	}{
		"as it stands":    {"At Corran House.", "Corran", 3, 9, true},
		"in another case": {"At CORRAN.", "corran", 3, 9, true},
		"accents":         {"Zoë Ångström", "ångström", 5, 15, true},
		"not there":       {"At home.", "Corran", 0, 0, false},
		"longer than it":  {"At", "At home", 0, 0, false},
	} {
		start, end, ok := place(c.text, c.words)
		if start != c.start || end != c.end || ok != c.ok {
			t.Errorf("%s: %d %d %v", name, start, end, ok)
		}
	}
}
