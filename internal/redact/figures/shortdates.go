package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// dateCues are words before a day and month in figures.
var dateCues = lex.SetOf("on since until till by before after from due dated date ending ends starts starting next between review hearing panel court deadline to for wed thu fri sat sun mon tue tues weds thurs monday " +
	"tuesday wednesday thursday friday saturday sunday mercher llun mawrth iau gwener sadwrn sul was is again and dob born visit visited seen last of day")

// shortDates finds a day and month in figures without a year: "11/2", "19.9".
func shortDates(pg *page.Page) {
	ts := pg.Tokens
	for i := 0; i+2 < len(ts); i++ {
		a, sep, b := &ts[i], &ts[i+1], &ts[i+2]
		if a.Taken || a.Kind != lex.KindNumber || a.Runes > 2 || sep.Gap || b.Gap || b.Kind != lex.KindNumber || b.Runes > 2 || sep.Fold != "/" && sep.Fold != "." && sep.Fold != "-" {
			continue
		}
		if end := rangeEnd(ts, i); end > i {
			pg.Take(evidence.ShortCued, i, end, lex.TypeDate)
			i = end
			continue
		}
		if i > 0 && !a.Gap && strings.Contains("./-:£$€v", ts[i-1].Fold) || i+3 < len(ts) && !ts[i+3].Gap && strings.Contains("/-:%", ts[i+3].Fold) && ts[i+3].Kind == lex.KindPunct {
			continue
		}
		if i > 0 && ts[i-1].Kind == lex.KindNumber && a.Gap && a.Lines == 0 && a.Is("1") && b.Is("2") {
			continue // a half
		}
		if sep.Fold == "/" && (b.Is("52") || b.Is("12") && i+3 < len(ts) && (ts[i+3].Is("old") || babyNear(pg, i))) {
			continue // weeks or months of twelve, as clinics write them
		}
		if w := shortDateWeight(pg, i, a.Fold, sep.Fold, b.Fold); w != evidence.None {
			pg.Take(w, i, i+2, lex.TypeDate)
			i += 2
		}
	}
}

// rangeEnd gives the last token of two days held by a dash, of which one has its
// month or both, or i: "14/5-16/5", "3-5/5", "14.5.-16.5.".
// "3.5-4.5" may be a quantity from and to, but is read as days; "5-3/5" goes back and
// isn't.
func rangeEnd(ts []lex.Token, i int) int {
	if i > 0 && !ts[i].Gap && ts[i].Lines == 0 && ts[i-1].Kind != lex.KindPunct {
		return i
	}
	number := func(j, most int) bool {
		return j < len(ts) && ts[j].Kind == lex.KindNumber && ts[j].Runes <= 2 && lex.Number(ts[j].Fold) >= 1 && lex.Number(ts[j].Fold) <= most && (j == i || !ts[j].Gap)
	}
	sign := func(j int, of string) bool {
		return j < len(ts) && ts[j].Kind == lex.KindPunct && strings.Contains(of, ts[j].Fold) && !ts[j].Gap
	}
	dash := i + 1
	if monthsFirst := sign(i+1, "/") && number(i, 12) && number(i+2, 31) && sign(i+3, "-–") && number(i+4, 12) && sign(i+5, "/") && number(i+6, 31) && !sign(i+7, "/-:%"); monthsFirst {
		return i + 6
	}
	if sign(i+1, "/.") && number(i+2, 12) {
		if dash = i + 3; sign(dash, ".") && sign(dash+1, "-–") {
			dash++
		}
	}
	if !number(i, 31) || !sign(dash, "-–") || !number(dash+1, 31) || !sign(dash+2, "/.") || !number(dash+3, 12) || sign(dash+4, "/-:%") || dash+4 < len(ts) && !ts[dash+4].Gap && ts[dash+4].Kind != lex.KindPunct {
		return i
	}
	if dash == i+1 && (ts[dash+2].Fold == "." || lex.Number(ts[i].Fold) >= lex.Number(ts[dash+1].Fold)) {
		return i
	}
	return dash + 3
}

