package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"aftershift/internal/journal"
)

const (
	benchEntries = 10_000
	benchWords   = 300
)

var benchVocabulary = strings.Fields(`visit family mother child asked court meeting school manager
	spoke again the the the and and to of in was it her him they left home evening doorway quiet
	angry tired waited listened record plan review worker support safe worried hope nothing after
	before morning later called answered letter hospital house brother sister father grandmother`)

// benchTexts holds a journal of 10,000 entries of 300 words; "zebra" stands in
// one of them.
func benchTexts() (*Texts, []journal.ID) {
	random := rand.New(rand.NewPCG(1, 2))
	var texts Texts
	ids := make([]journal.ID, benchEntries)
	for i := range ids {
		ids[i] = journal.ID(random.Int64() | 1)
		texts.PutNew(benchEntry(random, ids[i], i == benchEntries/2), nil)
	}
	texts.Settle()
	return &texts, ids
}

func benchEntry(random *rand.Rand, id journal.ID, rare bool) journal.Entry {
	words := make([]string, benchWords)
	for i := range words {
		words[i] = benchVocabulary[random.IntN(len(benchVocabulary))]
	}
	if rare {
		words[benchWords/2] = "zebra"
	}
	return journal.Entry{ID: id, Sections: []journal.Section{{Key: "note", Text: strings.Join(words, " ")}}}
}

func BenchmarkTexts_Find(b *testing.B) {
	texts, ids := benchTexts()
	list := listOf(ids...)
	for _, c := range []struct{ name, typed string }{
		{"rare", "zebra"},
		{"common", "the"},
		{"prefix", "gra"},
		{"letter", "e"},
		{"absent_common_letters", "tee"},
		{"phrase", `"quiet evening visit"`},
		{"phrase_in_many", `"the family"`},
		{"two_words", "grandmother zebra"},
	} {
		b.Run(c.name, func(b *testing.B) {
			q, found := Parse(c.typed, About{}), 0
			for b.Loop() {
				found = len(texts.Find(q, list, 0, nil))
			}
			b.ReportMetric(float64(found), "found")
		})
	}
}

func BenchmarkTexts_Put(b *testing.B) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, accent := range []string{"", "é"} {
		e := benchEntry(random, 1, false)
		e.Title = accent
		b.Run(fmt.Sprintf("ascii_%v", accent == ""), func(b *testing.B) {
			var texts Texts
			for b.Loop() {
				texts.Put(e, []string{"Neglect"})
			}
		})
	}
}

func BenchmarkExcerpt(b *testing.B) {
	e := benchEntry(rand.New(rand.NewPCG(5, 6)), 1, true)
	q := Parse("zebra", About{})
	for b.Loop() {
		Excerpt(e.Text(), q, 140)
	}
}

// BenchmarkIndex_pack packs and indexes a text among thousands, as after unlocking.
func BenchmarkIndex_pack(b *testing.B) {
	texts, _ := benchTexts()
	var all []string
	for _, h := range texts.held[1:] {
		all = append(all, texts.index.unpack(h.packed, int(h.size)))
	}
	var x index
	var packed []byte
	place := uint32(0)
	for b.Loop() {
		place++
		packed = x.pack(packed[:0], place, all[int(place)%len(all)], benchWords*10)
	}
}
