package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// clocks lets stay the times of day by which a log's lines begin, four digits
// without a colon: two lines that begin
// so, the later one with the later time, make a log.
func (d *Reading) clocks(p int) {
	ts := d.pages[p].tokens
	var heads []int
	for i := range ts {
		if (i == 0 || ts[i].Lines > 0) && clockDigits(&ts[i]) && i+1 < len(ts) && ts[i+1].Lines == 0 && !joinedBehind(ts, i) {
			heads = append(heads, i)
		}
	}
	falls := 0
	for n := 1; n < len(heads); n++ {
		if ts[heads[n]].Fold < ts[heads[n-1]].Fold {
			falls++
		}
	}
	if len(heads) < 2 || falls > (len(heads)-1)/3 {
		return
	}
	for _, i := range heads {
		ts[i].Stays = true
		if i+2 < len(ts) && strings.Contains("-–—", ts[i+1].Fold) && clockDigits(&ts[i+2]) {
			ts[i+2].Stays = true
		}
	}
}

// clockDigits reports whether the token is a time of day in four digits.
func clockDigits(t *lex.Token) bool {
	return t.Kind == lex.KindNumber && t.Runes == 4 && len(t.Fold) == 4 && !t.Taken && t.Fold[:2] < "24" && t.Fold[2] < '6' && !lex.YearForm(t.Fold)
}

// joinedBehind reports whether a sign joins the number at i to more of a number
// that is no time of day, or another number follows.
func joinedBehind(ts []lex.Token, i int) bool {
	n := &ts[i+1]
	if n.Kind == lex.KindNumber {
		return true
	}
	if n.Gap || i+2 >= len(ts) || ts[i+2].Kind == lex.KindWord {
		return false
	}
	return !strings.Contains("-–—", n.Fold) || !clockDigits(&ts[i+2])
}
