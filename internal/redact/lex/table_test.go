package lex

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTable_agrees_with_a_map(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-cé]{0,4}`)
		rows := rapid.MapOf(word, rapid.Int()).Draw(t, "rows")
		table := TableOf(rows)
		for w := range rows {
			if v, ok := table.Find(w); !ok || v != rows[w] {
				t.Fatalf("%q: %d, %v", w, v, ok)
			}
		}
		w := word.Draw(t, "word")
		if v, ok := rows[w]; table.Has(w) != ok || table.Of(w) != v {
			t.Fatalf("%q: has %v, want %v", w, table.Has(w), ok)
		}
	})
}

func TestTable_nil_is_empty(t *testing.T) {
	var none *Set
	if none.Has("road") || SetOf("").Has("") {
		t.Error("an empty set holds a word")
	}
}
