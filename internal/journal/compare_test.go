package journal

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCompare_marksWhatChangedByWord(t *testing.T) {
	for name, c := range map[string]struct {
		was, is       string
		before, after []Passage
	}{
		"the same":     {"one two", "one two", []Passage{{"one two", true}}, []Passage{{"one two", true}}},
		"a word":       {"I was afraid.", "I was angry.", []Passage{{"I was ", true}, {"afraid", false}, {".", true}}, []Passage{{"I was ", true}, {"angry", false}, {".", true}}},
		"words":        {"he left", "he left very late", []Passage{{"he left", true}}, []Passage{{"he left", true}, {" very late", false}}},
		"two for two":  {"a red door", "a blue gate", []Passage{{"a ", true}, {"red door", false}}, []Passage{{"a ", true}, {"blue gate", false}}},
		"from nothing": {"", "new", nil, []Passage{{"new", false}}},
		"to nothing":   {"old", "", []Passage{{"old", false}}, nil},
	} {
		before, after := Compare(c.was, c.is)
		if !slices.Equal(before, c.before) || !slices.Equal(after, c.after) {
			t.Errorf("%s: %v, %v", name, before, after)
		}
	}
}

// Whatever the two texts, their passages are the texts again, and what both keep is
// the same in both but for white space.
func TestCompare_losesNothing(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("ab é’.\n 家\u0301")))
	rapid.Check(t, func(t *rapid.T) {
		was, is := text.Draw(t, "was"), text.Draw(t, "is")
		before, after := Compare(was, is)
		var whole, kept [2]strings.Builder
		for i, side := range [2][]Passage{before, after} {
			for _, p := range side {
				whole[i].WriteString(p.Text)
				if p.Kept {
					kept[i].WriteString(strings.ReplaceAll(p.Text, " ", ""))
				}
			}
		}
		if whole[0].String() != was || whole[1].String() != is {
			t.Fatalf("%q and %q became %v and %v", was, is, before, after)
		}
		if kept[0].String() != kept[1].String() {
			t.Fatalf("kept %v and %v", before, after)
		}
	})
}
