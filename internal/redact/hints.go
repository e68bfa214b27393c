package redact

import "strings"

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

// hints looks for what is rare in all that isn't masked already.
func (d *reading) hints(masked []candidate) []Hint {
	places := map[int]bool{}
	for _, c := range masked {
		if c.kind == TypeLocation || c.kind == TypeOrg {
			places[c.part] = true
		}
	}
	var out []Hint
	for p := range d.pages {
		ts := d.pages[p].tokens
		for i := range ts {
			t := &ts[i]
			kind := rarities[t.fold]
			switch {
			case kind == "" && only(ts, i):
				kind = "small"
			case kind == "" && published(ts, i):
				kind = "event"
			}
			if kind == "" || kind == "post" && !places[p] {
				continue
			}
			out = append(out, Hint{p, t.start, t.end, kind, rarityReasons[kind]})
		}
	}
	return out
}

// published reports whether the word says that others have read of it: "on the
// news", "in the papers", "in the local paper".
func published(ts []token, i int) bool {
	if t := &ts[i]; !t.is("news") && !t.is("paper") && !t.is("papers") {
		return false
	}
	for j := i - 1; j >= max(i-2, 0); j-- {
		if ts[j].is("the") {
			return j > 0 && (ts[j-1].is("on") || ts[j-1].is("in"))
		}
	}
	return false
}

// only reports whether the word says that there is but one, or a few, of a kind:
// "the only Somali family", "the first woman to", "one of three".
func only(ts []token, i int) bool {
	if i+1 >= len(ts) || ts[i+1].kind != kindWord || ts[i+1].lines > 0 {
		return false
	}
	t, next := &ts[i], &ts[i+1]
	switch t.fold {
	case "only":
		return i > 0 && (ts[i-1].is("the") || ts[i-1].poss) && !next.has(markFunction)
	case "first":
		return i > 0 && ts[i-1].is("the") && (next.is("woman") || next.is("man") || next.is("family") || next.is("person") || next.is("child") || next.is("black"))
	case "one":
		return next.is("of") && i+2 < len(ts) && (ts[i+2].is("two") || ts[i+2].is("three") || ts[i+2].is("four") || ts[i+2].is("five"))
	}
	return false
}
