package again

import (
	"maps"
	"slices"
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
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

// finder is a page while known names are looked for on it.
type finder struct{ *page.Page }

// Find catches every further occurrence of what was found, in any part and
// any case, and everything in the register.
func Find(ps page.Pages, lists *lex.Lists, o page.Options) {
	words := wordsFound(ps)
	forms := registerWords(o, words, lists)
	sorted := slices.Sorted(maps.Keys(words))
	for p := range ps {
		wholeForms(&ps[p], forms)
		finder{&ps[p]}.echo(words)
	}
	if besideKnown(ps) {
		found := wordsFound(ps)
		maps.Copy(found, words)
		words, sorted = found, slices.Sorted(maps.Keys(found))
		for p := range ps {
			finder{&ps[p]}.echo(words)
		}
	}
	for p := range ps {
		cutFinds(&ps[p], words, sorted)
		registeredInitials(&ps[p], o)
	}
	initials, near := initialsKnown(ps, o), nearTo(words, sorted)
	for p := range ps {
		finder{&ps[p]}.nearForms(words, near, initials)
	}
}

// wordsFound collects the words of the names found so far.
// Only what will be masked counts, and a person before a place of the same name.
func wordsFound(ps page.Pages) map[string]named {
	words := map[string]named{}
	for pg, c := range ps.All() {
		if !c.Masked() || c.Kind != lex.TypePerson && c.Kind != lex.TypeLocation && c.Kind != lex.TypeOrg {
			continue
		}
		for i := pg.TokenAt(c.Start); i < len(pg.Tokens) && pg.Tokens[i].Start < c.End; i++ {
			t := &pg.Tokens[i]
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
	if t.Has(lex.MarkTitle|lex.MarkKin|lex.MarkAllow|lex.MarkLetters|lex.MarkMonth|lex.MarkWeekday|lex.MarkDemonym) && !t.Has(lex.MarkNamed) || page.Particle(t.Fold) {
		return false
	}
	if kind == lex.TypePerson {
		return !t.Has(lex.MarkFunction) || t.Has(lex.MarkWordFirst) && t.Runes >= 3
	}
	return t.Stranger() && !t.Has(lex.MarkOrgHead|lex.MarkGround|lex.MarkStreet|lex.MarkBuilding) && t.Runes >= 3
}

// registerWords adds the register's words to words and gives its forms of
// several words, folded, by first word.
// A form of one word counts whatever it means, as somebody chose it; in longer forms
// titles, kin, particles and common words that name nobody don't.
func registerWords(o page.Options, words map[string]named, lists *lex.Lists) map[string][][]string {
	forms := map[string][][]string{}
	add := func(form string, met bool) {
		var parts []string
		for _, t := range lists.Tokenize(lists.See(form).Text, nil) {
			if t.Kind != lex.KindWord {
				continue
			}
			parts = append(parts, t.Fold)
			if t.Runes >= 2 && !t.Has(lex.MarkTitle|lex.MarkKin|lex.MarkRole|lex.MarkAllow|lex.MarkWeekday) && !page.Particle(t.Fold) && !(t.Has(lex.MarkCommon) && t.Mark&(lex.MarkNamed|lex.MarkPlace|lex.MarkWordPlace) == 0) {
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
func wholeForms(pg *page.Page, forms map[string][][]string) {
	ts := pg.Tokens
	for i := range ts {
		for _, rest := range forms[ts[i].Fold] {
			if end := formEnd(ts, i, rest); end > i {
				pg.Note(evidence.RegisteredForm, i, end, lex.TypePerson)
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
// A plural stands for the name too: "the Selvans", "the Joneses".
func (s finder) echo(words map[string]named) {
	covered := s.Within((*evidence.Candidate).Masked)
	for i := range s.Tokens {
		t := &s.Tokens[i]
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
		if by, w := s.echoWeight(i, n, words); w >= evidence.Dim {
			c := by.At(t.Start, end, n.kind)
			c.Weight = w
			if n.registered {
				c.Detector, c.Reason = "name.register", "It is in your register."
				if n.met {
					c.Reason = reasonMet
				}
			}
			s.Add(c)
		}
	}
}

// echoWeight says how surely the word at i means what it meant elsewhere, and by
// which row: a common word in lower case usually doesn't.
func (s finder) echoWeight(i int, n named, words map[string]named) (evidence.Row, float64) {
	t := &s.Tokens[i]
	var by evidence.Row
	switch {
	case t.Stays && (t.Mark == lex.MarkAllow || t.Mark&lex.MarkNamed == 0 && !n.registered):
		return evidence.None, 0
	case t.Capital() && t.Stranger():
		by = evidence.EchoCapital
	case t.Capital() && s.Place(i) <= lex.Soft && !(s.Tokens[i].Shout && t.Shape == lex.ShapeUpper):
		by = evidence.EchoInside
	case t.Capital():
		by = s.startEcho(i, n)
	case t.Stranger():
		by = evidence.EchoStranger
	default:
		return evidence.EchoLower, s.lowerEcho(i, n, words)
	}
	if n.registered && registered[by] != evidence.None {
		by = registered[by]
	}
	return by, by.Weight()
}

// registered gives the rows for names of the register in place of those for
// names that were found.
var registered = map[evidence.Row]evidence.Row{evidence.EchoCapital: evidence.EchoCapitalRegistered, evidence.EchoInside: evidence.EchoInsideRegistered, evidence.EchoStranger: evidence.EchoStrangerRegistered, evidence.EchoStart: evidence.EchoStartRegistered, evidence.EchoStartActs: evidence.EchoStartRegistered}

// startEcho is for a word that the sentence's start may have capitalised.
func (s finder) startEcho(i int, n named) evidence.Row {
	t, next := &s.Tokens[i], s.Next(i)
	if s.Modal(i) {
		return evidence.EchoModal
	}
	if t.Has(lex.MarkFunction) && !(t.Poss || next != nil && (next.Has(lex.MarkSpeech) || next.Kind == lex.KindPunct && strings.Contains(",(:;/&", next.Fold))) {
		return evidence.EchoFunction
	}
	if t.Poss || next != nil && (next.Has(lex.MarkSpeech) || next.Kind == lex.KindPunct || next.Capital()) {
		return evidence.EchoStartActs
	}
	return evidence.EchoStart
}

// lowerEcho is for an English word in lower case that is also known as a name.
func (s finder) lowerEcho(i int, n named, words map[string]named) float64 {
	t, prev, next := &s.Tokens[i], s.Prev(i), s.Next(i)
	if t.Has(lex.MarkFunction) && !n.registered {
		return 0
	}
	w := evidence.EchoLower.Weight()
	if t.Has(lex.MarkCommon) {
		w = evidence.EchoLowerCommon.Weight()
	}
	if t.Runes <= 2 && t.Has(lex.MarkDict) && !t.Has(lex.MarkWordFirst) {
		return 0
	}
	if s.Lower {
		w += evidence.EchoLowerText.Weight()
	}
	family := n.registered && s.ofFamily(i)
	if n.registered {
		w += evidence.EchoLowerRegistered.Weight()
		if !t.Has(lex.MarkCommon | lex.MarkUsual) {
			w += evidence.EchoLowerSeldom.Weight()
		}
	}
	if family {
		w += evidence.EchoLowerFamily.Weight()
	}
	if n.registered && (s.didLower(i, prev, next) || s.pairLower(i, words)) {
		w += evidence.EchoLowerSubject.Weight()
	}
	if prev != nil {
		switch {
		case family: // an article belongs to the family
		case n.registered && s.namedLower(i, prev, next), page.DirectContact.Has(prev.Fold) && !(prev.Is("with") && massNouns.Has(t.Fold)) || prev.Has(lex.MarkKin|lex.MarkTitle) && !prev.Has(lex.MarkRole):
			w += evidence.EchoLowerMet.Weight()
		case prev.Is("and") || prev.Is("&"):
			w += evidence.EchoLowerAnd.Weight()
		case prev.Is("the") || prev.Is("a") || prev.Is("an") || prev.Is("my") || prev.Is("of") || prev.Is("no") || prev.Is("some") || prev.Is("any") || prev.Is("in") || prev.Is("to") || prev.Is("this") || prev.Is("that") || prev.Has(lex.MarkFunction) && !prev.Has(lex.MarkContact):
			w += evidence.EchoLowerArticle.Weight()
		}
	}
	if next != nil && next.Has(lex.MarkSpeech) && !t.Has(lex.MarkFunction) && (next.Has(lex.MarkContact) || !next.Has(lex.MarkFunction)) {
		w += evidence.EchoLowerActs.Weight()
	} else if next != nil && next.Has(lex.MarkSpeech) && !t.Has(lex.MarkFunction) {
		w += evidence.EchoLowerIs.Weight()
	}
	if t.Poss {
		w += evidence.EchoLowerPossessive.Weight()
	} else if next != nil && massNouns.Has(t.Fold) && next.Shape == lex.ShapeLower && next.Kind == lex.KindWord && next.Has(lex.MarkDict) && !next.Has(lex.MarkFunction|lex.MarkSpeech|lex.MarkContact) && !family {
		w += evidence.EchoLowerArticle.Weight() // "art therapy"
	}
	return w
}

// ofFamily reports whether the word stands before what belongs to somebody's
// family: "the khan kids", "khans house".
func (s finder) ofFamily(i int) bool {
	next := s.Next(i)
	if next == nil || next.Lines > 0 {
		return false
	}
	return page.Relatives.Has(next.Fold) || page.FamilyHomes.Has(next.Fold) && !massNouns.Has(s.Tokens[i].Fold)
}

// didLower reports whether the word begins its clause and what somebody did stands
// behind it in the past, which no verb like "will" has behind it: "will kicked
// off", "then grant slammed it".
func (s finder) didLower(i int, prev, next *lex.Token) bool {
	t := &s.Tokens[i]
	if next == nil || next.Shape != lex.ShapeLower || massNouns.Has(t.Fold) || !(page.Personal.Has(next.Fold) || strings.HasSuffix(next.Fold, "ed") && next.Runes > 4 && next.Has(lex.MarkDict)) {
		return false
	}
	return prev == nil || t.Lines > 0 || prev.Kind == lex.KindPunct || clauseHeads.Has(prev.Fold)
}

// pairLower reports whether "and" joins the word to another of the register:
// "grant and drew".
func (s finder) pairLower(i int, words map[string]named) bool {
	for _, step := range [2]int{-1, 1} {
		and, other := i+step, i+2*step
		if other < 0 || other >= len(s.Tokens) || s.Tokens[max(i, and)].Lines > 0 || s.Tokens[max(and, other)].Lines > 0 {
			continue
		}
		if a := &s.Tokens[and]; (a.Is("and") || a.Fold == "&") && words[s.Tokens[other].Fold].registered {
			return true
		}
	}
	return false
}

// namedLower reports whether a name in lower case stands where a person does:
// behind a verb of giving and before what is given ("gave joy her letter"), behind
// whom somebody talks to ("talked to hope"), or is with ("sat with grace").
func (s finder) namedLower(i int, prev, next *lex.Token) bool {
	if i < 2 || s.Tokens[i-1].Lines > 0 || s.Tokens[i].Lines > 0 {
		return false
	}
	before, mass := &s.Tokens[i-2], massNouns.Has(s.Tokens[i].Fold)
	closes := s.Closes(next) || next != nil && (closing.Has(next.Fold) || next.Lines > 0)
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

	// massNouns are names that stand as well without an article for what they mean.
	massNouns = lex.SetOf("hope faith joy grace harmony prudence charity mercy peace patience verity clarity honor honour constance felicity unity liberty love summer autumn winter spring ginger amber jade ruby pearl crystal " +
		"olive basil sage rosemary holly ivy heather jet coral ebony blue art happiness comfort glory precious destiny innocent justice chance bliss")
)

// registeredInitials finds two or three capitals that are somebody's in the
// register.
func registeredInitials(pg *page.Page, o page.Options) {
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
	for i := range pg.Tokens {
		t := pg.Tokens[i]
		if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes >= 2 && t.Runes <= 3 && !t.Stays && initials[t.Fold] {
			pg.Note(evidence.RegisterInitials, i, i, lex.TypePerson)
		}
	}
}

// initialsOf gives the first byte of each of a form's words, in small letters.
func initialsOf(form string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(lex.Fold(form)) {
		b.WriteByte(w[0])
	}
	return b.String()
}
