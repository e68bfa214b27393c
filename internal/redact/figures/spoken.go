package figures

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// spokenLeast is how many signs in words make a note a dictated one. They must also
// outnumber the written ones, so that "a period of calm" changes nothing in typed text.
const spokenLeast = 3

// spokenSigns gives the signs that words stand for where a note was dictated to
// a machine that wrote them out.
var spokenSigns = map[string]string{"comma": ",", "period": ".", "colon": ":"}

// HearSigns reads "comma" and "period" as the signs they are where a note has
// more of them than of the signs.
func HearSigns(pg *page.Page) {
	ts := pg.Tokens
	said, written := 0, 0
	for i := range ts {
		switch {
		case spokenSigns[ts[i].Fold] != "", stopAt(ts, i):
			said++
		case ts[i].Fold == "," || ts[i].Fold == ".":
			written++
		}
	}
	pg.Spoken = said >= spokenLeast && said > written
	if !pg.Spoken {
		return
	}
	for i := range ts {
		t := &ts[i]
		switch sign := spokenSigns[t.Fold]; {
		case sign != "":
			t.Kind, t.Fold, t.Mark = lex.KindPunct, sign, 0
		case stopAt(ts, i):
			for _, half := range []*lex.Token{t, &ts[i+1]} {
				half.Kind, half.Fold, half.Mark = lex.KindPunct, ".", 0
			}
		}
	}
	for i := 1; i < len(ts); i++ {
		ts[i].Place = lex.PlaceOf(ts, i)
	}
}

// stopAt reports whether "full stop", "new line" or "new paragraph" stands at i.
func stopAt(ts []lex.Token, i int) bool {
	return i+1 < len(ts) && ts[i+1].Lines == 0 && (ts[i].Is("full") && ts[i+1].Is("stop") || ts[i].Is("new") && (ts[i+1].Is("line") || ts[i+1].Is("paragraph")))
}

// spokenPlaces finds addresses of a dictated note, whose numbers are words:
// "fourteen twelve county road twenty two", "on old shell road lot nineteen".
func spokenPlaces(pg *page.Page) {
	if !pg.Spoken {
		return
	}
	ts := pg.Tokens
	for i := 0; i < len(ts); i++ {
		if ts[i].Taken || ts[i].Stays || ts[i].Kind != lex.KindWord {
			continue
		}
		first, end, w := i, -1, evidence.None
		switch prev := pg.Before(i, 1); {
		case numberSaid(&ts[i]):
			last := numbersFrom(ts, i)
			if end = streetFrom(ts, last+1); end > last {
				w = evidence.SpokenHouse
				break
			}
			i = last
			continue
		case page.Flats.Has(ts[i].Fold) && i+1 < len(ts) && numberSaid(&ts[i+1]) && ts[i+1].Lines == 0 && !ts[i].Is("level") && !ts[i].Is("box"):
			end, w = numbersFrom(ts, i+1), evidence.SpokenFlat
			if street := streetFrom(ts, end+1); street > end {
				end, w = street, evidence.SpokenHouse
			}
		case prev != nil && page.LanePlaces.Has(prev.Fold) && !page.PlainLanes.Has(ts[i].Fold):
			if end = streetFrom(ts, i); end > i {
				w = evidence.SpokenStreet
			}
		}
		if w != evidence.None {
			i = pg.Take(w, first, end, lex.TypeLocation)
		}
	}
}

// numberSaid reports whether the token is a number in words.
func numberSaid(t *lex.Token) bool {
	return t.Kind == lex.KindWord && (lex.NumberValues.Of(t.Fold) > 0 || digitWords.Has(t.Fold)) && t.Fold != "o"
}

// numbersFrom gives the last of the numbers in words from i, with a letter
// behind them.
// "Twelve b" ends in its letter; "twelve a week" doesn't.
func numbersFrom(ts []lex.Token, i int) int {
	for i+1 < len(ts) && ts[i+1].Lines == 0 && numberSaid(&ts[i+1]) {
		i++
	}
	if i+1 < len(ts) && ts[i+1].Kind == lex.KindWord && ts[i+1].Runes == 1 && ts[i+1].Lines == 0 && !ts[i+1].Is("a") && !ts[i+1].Is("i") {
		i++
	}
	return i
}

// streetFrom gives the last token of one to three words from i that end in a
// word for a street, with a number behind it, or -1.
// A county's, state's or rural road may have a number in words behind it.
func streetFrom(ts []lex.Token, i int) int {
	for j := i; j < len(ts) && j < i+4 && ts[j].Kind == lex.KindWord && (j == i || ts[j].Lines == 0); j++ {
		t := &ts[j]
		if j > i && t.Has(lex.MarkStreet) && !t.Has(lex.MarkFunction) && t.Runes > 2 {
			if j+1 < len(ts) && numberSaid(&ts[j+1]) && ts[j+1].Lines == 0 && (ts[i].Is("county") || ts[i].Is("state") || ts[i].Is("range") || ts[i].Is("rural")) {
				return numbersFrom(ts, j+1)
			}
			return j
		}
		if t.Has(lex.MarkFunction|lex.MarkUnit|lex.MarkKin|lex.MarkRole|lex.MarkSpeech) && !(t.Is("old") || t.Is("new") || t.Is("long") || t.Is("upper") || t.Is("lower")) || page.PlainLanes.Has(t.Fold) && j == i {
			return -1
		}
	}
	return -1
}

// spokenDates finds days of a month whose number is a word: "fourteen november",
// "march fifteen".
func spokenDates(pg *page.Page) {
	ts := pg.Tokens
	for i := 0; pg.Spoken && i+1 < len(ts); i++ {
		if !ts[i].Has(lex.MarkMonth) || ts[i].Taken || ts[i].Kind != lex.KindWord {
			continue
		}
		// "May" and "march" are verbs too: "may two" is nothing, "march fifteen" a day.
		sure := !ts[i].Is("may") && !ts[i].Is("march")
		first, last := i, i
		if end := numbersFrom(ts, i); end > i && ts[i+1].Lines == 0 && ts[end].Runes > 1 && (sure || lex.NumberValues.Of(ts[i+1].Fold) > 10) {
			last = end
		}
		for first > 0 && last == i && first > i-2 && sure && numberSaid(&ts[first-1]) && !ts[first-1].Taken && ts[first].Lines == 0 {
			first--
		}
		if first < last {
			pg.Take(evidence.SpokenDate, first, last, lex.TypeDate)
			i = last
		}
	}
}
