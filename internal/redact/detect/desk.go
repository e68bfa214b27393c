package detect

import (
	"unicode/utf8"

	"aftershift/internal/redact/lex"
)

// Desk is what one call of Mask keeps from reading to reading, so that reading a
// result again costs little: the memory of the last reading, and what the
// patterns found. It knows nothing that changes what is found.
type Desk struct {
	tokens  []lex.Token
	guesses []guess
	tried   map[window]match
}

// window is all that the patterns look at where a token begins.
type window struct {
	text        string
	digits      int // among what follows
	runes       int
	kind        lex.Kind
	month, sign bool
}

type match struct {
	rule *Rule
	size int
}

// manyTries is when what was tried is forgotten, which bounds the memory.
const manyTries = 1 << 13

// rule gives what bestRule does, from memory where it can. A page that repeats
// itself is so read at the cost of one repetition.
func (k *Desk) rule(t *lex.Token, at window) (*Rule, int) {
	if m, ok := k.tried[at]; ok {
		return m.rule, m.size
	}
	r, size := bestRule(t, at)
	if k.tried == nil || len(k.tried) >= manyTries {
		k.tried = make(map[window]match, 64)
	}
	k.tried[at] = match{r, size}
	return r, size
}

// tokenTable gives room for the tokens of the text.
func (k *Desk) tokenTable(text string) []lex.Token {
	room := k.tokens[:0]
	k.tokens = nil
	if count := tokensIn(text); cap(room) < count {
		return make([]lex.Token, 0, count+count/16)
	}
	return room
}

// tokensIn counts the tokens of a text as if all letters beyond ASCII joined
// words, which is close enough to make room for them.
func tokensIn(text string) int {
	count, within := 0, false
	for i := range len(text) {
		c := text[i]
		word := c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
		if word && !within || !word && c > ' ' {
			count++
		}
		within = word
	}
	return count
}

// guessTable gives zeroed room for so many guesses.
func (k *Desk) guessTable(count int) []guess {
	if cap(k.guesses) < count {
		return make([]guess, count)
	}
	room := k.guesses[:count]
	k.guesses = nil
	clear(room)
	return room
}

// Keep takes the memory of a finished reading back, where there was one page.
func (k *Desk) Keep(d *Reading) {
	if len(d.pages) == 1 {
		k.tokens, k.guesses = d.pages[0].tokens, d.scenes[0].guesses
	}
}
