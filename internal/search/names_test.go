package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func namesOf(names []string) *Names {
	return NewNames(len(names), func(i int) string { return names[i] })
}

func TestNames_Match_order(t *testing.T) {
	names := []string{
		"Bring to supervision", "New entry", "Next section", "Duty desk, a new caller", "Well-being check", "Mr O’Brien", "Chloë at the door", "The doorway",
	}
	n := namesOf(names)
	for typed, want := range map[string][]string{
		"ne":        {"New entry", "Next section", "Duty desk, a new caller"},
		"new":       {"New entry", "Duty desk, a new caller"},
		"entry new": {"New entry"},
		"bts":       {"Bring to supervision"},
		"brsup":     {"Bring to supervision"},
		"bring sup": {"Bring to supervision"},
		"rings":     nil,
		"wellbeing": {"Well-being check"},
		"obrien":    {"Mr O’Brien"},
		"chloe":     {"Chloë at the door"},
		"door":      {"Chloë at the door", "The doorway"},
		"THE door":  {"The doorway", "Chloë at the door"},
		"zebra":     nil,
		"new zebra": nil,
		"nexection": nil,
		"nesec":     {"Next section"},
		"\xff":      names, // nothing that can be looked for
		"":          names,
		"   ":       names,
	} {
		var got []string
		for _, i := range n.Match(typed, 20) {
			got = append(got, names[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := n.Match("", 3); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("three of all: %v", got)
	}
}

// Whatever begins with what is typed comes before whatever doesn't, and nothing
// is found that has none of its letters.
func TestNames_Match_beginnings_first(t *testing.T) {
	name := rapid.StringMatching(`[a-c]{1,4}( [a-c]{1,4}){0,3}`)
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(name, 1, 20).Draw(t, "names")
		typed := rapid.StringMatching(`[a-c]{1,3}`).Draw(t, "typed")
		got := namesOf(names).Match(typed, len(names))
		late := false
		for _, i := range got {
			begins := strings.HasPrefix(names[i], typed)
			if begins && late {
				t.Fatalf("%q: %q comes late", typed, names[i])
			}
			late = late || !begins
		}
		for i, name := range names {
			if strings.HasPrefix(name, typed) && !slices.Contains(got, i) {
				t.Fatalf("%q: %q is missing", typed, name)
			}
		}
	})
}

func TestMarks_in_a_name(t *testing.T) {
	for typed, want := range map[string]string{"ne": "a [ne]w caller, [ne]xt", "caller new": "a [new] [caller], next", "zebra": "a new caller, next"} {
		const name = "a new caller, next"
		got, at := "", 0
		for _, s := range Marks(name, typed) {
			got, at = got+name[at:s.Start]+"["+name[s.Start:s.End]+"]", s.End
		}
		if got += name[at:]; got != want {
			t.Errorf("%q: %q", typed, got)
		}
	}
}

func BenchmarkNames(b *testing.B) {
	random := rand.New(rand.NewPCG(7, 8))
	names := make([]string, benchEntries)
	for i := range names {
		words := make([]string, 3+random.IntN(5))
		for j := range words {
			words[j] = benchVocabulary[random.IntN(len(benchVocabulary))]
		}
		names[i] = fmt.Sprint(strings.Join(words, " "), " ", i)
	}
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			namesOf(names).Match("n", 12)
		}
	})
	n := namesOf(names)
	for _, typed := range []string{"n", "new", "mother cou", "mcs", "zebra", "ttttttttt"} {
		b.Run(strings.ReplaceAll(typed, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				n.Match(typed, 12)
			}
		})
	}
}
