// Package lifetime makes what a working life of writing looks like to a program:
// thousands of entries whose words come as often as words do, the same ones each
// time. Whatever is measured beside something else is given these.
package lifetime

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"
)

// Words is how many an entry has.
const Words = 300

// Parts is into how many sections they fall.
const Parts = 3

// Usual and Far are the numbers of entries that figures are given for: a working
// life, and ten of them.
const (
	Usual = 10_000
	Far   = 100_000
)

// Journals is the name in the environment of a folder where the journals stay that
// are made for measuring, so that the window can be measured with them: each in a
// folder named by how many entries it holds, as the program makes them for use.
const Journals = "AFTERSHIFT_BENCH_JOURNALS"

// Entry is one of them.
type Entry struct {
	ID       int64     `json:"id"` // above 0
	Title    string    `json:"title"`
	Sections []string  `json:"sections"`
	Written  time.Time `json:"written"`
}

// Query is something to look for.
type Query struct {
	Name  string
	Typed string // as a person types it
	Match string // the same to SQLite's FTS5
}

// Queries are what is looked for: in four entries, in about a third, in more than half, and
// three words that stand side by side in four.
var Queries = []Query{
	{"rare", "zebrafish", `"zebrafish"*`},
	{"common", "visit", `"visit"*`},
	{"prefix", "vis", `"vis"*`},
	{"phrase", `"zebrafish tank stood"`, `"zebrafish tank stood"`},
}

// step is how long it is from one of Usual entries to the next, with which they fill a
// working life; of more, as many more fall into the same years.
const step = 19 * time.Hour

// Entries gives n of them, the oldest first. The last was written at until.
func Entries(n int, until time.Time) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		random := rand.New(rand.NewPCG(1, 2))
		vocabulary := makeVocabulary(random)
		for i := range n {
			e := entry(random, vocabulary, i, n)
			e.Written = until.Add(-time.Duration(n-1-i) * (step * Usual / time.Duration(max(n, Usual))))
			if !yield(e) {
				return
			}
		}
	}
}

// makeVocabulary gives 8,000 words of 3 to 10 letters; low indexes are drawn
// more often, as in any language.
func makeVocabulary(random *rand.Rand) []string {
	words := make([]string, 8000)
	for i := range words {
		var b strings.Builder
		for range 3 + random.IntN(8) {
			b.WriteByte("eeetttaaaooiinnsshhrrddlucmwfgypbvk"[random.IntN(35)])
		}
		words[i] = b.String()
	}
	words[0], words[200], words[400], words[600] = "visit", "vision", "visual", "visible"
	return words
}

func entry(random *rand.Rand, vocabulary []string, i, n int) Entry {
	e := Entry{ID: random.Int64N(1<<62) + 1, Title: fmt.Sprintf("Entry %d", i)}
	for range Parts {
		text := make([]string, Words/Parts)
		for w := range text {
			text[w] = vocabulary[min(int(random.ExpFloat64()*900), len(vocabulary)-1)]
		}
		e.Sections = append(e.Sections, strings.Join(text, " ")+".")
	}
	if i%max(n/4, 1) == min(7, n/8) {
		e.Sections[0] += " A zebrafish tank stood in the hall."
	}
	return e
}
