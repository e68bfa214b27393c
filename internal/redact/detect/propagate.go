package detect

import (
	"maps"
	"slices"
	"strings"

	"aftershift/internal/redact/lex"
)

// named is what is known of a word that names somebody or something in this
// document.
type named struct {
	kind       lex.Type
	registered bool // in the user's register or in Known
	met        bool // in Known alone
}

// reasonMet is for a name that was masked in another copy for the same reader.
const reasonMet = "You masked it in another copy for the same reader."

// propagate catches every further occurrence of what was found, in any part and
// any case, and everything in the register.
func (d *Reading) propagate(o Options) {
	words := d.wordsFound()
	forms := registerWords(o, words, d.lists)
	sorted := slices.Sorted(maps.Keys(words))
	for p := range d.pages {
		d.wholeForms(p, forms)
		d.echo(p, words)
	}
	if d.besideKnown() {
		found := d.wordsFound()
		maps.Copy(found, words)
		words, sorted = found, slices.Sorted(maps.Keys(found))
		for p := range d.pages {
			d.echo(p, words)
		}
	}
	for p := range d.pages {
		d.cutFinds(p, words, sorted)
		d.registeredInitials(p, o)
	}
	initials, near := d.initialsKnown(o), nearTo(words)
	for p := range d.pages {
		d.nearForms(p, words, near, initials)
	}
}

// wordsFound collects the words of the names found so far.
func (d *Reading) wordsFound() map[string]named {
	words := map[string]named{}
	for _, c := range d.all() {
		if c.Weight < MaskAt || c.Kind != lex.TypePerson && c.Kind != lex.TypeLocation && c.Kind != lex.TypeOrg {
			continue
		}
		pg := &d.pages[c.Part]
		for i := tokenAt(pg, c.Start); i < len(pg.tokens) && pg.tokens[i].Start < c.End; i++ {
			t := &pg.tokens[i]
			if !t.Wordlike() || t.Runes < 2 || !spreads(t, c.Kind) {
				continue
			}
			if _, ok := words[t.Fold]; !ok || c.Kind == lex.TypePerson {
				words[t.Fold] = named{kind: c.Kind}
			}
		}
	}
	return words
}

// spreads reports whether a word of a found name stands for it alone.
func spreads(t *lex.Token, kind lex.Type) bool {
	if t.Has(lex.MarkTitle|lex.MarkKin|lex.MarkAllow|lex.MarkLetters|lex.MarkMonth|lex.MarkWeekday|lex.MarkDemonym) && !t.Has(lex.MarkNamed) || particle(t.Fold) {
		return false
	}
	if kind == lex.TypePerson {
		return !t.Has(lex.MarkFunction) || t.Has(lex.MarkWordFirst) && t.Runes >= 3
	}
	return t.Stranger() && !t.Has(lex.MarkOrgHead|lex.MarkGround|lex.MarkStreet|lex.MarkBuilding) && t.Runes >= 3
}

// registerWords adds the register's words to words and gives its forms of
// several words, folded, by first word.
func registerWords(o Options, words map[string]named, lists *lex.Lists) map[string][][]string {
	forms := map[string][][]string{}
	add := func(form string, met bool) {
		var parts []string
		for _, t := range lists.Tokenize(lists.See(form).Text, nil) {
			if t.Kind != lex.KindWord {
				continue
			}
			parts = append(parts, t.Fold)
			if t.Runes >= 2 && !t.Has(lex.MarkTitle|lex.MarkKin|lex.MarkRole|lex.MarkAllow|lex.MarkWeekday) && !particle(t.Fold) && !(t.Has(lex.MarkCommon) && t.Mark&(lex.MarkNamed|lex.MarkPlace|lex.MarkWordPlace) == 0) {
				words[t.Fold] = named{kind: lex.TypePerson, registered: true, met: met}
			}
		}
		if len(parts) > 1 {
			forms[parts[0]] = append(forms[parts[0]], parts[1:])
		} else if len(parts) == 1 && len(parts[0]) > 1 {
			words[parts[0]] = named{kind: lex.TypePerson, registered: true, met: met}
		}
	}
	for _, k := range o.Known {
		add(k, true)
	}
	for _, person := range o.Register {
		for _, f := range person.Forms {
			add(f, false)
		}
	}
	return forms
}

