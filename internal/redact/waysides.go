package redact

// waysides are pairs of lower-case words behind the name of the place or the
// shop that they belong to.
var waysides = map[string]string{"car": "park", "parking": "lot", "retail": "park", "bus": "station", "train": "station", "railway": "station", "caravan": "park", "trailer": "park", "lorry": "park", "truck": "stop", "motorway": "services"}

// waysidePlaces finds "Tarvane Spar parking lot": capitals of which no dictionary
// knows one, before such a pair.
func (s *scene) waysidePlaces(p int) {
	ts := s.pg.tokens
	for i := 1; i+1 < len(ts); i++ {
		second, ok := waysides[ts[i].fold]
		if !ok || ts[i].shape != lower || ts[i].lines > 0 || !ts[i+1].is(second) || ts[i+1].lines > 0 {
			continue
		}
		first, strange := i, false
		for first > 0 && first > i-4 && s.sets(first-1) && (first == i || ts[first].lines == 0) {
			first--
			strange = strange || ts[first].stranger() && !ts[first].has(markAllow|markOrg)
		}
		if strange {
			s.d.found = append(s.d.found, candidate{p, ts[first].start, ts[i+1].end, TypeLocation, 0.6, "place.head", "It reads like the name of a place."})
		}
	}
}

// sets reports whether the token is a capital word that may set a place apart.
func (s *scene) sets(i int) bool {
	t := &s.pg.tokens[i]
	return t.kind == kindWord && t.capital() && t.runes > 1 && !t.taken && !t.has(markFunction|markKin|markRole|markTitle|markWeekday|markMonth)
}
