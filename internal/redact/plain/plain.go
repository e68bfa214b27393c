// Package plain lets stay what is written as names are and names nobody, by its
// words alone: what is counted, feelings in a list, statutes, what is called after
// somebody. It marks tokens and finds nothing.
package plain

import (
	"slices"
	"strings"

	"aftershift/internal/redact/lex"
)

// Mark lets stay what is written as names are and names nobody: what is
// counted ("Page 12 of 20"), lists of feelings, pairs of languages, months that
// are spoken of, a word-name that only describes the noun behind it, and
// acronyms that mix small letters in.
func Mark(ts []lex.Token, text string) {
	for i := range ts {
		t := &ts[i]
		switch {
		case t.Own || t.Kind != lex.KindWord || !t.Capital():
		case t.Is("dr") && !streetDoctor(ts, i):
			t.Mark &^= lex.MarkStreet
		case t.Shape == lex.ShapeMixed && acronym(t, text), lettersOfMany(text[t.Start:t.End]):
			stay(t)
		case counted.Has(t.Fold) && i+1 < len(ts) && countable(&ts[i+1]):
			stay(t, &ts[i+1])
		case t.Runes == 1 && lettersJoined(ts, i):
			stay(t, &ts[i+2])
		case numbered.Has(t.Fold) && i+1 < len(ts) && ts[i+1].Lines == 0 && ts[i+1].Gap && (ts[i+1].Kind == lex.KindNumber || ts[i+1].Kind == lex.KindMixed && ts[i+1].Runes <= 4):
			stay(t)
		case t.Has(lex.MarkDemonym) && (paired(ts, i, -1) || paired(ts, i, 1)):
			t.Stays = true
		case t.Has(lex.MarkMonth) && t.Has(lex.MarkNamed) && monthSpoken(ts, i):
			stay(t)
		case describes(ts, i):
			stay(t, &ts[i+1])
		}
	}
	feelings(ts)
	statutes(ts)
}

// streetDoctor reports whether "Dr" at i can be a drive: a word of a name stands
// right before it.
func streetDoctor(ts []lex.Token, i int) bool {
	if i == 0 || ts[i].Lines > 0 {
		return false
	}
	prev := &ts[i-1]
	return prev.Kind == lex.KindMixed || prev.Kind == lex.KindWord && !prev.Has(lex.MarkFunction|lex.MarkSpeech|lex.MarkRole)
}

// acronym reports whether the word mixes small letters in and ends in a capital,
// as no name does: "DoLS", "MoJ".
func acronym(t *lex.Token, text string) bool {
	first, last := text[t.Start], text[t.End-1]
	return 'A' <= first && first <= 'Z' && 'A' <= last && last <= 'Z' && t.Runes <= 6 && !t.Has(lex.MarkNamed)
}

