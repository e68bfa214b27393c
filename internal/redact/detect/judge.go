package detect

import (
	"math/bits"

	"aftershift/internal/redact/lex"
)

// signs are told apart behind and before a word.
var signs = lex.TableOf(map[string]row{".": 1, ",": 2, ":": 3, "(": 4, ")": 5, "-": 6, "/": 7, "'": 8, `"`: 8})

// rows appends the rows that speak for the word at i.
func (s *scene) rows(i int, out []row) []row {
	ts := s.pg.tokens
	t := &ts[i]
	block := row(0)
	switch place := s.place(i); {
	case t.Shape == lex.ShapeLower:
		block = 2
	case place >= lex.Sentence:
		block = 1
	}
	out = markRows(out, rowOwn+block*marksPerBlock, t.Mark)
	out = append(out, rowWritten+row(t.Shape)*4+row(s.place(i)), rowLong+row(min(t.Runes/3, 3)))
	if prev := s.prev(i); prev != nil {
		out = append(markRows(out, rowPrev, prev.Mark), rowBefore+sideRow(prev))
	}
	if next := s.next(i); next != nil {
		out = append(markRows(out, rowNext, next.Mark), rowBehind+sideRow(next))
	}
	for side, step := range [2]int{-1, 1} {
		if j := s.side(i, step); j >= 0 && s.guesses[j].score > 0 {
			out = append(out, rowBeside+row(side))
		}
	}
	if t.Poss {
		out = append(out, rowBeside+2)
	}
	if s.lower {
		out = append(out, rowBeside+3)
	}
	return out
}

func markRows(out []row, from row, m lex.Mark) []row {
	for ; m != 0; m &= m - 1 {
		out = append(out, from+row(bits.TrailingZeros64(uint64(m))))
	}
	return out
}

// sideRow tells signs, numbers and words apart.
func sideRow(t *lex.Token) row {
	switch {
	case t.Kind == lex.KindPunct:
		return signs.Of(t.Fold)
	case t.Kind == lex.KindWord:
		return 0
	}
	return 9
}

// judged reports whether fitted evidence may count for the word at i: what is
// known to stay and what can't be a name is settled already.
func (s *scene) judged(i int) bool {
	t := &s.pg.tokens[i]
	if t.Has(lex.MarkSurely) && !s.nameFollows(i) {
		return false
	}
	return t.Kind == lex.KindWord && !t.Taken && !t.Stays && !t.Own && t.Runes > 1 && !s.guesses[i].fixed && s.guesses[i].score > never/2
}

// judge adds the fitted evidence to every word's own.
func (s *scene) judge() {
	var room [64]row
	sums := s.d.desk.sumTable(len(s.guesses))
	for i := range s.guesses {
		if !s.judged(i) {
			continue
		}
		for _, r := range s.rows(i, room[:0]) {
			sums[i] += weights[r]
		}
	}
	for i, sum := range sums {
		if sum != 0 {
			s.guesses[i].score += sum
		}
	}
}
