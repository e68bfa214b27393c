package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// nearForms finds what stands for a name that is known without being it:
// misspelt, as it sounds, by its initials, spelled out, or with the family name
// first.
func (d *Reading) nearForms(p int, words map[string]named, near near, initials map[string]bool) {
	s := d.scenes[p]
	covered := d.covered(p)
	for i := 0; i < len(s.pg.tokens); i++ {
		if covered[i] || s.pg.tokens[i].Own {
			continue
		}
		if end := s.spelled(i); end > i {
			d.note(p, i, end, "name.spelled")
			i = end
			continue
		}
		switch {
		case s.misspelt(i, &near.slips):
			d.note(p, i, i, "name.near")
		case s.known(i, initials):
			d.note(p, i, s.pointed(i), "name.known-initials")
		default:
			if end := s.sounds(i, near); end >= i {
				d.note(p, i, end, "name.sound")
			} else if start, end, kind := s.glued(i, words); end > start {
				r := contextRule("id.name-handle")
				d.add(rowOf(r, false).at(p, start, end, kind))
			} else if s.handled(i, words) {
				d.note(p, i, i, "id.name-handle")
			}
		}
	}
	s.familyComma(p, words)
}

// note records what the context rule promises for the tokens.
func (d *Reading) note(p, first, last int, id string) {
	r := contextRule(id)
	ts := d.pages[p].tokens
	d.add(rowOf(r, false).at(p, ts[first].Start, ts[last].End, r.Kind))
}

// nearLeast is the least length of a name that a slip of one letter still stands
// for.
const nearLeast = 5

// near is what is near the names that a document is known to hold: their forms
// with one letter left out, each with the name it comes from; how they sound; and
// the groups of names that sound alike, each with a known name of it.
type near struct {
	slips  lex.Slips
	sounds map[string]string
	groups map[int]string
}

func nearTo(words map[string]named) near {
	forms, count := 0, 0
	for w, n := range words {
		if n.kind == lex.TypePerson && len(w) <= 24 && len(w) >= nearLeast {
			forms, count = forms+len(w)+1, count+1
		}
	}
	index := near{lex.NewSlips(count, forms), map[string]string{}, map[int]string{}}
	for w, n := range words {
		if n.kind != lex.TypePerson || len(w) > 24 {
			continue
		}
		if group := lex.Heard(w); group > 0 {
			index.groups[group] = w
		}
		if len(w) < nearLeast {
			continue
		}
		if k := lex.SoundKey(w); len(k) >= 3 {
			index.sounds[w[:1]+k] = w
		}
		index.slips.Add(w)
	}
	return index
}

// misspelt reports whether the token is a known name but for one letter more,
// less, changed or swapped with its neighbour. An English word never is.
func (s *scene) misspelt(i int, index *lex.Slips) bool {
	t := &s.pg.tokens[i]
	if t.Kind != lex.KindWord || int(t.Runes) < nearLeast || t.Runes > 24 || !t.Stranger() || t.Stays || t.Has(staying|lex.MarkPlace|lex.MarkCountry) || t.Shape == lex.ShapeUpper && !s.pg.tokens[i].Shout && t.Runes < 6 {
		return false
	}
	for k := range len(t.Fold) + 1 {
		if index.Near(t.Fold, k) {
			return true
		}
	}
	return false
}

// known reports whether capitals stand for somebody who is known by name: "KM",
// or "J" where a person would stand.
func (s *scene) known(i int, initials map[string]bool) bool {
	t := &s.pg.tokens[i]
	if t.Kind != lex.KindWord || t.Shape != lex.ShapeUpper || t.Runes > 3 || t.Taken || t.Stays || t.Runes > 1 && lex.NumberNames.Has(t.Fold) {
		return false
	}
	if t.Runes == 1 && s.titled(i) {
		return true
	}
	if !initials[t.Fold] {
		return false
	}
	if t.Runes > 1 {
		prev := before(s.pg, i, 1)
		return !t.Has(lex.MarkLetters|lex.MarkAllow|lex.MarkCommon|lex.MarkTitle|lex.MarkFunction) && !s.pg.tokens[i].Shout && (prev == nil || prev.Kind != lex.KindNumber)
	}
	prev, next := s.prev(i), s.next(i)
	if t.Is("i") || t.Is("a") && t.Place >= lex.Sentence && !t.Poss || s.pg.tokens[i].Shout {
		return false
	}
	if t.Is("c") || t.Is("k") || t.Is("x") || prev != nil && (prev.Has(lex.MarkOrgHead|lex.MarkUnit) || prev.Kind == lex.KindNumber || flats.Has(prev.Fold) || labelled(prev)) {
		return t.Poss && next != nil && next.Has(lex.MarkKin|lex.MarkRole)
	}
	switch {
	case t.Poss:
		return true
	case next != nil && next.Has(lex.MarkSpeech) && next.Shape == lex.ShapeLower:
		return true
	case next != nil && next.Fold == "." && !next.Gap:
		n := after(s.pg, i, 2)
		return n != nil && n.Lines == 0 && (n.Fold == "(" || n.Shape == lex.ShapeLower && n.Kind == lex.KindWord) || prev != nil && prev.Has(lex.MarkContact|lex.MarkKin)
	case next != nil && next.Fold == "(":
		n := after(s.pg, i, 2)
		return n != nil && (n.Has(lex.MarkKin|lex.MarkRole) || n.Kind == lex.KindNumber)
	}
	return prev != nil && (directContact.Has(prev.Fold) || prev.Has(lex.MarkKin|lex.MarkNaming)) && prev.Shape == lex.ShapeLower
}

