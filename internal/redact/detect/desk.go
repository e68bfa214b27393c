package detect

import (
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/rules"
)

// Desk is what one call of Mask keeps from reading to reading, so that reading a
// result again costs little: the memory of the last reading, and what the
// patterns found. It knows nothing that changes what is found.
type Desk struct {
	tokens  [][]lex.Token
	guesses []guess
	sums    []float64
	marked  []bool
	ahead   []ahead
	found   [][]Candidate
	tried   map[rules.Window]match
}

type match struct {
	rule *rules.Rule
	size int
}

// manyTries is when what was tried is forgotten, which bounds the memory.
const manyTries = 1 << 11

// rule gives what rules.Best does, from memory where it can. A page that repeats
// itself is so read at the cost of one repetition.
func (k *Desk) rule(t *lex.Token, at rules.Window) (*rules.Rule, int) {
	if m, ok := k.tried[at]; ok {
		return m.rule, m.size
	}
	r, size := rules.Best(t, at)
	if k.tried == nil {
		k.tried = make(map[rules.Window]match, 64)
	}
	if len(k.tried) >= manyTries {
		clear(k.tried)
	}
	k.tried[at] = match{r, size}
	return r, size
}

// tokenTable gives room for the tokens of the text.
func (k *Desk) tokenTable(text string) []lex.Token {
	count := lex.TokensIn(text)
	if n := len(k.tokens) - 1; n >= 0 {
		room := k.tokens[n]
		k.tokens = k.tokens[:n]
		if cap(room) >= count {
			return room[:0]
		}
	}
	return make([]lex.Token, 0, count+count/8)
}

// guessTable gives zeroed room for so many guesses, until the next call.
func (k *Desk) guessTable(count int) []guess {
	if cap(k.guesses) < count {
		k.guesses = make([]guess, count+count/8)
	}
	room := k.guesses[:count]
	clear(room)
	return room
}

// sumTable gives zeroed room for so many sums, until the next call.
func (k *Desk) sumTable(count int) []float64 {
	if cap(k.sums) < count {
		k.sums = make([]float64, count+count/8)
	}
	room := k.sums[:count]
	clear(room)
	return room
}

// aheadOf gives zeroed room for so many, until the next call.
func (k *Desk) aheadOf(count int) []ahead {
	if cap(k.ahead) < count {
		k.ahead = make([]ahead, count+count/8)
	}
	room := k.ahead[:count]
	clear(room)
	return room
}

// marksOf gives room for so many marks, none of them set, until the next call.
func (k *Desk) marksOf(count int) []bool {
	if cap(k.marked) < count {
		k.marked = make([]bool, count+count/8)
	}
	room := k.marked[:count]
	clear(room)
	return room
}

// foundTable gives room for what is found on a page.
func (k *Desk) foundTable() []Candidate {
	n := len(k.found) - 1
	if n < 0 {
		return nil
	}
	room := k.found[n]
	k.found = k.found[:n]
	return room[:0]
}

// Keep takes the memory of a finished reading back.
func (k *Desk) Keep(d *Reading) {
	k.tokens, k.found = k.tokens[:0], k.found[:0]
	for p := len(d.pages) - 1; p >= 0; p-- {
		k.tokens, k.found = append(k.tokens, d.pages[p].tokens), append(k.found, d.pages[p].found)
	}
}
