package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// birthYears finds the year in which somebody was born, in figures or as it is
// said, and a year in words behind a month. A year alone tells nobody's age and
// stays.
func birthYears(pg *page.Page) {
	ts := pg.Tokens
	for i := 1; i < len(ts); i++ {
		if ts[i].Taken || ts[i].Stays {
			continue
		}
		if last := bornOn(ts, i); last > i {
			i = pg.Take(evidence.BirthDay, i, last, lex.TypeDate)
			continue
		}
		if monthOfYear(ts, i) {
			i = pg.Take(evidence.YearMonth, i, i+2, lex.TypeDate)
			continue
		}
		last := yearEnd(ts, i)
		switch {
		case last < i:
		case bornBefore(ts, i):
			i = pg.Take(evidence.BirthYear, i, last, lex.TypeDate)
		case last > i && ts[i-1].Has(lex.MarkMonth) && ts[i].Lines == 0:
			i = pg.Take(evidence.SaidYear, i-1, last, lex.TypeDate)
		}
	}
}

// bornOn gives the last token of a day of birth in figures with spaces between,
// or i: "dob 14 5 18".
// The first may be 31 at most, so that no year stands first, and one of the first two
// must do for a month.
func bornOn(ts []lex.Token, i int) int {
	if i+2 >= len(ts) || !bornBefore(ts, i) {
		return i
	}
	for j := i; j <= i+2; j++ {
		if ts[j].Kind != lex.KindNumber || ts[j].Runes > 4 || j > i && (!ts[j].Gap || ts[j].Lines > 0) {
			return i
		}
	}
	if lex.Number(ts[i].Fold) > 31 || lex.Number(ts[i+1].Fold) > 12 && lex.Number(ts[i].Fold) > 12 {
		return i
	}
	return i + 2
}

// monthOfYear reports whether a year and a month in figures stand at i: "2019-03".
// Two years in a row are a school's.
// "2011-12" is such, and "2019-03-05" is a whole date that the rules find.
func monthOfYear(ts []lex.Token, i int) bool {
	if i+2 >= len(ts) || ts[i].Kind != lex.KindNumber || ts[i].Runes != 4 || !lex.YearForm(ts[i].Fold) || ts[i+1].Fold != "-" || ts[i+1].Gap || ts[i+2].Gap || ts[i+2].Kind != lex.KindNumber || ts[i+2].Runes != 2 {
		return false
	}
	if i+3 < len(ts) && !ts[i+3].Gap && (ts[i+3].Kind != lex.KindPunct || ts[i+3].Fold == "-" || ts[i+3].Fold == "/") || i > 0 && !ts[i].Gap && ts[i-1].Kind == lex.KindPunct && strings.Contains("-/", ts[i-1].Fold) {
		return false
	}
	month := lex.Number(ts[i+2].Fold)
	return month >= 1 && month <= 12 && (lex.Number(ts[i].Fold)+1)%100 != month
}

// yearEnd gives the last token of the year that begins at i, or -1: "1987",
// "nineteen eighty-seven", "two thousand and four", "twenty oh five".
// Figures must be four: "87" alone says nothing.
func yearEnd(ts []lex.Token, i int) int {
	t := &ts[i]
	if t.Kind == lex.KindNumber {
		if lex.YearForm(t.Fold) && t.Runes == 4 {
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
		return page.SmallEnd(ts, i+1)
	case (t.Is("nineteen") || t.Is("twenty")) && (n.Is("oh") || n.Is("o") || n.Is("hundred")) && i+2 < len(ts) && lex.NumberValues.Of(ts[i+2].Fold) > 0:
		return page.SmallEnd(ts, i+2)
	case t.Is("two") && n.Is("thousand"):
		j := i + 2
		if j < len(ts) && ts[j].Is("and") {
			j++
		}
		if j < len(ts) && ts[j].Lines == 0 && lex.NumberValues.Of(ts[j].Fold) > 0 {
			return page.SmallEnd(ts, j)
		}
		return i + 1
	}
	return -1
}

// bornBefore reports whether the words before the year at i say that somebody
// was born in it.
// It looks back five tokens over such as "in", "about" or a comma: "born back in
// about 1987". A bare "b" counts right before the year, or with its point.
func bornBefore(ts []lex.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch t := &ts[j]; t.Fold {
		case "born", "dob", "birth", "birthdate", "yob", "geb", "geboren":
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
