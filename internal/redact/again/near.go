package again

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// nearForms finds what stands for a name that is known without being it:
// misspelt, as it sounds, by its initials, spelled out, or with the family name
// first.
func (s finder) nearForms(words map[string]named, near near, initials map[string]bool) {
	covered := s.Within((*evidence.Candidate).Masked)
	for i := 0; i < len(s.Tokens); i++ {
		if covered[i] || s.Tokens[i].Own {
			continue
		}
		if end := s.spelled(i); end > i {
			s.Note(evidence.NameSpelled, i, end, lex.TypePerson)
			i = end
			continue
		}
		switch {
		case s.misspelt(i, &near.slips):
			s.Note(evidence.NameNear, i, i, lex.TypePerson)
		case s.known(i, initials):
			s.Note(evidence.NameKnownInitials, i, s.pointed(i), lex.TypePerson)
		default:
			if end := s.sounds(i, near); end >= i {
				s.Note(evidence.NameSound, i, end, lex.TypePerson)
			} else if start, end, kind := s.glued(i, words); end > start {
				s.Add(evidence.NameHandle.At(start, end, kind))
			} else if s.handled(i, words) {
				s.Note(evidence.NameHandle, i, i, lex.TypeID)
			}
		}
	}
	s.familyComma(words)
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

// nearTo gathers what is near the people among words. Names of more than 24 bytes are
// left out, as misspelt ones of them are; shorter ones than nearLeast only sound alike.
// It takes the words in order, so that of two that sound alike the same one stands for
// both each time.
func nearTo(words map[string]named, sorted []string) near {
	forms, count := 0, 0
	for w, n := range words {
		if n.kind == lex.TypePerson && len(w) <= 24 && len(w) >= nearLeast {
			forms, count = forms+len(w)+1, count+1
		}
	}
	index := near{lex.NewSlips(count, forms), map[string]string{}, map[int]string{}}
	for _, w := range sorted {
		if words[w].kind != lex.TypePerson || len(w) > 24 {
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
func (s finder) misspelt(i int, index *lex.Slips) bool {
	t := &s.Tokens[i]
	if t.Kind != lex.KindWord || int(t.Runes) < nearLeast || t.Runes > 24 || !t.Stranger() || t.Stays || t.Has(page.Staying|lex.MarkPlace|lex.MarkCountry) || t.Shape == lex.ShapeUpper && !s.Tokens[i].Shout && t.Runes < 6 {
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
func (s finder) known(i int, initials map[string]bool) bool {
	t := &s.Tokens[i]
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
		prev := s.Before(i, 1)
		return !t.Has(lex.MarkLetters|lex.MarkAllow|lex.MarkCommon|lex.MarkTitle|lex.MarkFunction) && !s.Tokens[i].Shout && (prev == nil || prev.Kind != lex.KindNumber)
	}
	prev, next := s.Prev(i), s.Next(i)
	if t.Is("i") || t.Is("a") && t.Place >= lex.Sentence && !t.Poss || s.Tokens[i].Shout {
		return false
	}
	// These, and letters behind a unit, a flat or "plan", mean much else, so that
	// only "C's mum" speaks of a person.
	if t.Is("c") || t.Is("k") || t.Is("x") || prev != nil && (prev.Has(lex.MarkOrgHead|lex.MarkUnit) || prev.Kind == lex.KindNumber || page.Flats.Has(prev.Fold) || labelled(prev)) {
		return t.Poss && next != nil && next.Has(lex.MarkKin|lex.MarkRole)
	}
	switch {
	case t.Poss:
		return true
	case next != nil && next.Has(lex.MarkSpeech) && next.Shape == lex.ShapeLower:
		return true
	case next != nil && next.Fold == "." && !next.Gap:
		n := s.After(i, 2)
		return n != nil && n.Lines == 0 && (n.Fold == "(" || n.Shape == lex.ShapeLower && n.Kind == lex.KindWord) || prev != nil && prev.Has(lex.MarkContact|lex.MarkKin)
	case next != nil && next.Fold == "(":
		n := s.After(i, 2)
		return n != nil && (n.Has(lex.MarkKin|lex.MarkRole) || n.Kind == lex.KindNumber)
	}
	return prev != nil && (page.DirectContact.Has(prev.Fold) || prev.Has(lex.MarkKin|lex.MarkNaming)) && prev.Shape == lex.ShapeLower
}

// titled reports whether a title stands before a single capital, or a relative in
// brackets behind its point: "Mrs. B", "J. (her ex)".
func (s finder) titled(i int) bool {
	prev, point, open, who := s.Prev(i), s.After(i, 1), s.After(i, 2), s.After(i, 3)
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
func (s finder) pointed(i int) int {
	if n := s.After(i, 1); n != nil && n.Fold == "." && !n.Gap && s.Tokens[i].Runes == 1 {
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
// Points alone make initials. Letters apart by spaces must be capitals, and in a note
// that was dictated three of them do.
func (s finder) spelled(i int) int {
	ts := s.Tokens
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
	if s.Spoken && count >= spelledLeast-1 && sign == "" {
		return last
	}
	if count < spelledLeast || sign == "" && ts[last].Shape != lex.ShapeUpper || sign == "." {
		return i
	}
	return last
}

// handled reports whether a word that no dictionary knows begins or ends with a
// known name and goes on, as what people call themselves on the net.
// The name has three letters at least and is no English word; the rest has three, too:
// "tobiplays" where Tobi is known.
func (s finder) handled(i int, words map[string]named) bool {
	t := &s.Tokens[i]
	if t.Kind == lex.KindPunct || t.Kind == lex.KindNumber || t.Runes < 6 || t.Runes > 32 || !t.Stranger() || t.Capital() && t.Kind == lex.KindWord || t.Stays || t.Has(lex.MarkAllow|lex.MarkNamed|lex.MarkPlace|lex.MarkDemonym) {
		return false
	}
	for size := 3; size <= len(t.Fold)-3; size++ {
		if n, ok := words[t.Fold[:size]]; ok && n.kind == lex.TypePerson && s.Lists.Marks(t.Fold[:size])&lex.MarkDict == 0 {
			return true
		}
		if n, ok := words[t.Fold[size:]]; ok && n.kind == lex.TypePerson && s.Lists.Marks(t.Fold[size:])&lex.MarkDict == 0 {
			return true
		}
	}
	return false
}

// familyComma finds a family name with the given name behind a comma, as lists
// and forms have it: "Ward, Bridget (granny)", "REES, D. & M."
func (s finder) familyComma(words map[string]named) {
	ts := s.Tokens
	for i := 0; i+2 < len(ts); i++ {
		t, comma, given := &ts[i], &ts[i+1], &ts[i+2]
		if t.Kind != lex.KindWord || comma.Fold != "," || comma.Gap || given.Lines > 0 || given.Kind != lex.KindWord || t.Own || given.Own || t.Runes < 2 || t.Has(lex.MarkRole|lex.MarkTitle) && !t.Has(lex.MarkNamed) || t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkCountry|lex.MarkWeekday|lex.MarkMonth|lex.MarkDemonym|lex.MarkAllow) || endsPlace(ts, i) {
			continue
		}
		n := s.After(i+2, 1)
		family := words[t.Fold]
		sure := family.kind == lex.TypePerson && !t.Has(lex.MarkFirst|lex.MarkWordFirst) && t.Capital() == given.Capital() && (n == nil || n.Fold != ",")
		listed := t.Capital() && given.Shape == lex.ShapeTitle && t.Has(lex.MarkLast|lex.MarkWordLast) && (t.Place >= lex.Soft || closed(ts, i)) &&
			(n == nil || n.Lines > 0 || n.Fold == "(" || n.Fold == "," && !s.CapitalAt(i+4))
		switch {
		case given.Runes == 1 && given.Shape == lex.ShapeUpper && t.Capital() && (sure || t.Has(lex.MarkLast|lex.MarkWordLast) || t.Shape == lex.ShapeUpper) && n != nil && n.Fold == ".":
			s.Note(evidence.NameFamilyFirst, i, s.moreInitials(i+3), lex.TypePerson)
		case given.Has(lex.MarkFirst|lex.MarkWordFirst) && !given.Has(lex.MarkFunction) && (sure && (given.Capital() || given.Stranger()) || listed):
			s.Note(evidence.NameFamilyFirst, i, i+2, lex.TypePerson)
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
func (s finder) moreInitials(j int) int {
	ts := s.Tokens
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
// A registered "Tobi K. Selvan" is known as "T", "TKS" and "TS".
func initialsKnown(ps page.Pages, o page.Options) map[string]bool {
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
	for p := range ps {
		fullNames(&ps[p], add)
	}
	return known
}

// fullNames hands the words of each name on the page to add, those that stand
// side by side together.
func fullNames(pg *page.Page, add func([]string)) {
	ts := pg.Tokens
	named := peopleOn(pg)
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
