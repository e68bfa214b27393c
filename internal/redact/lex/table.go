package lex

import "strings"

// Table says what stands beside a word. Nearly all words of a text stand in
// none, and for those it looks at one bit, not at the words. It is immutable, and
// nil is an empty one.
type Table[V any] struct {
	may  [16]uint64 // a bit for each print of a word in it
	rows map[string]V
}

// Set is a table that says no more than whether a word stands in it.
type Set = Table[struct{}]

// TableOf gives the table of the rows.
func TableOf[V any](rows map[string]V) *Table[V] {
	t := &Table[V]{rows: rows}
	for word := range rows {
		bit := imprint(word)
		t.may[bit>>6] |= 1 << (bit & 63)
	}
	return t
}

// SetOf gives the words of a text as a set.
func SetOf(words string) *Set {
	rows := map[string]struct{}{}
	for w := range strings.FieldsSeq(words) {
		rows[w] = struct{}{}
	}
	return TableOf(rows)
}

// Has reports whether the word stands in the table.
func (t *Table[V]) Has(word string) bool {
	_, ok := t.Find(word)
	return ok
}

// Of gives what stands beside the word, the zero value where nothing does.
func (t *Table[V]) Of(word string) V {
	v, _ := t.Find(word)
	return v
}

// Find gives what stands beside the word, and whether it stands in the table.
func (t *Table[V]) Find(word string) (v V, ok bool) {
	if bit := imprint(word); t == nil || t.may[bit>>6]>>(bit&63)&1 == 0 {
		return v, false
	}
	v, ok = t.rows[word]
	return v, ok
}

// imprint gives a number below 1024 that tells most words apart.
func imprint(word string) uint32 {
	if word == "" {
		return 0
	}
	n := len(word)
	return (uint32(word[0])*31 + uint32(word[n/2])*7 + uint32(word[n-1])*131 + uint32(n)*17) & 1023
}
