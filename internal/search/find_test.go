package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/journal"
)

// What texts and queries are made of here: words that begin alike, joiners, marks
// that aren't letters, letters of more than a byte, digits.
var (
	findWords = []string{
		"a", "ab", "abc", "b", "well-being", "wellbeing", "well", "being", "don't", "dont", "1-2-a", "12a", "x_y", "x", "y",
		"é", "e", "straße", "strasse", "का", "क", "£", "😀", "100%", "07", "077", "-", "a-b-c", "'b", "İ",
	}
	findGaps = []string{" ", " ", " ", "\n", ".", ", ", "-", "'", "", "–"}
)

func drawText(t *rapid.T, name string, most int) string {
	var b strings.Builder
	for range rapid.IntRange(0, most).Draw(t, name) {
		b.WriteString(rapid.SampledFrom(findWords).Draw(t, "word"))
		b.WriteString(rapid.SampledFrom(findGaps).Draw(t, "gap"))
	}
	return b.String()
}

func drawQuery(t *rapid.T) string {
	var b strings.Builder
	for range rapid.IntRange(1, 3).Draw(t, "parts") {
		b.WriteString(rapid.SampledFrom([]string{"", "", "-"}).Draw(t, "not"))
		if rapid.Bool().Draw(t, "phrase") {
			b.WriteString(`"` + drawText(t, "words", 3) + rapid.SampledFrom([]string{`"`, ""}).Draw(t, "end"))
		} else {
			b.WriteString(rapid.SampledFrom([]string{"", "", "person:"}).Draw(t, "mark") + drawText(t, "words", 1))
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// Whatever came and went before, finding gives what reading every text would.
func TestTexts_Find_gives_what_reading_all_would(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var texts Texts
		plain := map[journal.ID]*opened{}
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			id := journal.ID(rapid.IntRange(1, 12).Draw(t, "id"))
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 0:
				texts.Remove(id)
				delete(plain, id)
				continue
			case 1:
				texts.Settle()
				continue
			}
			e := entryOf(id, drawText(t, "text", 8))
			texts.Put(e, nil)
			text, joins := folded(e, nil)
			plain[id] = &opened{held: &held{size: uint32(len(text)), joins: uint32(joins)}, text: string(text), read: true}
		}
		list := listOf(rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 14), func(i int) journal.ID { return journal.ID(i) }), 0, 14).Draw(t, "list")...)
		limit := rapid.IntRange(0, 5).Draw(t, "limit")
		odd := func(o *journal.Overview) bool { return o.ID%2 == 1 }
		typed := drawQuery(t)
		q := Parse(typed, About{People: func(typed string) [][]string { return [][]string{{typed, "well-being a"}, {"b"}} }})
		for range 2 { // the second time from what is remembered of the list
			if got, want := idsOf(texts.Find(q, list, limit, odd)), readAll(q, list, plain, limit, odd); !slices.Equal(got, want) {
				t.Fatalf("%q finds %v, want %v", typed, got, want)
			}
		}
	})
}

// readAll is Find without an index.
func readAll(q Query, list []journal.Overview, texts map[journal.ID]*opened, limit int, keep func(*journal.Overview) bool) (found []journal.ID) {
	for i := range list {
		h := texts[list[i].ID]
		if h == nil {
			h = &opened{held: nothing, read: true}
		}
		if !q.Empty() && keep(&list[i]) && q.matches(&list[i], h) && (limit == 0 || len(found) < limit) {
			found = append(found, list[i].ID)
		}
	}
	return found
}

// Places of texts that went are given up once they are many.
func TestTexts_Put_over_and_over(t *testing.T) {
	var texts Texts
	texts.Put(entryOf(1, "first quiet"), nil)
	for i := range 3 * fewGone {
		texts.Put(entryOf(2, []string{"quiet", "loud"}[i%2]), nil)
	}
	if len(texts.held) > 2*fewGone {
		t.Errorf("%d places for two texts", len(texts.held))
	}
	if got := find(&texts, "quiet", 1, 2); !slices.Equal(got, []journal.ID{1}) {
		t.Errorf("found %v", got)
	}
	if got := find(&texts, "loud", 1, 2); !slices.Equal(got, []journal.ID{2}) {
		t.Errorf("found %v", got)
	}
}

// Words that many texts hold are found in those that came before the index settled and
// in those that came after, whatever went.
func TestTexts_Settle_words_in_many(t *testing.T) {
	var texts Texts
	var ids, want []journal.ID
	put := func(from, to journal.ID) {
		for id := from; id < to; id++ {
			text := "evening"
			if id%3 == 0 {
				text += " quiet"
				want = append(want, id)
			}
			texts.PutNew(entryOf(id, text), nil)
			ids = append(ids, id)
		}
	}
	for round := range journal.ID(3) {
		put(1+round*500, 1+(round+1)*500)
		texts.Settle()
		put(5000+round*100, 5000+(round+1)*100)
	}
	if len(texts.index.often) == 0 {
		t.Fatal("no word is settled as one of many")
	}
	texts.Remove(want[3])
	want = slices.Delete(want, 3, 4)
	for _, typed := range []string{"quiet", "qui", `"evening quiet"`} {
		got := find(&texts, typed, ids...)
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("%s: %d found, want %d", typed, len(got), len(want))
		}
	}
}
