package redact

import "strings"

// dateCues are words before a day and month in figures.
var dateCues = setOf("on since until till by before after from due dated date ending ends starts starting next between review hearing panel court deadline to for wed thu fri sat sun mon tue tues weds thurs monday " +
	"tuesday wednesday thursday friday saturday sunday mercher llun mawrth iau gwener sadwrn sul was is again and dob born visit visited seen last of day")

// shortDates finds a day and month in figures without a year: "11/2", "19.9".
func (d *reading) shortDates(p int) {
	pg := &d.pages[p]
	ts := pg.tokens
	for i := 0; i+2 < len(ts); i++ {
		a, sep, b := &ts[i], &ts[i+1], &ts[i+2]
		if a.taken || a.kind != kindNumber || a.runes > 2 || sep.gap || b.gap || b.kind != kindNumber || b.runes > 2 || sep.fold != "/" && sep.fold != "." && sep.fold != "-" {
			continue
		}
		if i > 0 && !a.gap && strings.Contains("./-:£$€v", ts[i-1].fold) || i+3 < len(ts) && !ts[i+3].gap && strings.Contains("/-:%", ts[i+3].fold) && ts[i+3].kind == kindPunct {
			continue
		}
		if w := shortDateWeight(pg, i, a.fold, sep.fold, b.fold); w > 0 {
			d.take(candidate{p, a.start, b.end, TypeDate, w, "date.short", "It reads like a day and a month."}, i)
			i += 2
		}
	}
}

func shortDateWeight(pg *page, i int, a, sep, b string) float64 {
	day, month := number(a), number(b)
	if day < 1 || month < 1 || day > 31 || month > 31 || day > 12 && month > 12 {
		return 0
	}
	prev, next := before(pg, i, 1), after(pg, i+2, 1)
	cue := prev != nil && (dateCues[prev.fold] || prev.has(markWeekday) || prev.fold == "(" || prev.fold == ":") || weekdayNear(pg, i)
	score := prev != nil && (prev.is("score") || prev.is("scored") || prev.is("scores") || prev.is("rated") || prev.is("rates") || prev.is("at") || prev.is("pain") || prev.is("anxiety") || prev.is("mood"))
	if next != nil && next.kind != kindPunct && (next.has(markUnit) || next.is("of") || next.is("full")) {
		score = true
	}
	switch {
	case sep == "/" && score, sep == "/" && (a+b == "247" || b == "10" && !cue || a == "1" && b == "1"):
		return 0.3
	case sep == "/" && cue:
		return 0.9
	case sep == "/" && (day >= month && month <= 12 || day > 12):
		return 0.7
	case sep == "/":
		return 0.55
	case sep == "-" && cue && month <= 12 && len(b) == 2 && len(a) == 2 && !prev.is("from"):
		return 0.5
	case sep == "-":
		return 0
	case prev != nil && (prev.is("at") || prev.is("about") || prev.is("by") && month > 12 || prev.is("around") || prev.is("till") && len(b) == 2):
		return 0
	case month > 12 && !(day <= 12):
		return 0
	case cue && month <= 12 && (prev.is("on") || prev.is("before") || prev.is("since") || prev.is("by") || prev.is("due") || prev.is("until") || prev.is("dated") || prev.has(markWeekday)):
		return 0.75
	}
	return 0
}

func weekdayNear(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if pg.tokens[j].has(markWeekday) {
			return true
		}
	}
	return false
}

func number(digits string) int {
	n := 0
	for _, x := range digitsOf(digits) {
		n = n*10 + x
	}
	return n
}
