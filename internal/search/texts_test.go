package search

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/journal"
)

func entryOf(id journal.ID, text string) journal.Entry {
	return journal.Entry{ID: id, Sections: []journal.Section{{Key: "note", Text: text}}}
}

func find(texts *Texts, typed string, candidates ...journal.ID) []journal.ID {
	return idsOf(texts.Find(Parse(typed, About{}), listOf(candidates...), 0, nil))
}

func listOf(ids ...journal.ID) []journal.Overview {
	list := make([]journal.Overview, len(ids))
	for i, id := range ids {
		list[i].ID = id
	}
	return list
}

func idsOf(list []*journal.Overview) []journal.ID {
	var ids []journal.ID
	for _, o := range list {
		ids = append(ids, o.ID)
	}
	return ids
}

func TestTexts_Find_in_every_part_of_an_entry(t *testing.T) {
	e := journal.Entry{
		ID: 1, Title: "Alpha",
		Sections:   []journal.Section{{Key: "what", Text: "bravo"}, {Key: "so_what", Text: "charlie"}},
		Share:      journal.Share{Title: "delta", Words: "echo", WhoKnows: "foxtrot"},
		CaseRecord: journal.CaseRecord{Note: "golf"},
		Impact:     journal.Impact{Body: "hotel", Feelings: []journal.Feeling{"hopeful"}},
	}
	var texts Texts
	texts.Put(e, []string{"Child protection", "Neglect"})
	for _, typed := range []string{
		"alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "hopeful",
		"neglect", `"child protection"`, "alpha bravo neglect",
	} {
		if len(find(&texts, typed, 1)) != 1 {
			t.Errorf("%q is not found", typed)
		}
	}
	for _, typed := range []string{`"alpha bravo"`, `"delta echo"`, `"protection neglect"`} {
		if len(find(&texts, typed, 1)) != 0 {
			t.Errorf("%q is found across two parts", typed)
		}
	}
}

func TestTexts_Find_keeps_order_and_limit(t *testing.T) {
	var texts Texts
	for id := range journal.ID(6) {
		texts.Put(entryOf(id+1, "quiet"), nil)
	}
	order := []journal.ID{5, 2, 99, 6, 1}
	if got := find(&texts, "quiet", order...); !slices.Equal(got, []journal.ID{5, 2, 6, 1}) {
		t.Errorf("all: %v", got)
	}
	if got := idsOf(texts.Find(Parse("quiet", About{}), listOf(order...), 2, nil)); !slices.Equal(got, []journal.ID{5, 2}) {
		t.Errorf("two: %v", got)
	}
	if got := texts.Find(Query{}, listOf(order...), 0, nil); got != nil {
		t.Errorf("an empty query finds %v", got)
	}
}

func TestTexts_Put_replaces_and_Remove_forgets(t *testing.T) {
	var texts Texts
	texts.Remove(7)
	if texts.Len() != 0 || find(&texts, "old", 7) != nil {
		t.Fatal("the zero Texts is empty")
	}
	texts.Put(entryOf(7, "old words"), nil)
	texts.Put(entryOf(7, "new words"), nil)
	if texts.Len() != 1 || find(&texts, "old", 7) != nil || len(find(&texts, "new", 7)) != 1 {
		t.Error("the new text takes the place of the old")
	}
	texts.Remove(7)
	if texts.Len() != 0 || find(&texts, "new", 7) != nil {
		t.Error("a removed entry is still found")
	}
}

func TestTexts_concurrent_use(t *testing.T) {
	var texts Texts
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			id := journal.ID(worker + 1)
			for range 100 {
				texts.Put(entryOf(id, "quiet words"), nil)
				if len(find(&texts, "quiet", id)) != 1 {
					t.Error("an entry just put is not found")
				}
				texts.Remove(id)
			}
		})
	}
	group.Wait()
	if texts.Len() != 0 {
		t.Errorf("%d entries left", texts.Len())
	}
}

// A passage is words and what stands between them, from which the model tells
// what a query must find without searching in text.
type passage struct{ words, gaps []string }

func drawPassage(t *rapid.T) passage {
	word := rapid.SampledFrom([]string{"ab", "abc", "b", "ba", "é", "éa", "Ab", "cab"})
	gap := rapid.SampledFrom([]string{" ", "\n", " \t ", ", ", "-", "’"})
	n := rapid.IntRange(1, 6).Draw(t, "words")
	return passage{
		rapid.SliceOfN(word, n, n).Draw(t, "word"),
		rapid.SliceOfN(gap, n-1, n-1).Draw(t, "gap"),
	}
}

func (p passage) text() string {
	text := p.words[0]
	for i, gap := range p.gaps {
		text += gap + p.words[i+1]
	}
	return text
}

// holds tells whether the words stand one after another with only white space
// between them; an unfinished last word is the beginning of one.
func (p passage) holds(words []string, unfinished bool) bool {
	for i := range len(p.words) - len(words) + 1 {
		if p.holdsAt(i, words, unfinished) {
			return true
		}
	}
	return false
}

func (p passage) holdsAt(i int, words []string, unfinished bool) bool {
	for k, word := range words {
		there := plain(p.words[i+k])
		begins := unfinished && k == len(words)-1 && strings.HasPrefix(there, plain(word))
		apart := k > 0 && strings.TrimSpace(p.gaps[i+k-1]) != ""
		if apart || (there != plain(word) && !begins) {
			return false
		}
	}
	return true
}

func plain(word string) string { return strings.ReplaceAll(strings.ToLower(word), "é", "e") }

func TestTexts_Find_equals_the_model(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		passages := rapid.SliceOfN(rapid.Custom(drawPassage), 1, 5).Draw(t, "passages")
		sought := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "ab", "abc", "B", "ba", "e", "é", "ca"}), 1, 3).Draw(t, "sought")
		phrase := rapid.Bool().Draw(t, "phrase")
		typed := strings.Join(sought, " ")
		if phrase {
			typed = `"` + typed + `"`
		}
		var texts Texts
		var ids, want []journal.ID
		for i, p := range passages {
			id := journal.ID(i + 1)
			texts.Put(entryOf(id, p.text()), nil)
			ids = append(ids, id)
			if p.found(sought, phrase) {
				want = append(want, id)
			}
		}
		if got := find(&texts, typed, ids...); !slices.Equal(got, want) {
			t.Fatalf("%s in %q: %v, want %v", typed, passages, got, want)
		}
	})
}

func (p passage) found(sought []string, phrase bool) bool {
	whole := p.joined()
	if phrase {
		return p.holds(sought, false) || whole.holds(sought, false)
	}
	for _, word := range sought {
		if !p.holds([]string{word}, true) && !whole.holds([]string{word}, true) {
			return false
		}
	}
	return true
}

// joined gives the passage with its compounds as one word each.
func (p passage) joined() passage {
	whole := passage{words: []string{p.words[0]}}
	for i, gap := range p.gaps {
		if gap == "-" || gap == "’" {
			whole.words[len(whole.words)-1] += p.words[i+1]
			continue
		}
		whole.words, whole.gaps = append(whole.words, p.words[i+1]), append(whole.gaps, gap)
	}
	return whole
}