// lettersOfMany reports whether the word is an acronym in the plural: "SNFs".
func lettersOfMany(word string) bool {
	head, ok := strings.CutSuffix(word, "s")
	return ok && len(head) >= 2 && strings.Trim(head, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// counted are words that a number follows where parts of a text or a plan are
// counted.
var counted = lex.SetOf("page pages figure fig table appendix annex chapter question questions version slide paragraph para clause standard domain outcome competency criterion tier item " +
	"system priority band step session visit week day part schedule form attachment footnote note point principle objective goal task module exercise article recommendation yr yrs grade")

// countable reports whether the token counts: one to three digits, a Roman
// number or a single letter.
func countable(t *lex.Token) bool {
	return t.Lines == 0 && t.Gap && (t.Kind == lex.KindNumber && t.Runes <= 3 || t.Kind == lex.KindMixed && t.Runes <= 4 || t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && countedRomans.Has(t.Fold))
}

var countedRomans = lex.SetOf("i ii iii iv v vi vii viii ix x")

// CountedBefore reports whether a word before the number at i says that it counts
// something else than years.
func CountedBefore(ts []lex.Token, i int) bool {
	return partNumber(ts, i) || i > 0 && ts[i].Lines == 0 && (counted.Has(ts[i-1].Fold) && !ts[i-1].Is("point") || numbering.Has(ts[i-1].Fold))
}

var numbering = lex.SetOf("number no nos bus room bed line platform gate seat channel route track bay cell locker door flat house unit ward block floor volume vol")

// numbered are such words that name nothing else before a number.
var numbered = lex.SetOf("bed ext bus platform gate seat channel locker desk")

// lettersJoined reports whether a sign holds the capital at i to another, as in
// "B&B" and "A&E".
func lettersJoined(ts []lex.Token, i int) bool {
	return i+2 < len(ts) && ts[i+1].Fold == "&" && !ts[i+1].Gap && !ts[i+2].Gap && ts[i+2].Kind == lex.KindWord && ts[i+2].Runes == 1 && ts[i+2].Shape == lex.ShapeUpper && ts[i].Shape == lex.ShapeUpper
}

// paired reports whether a sign or "and" joins the word at i to another
// nationality or language on the side: "English/Polish".
func paired(ts []lex.Token, i, side int) bool {
	j, k := i+side, i+2*side
	if k < 0 || k >= len(ts) || ts[max(i, k)].Lines > 0 || ts[max(i, j)].Lines > 0 || ts[k].Kind != lex.KindWord {
		return false
	}
	return (ts[j].Fold == "/" || ts[j].Fold == "," || ts[j].Fold == "&" || ts[j].Fold == "-" || ts[j].Is("and") || ts[j].Is("or")) && ts[k].Has(lex.MarkDemonym)
}

// monthSpoken reports whether a month that is a name as well is meant as one:
// the words around tell of a time ("May was long"), or go on from another month
// ("April too").
func monthSpoken(ts []lex.Token, i int) bool {
	if i+1 >= len(ts) || ts[i+1].Lines > 0 || ts[i].Poss {
		return false
	}
	next := &ts[i+1]
	switch next.Fold {
	case "was", "is", "has", "had", "felt", "feels", "looks", "looked", "will", "went", "came":
		for j := i + 2; j < len(ts) && j <= i+5 && ts[j].Kind == lex.KindWord && ts[j].Lines == 0; j++ {
			if ofTime.Has(ts[j].Fold) {
				return true
			}
			if !leadsOn.Has(ts[j].Fold) {
				return false
			}
		}
	case "too", "again", "onwards", "likewise":
		return monthNear(ts, i)
	}
	return false
}

// ofTime are words that say of a stretch of time how it was, and leadsOn those
// that may stand before them.
var (
	ofTime = lex.SetOf("long hard busy quiet cold wet warm hot dry dark awful terrible dreadful difficult tough brutal relentless slow mad hectic worse better over gone coming full heavy short easier harder grim bleak " +
		"cruel endless manic chaotic horrendous lovely month rainy sunny early late next half")
	leadsOn = lex.SetOf("a the so very really too just all been be quite pretty still only even such always nearly almost another no not as my our")
)

// monthNear reports whether another month stands within a dozen words before.
func monthNear(ts []lex.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		if slices.Contains(lex.MonthNames, ts[j].Fold) && ts[j].Capital() {
			return true
		}
	}
	return false
}

// describes reports whether a given name that is a word describes the noun behind
// it, as in "Summer holidays" and "Frank discussion".
func describes(ts []lex.Token, i int) bool {
	t := &ts[i]
	if t.Poss || t.Shape == lex.ShapeUpper || i+1 >= len(ts) || ts[i+1].Lines > 0 || ts[i+1].Kind != lex.KindWord {
		return false
	}
	kind := describing.Of(t.Fold)
	return kind != nil && kind.Has(ts[i+1].Fold)
}

// The nouns that such words describe, by word.
var (
	seasonal   = lex.SetOf("holiday holidays term break school camp camps club scheme programme program activities activity fair fete play playscheme season weather clothes uniform sun heat evening evenings night nights day days morning mornings months time garden reading project provision job jobs course fun half")
	candid     = lex.SetOf("discussion discussions conversation conversations talk talks chat chats exchange feedback views view opinion opinions words debate assessment advice admission admissions disclosure")
	describing = lex.TableOf(map[string]*lex.Set{
		"summer": seasonal, "autumn": seasonal, "winter": seasonal, "spring": seasonal, "easter": seasonal, "christmas": seasonal, "sunny": seasonal,
		"frank": candid, "earnest": candid, "candid": candid,
		"faith":   lex.SetOf("group groups community communities school schools leader leaders based background"),
		"grace":   lex.SetOf("period note notes"),
		"grant":   lex.SetOf("application applications funding money panel form forms"),
		"art":     lex.SetOf("therapy class group room work project club supplies"),
		"mark":    lex.SetOf("scheme sheet sheets"),
		"rose":    lex.SetOf("garden bed bush bushes tinted"),
		"dawn":    lex.SetOf("raid chorus"),
		"case":    lex.SetOf("law notes note study studies conference load management manager worker file files review discussion closure transfer summary recording recordings holder example"),
		"young":   lex.SetOf("carers carer people person adults adult offenders minds men women"),
		"major":   lex.SetOf("incident concerns concern worry issue"),
		"amber":   lex.SetOf("light rating flag rated"),
		"bill":    lex.SetOf("payment payments"),
		"will":    lex.SetOf("power"),
		"hope":    lex.SetOf("theory"),
		"charity": lex.SetOf("shop shops box run work"),
		"honor":   lex.SetOf("roll system"), "honour": lex.SetOf("based killing crime"),
		"chance": lex.SetOf("meeting encounter"),
	})
)
