package detect

import (
	"aftershift/internal/redact/lex"
)

// birthYears finds the year in which somebody was born, in figures or as it is
// said, and a year in words behind a month. A year alone tells nobody's age and
// stays.
func (d *Reading) birthYears(p int) {
	ts := d.pages[p].tokens
	for i := 1; i < len(ts); i++ {
		if ts[i].Taken || ts[i].Stays {
			continue
		}
		last := yearEnd(ts, i)
		switch {
		case last < i:
		case bornBefore(ts, i):
			i = d.take(birthYear.at(p, ts[i].Start, ts[last].End, lex.TypeDate), i)
		case last > i && ts[i-1].Has(lex.MarkMonth) && ts[i].Lines == 0:
			i = d.take(saidYear.at(p, ts[i-1].Start, ts[last].End, lex.TypeDate), i-1)
		}
	}
}

// yearEnd gives the last token of the year that begins at i, or -1: "1987",
// "nineteen eighty-seven", "two thousand and four", "twenty oh five".
func yearEnd(ts []lex.Token, i int) int {
	t := &ts[i]
	if t.Kind == lex.KindNumber {
		if yearForm(t.Fold) && t.Runes == 4 {
			return i
		}
		return -1
	}
	if t.Kind != lex.KindWord || i+1 >= len(ts) || ts[i+1].Lines > 0 {
		return -1
	}
	n := &ts[i+1]
	switch value := lex.NumberValues.Of(n.Fold); {
	case (t.Is("nineteen") || t.Is("twenty")) && value >= 10 && value <= 99:
		return smallEnd(ts, i+1)
	case (t.Is("nineteen") || t.Is("twenty")) && (n.Is("oh") || n.Is("o") || n.Is("hundred")) && i+2 < len(ts) && lex.NumberValues.Of(ts[i+2].Fold) > 0:
		return smallEnd(ts, i+2)
	case t.Is("two") && n.Is("thousand"):
		j := i + 2
		if j < len(ts) && ts[j].Is("and") {
			j++
		}
		if j < len(ts) && ts[j].Lines == 0 && lex.NumberValues.Of(ts[j].Fold) > 0 {
			return smallEnd(ts, j)
		}
		return i + 1
	}
	return -1
}

// smallEnd gives the last token of a number below a hundred in words at i, past a
// hyphen: "eighty-seven".
func smallEnd(ts []lex.Token, i int) int {
	if lex.NumberValues.Of(ts[i].Fold) < 20 {
		return i
	}
	j := i + 1
	if j < len(ts) && ts[j].Fold == "-" && !ts[j].Gap {
		j++
	}
	if j < len(ts) && ts[j].Lines == 0 && lex.NumberValues.Of(ts[j].Fold) > 0 && lex.NumberValues.Of(ts[j].Fold) < 10 {
		return j
	}
	return i
}

// bornBefore reports whether the words before the year at i say that somebody
// was born in it.
func bornBefore(ts []lex.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch t := &ts[j]; t.Fold {
		case "born", "dob", "birth", "birthdate", "yob":
			return true
		case "b":
			return j == i-1 || ts[j+1].Fold == "."
		case "in", "of", "year", ":", ".", "(", "about", "around", "circa", "c", "is", "was", "date", "back", "the", "early", "late", "-", ",":
			if t.Lines > 0 {
				return false
			}
		default:
			return false
		}
	}
	return false
}
