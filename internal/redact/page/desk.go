package page

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/rules"
)

// Desk is what one call of Mask keeps from reading to reading, so that reading a
// result again costs little: the memory of the last reading, and what the
// patterns found. It knows nothing that changes what is found.
type Desk struct {
	tokens  [][]lex.Token
	guesses []evidence.Guess
	sums    []float64
	marked  []bool
	ahead   []Ahead
	found   [][]evidence.Candidate
	tried   map[rules.Window]match
}

type match struct {
	rule *rules.Rule
	size int
}

// manyTries is when what was tried is forgotten, which bounds the memory.
const manyTries = 1 << 11

// Rule gives what rules.Best does, from memory where it can. A page that repeats
// itself is so read at the cost of one repetition.
func (k *Desk) Rule(t *lex.Token, at rules.Window) (*rules.Rule, int) {
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

// TokenTable gives room for the tokens of the text.
func (k *Desk) TokenTable(text string) []lex.Token {
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

// cleared gives zeroed room for so many, until the next call with it.
func cleared[T any](room *[]T, count int) []T {
	if cap(*room) < count {
		*room = make([]T, count+count/8)
	}
	out := (*room)[:count]
	clear(out)
	return out
}

// GuessTable gives room for so many guesses, until the next call.
func (k *Desk) GuessTable(count int) []evidence.Guess { return cleared(&k.guesses, count) }

// SumTable gives room for so many sums, until the next call.
func (k *Desk) SumTable(count int) []float64 { return cleared(&k.sums, count) }

// AheadOf gives room for so many, until the next call.
func (k *Desk) AheadOf(count int) []Ahead { return cleared(&k.ahead, count) }

// marksOf gives room for so many marks, none of them set, until the next call.
func (k *Desk) marksOf(count int) []bool { return cleared(&k.marked, count) }

// FoundTable gives room for what is found on a page.
func (k *Desk) FoundTable() []evidence.Candidate {
	n := len(k.found) - 1
	if n < 0 {
		return nil
	}
	room := k.found[n]
	k.found = k.found[:n]
	return room[:0]
}

// Keep takes the memory of pages back that nobody reads any longer.
func (k *Desk) Keep(ps Pages) {
	k.tokens, k.found = k.tokens[:0], k.found[:0]
	for p := len(ps) - 1; p >= 0; p-- {
		k.tokens, k.found = append(k.tokens, ps[p].Tokens), append(k.found, ps[p].Found)
	}
}

// Ahead is what stands among the tokens that follow one.
type Ahead struct {
	Digits uint8
	Near   rules.Months
}