// shortDateWeight says how surely a and b, held by sep, are a day and a month in either
// order. A slash is enough; a point or a hyphen, which quantities and ranges have too,
// needs a word before it that only a date follows: "hearing on 19.9", "due 14-05".
func shortDateWeight(pg *page.Page, i int, a, sep, b string) evidence.Row {
	day, month := lex.Number(a), lex.Number(b)
	if day < 1 || month < 1 || day > 31 || month > 31 || day > 12 && month > 12 {
		return evidence.None
	}
	prev, next := pg.Before(i, 1), pg.After(i+2, 1)
	cue := prev != nil && (dateCues.Has(prev.Fold) || prev.Has(lex.MarkWeekday) || prev.Fold == "(" || prev.Fold == ":") || weekdayNear(pg, i)
	score := prev != nil && (prev.Is("score") || prev.Is("scored") || prev.Is("scores") || prev.Is("rated") || prev.Is("rates") || prev.Is("at") || prev.Is("pain") || prev.Is("anxiety") || prev.Is("mood"))
	if next != nil && next.Kind != lex.KindPunct && (next.Has(lex.MarkUnit) || next.Is("of") || next.Is("full")) {
		score = true
	}
	switch {
	// "Pain 6/8", "24/7", "7/10" and "1/1" (one to one) are hardly days.
	case sep == "/" && score, sep == "/" && (a+b == "247" || b == "10" && !cue || a == "1" && b == "1"):
		return evidence.ShortScore
	case sep == "/" && cue:
		return evidence.ShortCued
	case sep == "/" && (day >= month && month <= 12 || day > 12):
		return evidence.ShortSlash
	case sep == "/":
		return evidence.ShortSlashWeak
	case sep == "-" && cue && month <= 12 && len(b) == 2 && len(a) == 2 && !prev.Is("from"):
		return evidence.ShortHyphenCued
	case sep == "-" && prev != nil && len(b) <= 2 && (month <= 12 || day <= 12) && max(day, month) > 12 && (prev.Is("by") || prev.Is("date") || prev.Is("due") || prev.Is("until") || prev.Is("dated")):
		return evidence.ShortHyphenDue
	case sep == "-":
		return evidence.None
	// "at 9.30" is a time, "about 4.5" a quantity
	case prev != nil && (prev.Is("at") || prev.Is("about") || prev.Is("by") && month > 12 || prev.Is("around") || prev.Is("till") && len(b) == 2):
		return evidence.None
	case month > 12 && !(day <= 12):
		return evidence.None
	case prev == nil:
		return evidence.None
	case month <= 12 && day <= 31 && (prev.Is("is") || prev.Is("was") || prev.Fold == ":") && hearingNear(pg, i):
		return evidence.ShortPoint
	case month <= 12 && prev.Fold == "," && pg.Before(i, 2) != nil && pg.Before(i, 2).Has(lex.MarkWeekday), (prev.Is("birthday") || prev.Is("bday")) && month <= 12:
		return evidence.ShortPoint
	case cue && month <= 12 && (prev.Is("on") || prev.Is("before") || prev.Is("since") || prev.Is("by") || prev.Is("due") || prev.Is("until") || prev.Is("dated") || prev.Has(lex.MarkWeekday)):
		return evidence.ShortPoint
	}
	return evidence.None
}

// hearingNear reports whether what has a day is spoken of in the four words before.
func hearingNear(pg *page.Page, i int) bool {
	for j := i - 2; j >= 0 && j >= i-5; j-- {
		if appointed.Has(pg.Tokens[j].Fold) {
			return true
		}
	}
	return false
}

// appointed are what has a day, and what a day in figures with a point may follow:
// "review for Tobi is 19.9".
var appointed = lex.SetOf("hearing review court panel birthday bday date due deadline appointment conference trial meeting edd dob anniversary")

// weekdayNear reports whether one of the two tokens before is a weekday: "Fri the 3/5".
func weekdayNear(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if pg.Tokens[j].Has(lex.MarkWeekday) {
			return true
		}
	}
	return false
}
