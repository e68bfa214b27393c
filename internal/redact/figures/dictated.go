package figures

import (
	"slices"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// digitWords are how people say the digits of a number.
var digitWords = lex.SetOf("zero oh o nought naught one two three four five six seven eight nine double treble triple")

// dictatedLeast is how many of them make a number that stands for somebody.
// Four do behind letters of a spelling alphabet, or where "ref" or the like stands
// before. Two of them at least must be words; figures alone are for groups.
const dictatedLeast = 6

// dictated finds telephone numbers and references that are written as they were
// said, or half so: "oh seven seven double oh 900", "07700 nine hundred one two".
func dictated(pg *page.Page) {
	ts := pg.Tokens
	for i := 0; i < len(ts); i++ {
		if t := &ts[i]; !digitWords.Has(t.Fold) && (t.Kind != lex.KindNumber || i+1 >= len(ts) || !digitWords.Has(ts[i+1].Fold) && (ts[i+1].Kind != lex.KindNumber || t.Runes > 1)) || t.Stays {
			continue
		}
		said, count, last := saidFrom(pg, i)
		first := lettersSaid(ts, i)
		if said > 1 && (count >= dictatedLeast || count >= 4 && (first < i || idCue(pg, i))) {
			i = first
			pg.Take(evidence.PhoneDictated, i, last, lex.TypePhone)
		}
		i = last
	}
}

// saidFrom reads the digits from i on, as words or figures: how many words they
// are, how many digits, and the last token. Tens and hundreds count once some
// digits stand before them.
func saidFrom(pg *page.Page, i int) (said, count, last int) {
	ts := pg.Tokens
	for j := i; j < len(ts) && (j == i || ts[j].Lines == 0); j++ {
		switch t := &ts[j]; {
		case digitWords.Has(t.Fold):
			said++
			count++
			last = j
		case t.Kind == lex.KindNumber && t.Runes <= 6 && !pg.Money(j) && !(t.Taken && dated(pg, t.Start)):
			count += int(t.Runes)
			last = j
		// "07700 nine hundred", not "nine hundred people"
		case count >= 3 && t.Kind == lex.KindWord && (lex.NumberValues.Of(t.Fold) >= 10 || t.Is("thousand")) && !t.Taken:
			count++
			last = j
		case t.Fold == "," || t.Fold == "-" || t.Is("then") || t.Is("dash") || t.Is("space"):
		default:
			return said, count, max(last, i)
		}
	}
	return said, count, max(last, i)
}

// dated reports whether the byte lies in a date that was found.
func dated(pg *page.Page, at int) bool {
	return slices.ContainsFunc(pg.Found, func(c evidence.Candidate) bool {
		return c.Kind == lex.TypeDate && c.Start <= at && at < c.End
	})
}

// lettersSaid gives the first of the letters of a spelling alphabet that stand
// right before the digits at i: "bravo delta four four one".
func lettersSaid(ts []lex.Token, i int) int {
	for i > 0 && ts[i].Lines == 0 && spellingWords.Has(ts[i-1].Fold) && !ts[i-1].Taken {
		i--
	}
	return i
}

// spellingWords are the words of the spelling alphabet, without those that are
// given names.
// "Oscar 4471" may tell of a person.
var spellingWords = lex.SetOf("alpha alfa bravo delta echo foxtrot golf hotel india kilo lima november papa quebec sierra tango uniform whiskey whisky xray yankee zulu")

// spokenMail finds e-mail addresses whose signs are written as words: "kim (at)
// post (dot) example".
// "At the dot of nine" has no host, as it ends in no top-level word.
func spokenMail(pg *page.Page) {
	ts := pg.Tokens
	for i := 1; i < len(ts); i++ {
		if !ts[i].Is("at") || ts[i].Lines > 0 {
			continue
		}
		first, last := bracketed(ts, i)
		if first < 1 || last+2 >= len(ts) || ts[first-1].Kind == lex.KindPunct {
			continue
		}
		end := spokenHost(ts, last+1, first < i)
		// "green hill post dot example": two words before the one with "dot" behind it
		for more := 1; end < 0 && more <= 2 && last+1+more < len(ts) && hostWord(&ts[last+more]); more++ {
			end = spokenHost(ts, last+1+more, false)
		}
		if end < 0 {
			continue
		}
		start := first - 1
		for start >= 1 && (ts[start].Kind == lex.KindNumber || ts[start].Has(lex.MarkNumber)) && ts[start-1].Kind != lex.KindPunct && ts[start].Lines == 0 && !ts[start-1].Has(lex.MarkFunction) {
			start--
		}
		for start >= 2 && (ts[start-1].Fold == "." || ts[start-1].Fold == "_" || ts[start-1].Fold == "-") && !ts[start].Gap && !ts[start-1].Gap {
			start -= 2
		}
		for start >= 2 && (ts[start-1].Is("dot") || ts[start-1].Is("underscore") || ts[start-1].Is("dash")) && ts[start-2].Kind != lex.KindPunct {
			start -= 2
		}
		pg.Take(evidence.EmailSpoken, start, end, lex.TypeEmail)
	}
}

// hostWord reports whether the word may go before another in the name of a host
// that was said in several words.
func hostWord(t *lex.Token) bool {
	return t.Kind == lex.KindWord && t.Lines == 0 && t.Runes > 2 && !t.Has(lex.MarkFunction|lex.MarkUnit|lex.MarkNumber)
}

// bracketed gives the first and last token of "at", "(at)" or "[at]" at i.
func bracketed(ts []lex.Token, i int) (first, last int) {
	if i+1 < len(ts) && (ts[i-1].Fold == "(" && ts[i+1].Fold == ")" || ts[i-1].Fold == "[" && ts[i+1].Fold == "]") {
		return i - 1, i + 1
	}
	return i, i
}

// spokenHost gives the last token of a host from i: words with "dot", "(dot)" or
// points between, the last of them a top-level one; -1 where there is none.
func spokenHost(ts []lex.Token, i int, marked bool) int {
	end := -1
	for i < len(ts) && ts[i].Kind != lex.KindPunct && ts[i].Lines == 0 {
		j := i + 1
		if j >= len(ts) {
			break
		}
		switch {
		case ts[j].Is("dot"):
			j++
		case j+2 < len(ts) && (ts[j].Fold == "(" || ts[j].Fold == "[") && ts[j+1].Is("dot"):
			j += 3
		case marked && ts[j].Fold == "." && !ts[j].Gap && j+1 < len(ts) && !ts[j+1].Gap:
			j++
		default:
			return end
		}
		if j < len(ts) && topLevel.Has(ts[j].Fold) {
			end = j
		}
		i = j
	}
	return end
}