// titled reports whether a title stands before a single capital, or a relative in
// brackets behind its point: "Mrs. B", "J. (her ex)".
func (s *scene) titled(i int) bool {
	prev, point, open, who := s.prev(i), after(s.pg, i, 1), after(s.pg, i, 2), after(s.pg, i, 3)
	if prev != nil && prev.Has(lex.MarkTitle) && !prev.Has(lex.MarkRole|lex.MarkKin) && prev.Shape == lex.ShapeTitle && prev.Runes <= 5 {
		return true
	}
	return who != nil && point.Fold == "." && !point.Gap && open.Fold == "(" && (who.Is("her") || who.Is("his") || who.Is("their") || who.Has(lex.MarkKin))
}

// labelled reports whether a letter behind the word is a label, as in "plan B".
func labelled(t *lex.Token) bool {
	return t.Is("plan") || t.Is("option") || t.Is("group") || t.Is("vitamin") || t.Is("hepatitis") || t.Is("hep") || t.Is("section") || t.Is("part") || t.Is("grade")
}

// pointed gives the token of the point behind an initial, or the initial's own.
func (s *scene) pointed(i int) int {
	if n := after(s.pg, i, 1); n != nil && n.Fold == "." && !n.Gap && s.pg.tokens[i].Runes == 1 {
		return i + 1
	}
	return i
}

// spelledLeast is how many letters make a word that is spelled out, and
// spelledMost how many are looked at.
const (
	spelledLeast = 4
	spelledMost  = 24
)

// spelled gives the last token of a word that is spelled out from i, letter by
// letter with hyphens, points or spaces between, or i.
func (s *scene) spelled(i int) int {
	ts := s.pg.tokens
	single := func(j int) bool {
		return j < len(ts) && ts[j].Kind == lex.KindWord && ts[j].Runes == 1 && !ts[j].Taken && (j == i || ts[j].Lines == 0)
	}
	if !single(i) || i > 0 && !ts[i].Gap && ts[i-1].Kind != lex.KindPunct {
		return i
	}
	count, last, sign := 1, i, ""
	for j := i + 1; j < len(ts) && count < spelledMost; {
		step := 0
		if ts[j].Kind == lex.KindPunct && (ts[j].Fold == "-" || ts[j].Fold == "," || ts[j].Fold == ".") && !ts[j].Gap && (sign == "" && count == 1 || sign == ts[j].Fold) {
			sign, step = ts[j].Fold, 1
		} else if sign != "" {
			break
		}
		if !single(j+step) || ts[j+step].Shape != ts[i].Shape && count > 1 && ts[j+step].Shape != ts[last].Shape {
			break
		}
		last = j + step
		count++
		j = last + 1
	}
	if s.pg.spoken && count >= spelledLeast-1 && sign == "" {
		return last
	}
	if count < spelledLeast || sign == "" && ts[last].Shape != lex.ShapeUpper || sign == "." {
		return i
	}
	return last
}

// handled reports whether a word that no dictionary knows begins or ends with a
// known name and goes on, as what people call themselves on the net.
func (s *scene) handled(i int, words map[string]named) bool {
	t := &s.pg.tokens[i]
	if t.Kind == lex.KindPunct || t.Kind == lex.KindNumber || t.Runes < 6 || t.Runes > 32 || !t.Stranger() || t.Capital() && t.Kind == lex.KindWord || t.Stays || t.Has(lex.MarkAllow|lex.MarkNamed|lex.MarkPlace|lex.MarkDemonym) {
		return false
	}
	for size := 3; size <= len(t.Fold)-3; size++ {
		if n, ok := words[t.Fold[:size]]; ok && n.kind == lex.TypePerson && s.d.lists.Marks(t.Fold[:size])&lex.MarkDict == 0 {
			return true
		}
		if n, ok := words[t.Fold[size:]]; ok && n.kind == lex.TypePerson && s.d.lists.Marks(t.Fold[size:])&lex.MarkDict == 0 {
			return true
		}
	}
	return false
}

