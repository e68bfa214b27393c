// Package rare finds in a text's words what makes a story recognisable although it
// names nobody: a rare event, a rare family, a small number, a post in a place.
package rare

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// Told is a stretch of tokens that few stories share. Kind is a short word for
// grouping, Reason a plain sentence.
type Told struct {
	First, Last  int
	Kind, Reason string
}

// rarities are words that few stories share, by kind.
var rarities = raritiesByKind()

var rarityReasons = map[string]string{
	"family": "Few families are like this. Could it be said more generally?",
	"event":  "This happened to few people, and some of it may have been in the news.",
	"small":  "A small number like this can single somebody out.",
	"post":   "Few people in a place hold such a post.",
	"health": "Few people have this.",
}

func raritiesByKind() *lex.Table[string] {
	rows := map[string]string{}
	for kind, words := range map[string]string{
		"family": "twins twin triplets triplet quadruplets surrogate surrogacy adoptee orphan orphans",
		"event": "inquest murder murdered homicide manslaughter stabbed stabbing shooting shot drowned drowning arson trafficked kidnapped abducted " +
			"suicide tsunami earthquake grenfell explosion newspaper headlines televised documentary viral crash derailment avalanche sinkhole lifeboat hijacking hostage manhunt exhumed",
		"post":   "mayor headteacher headmaster headmistress vicar priest imam rabbi gp pharmacist councillor footballer jockey postmaster lighthouse midwife blacksmith surgeon bishop judge magistrate coroner undertaker dentist vet postmistress publican farrier gamekeeper butcher baker ferryman harbourmaster chemist optician lollipop beekeeper organist sexton constable sheriff fisherman crofter shepherd sculptor novelist composer weaver potter",
		"health": "huntington conjoined albinism dwarfism transplant leukaemia leukemia haemophilia quadriplegic paraplegic deafblind thalidomide",
	} {
		for w := range strings.FieldsSeq(words) {
			rows[w] = kind
		}
	}
	return lex.TableOf(rows)
}

// At reports whether the token at i begins such a stretch, and gives it. Placed says
// that the text names a place, so that a post there names its holder.
func At(ts []lex.Token, i int, placed bool) (Told, bool) {
	kind := rarities.Of(ts[i].Fold)
	switch {
	case kind == "" && only(ts, i):
		kind = "small"
	case kind == "" && published(ts, i):
		kind = "event"
	case kind == "" && won(ts, i):
		kind = "event"
	case kind == "" && oneOfAFaith(ts, i):
		kind = "family"
	}
	if kind == "" || kind == "post" && !placed && !postOfPlace(ts, i) {
		return Told{}, false
	}
	first, last := stretchOf(ts, i, kind)
	return Told{first, last, kind, rarityReasons[kind]}, true
}

// stretchOf gives the first and last token of what a hint at i speaks of: "the
// only Somali family", "the town's vet".
func stretchOf(ts []lex.Token, i int, kind string) (first, last int) {
	first, last = i, i
	switch kind {
	case "small":
		for n := 0; n < 4 && last+1 < len(ts) && ts[last+1].Kind != lex.KindPunct && ts[last+1].Lines == 0 && (!ts[last+1].Has(lex.MarkFunction) || ts[i].Is("one") && n < 2); n++ {
			last++
			if ts[last].Has(lex.MarkKin|lex.MarkRole) || households.Has(ts[last].Fold) {
				break
			}
		}
	case "post":
		if i > 0 && ts[i].Lines == 0 && (ts[i-1].Poss || ts[i-1].Is("local") || ts[i-1].Is("only")) {
			first--
		}
	case "event":
		if want := wonAndKnown.Of(ts[i].Fold); want != "" && won(ts, i) {
			for last++; !ts[last].Is(want); last++ {
			}
		}
	case "family":
		if !ts[i].Has(lex.MarkDemonym) {
			break
		}
		last++
	}
	if first > 0 && ts[first].Lines == 0 && ts[first-1].Is("the") {
		first--
	}
	return first, last
}

var (
	households  = lex.SetOf("family household couple man woman boy girl child children pupil student girls boys")
	settlement  = lex.SetOf("town village island parish valley estate hamlet city county district school street community")
	wonAndKnown = lex.TableOf(map[string]string{"won": "lottery", "lottery": "win", "world": "record", "viral": "video", "local": "radio", "public": "inquiry", "court": "reporter"})
)

// postOfPlace reports whether the post at i belongs to a place: "the town's
// vet", "our local GP", "the vet in the village".
func postOfPlace(ts []lex.Token, i int) bool {
	if i > 0 && ts[i].Lines == 0 && (ts[i-1].Poss && settlement.Has(ts[i-1].Fold) || ts[i-1].Is("village") || ts[i-1].Is("local") || ts[i-1].Is("only")) {
		return true
	}
	return i+3 < len(ts) && (ts[i+1].Is("in") || ts[i+1].Is("of") || ts[i+1].Is("on")) && ts[i+2].Is("the") && settlement.Has(ts[i+3].Fold)
}

// won reports whether the words say what everybody heard of: "won the lottery".
func won(ts []lex.Token, i int) bool {
	want := wonAndKnown.Of(ts[i].Fold)
	return want != "" && (i+1 < len(ts) && ts[i+1].Is(want) || i+2 < len(ts) && ts[i+1].Is("the") && ts[i+2].Is(want))
}

// oneOfAFaith reports whether a household is told apart by where it comes from
// or by its faith: "the Somali family", "a Bahá'í couple".
func oneOfAFaith(ts []lex.Token, i int) bool {
	return ts[i].Has(lex.MarkDemonym) && i > 0 && ts[i].Lines == 0 && ts[i-1].Is("the") && i+1 < len(ts) && ts[i+1].Lines == 0 && (ts[i+1].Is("family") || ts[i+1].Is("household") || ts[i+1].Is("couple"))
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
