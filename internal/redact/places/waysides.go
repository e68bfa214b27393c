package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// waysides are pairs of lower-case words behind the name of the place or the
// shop that they belong to.
var waysides = lex.TableOf(map[string]string{"metro": "station", "taxi": "rank", "petrol": "station", "gas": "station", "car": "park", "parking": "lot", "retail": "park", "bus": "station", "train": "station", "railway": "station", "caravan": "park", "trailer": "park", "lorry": "park", "truck": "stop", "motorway": "services"})

// waysidePlaces finds "Tarvane Spar parking lot": capitals of which no dictionary
// knows one, before such a pair.
func (s finder) waysidePlaces() {
	ts := s.Tokens
	for i := 1; i+1 < len(ts); i++ {
		second, ok := waysides.Find(ts[i].Fold)
		if !ok || ts[i].Shape != lex.ShapeLower || ts[i].Lines > 0 || !ts[i+1].Is(second) || ts[i+1].Lines > 0 {
			continue
		}
		first, strange := i, false
		for first > 0 && first > i-4 && s.sets(first-1) && (first == i || ts[first].Lines == 0) {
			first--
			strange = strange || ts[first].Stranger() && !ts[first].Has(lex.MarkAllow|lex.MarkOrg)
		}
		if strange {
			s.Note(evidence.Wayside, first, i+1, lex.TypeLocation)
		}
	}
}

// sets reports whether the token is a capital word that may set a place apart.
func (s finder) sets(i int) bool {
	t := &s.Tokens[i]
	return t.Kind == lex.KindWord && t.Capital() && t.Runes > 1 && !t.Taken && !t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkWeekday|lex.MarkMonth)
}