// wholeForms finds registered forms of several words.
func (d *Reading) wholeForms(p int, forms map[string][][]string) {
	ts := d.pages[p].tokens
	for i := range ts {
		for _, rest := range forms[ts[i].Fold] {
			if end := formEnd(ts, i, rest); end > i {
				d.add(registeredForm.at(p, ts[i].Start, ts[end].End, lex.TypePerson))
			}
		}
	}
}

// formEnd gives the last token of the form that begins at i, or -1. Signs and
// line breaks between its words don't matter.
func formEnd(ts []lex.Token, i int, rest []string) int {
	for _, w := range rest {
		i++
		for i < len(ts) && ts[i].Kind == lex.KindPunct && strings.Contains("-.'’", ts[i].Fold) {
			i++
		}
		if i >= len(ts) || ts[i].Fold != w || ts[i].Lines > 2 {
			return -1
		}
	}
	return i
}

// echo finds single words that are known to name.
func (d *Reading) echo(p int, words map[string]named) {
	s := d.scenes[p]
	covered := d.covered(p)
	for i := range s.pg.tokens {
		t := &s.pg.tokens[i]
		if t.Kind == lex.KindPunct || t.Kind == lex.KindNumber || t.Runes < 2 {
			continue
		}
		n, ok := words[t.Fold]
		end := t.End
		if !ok && strings.HasSuffix(t.Fold, "s") && t.Runes > 3 && (!t.Has(lex.MarkCommon|lex.MarkUsual) || s.ofFamily(i)) {
			if n, ok = words[t.Fold[:len(t.Fold)-1]]; ok {
				end--
			} else {
				n, ok = words[strings.TrimSuffix(t.Fold, "es")]
			}
		}
		if !ok || covered[i] && !n.registered {
			continue
		}
		if by, w := s.echoWeight(i, n, words); w >= dim {
			c := by.at(p, t.Start, end, n.kind)
			c.Weight = w
			if n.registered {
				c.Detector, c.Reason = "name.register", "It is in your register."
				if n.met {
					c.Reason = reasonMet
				}
			}
			d.add(c)
		}
	}
}

// covered says which tokens of the page lie in a finding that will be masked.
func (d *Reading) covered(p int) []bool {
	pg := &d.pages[p]
	out := d.desk.marksOf(len(pg.tokens))
	for _, c := range pg.found {
		if c.Weight < MaskAt {
			continue
		}
		for i := tokenAt(pg, c.Start); i < len(pg.tokens) && pg.tokens[i].Start < c.End; i++ {
			out[i] = true
		}
	}
	return out
}

// echoWeight says how surely the word at i means what it meant elsewhere, and by
// which row: a common word in lower case usually doesn't.
func (s *scene) echoWeight(i int, n named, words map[string]named) (row, float64) {
	t := &s.pg.tokens[i]
	var by row
	switch {
	case t.Stays && (t.Mark == lex.MarkAllow || t.Mark&lex.MarkNamed == 0 && !n.registered):
		return none, 0
	case t.Capital() && t.Stranger():
		by = echoCapital
	case t.Capital() && s.place(i) <= lex.Soft && !(s.pg.tokens[i].Shout && t.Shape == lex.ShapeUpper):
		by = echoInside
	case t.Capital():
		by = s.startEcho(i, n)
	case t.Stranger():
		by = echoStranger
	default:
		return echoLower, s.lowerEcho(i, n, words)
	}
	if n.registered && registered[by] != none {
		by = registered[by]
	}
	return by, by.weight()
}

// registered gives the rows for names of the register in place of those for
// names that were found.
var registered = map[row]row{echoCapital: echoCapitalRegistered, echoInside: echoInsideRegistered, echoStranger: echoStrangerRegistered, echoStart: echoStartRegistered, echoStartActs: echoStartRegistered}

