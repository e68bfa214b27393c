package redact

// neighbours lets a sure name vouch for the words it stands with.
func (s *scene) neighbours() {
	for range 2 {
		for i := range s.guesses {
			s.vouch(i)
		}
	}
}

// vouch gives word i what its neighbours lend it.
func (s *scene) vouch(i int) {
	t, g := &s.pg.tokens[i], &s.guesses[i]
	if t.shape == lower && t.kind == kindWord && t.mark&(markDict|markKin|markRole|markTitle|markFunction) == 0 && g.score <= 0.6 && g.score > never/2 && t.runes > 2 {
		for _, step := range [2]int{-1, 1} {
			if j := s.side(i, step); j >= 0 && s.guesses[j].score > 0.6 && s.pg.tokens[j].shape == lower {
				g.add(3, "name.beside", "It stands beside a name.")
				g.kind = s.guesses[j].kind
				return
			}
		}
	}
	if s.familyFirst(i) {
		*g = guess{score: 0.8, kind: TypePerson, detector: "name.beside", reason: "It stands before a given name of two parts, as family names do in the East of Asia."}
		return
	}
	if firstHalves[t.fold] && t.shape == title && !t.taken && !t.stays && g.score <= never/2 && i+1 < len(s.guesses) {
		if n := &s.pg.tokens[i+1]; n.lines == 0 && n.shape == title && n.kind == kindWord && s.guesses[i+1].kind == TypePerson && s.guesses[i+1].score > 0.6 {
			*g = guess{score: 0.7, kind: TypePerson, detector: "name.titled", reason: "It stands before a name as a title does."}
		}
		return
	}
	if t.kind != kindWord || t.taken || t.stays || !t.capital() || g.score > 1.5 || g.score <= never/2 || t.runes == 1 {
		return
	}
	if j := s.side(i, -1); j >= 0 && s.guesses[j].score > 0.6 && !s.pg.tokens[j].poss {
		s.lend(i, j, t.place == inner)
	}
	if j := s.side(i, +1); j >= 0 && s.guesses[j].score > 0.6 && s.pg.tokens[j].capital() && !t.poss {
		s.lend(i, j, t.has(markNamed))
	}
}

// familyFirst reports whether a short word with a capital stands before two
// capital words held by a hyphen, of which no list knows the second as a given
// name of the West: "An Kwok-Fai".
func (s *scene) familyFirst(i int) bool {
	ts := s.pg.tokens
	t := &ts[i]
	if t.shape != title || t.runes > 5 || t.taken || t.stays || i+3 >= len(ts) || s.guesses[i].score > 0.6 || ts[i+2].fold != "-" || ts[i+2].gap || ts[i+3].gap {
		return false
	}
	a, b := &ts[i+1], &ts[i+3]
	return a.lines == 0 && a.shape == title && b.shape == title && a.runes <= 6 && b.runes <= 6 && b.stranger() && !b.has(markFirst|markAllow) && s.guesses[i+3].score > 0 && s.guesses[i+3].kind == TypePerson
}

// side gives the token beside i in the same name: next to it by a space, or
// behind a hyphen. It gives -1 where there is none.
func (s *scene) side(i, step int) int {
	ts := s.pg.tokens
	j := i + step
	if j < 0 || j >= len(ts) {
		return -1
	}
	if ts[j].fold == "-" && ts[j].kind == kindPunct {
		j += step
		if j < 0 || j >= len(ts) || ts[max(i, j)].gap || ts[max(i, j)-1].gap {
			return -1
		}
		return j
	}
	if ts[j].fold == "." && j+step >= 0 && j+step < len(ts) && ts[j+step].runes == 1 && step < 0 {
		j += step
	}
	if ts[j].kind == kindWord && ts[j].runes == 1 && ts[j].shape == upper && !ts[j].is("i") {
		j += step
		if j >= 0 && j < len(ts) && ts[j].fold == "." && step > 0 {
			j += step
		}
	}
	if j < 0 || j >= len(ts) || ts[max(i, j)].lines > 0 || ts[min(i, j)+1].lines > 0 || ts[j].kind != kindWord {
		return -1
	}
	return j
}

// firstHalves are short words that begin names of two words in many languages.
var firstHalves = setOf("um umm ah pa mai ko daw nai ma thi nan naw saw abu abd ka lil")

// quarters are words that go with the name of a place.
var quarters = setOf("nether over temple kings bishops market stoke much church chipping north south east west upper lower great greater little new old high middle inner outer mid central northern southern eastern western royal isle long")

func (s *scene) lend(i, j int, likely bool) {
	t, g := &s.pg.tokens[i], &s.guesses[i]
	const reason = "It stands beside a name."
	joined := (i-j > 1 || j-i > 1) && s.pg.tokens[min(i, j)+1].fold == "-"
	switch {
	case quarters[t.fold] && t.capital() && s.place(i) < sentence && (s.guesses[j].kind != TypePerson || j > i):
		g.score = max(g.score+3, 1)
		g.detector, g.reason = "place.quarter", "It belongs to the name of a place."
	case j > i && !joined && t.capital() && (t.has(markKin|markTitle) || t.runes <= 4 && (particle(t.fold) || firstHalves[t.fold])) && s.pg.tokens[j].capital() && s.guesses[j].kind == TypePerson:
		g.score = max(g.score+3, 0.7)
		g.detector, g.reason = "name.titled", "It stands before a name as a title does."
	case j < i && !joined && t.has(markFunction) && t.shape == title && s.place(i) == inner && s.pg.tokens[j].capital() && s.guesses[j].kind == TypePerson && s.pg.tokens[j].shape == title:
		g.add(4.2, "name.beside", reason)
	case joined && t.capital() && (s.pg.tokens[j].shape == lower || t.has(markWeekday|markMonth)) && !t.has(markFunction):
		g.score = max(g.score, 0) + 1
		g.detector, g.reason = "name.beside", reason
	case joined && !t.has(markFunction):
		g.add(3, "name.beside", reason)
	case t.has(markAllow | markLetters | markWeekday | markMonth | markDemonym):
	case t.has(markNamed) && likely:
		g.add(2.2, "name.beside", reason)
	case t.has(markCasual | markOrgHead | markRole | markKin | markTitle | markFunction):
	case likely:
		g.add(1.2, "name.beside", reason)
	}
	if g.score > 0 && s.guesses[j].kind != TypePerson {
		g.kind = s.guesses[j].kind
	}
}
