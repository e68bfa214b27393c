package detect

import (
	"math/bits"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// signs are told apart behind and before a word.
var signs = lex.TableOf(map[string]evidence.Row{".": 1, ",": 2, ":": 3, "(": 4, ")": 5, "-": 6, "/": 7, "'": 8, `"`: 8})

// rows appends the rows that speak for the word at i.
// It is for the words around as well: their marks, what sign or word they are, and
// whether a likely name stands on either side. Words in lower case, first words and
// others have rows of their own.
func (s scene) rows(i int, out []evidence.Row) []evidence.Row {
	ts := s.Tokens
	t := &ts[i]
	block := evidence.Row(0)
	switch place := s.Place(i); {
	case t.Shape == lex.ShapeLower:
		block = 2
	case place >= lex.Sentence:
		block = 1
	}
	out = markRows(out, evidence.Own+block*evidence.MarksPerBlock, t.Mark)
	out = append(out, evidence.Written+evidence.Row(t.Shape)*4+evidence.Row(s.Place(i)), evidence.Long+evidence.Row(min(t.Runes/3, 3)))
	if prev := s.Prev(i); prev != nil {
		out = append(markRows(out, evidence.Prev, prev.Mark), evidence.Before+sideRow(prev))
	}
	if next := s.Next(i); next != nil {
		out = append(markRows(out, evidence.Next, next.Mark), evidence.Behind+sideRow(next))
	}
	for side, step := range [2]int{-1, 1} {
		if j := s.side(i, step); j >= 0 && s.Guesses[j].Score > 0 {
			out = append(out, evidence.Beside+evidence.Row(side))
		}
	}
	if t.Poss {
		out = append(out, evidence.Beside+2)
	}
	if s.Lower {
		out = append(out, evidence.Beside+3)
	}
	return out
}

// markRows appends the row of each mark of m, counted from the first one's row.
func markRows(out []evidence.Row, from evidence.Row, m lex.Mark) []evidence.Row {
	for ; m != 0; m &= m - 1 {
		out = append(out, from+evidence.Row(bits.TrailingZeros64(uint64(m))))
	}
	return out
}

// sideRow tells signs, numbers and words apart.
func sideRow(t *lex.Token) evidence.Row {
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
func (s scene) judged(i int) bool {
	t := &s.Tokens[i]
	if t.Has(lex.MarkSurely) && !s.nameFollows(i) {
		return false
	}
	return t.Kind == lex.KindWord && !t.Taken && !t.Stays && !t.Own && t.Runes > 1 && !s.Guesses[i].Fixed && s.Guesses[i].Score > evidence.Never/2
}

// judge adds the fitted evidence to every word's own.
// Sums are added at the end, so that no word's rows depend on another's new score.
func (s scene) judge() {
	var room [64]evidence.Row
	sums := s.Desk.SumTable(len(s.Guesses))
	for i := range s.Guesses {
		if !s.judged(i) {
			continue
		}
		for _, r := range s.rows(i, room[:0]) {
			sums[i] += r.Weight()
		}
	}
	for i, sum := range sums {
		if sum != 0 {
			s.Guesses[i].Score += sum
		}
	}
}