// startEcho is for a word that the sentence's start may have capitalised.
func (s *scene) startEcho(i int, n named) row {
	t, next := &s.pg.tokens[i], s.next(i)
	if s.modal(i) {
		return echoModal
	}
	if t.Has(lex.MarkFunction) && !(t.Poss || next != nil && (next.Has(lex.MarkSpeech) || next.Kind == lex.KindPunct && strings.Contains(",(:;/&", next.Fold))) {
		return echoFunction
	}
	if t.Poss || next != nil && (next.Has(lex.MarkSpeech) || next.Kind == lex.KindPunct || next.Capital()) {
		return echoStartActs
	}
	return echoStart
}

// lowerEcho is for an English word in lower case that is also known as a name.
func (s *scene) lowerEcho(i int, n named, words map[string]named) float64 {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	if t.Has(lex.MarkFunction) && !n.registered {
		return 0
	}
	w := echoLower.weight()
	if t.Has(lex.MarkCommon) {
		w = echoLowerCommon.weight()
	}
	if t.Runes <= 2 && t.Has(lex.MarkDict) && !t.Has(lex.MarkWordFirst) {
		return 0
	}
	if s.lower {
		w += echoLowerText.weight()
	}
	family := n.registered && s.ofFamily(i)
	if n.registered {
		w += echoLowerRegistered.weight()
		if !t.Has(lex.MarkCommon | lex.MarkUsual) {
			w += echoLowerSeldom.weight()
		}
	}
	if family {
		w += echoLowerFamily.weight()
	}
	if n.registered && (s.didLower(i, prev, next) || s.pairLower(i, words)) {
		w += echoLowerSubject.weight()
	}
	if prev != nil {
		switch {
		case family: // an article belongs to the family
		case n.registered && s.namedLower(i, prev, next), directContact.Has(prev.Fold) && !(prev.Is("with") && massNouns.Has(t.Fold)) || prev.Has(lex.MarkKin|lex.MarkTitle) && !prev.Has(lex.MarkRole):
			w += echoLowerMet.weight()
		case prev.Is("and") || prev.Is("&"):
			w += echoLowerAnd.weight()
		case prev.Is("the") || prev.Is("a") || prev.Is("an") || prev.Is("my") || prev.Is("of") || prev.Is("no") || prev.Is("some") || prev.Is("any") || prev.Is("in") || prev.Is("to") || prev.Is("this") || prev.Is("that") || prev.Has(lex.MarkFunction) && !prev.Has(lex.MarkContact):
			w += echoLowerArticle.weight()
		}
	}
	if next != nil && next.Has(lex.MarkSpeech) && !t.Has(lex.MarkFunction) && (next.Has(lex.MarkContact) || !next.Has(lex.MarkFunction)) {
		w += echoLowerActs.weight()
	} else if next != nil && next.Has(lex.MarkSpeech) && !t.Has(lex.MarkFunction) {
		w += echoLowerIs.weight()
	}
	if t.Poss {
		w += echoLowerPossessive.weight()
	} else if next != nil && massNouns.Has(t.Fold) && next.Shape == lex.ShapeLower && next.Kind == lex.KindWord && next.Has(lex.MarkDict) && !next.Has(lex.MarkFunction|lex.MarkSpeech|lex.MarkContact) && !family {
		w += echoLowerArticle.weight() // "art therapy"
	}
	return w
}

// ofFamily reports whether the word stands before what belongs to somebody's
// family: "the khan kids", "khans house".
func (s *scene) ofFamily(i int) bool {
	next := s.next(i)
	if next == nil || next.Lines > 0 {
		return false
	}
	return relatives.Has(next.Fold) || familyHomes.Has(next.Fold) && !massNouns.Has(s.pg.tokens[i].Fold)
}

// didLower reports whether the word begins its clause and what somebody did stands
// behind it in the past, which no verb like "will" has behind it: "will kicked
// off", "then grant slammed it".
func (s *scene) didLower(i int, prev, next *lex.Token) bool {
	t := &s.pg.tokens[i]
	if next == nil || next.Shape != lex.ShapeLower || massNouns.Has(t.Fold) || !(personal.Has(next.Fold) || strings.HasSuffix(next.Fold, "ed") && next.Runes > 4 && next.Has(lex.MarkDict)) {
		return false
	}
	return prev == nil || t.Lines > 0 || prev.Kind == lex.KindPunct || clauseHeads.Has(prev.Fold)
}

