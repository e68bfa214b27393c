package search

import (
	"strings"
	"unicode/utf8"

	"aftershift/internal/fold"
)

// Names is a list of names, to choose from by typing a part of one. It is not safe
// for concurrent use.
type Names struct {
	count  int
	name   func(i int) string
	folded []string // nil until something is typed
}

// NewNames takes so many names in the order in which equally good ones are
// offered. name is called for each when something is typed for the first time.
func NewNames(count int, name func(i int) string) *Names { return &Names{count: count, name: name} }

func (n *Names) fold() {
	if n.folded != nil {
		return
	}
	n.folded = make([]string, n.count)
	for i := range n.folded {
		n.folded[i] = joined(fold.String(n.name(i), fold.Find))
	}
}

// Match returns where the names stand that fit what is typed, at most limit: first
// those that begin with it, then those in which each typed word begins a word, then
// those that have its letters in order as beginnings of words ("bts" and "brsup"
// are "Bring to supervision"). Nothing typed fits all.
func (n *Names) Match(typed string, limit int) []int {
	typed = joined(strings.Join(strings.Fields(fold.String(strings.ToValidUTF8(typed, " "), fold.Find)), " "))
	if typed == "" {
		all := make([]int, min(n.count, max(limit, 0)))
		for i := range all {
			all[i] = i
		}
		return all
	}
	n.fold()
	var ranked [3][]int
	for i, name := range n.folded {
		if rank := rankOf(name, typed); rank >= 0 && len(ranked[rank]) < limit {
			ranked[rank] = append(ranked[rank], i)
		}
		if len(ranked[0]) == limit {
			break
		}
	}
	found := append(append(ranked[0], ranked[1]...), ranked[2]...)
	return found[:min(len(found), limit)]
}

// rankOf returns how well a name fits, 0 for best, or -1.
func rankOf(name, typed string) int {
	if strings.HasPrefix(name, typed) {
		return 0
	}
	all := true
	for rest := typed; rest != "" && all; {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		all = term{text: word}.find(name, 0) >= 0
	}
	switch {
	case all:
		return 1
	case scattered(name, typed):
		return 2
	}
	return -1
}

// scattered reports whether the letters typed are beginnings of words of the name,
// in order.
func scattered(name, typed string) bool {
	if typed == "" {
		return true
	}
	first, size := utf8.DecodeRuneInString(typed)
	if first == ' ' {
		return scattered(name, typed[size:])
	}
	for at := 0; at < len(name); {
		i := (term{text: typed[:size]}).find(name, at)
		if i < 0 {
			return false
		}
		// as many letters of this word as fit, and fewer where the rest then fits
		run := commonPrefix(name[i:], typed)
		for n := run; n >= size; n-- {
			if utf8.RuneStart(typed[min(n, len(typed)-1)]) && scattered(name[i+n:], typed[n:]) {
				return true
			}
		}
		at = i + size
	}
	return false
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// Marks returns where what is typed stands in a name, to be pointed out: its words
// at beginnings of words.
func Marks(name, typed string) []Span {
	q := Query{}
	for _, w := range strings.Fields(fold.String(strings.ToValidUTF8(typed, " "), fold.Find)) {
		if t := word(w); t.text != "" {
			q.terms = append(q.terms, t)
		}
	}
	return spans(name, q)
}
