package redact

import "strings"

// named is what is known of a word that names somebody or something in this
// document.
type named struct {
	kind       Type
	registered bool // in the user's register or in Known
}

// propagate catches every further occurrence of what was found, in any part and
// any case, and everything in the register.
func (d *reading) propagate(o Options) {
	words := d.wordsFound()
	forms := registerWords(o, words, d.lists)
	for p := range d.pages {
		d.wholeForms(p, forms)
		d.echo(p, words)
		d.registeredInitials(p, o)
	}
}

// wordsFound collects the words of the names found so far.
func (d *reading) wordsFound() map[string]named {
	words := map[string]named{}
	for _, c := range d.found {
		if c.weight < MaskAt || c.kind != TypePerson && c.kind != TypeLocation && c.kind != TypeOrg {
			continue
		}
		pg := &d.pages[c.part]
		for i := tokenAt(pg, c.start); i < len(pg.tokens) && pg.tokens[i].start < c.end; i++ {
			t := &pg.tokens[i]
			if !t.wordlike() || t.runes < 2 || !spreads(t, c.kind) {
				continue
			}
			if _, ok := words[t.fold]; !ok || c.kind == TypePerson {
				words[t.fold] = named{kind: c.kind}
			}
		}
	}
	return words
}

// spreads reports whether a word of a found name stands for it alone.
func spreads(t *token, kind Type) bool {
	if t.has(markTitle|markKin|markAllow|markLetters|markMonth|markWeekday|markDemonym) && !t.has(markNamed) || particle(t.fold) {
		return false
	}
	if kind == TypePerson {
		return !t.has(markFunction) || t.has(markWordFirst) && t.runes >= 3
	}
	return t.stranger() && !t.has(markOrgHead|markGround|markStreet|markBuilding) && t.runes >= 3
}

// registerWords adds the register's words to words and gives its forms of
// several words, folded, by first word.
func registerWords(o Options, words map[string]named, lists *Lists) map[string][][]string {
	forms := map[string][][]string{}
	add := func(form string, alone bool) {
		var parts []string
		for _, t := range lists.tokenize(form, nil) {
			if t.kind != kindWord {
				continue
			}
			parts = append(parts, t.fold)
			if t.runes >= 2 && !t.has(markTitle|markKin|markRole|markAllow) && !particle(t.fold) || alone && t.runes >= 2 {
				words[t.fold] = named{kind: TypePerson, registered: true}
			}
		}
		if len(parts) > 1 {
			forms[parts[0]] = append(forms[parts[0]], parts[1:])
		} else if len(parts) == 1 && len(parts[0]) > 1 {
			words[parts[0]] = named{kind: TypePerson, registered: true}
		}
	}
	for _, person := range o.Register {
		for _, f := range person.Forms {
			add(f, false)
		}
	}
	for _, k := range o.Known {
		add(k, false)
	}
	return forms
}

// wholeForms finds registered forms of several words.
func (d *reading) wholeForms(p int, forms map[string][][]string) {
	ts := d.pages[p].tokens
	for i := range ts {
		for _, rest := range forms[ts[i].fold] {
			if end := formEnd(ts, i, rest); end > i {
				d.found = append(d.found, candidate{p, ts[i].start, ts[end].end, TypePerson, 0.99, "name.register", "It is in your register."})
			}
		}
	}
}

// formEnd gives the last token of the form that begins at i, or -1. Signs and
// line breaks between its words don't matter.
func formEnd(ts []token, i int, rest []string) int {
	for _, w := range rest {
		i++
		for i < len(ts) && ts[i].kind == kindPunct && strings.Contains("-.'’", ts[i].fold) {
			i++
		}
		if i >= len(ts) || ts[i].fold != w || ts[i].lines > 2 {
			return -1
		}
	}
	return i
}

// echo finds single words that are known to name.
func (d *reading) echo(p int, words map[string]named) {
	s := d.scenes[p]
	covered := d.covered(p)
	for i := range s.pg.tokens {
		t := &s.pg.tokens[i]
		if t.kind == kindPunct || t.kind == kindNumber || t.runes < 2 {
			continue
		}
		n, ok := words[t.fold]
		end := t.end
		if !ok && strings.HasSuffix(t.fold, "s") && t.runes > 3 && !t.has(markCommon|markUsual) {
			if n, ok = words[t.fold[:len(t.fold)-1]]; ok {
				end--
			} else {
				n, ok = words[strings.TrimSuffix(t.fold, "es")]
			}
		}
		if !ok || covered[i] && !n.registered {
			continue
		}
		if w := s.echoWeight(i, n); w >= 0.3 {
			c := candidate{p, t.start, end, n.kind, w, "name.again", "It names somebody elsewhere in this document."}
			if n.registered {
				c.detector, c.reason = "name.register", "It is in your register."
			}
			d.found = append(d.found, c)
		}
	}
}