// pairLower reports whether "and" joins the word to another of the register:
// "grant and drew".
func (s *scene) pairLower(i int, words map[string]named) bool {
	for _, step := range [2]int{-1, 1} {
		and, other := i+step, i+2*step
		if other < 0 || other >= len(s.pg.tokens) || s.pg.tokens[max(i, and)].Lines > 0 || s.pg.tokens[max(and, other)].Lines > 0 {
			continue
		}
		if a := &s.pg.tokens[and]; (a.Is("and") || a.Fold == "&") && words[s.pg.tokens[other].Fold].registered {
			return true
		}
	}
	return false
}

// namedLower reports whether a name in lower case stands where a person does:
// behind a verb of giving and before what is given ("gave joy her letter"), behind
// whom somebody talks to ("talked to hope"), or is with ("sat with grace").
func (s *scene) namedLower(i int, prev, next *lex.Token) bool {
	if i < 2 || s.pg.tokens[i-1].Lines > 0 || s.pg.tokens[i].Lines > 0 {
		return false
	}
	before, mass := &s.pg.tokens[i-2], massNouns.Has(s.pg.tokens[i].Fold)
	closes := s.closes(next) || next != nil && (closing.Has(next.Fold) || next.Lines > 0)
	switch {
	case givers.Has(prev.Fold):
		return next != nil && given.Has(next.Fold)
	case prev.Is("to"):
		return talkers.Has(before.Fold) && closes
	case prev.Is("with"):
		return meets.Has(before.Fold) && closes && !(mass && next != nil && next.Is("and"))
	case prev.Is("for"):
		return !mass && papers.Has(before.Fold)
	}
	return false
}

// The words that such places are made of: verbs of giving and what begins the
// thing given, of talking and of being with somebody, papers and the like that
// are for somebody, and what may follow a name.
var (
	givers  = lex.SetOf("gave give gives giving handed showed sent send sends lent offered brought bought told asked made read got owes owed promised taught")
	given   = lex.SetOf("her his their a an the my our your it this that some back both two another")
	talkers = lex.SetOf("talked talk talking talks spoke speak speaking speaks said listened listening wrote lied apologised apologized replied explained introduced chatted letter email text call message visit visits card note apology")
	meets   = lex.SetOf("sat sit sitting met meet meeting session sessions visit visits lives lived live living stay stays stayed staying time call chat supervision contact appointment work working worked walk walked play played home alone day")
	papers  = lex.SetOf("notes note letter letters report reports form forms file files referral appointment room bed place cared caring assessment plan plans meeting review call present card chair")
	closing = lex.SetOf("until for on about again when while after before yesterday today tomorrow are is was were too first last then that how if because but")

	// clauseHeads begin a clause whose subject follows.
	clauseHeads = lex.SetOf("and then but when because while so if since that until before after as today yesterday again later")

	relatives   = lex.SetOf("kids kid family families household boy boys girl girls lad lads twins twin mum mam mom dad nan gran brother brothers sister sisters children child baby babies son sons daughter daughters clan lot")
	familyHomes = lex.SetOf("house home flat place")

	// massNouns are names that stand as well without an article for what they mean.
	massNouns = lex.SetOf("hope faith joy grace harmony prudence charity mercy peace patience verity clarity honor honour constance felicity unity liberty love summer autumn winter spring ginger amber jade ruby pearl crystal " +
		"olive basil sage rosemary holly ivy heather jet coral ebony blue art happiness comfort glory precious destiny innocent justice chance bliss")
)

// directContact are verbs whose object is a person.
var directContact = lex.SetOf("rang ring ringing phoned phone told tell telling asked ask asking texted text texting txt emailed email messaged message met meet with called " +
	"thanked thank hugged visited saw reminded warned informed invited supervised shadowed")

// registeredInitials finds two or three capitals that are somebody's in the
// register.
func (d *Reading) registeredInitials(p int, o Options) {
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
		if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes >= 2 && t.Runes <= 3 && !t.Stays && initials[t.Fold] {
			d.add(registerInitials.at(p, t.Start, t.End, lex.TypePerson))
		}
	}
}

func initialsOf(form string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(lex.Fold(form)) {
		b.WriteByte(w[0])
	}
	return b.String()
}