// familyComma finds a family name with the given name behind a comma, as lists
// and forms have it: "Ward, Bridget (granny)", "REES, D. & M."
func (s *scene) familyComma(p int, words map[string]named) {
	ts := s.pg.tokens
	for i := 0; i+2 < len(ts); i++ {
		t, comma, given := &ts[i], &ts[i+1], &ts[i+2]
		if t.Kind != lex.KindWord || comma.Fold != "," || comma.Gap || given.Lines > 0 || given.Kind != lex.KindWord || t.Own || given.Own || t.Runes < 2 || t.Has(lex.MarkRole|lex.MarkTitle) && !t.Has(lex.MarkNamed) || t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkCountry|lex.MarkWeekday|lex.MarkMonth|lex.MarkDemonym|lex.MarkAllow) || endsPlace(ts, i) {
			continue
		}
		n := after(s.pg, i+2, 1)
		family := words[t.Fold]
		sure := family.kind == lex.TypePerson && !t.Has(lex.MarkFirst|lex.MarkWordFirst) && t.Capital() == given.Capital() && (n == nil || n.Fold != ",")
		listed := t.Capital() && given.Shape == lex.ShapeTitle && t.Has(lex.MarkLast|lex.MarkWordLast) && (t.Place >= lex.Soft || closed(ts, i)) &&
			(n == nil || n.Lines > 0 || n.Fold == "(" || n.Fold == "," && !s.capitalAt(i+4))
		switch {
		case given.Runes == 1 && given.Shape == lex.ShapeUpper && t.Capital() && (sure || t.Has(lex.MarkLast|lex.MarkWordLast) || t.Shape == lex.ShapeUpper) && n != nil && n.Fold == ".":
			s.d.note(p, i, s.moreInitials(i+3), "name.family-first")
		case given.Has(lex.MarkFirst|lex.MarkWordFirst) && !given.Has(lex.MarkFunction) && (sure && (given.Capital() || given.Stranger()) || listed):
			s.d.note(p, i, i+2, "name.family-first")
		}
	}
}

// endsPlace reports whether the token is what a place is, behind the name of it:
// "Corran Street", "Ashby House".
func endsPlace(ts []lex.Token, i int) bool {
	return ts[i].Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) && i > 0 && ts[i-1].Capital() && ts[i].Lines == 0
}

// closed reports whether what stands before the token ends another entry.
func closed(ts []lex.Token, i int) bool { return i > 0 && (ts[i-1].Fold == ")" || ts[i-1].Fold == ";") }

// moreInitials gives the last token of initials from the point at j: "D. & M."
func (s *scene) moreInitials(j int) int {
	ts := s.pg.tokens
	for j+2 < len(ts) {
		k := j + 1
		if (ts[k].Fold == "&" || ts[k].Is("and")) && k+1 < len(ts) {
			k++
		}
		if ts[k].Kind != lex.KindWord || ts[k].Runes != 1 || ts[k].Shape != lex.ShapeUpper || ts[k].Lines > 0 || k+1 >= len(ts) || ts[k+1].Fold != "." {
			break
		}
		j = k + 1
	}
	return j
}

// initialsKnown collects the initials of everybody found or registered: of each
// given name alone, and of full names together.
func (d *Reading) initialsKnown(o Options) map[string]bool {
	known := map[string]bool{}
	add := func(parts []string) {
		if len(parts) == 0 {
			return
		}
		known[parts[0][:1]] = true
		if len(parts) > 1 {
			all := ""
			for _, w := range parts {
				all += w[:1]
			}
			known[all] = true
			known[parts[0][:1]+parts[len(parts)-1][:1]] = true
		}
	}
	for _, person := range o.Register {
		for _, form := range person.Forms {
			add(strings.FieldsFunc(lex.Fold(form), func(r rune) bool { return r < 'a' || r > 'z' }))
		}
	}
	for p := range d.pages {
		d.fullNames(p, add)
	}
	return known
}

// fullNames hands the words of each name on the page to add, those that stand
// side by side together.
func (d *Reading) fullNames(p int, add func([]string)) {
	ts := d.pages[p].tokens
	named := d.desk.marksOf(len(ts))
	for _, c := range d.pages[p].found {
		for i := tokenAt(&d.pages[p], c.Start); c.Kind == lex.TypePerson && c.Weight >= MaskAt && i < len(ts) && ts[i].Start < c.End; i++ {
			named[i] = true
		}
	}
	var parts []string
	for i := range ts {
		t := &ts[i]
		if !named[i] || t.Lines > 0 {
			add(parts)
			parts = nil
		}
		if named[i] && t.Kind == lex.KindWord && t.Capital() && t.Runes > 1 && t.Fold[0] >= 'a' && t.Fold[0] <= 'z' && !t.Has(lex.MarkTitle) && !t.Own && len(parts) < 6 {
			parts = append(parts, t.Fold)
		}
	}
	add(parts)
}
