package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// heldAge weighs ages that hurried hands leave beside a person with few words:
// "Selvan (dementia, 81)", "(three!)", "her mother says twelve", "baby Tobi 5
// months chesty", "is five next month", "13, 13, 12.", "Maybe twenty."
func heldAge(pg *page.Page, q quantity, prev, next *lex.Token) evidence.Row {
	who := pg.Before(q.first, 2)
	bare := q.unit == "" && q.value >= 2 && q.value <= 105
	switch {
	case bare && prev.Fold == "," && next != nil && (next.Fold == ")" || next.Fold == ";") && bracketOfName(pg, q.first-1):
		return evidence.AgeLastInBracket
	case bare && prev.Fold == "(" && next != nil && (next.Fold == "!" || next.Fold == ")") && pg.Tokens[q.first].Kind == lex.KindWord && turnedNear(pg, q.first):
		return evidence.AgeAgain
	case bare && next != nil && next.Lines == 0 && (next.Is("next") || next.Is("in") || next.Is("on")) && (prev.Is("is") || prev.Is("turns")) && dayBehind(pg, q.last+1):
		return evidence.AgeAgain
	case bare && (prev.Is("says") || prev.Is("said") || prev.Is("reckons")) && who != nil && who.Has(lex.MarkKin) && (next == nil || next.Kind == lex.KindPunct && !strings.Contains("%£$€/:", next.Fold)):
		return evidence.AgeSays
	// "Her uncle came. Maybe sixty."
	case bare && prev.Is("maybe") && prev.Place >= lex.Sentence && q.value >= 10 && next != nil && next.Fold == "." && personNear(pg, q.first):
		return evidence.AgeMaybe
	// "At fifteen." as a sentence of its own
	case bare && prev.Is("at") && prev.Place >= lex.Sentence && q.value >= 13 && next != nil && (next.Fold == "." || next.Fold == "!") && personNear(pg, q.first):
		return evidence.AgeAt
	case bare && prev.Is("at") && q.value >= 12 && q.value <= 19 && (next == nil || next.Lines > 0 || strings.Contains(".,;!?", next.Fold)) && passedBefore(pg, q.first-1):
		return evidence.AgeAt
	// "baby Tobi 5 months", but not "Khoza 2yrs sober"
	case q.unit != "" && q.unit != "day" && q.unit != "sex" && nameBeside(pg, q, prev, who) && !spentBehind(next):
		return evidence.AgeUnitBehind
	case bare && rowOfAges(pg, q, prev):
		return evidence.AgeRow
	}
	return evidence.None
}

// nameBeside reports whether a name stands right before the quantity: "Khoza 34yrs",
// behind "baby" in any case.
// Without "baby" a single token of years must follow: "Khoza 5 months" may be a time.
func nameBeside(pg *page.Page, q quantity, prev, who *lex.Token) bool {
	if pg.Tokens[q.first].Lines > 0 || prev.Kind != lex.KindWord || prev.Shape != lex.ShapeTitle || prev.Poss || prev.Has(lex.MarkFunction|lex.MarkCommon|lex.MarkMonth|lex.MarkWeekday|lex.MarkAllow|lex.MarkPlace) {
		return false
	}
	if who != nil && (who.Is("baby") || who.Is("bub") || who.Is("babe")) {
		return true
	}
	return q.first == q.last && q.unit == "year" && (prev.Stranger() || prev.Has(lex.MarkName))
}

// passedBefore reports whether what befalls one once in youth is told in the words
// before: "went to prison at 17".
func passedBefore(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-7 && pg.Tokens[j].Fold != "." && pg.Tokens[j+1].Lines == 0; j-- {
		if passages.Has(pg.Tokens[j].Fold) {
			return true
		}
	}
	return false
}

// passages are words for what befalls one once in youth, looked for up to seven words
// before "at" and a number from 12 to 19.
var passages = lex.SetOf("married pregnant jailed imprisoned prison hmp borstal jail care fostered adopted placed orphaned widowed enlisted army emigrated expelled excluded diagnosed trafficked sectioned school home")

// spentBehind reports whether a word behind a time says that it was spent, and is
// nobody's age: "sober", "ago".
func spentBehind(next *lex.Token) bool { return next != nil && next.Lines == 0 && spent.Has(next.Fold) }

// spent are the words by which a time was spent, or is counted from somewhere:
// "Khoza 2yrs clean", "Khoza 18mths in custody".
var spent = lex.SetOf("ago later sober clean dry pregnant gone in into inside of since on before after late early overdue behind here there left back away apart married together more earlier notice custody probation")

// bracketOfName reports whether the comma at i stands in a bracket of a few words
// that a name opens: "Selvan (dementia, 81".
// A bracket with another number before the comma lists figures and doesn't count.
func bracketOfName(pg *page.Page, i int) bool {
	for j := i - 1; j > 0 && j >= i-6 && pg.Tokens[j+1].Lines == 0; j-- {
		switch t := &pg.Tokens[j]; {
		case t.Fold == "(":
			name := &pg.Tokens[j-1]
			return name.Kind == lex.KindWord && name.Capital() && !name.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday|lex.MarkAllow|lex.MarkLetters) && (name.Stranger() || name.Has(lex.MarkNamed))
		case t.Fold == ")", t.Kind == lex.KindNumber, t.Has(lex.MarkNumber):
			return false
		}
	}
	return false
}

// turnedNear reports whether somebody turned an age in the words before.
func turnedNear(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-8 && pg.Tokens[j].Fold != "."; j-- {
		if t := &pg.Tokens[j]; t.Is("turned") || t.Is("turns") || t.Is("turning") || t.Is("birthday") {
			return true
		}
	}
	return false
}

// dayBehind reports whether the token at i and the one behind it name a day to come:
// "next month", "in May", "on Friday".
func dayBehind(pg *page.Page, i int) bool {
	n := pg.After(i, 1)
	if n == nil || n.Lines > 0 {
		return false
	}
	if pg.Tokens[i].Is("next") {
		return n.Is("month") || n.Is("week") || n.Is("year") || n.Is("birthday") || n.Has(lex.MarkWeekday|lex.MarkMonth)
	}
	return n.Has(lex.MarkWeekday|lex.MarkMonth) && n.Capital()
}

// rowOfAges reports whether the number begins a sentence of two numbers or more of
// children's ages alone, with somebody named in the sentence before.
// "Asked Selvan about the boys. 13, 12, 9." is one; with a number above 19 it isn't.
func rowOfAges(pg *page.Page, q quantity, prev *lex.Token) bool {
	if prev.Fold != "." || pg.Tokens[q.first].Kind != lex.KindNumber || q.value > 19 || !namedBefore(pg, q.first) && !personNear(pg, q.first) {
		return false
	}
	count, j := 1, q.last+1
	for ; j+1 < len(pg.Tokens) && (pg.Tokens[j].Fold == "," || pg.Tokens[j].Is("and")); j += 2 {
		if n := &pg.Tokens[j+1]; n.Kind != lex.KindNumber || n.Runes > 2 || lex.Number(n.Fold) > 19 || n.Lines > 0 {
			return false
		}
		count++
	}
	return count >= 2 && (j >= len(pg.Tokens) || pg.Tokens[j].Fold == ".")
}