// covered says which tokens of the page lie in a finding that will be masked.
func (d *reading) covered(p int) []bool {
	pg := &d.pages[p]
	out := make([]bool, len(pg.tokens))
	for _, c := range d.found {
		if c.part != p || c.weight < MaskAt {
			continue
		}
		for i := tokenAt(pg, c.start); i < len(pg.tokens) && pg.tokens[i].start < c.end; i++ {
			out[i] = true
		}
	}
	return out
}

// echoWeight says how surely the word at i means what it meant elsewhere: a
// common word in lower case usually doesn't.
func (s *scene) echoWeight(i int, n named) float64 {
	t := &s.pg.tokens[i]
	sure := 0.85
	if n.registered {
		sure = 0.97
	}
	switch {
	case t.stays && t.mark&markNamed == 0 && !n.registered:
		return 0
	case t.capital() && t.stranger():
		return sure
	case t.capital() && s.place(i) <= soft && !(s.shout[i] && t.shape == upper):
		return sure - 0.05
	case t.capital():
		return s.startWeight(i, n)
	case t.stranger():
		return sure - 0.05
	}
	return s.lowerWeight(i, n)
}

// startWeight is for a word that the sentence's start may have capitalised.
func (s *scene) startWeight(i int, n named) float64 {
	t, next := &s.pg.tokens[i], s.next(i)
	if s.modal(i) {
		return 0.3
	}
	if t.has(markFunction) && !(t.poss || next != nil && (next.has(markSpeech) || next.kind == kindPunct && strings.Contains(",(:;/&", next.fold))) {
		return 0.35
	}
	if n.registered {
		return 0.88
	}
	if t.poss || next != nil && (next.has(markSpeech) || next.kind == kindPunct || next.capital()) {
		return 0.8
	}
	return 0.6
}

// lowerWeight is for an English word in lower case that is also known as a name.
func (s *scene) lowerWeight(i int, n named) float64 {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	if t.has(markFunction) && !n.registered {
		return 0
	}
	w := 0.3
	if t.has(markCommon) {
		w = 0.2
	}
	if t.runes <= 2 && t.has(markDict) && !t.has(markWordFirst) {
		return 0
	}
	if s.lower {
		w += 0.12
	}
	if n.registered {
		w += 0.1
	}
	if prev != nil {
		switch {
		case directContact[prev.fold] || prev.has(markKin|markTitle) && !prev.has(markRole):
			w += 0.3
		case prev.is("and") || prev.is("&"):
			w += 0.12
		case prev.is("the") || prev.is("a") || prev.is("an") || prev.is("my") || prev.is("of") || prev.is("no") || prev.is("some") || prev.is("any") || prev.is("in") || prev.is("to") || prev.is("this") || prev.is("that") || prev.has(markFunction) && !prev.has(markContact):
			w -= 0.3
		}
	}
	if next != nil && next.has(markSpeech) && !t.has(markFunction) && (next.has(markContact) || !next.has(markFunction)) {
		w += 0.3
	} else if next != nil && next.has(markSpeech) && !t.has(markFunction) {
		w += 0.12
	}
	if t.poss {
		w += 0.25
	}
	return w
}

// directContact are verbs whose object is a person.
var directContact = setOf("rang ring ringing phoned phone told tell telling asked ask asking texted text texting txt emailed email messaged message met meet with called " +
	"thanked thank hugged visited saw reminded warned informed invited supervised shadowed")

// registeredInitials finds two or three capitals that are somebody's in the
// register.
func (d *reading) registeredInitials(p int, o Options) {
	if len(o.Register) == 0 {
		return
	}
	initials := map[string]bool{}
	for _, person := range o.Register {
		for _, f := range person.Forms {
			if w := initialsOf(f); len(w) > 1 {
				initials[w] = true
			}
		}
	}
	for i := range d.pages[p].tokens {
		t := &d.pages[p].tokens[i]
		if t.kind == kindWord && t.shape == upper && t.runes >= 2 && t.runes <= 3 && !t.stays && initials[t.fold] {
			d.found = append(d.found, candidate{p, t.start, t.end, TypePerson, 0.55, "name.initials", "They are the initials of somebody in your register."})
		}
	}
}

func initialsOf(form string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(fold(form)) {
		b.WriteByte(w[0])
	}
	return b.String()
}
