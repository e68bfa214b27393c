package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// Hint is something that may make a story recognisable although it names
// nobody: a rare event, a rare family, a small number, a place with a
// profession. Hints are shown and never masked. Start and End are byte offsets
// into the part's text; Kind is a short word for grouping, Reason a plain
// sentence.
type Hint struct {
	Part, Start, End int
	Kind             string
	Reason           string
}

// rarities are words that few stories share, by kind.
var rarities = map[string]string{}

var rarityReasons = map[string]string{
	"family": "Few families are like this. Could it be said more generally?",
	"event":  "This happened to few people, and some of it may have been in the news.",
	"small":  "A small number like this can single somebody out.",
	"post":   "Few people in a place hold such a post.",
	"health": "Few people have this.",
}

func init() {
	for kind, words := range map[string]string{
		"family": "twins twin triplets triplet quadruplets surrogate surrogacy adoptee orphan orphans",
		"event": "inquest murder murdered homicide manslaughter stabbed stabbing shooting shot drowned drowning arson trafficked kidnapped abducted " +
			"suicide tsunami earthquake grenfell explosion newspaper headlines televised documentary viral crash derailment avalanche",
		"post":   "mayor headteacher headmaster headmistress vicar priest imam rabbi gp pharmacist councillor footballer jockey postmaster lighthouse midwife blacksmith surgeon bishop judge magistrate coroner undertaker dentist vet",
		"health": "huntington conjoined albinism dwarfism transplant leukaemia leukemia haemophilia quadriplegic paraplegic deafblind thalidomide",
	} {
		for w := range strings.FieldsSeq(words) {
			rarities[w] = kind
		}
	}
}

// Hints looks for what is rare in all that isn't masked already.
func (d *Reading) Hints(masked []Found) []Hint {
	places := map[int]bool{}
	for _, c := range masked {
		if c.Kind == lex.TypeLocation || c.Kind == lex.TypeOrg {
			places[c.Part] = true
		}
	}
	var out []Hint
	for p := range d.pages {
		ts := d.pages[p].tokens
		for i := range ts {
			t := &ts[i]
			kind := rarities[t.Fold]
			switch {
			case kind == "" && only(ts, i):
				kind = "small"
			case kind == "" && published(ts, i):
				kind = "event"
			}
			if kind == "" || kind == "post" && !places[p] {
				continue
			}
			start, end := d.pages[p].seen.Back(t.Start, t.End)
			out = append(out, Hint{p, start, end, kind, rarityReasons[kind]})
		}
	}
	return out
}

// published reports whether the word says that others have read of it: "on the
// news", "in the papers", "in the local paper".
func published(ts []lex.Token, i int) bool {
	if t := &ts[i]; !t.Is("news") && !t.Is("paper") && !t.Is("papers") {
		return false
	}
	for j := i - 1; j >= max(i-2, 0); j-- {
		if ts[j].Is("the") {
			return j > 0 && (ts[j-1].Is("on") || ts[j-1].Is("in"))
		}
	}
	return false
}

// only reports whether the word says that there is but one, or a few, of a kind:
// "the only Somali family", "the first woman to", "one of three".
func only(ts []lex.Token, i int) bool {
	if i+1 >= len(ts) || ts[i+1].Kind != lex.KindWord || ts[i+1].Lines > 0 {
		return false
	}
	t, next := &ts[i], &ts[i+1]
	switch t.Fold {
	case "only":
		return i > 0 && (ts[i-1].Is("the") || ts[i-1].Poss) && !next.Has(lex.MarkFunction)
	case "first":
		return i > 0 && ts[i-1].Is("the") && (next.Is("woman") || next.Is("man") || next.Is("family") || next.Is("person") || next.Is("child") || next.Is("black"))
	case "one":
		return next.Is("of") && i+2 < len(ts) && (ts[i+2].Is("two") || ts[i+2].Is("three") || ts[i+2].Is("four") || ts[i+2].Is("five"))
	}
	return false
}
