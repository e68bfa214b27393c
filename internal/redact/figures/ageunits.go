package figures

import (
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// readUnit reads the unit behind the number, "old" and the like, and the halves and
// months between.
func (q *quantity) readUnit(pg *page.Page) {
	q.halves(pg)
	if q.shortUnit(pg) {
		return
	}
	// "nine and six months": a second number with its unit
	if a, b, c := pg.After(q.last, 1), pg.After(q.last, 2), pg.After(q.last, 3); c != nil && a.Is("and") && (b.Kind == lex.KindNumber || b.Has(lex.MarkNumber)) && lex.AgeUnits.Of(c.Fold) != "" && c.Lines == 0 {
		q.last += 3
		q.half = true
	}
	n := pg.After(q.last, 1)
	skip := 1
	if n != nil && n.Fold == "-" && !n.Gap {
		n, skip = pg.After(q.last, 2), 2
	}
	if n != nil && n.Lines == 0 && n.Kind == lex.KindWord && lex.AgeUnits.Of(n.Fold) != "" {
		q.unit = lex.AgeUnits.Of(n.Fold)
		q.last += skip
		// "6 y o"
		if o := pg.After(q.last, 1); n.Is("y") && o != nil && o.Is("o") && o.Lines == 0 {
			q.old = true
			q.last++
			return
		}
		// "6 y/o", "6 y.o", "6 y/old"
		if sign, o := pg.After(q.last, 1), pg.After(q.last, 2); n.Is("y") && o != nil && (o.Is("o") || o.Is("old")) && (sign.Fold == "/" || sign.Fold == ".") && !sign.Gap {
			q.old = true
			q.last += 2
			return
		}
		q.halves(pg)
		q.months(pg)
		// "3 years 4m"
		if m := pg.After(q.last, 1); m != nil && m.Kind == lex.KindMixed && m.Lines == 0 && strings.HasSuffix(m.Fold, "m") && len(m.Fold) <= 3 {
			q.last++
		}
		n, skip = pg.After(q.last, 1), 1
		if n != nil && n.Fold == "-" && !n.Gap {
			n, skip = pg.After(q.last, 2), 2
		}
	} else if q.unit == "year" && q.months(pg) {
		n, skip = pg.After(q.last, 1), 1
	} else if n != nil && n.Kind == lex.KindMixed && q.unit == "year" && strings.HasSuffix(n.Fold, "m") && len(n.Fold) <= 3 {
		// "3yrs 4m"
		q.last++
		n = pg.After(q.last, 1)
	}
	// "six months of age"
	if of, age := pg.After(q.last, 1), pg.After(q.last, 2); age != nil && q.unit != "" && of.Is("of") && age.Is("age") && age.Lines == 0 {
		q.old = true
		q.last += 2
		return
	}
	// "9 yr. old"
	if n != nil && n.Fold == "." && !n.Gap && q.unit == "year" && pg.Tokens[q.last].Is("yr") {
		n, skip = pg.After(q.last, 2), 2
	}
	if y, o := pg.After(q.last, 1), pg.After(q.last, 2); o != nil && q.unit == "" && y.Is("y") && o.Is("o") && o.Lines == 0 {
		q.unit, q.old = "year", true
		q.last += 2
		return
	}
	if age := pg.After(q.last, 3); age != nil && n.Is("old") && skip == 1 && pg.Tokens[q.last+2].Fold == "-" && age.Is("age") {
		return // "one old-age pension"
	}
	// "6 Old Mill Lane" has a capital behind "old", and is no age.
	if n != nil && n.Lines == 0 && (n.Is("old") || n.Is("yrold") || n.Is("olds") || n.Is("yo") || n.Is("y") && q.unit == "" || n.Fold == "o" && skip == 2) {
		q.old = true
		if q.unit == "" && !n.Is("yo") && !n.Is("y") {
			who := pg.After(q.last, skip+1)
			q.old = (n.Is("old") || n.Is("olds") || n.Is("yrold")) && (who == nil || who.Lines > 0 || !who.Capital())
		}
		q.last += skip
		if o := pg.After(q.last, 2); n.Is("y") && o != nil && o.Is("o") && pg.Tokens[q.last+1].Fold == "/" {
			q.last += 2
			q.old = true
		}
	}
}

// halfHyphened gives the last token of "-and-a-half" behind the token, or the token.
// The six signs and words must hang together: "two-and-a-half-year-old".
func halfHyphened(pg *page.Page, i int) int {
	if i+6 >= len(pg.Tokens) {
		return i
	}
	for k, w := range [...]string{"-", "and", "-", "a", "-", "half"} {
		if t := &pg.Tokens[i+1+k]; !t.Is(w) || t.Gap {
			return i
		}
	}
	return i + 6
}

// months takes the months behind the years along, "4mths", "and 4 months", and
// reports whether there were any.
// In "8y 4m" a lone "m" below twelve means months, not a sex.
func (q *quantity) months(pg *page.Page) bool {
	j := q.last + 1
	if n := pg.After(q.last, 1); n != nil && (n.Is("and") || n.Fold == "&" || n.Fold == ",") && n.Lines == 0 {
		j++
	}
	if j >= len(pg.Tokens) || q.unit != "year" || pg.Tokens[j].Lines > 0 {
		return false
	}
	t := &pg.Tokens[j]
	if t.Kind == lex.KindMixed {
		var m quantity
		if m.readMixed(t.Fold) && m.unit == "month" && m.value < 24 {
			q.last, q.joint = j, true
			return true
		}
		if m.unit == "sex" && strings.HasSuffix(t.Fold, "m") && strings.HasSuffix(pg.Tokens[q.last].Fold, "y") && m.value < 12 {
			q.last, q.joint = j, true
			return true
		}
		return false
	}
	if unit := pg.After(j, 1); unit != nil && unit.Lines == 0 && (t.Kind == lex.KindNumber && t.Runes <= 2 || t.Has(lex.MarkNumber)) && (lex.AgeUnits.Of(unit.Fold) == "month" || unit.Is("m")) {
		q.last, q.joint = j+1, true
		return true
	}
	return false
}

// halves takes "and a half" and the like behind the number along.
// "2 1/2" needs a space before the half, since "21/2" may be a day.
func (q *quantity) halves(pg *page.Page) {
	if a, b, c := pg.After(q.last, 1), pg.After(q.last, 2), pg.After(q.last, 3); c != nil && a.Is("and") && (b.Is("a") || b.Is("three")) &&
		(c.Is("half") || c.Is("bit") || c.Is("quarter") || c.Is("quarters")) {
		q.last += 3
		q.half = true
	} else if b != nil && a.Is("and") && b.Is("half") && b.Lines == 0 {
		q.last += 2
		q.half = true
	} else if n := halfHyphened(pg, q.last); n > q.last {
		q.last, q.half = n, true
	} else if one, slash, two := pg.After(q.last, 1), pg.After(q.last, 2), pg.After(q.last, 3); two != nil && pg.Tokens[q.last].Kind == lex.KindNumber && one.Gap && one.Lines == 0 && one.Is("1") && slash.Fold == "/" && !slash.Gap && two.Is("2") && !one.Taken {
		q.last += 3
		q.half = true
	} else if a != nil && (a.Fold == "½" || a.Fold == "¼" || a.Fold == "¾") {
		q.last++
	}
}

// shortUnit reads a unit in few signs, "3y/o", "8/12 old", and reports whether
// there was one.
// Clinics write months as twelfths and weeks as parts of 52. Without "old" a baby must
// be spoken of, else "8/12" is a day in December or a score.
func (q *quantity) shortUnit(pg *page.Page) bool {
	if pg.Tokens[q.last].Kind == lex.KindMixed && strings.HasSuffix(pg.Tokens[q.last].Fold, "y") {
		if sign, o := pg.After(q.last, 1), pg.After(q.last, 2); o != nil && (sign.Fold == "/" || sign.Fold == ".") && !sign.Gap && !o.Gap && o.Is("o") {
			q.old = true
			q.last += 2
			return true
		}
	}
	if pg.Tokens[q.last].Kind == lex.KindNumber {
		if sign, n, old := pg.After(q.last, 1), pg.After(q.last, 2), pg.After(q.last, 3); old != nil && sign.Fold == "/" && !sign.Gap && !n.Gap && (n.Is("12") || n.Is("52")) && (old.Is("old") || old.Is("baby") || babyNear(pg, q.first)) && old.Lines == 0 {
			q.unit, q.old = "month", true
			q.last += 2
			if old.Is("old") {
				q.last++
			}
			return true
		}
	}
	return false
}
