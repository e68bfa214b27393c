package detect

import (
	"slices"
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/pseudonym"
)

// A replacement that stands in a text, from an earlier reading or a finished
// copy, is left alone by every detector: ownWords knows it by its form, whoever
// wrote it, and spareOwn cuts it out of whatever was found around it.

// ownRoles are the roles that a label's letter follows: "Parent A".
var ownRoles = lex.SetOf("parent child grandparent worker person partner relative sibling doctor officer friend mate neighbour neighbor client carer")

// ownWords marks what an earlier pass put in: invented names, "Parent A",
// "[place]", and the codes of the register.
func (d *Reading) ownWords(pg *page.Page, o page.Options) {
	registered, codes := d.ownNames(o)
	ts := pg.Tokens
	for i := range ts {
		t := &ts[i]
		if t.Own {
			continue
		}
		last := -1
		switch {
		case t.Fold == "[":
			last = ownBracket(pg, i)
		case t.Is("day"):
			last = ownDay(ts, i)
		case t.Capital() && (pseudonym.AliasWords.Has(t.Fold) || pseudonym.AliasWords.Has(strings.TrimSuffix(t.Fold, "s"))) && !registered[t.Fold]:
			last = i
			d.Standing[strings.TrimSuffix(t.Fold, "s")] = true
			if i+1 < len(ts) && ownLetter(&ts[i+1]) && ts[i+1].Runes == 1 && !ts[i+1].Is("i") {
				last++
			}
		case t.Capital() && ownRoles.Has(t.Fold) && i+1 < len(ts) && ownLetter(&ts[i+1]):
			last = i + 1
		default:
			last = ownCode(pg, i, codes[t.Fold])
		}
		for j := i; j <= last; j++ {
			ts[j].Leave()
			pg.Own = true
		}
	}
	if pg.Own {
		for i := 1; i < len(ts); i++ {
			ts[i].Place = lex.PlaceOf(ts, i)
		}
	}
}

// ownNames gives the words of the register's names, and its codes by their
// first word. A code that holds one of those words says too much to be left.
func (d *Reading) ownNames(o page.Options) (registered map[string]bool, codes map[string][]string) {
	registered, codes = map[string]bool{}, map[string][]string{}
	for _, person := range o.Register {
		for _, f := range person.Forms {
			for _, w := range lex.NameWords(d.lists.See(f).Text) {
				registered[w] = true
			}
		}
	}
	for _, person := range o.Register {
		words := lex.NameWords(d.lists.See(person.Code).Text)
		if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return registered[w] }) {
			codes[words[0]] = append(codes[words[0]], strings.TrimSpace(d.lists.See(person.Code).Text))
		}
	}
	return registered, codes
}

// ownCode gives the last token of the code that stands at i, or -1. Words that
// say what their neighbour is (mum, nurse) are never left out of a reading.
func ownCode(pg *page.Page, i int, codes []string) int {
	for _, code := range codes {
		at := pg.Tokens[i].Start
		if !strings.HasPrefix(pg.Text[at:], code) || lex.LetterAfter(pg.Text, at+len(code)) && lex.LetterBefore(code, len(code)) {
			continue
		}
		last := i
		for last+1 < len(pg.Tokens) && pg.Tokens[last+1].Start < at+len(code) {
			last++
		}
		if last > i || !pg.Tokens[i].Has(lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkFunction|lex.MarkSpeech|lex.MarkContact|lex.MarkNaming) {
			return last
		}
	}
	return -1
}

// ownDay gives the last token of a day that was made general, "day in early May"
// or "day in mid-May", or -1. What stands behind it would else read as its number.
func ownDay(ts []lex.Token, i int) int {
	if i+3 >= len(ts) || !ts[i+1].Is("in") || ts[i+3].Lines > 0 {
		return -1
	}
	month := i + 3
	switch {
	case ts[i+2].Is("early"), ts[i+2].Is("late"):
	case ts[i+2].Is("mid") && ts[i+3].Fold == "-" && i+4 < len(ts) && !ts[i+4].Gap:
		month++
	default:
		return -1
	}
	if !slices.Contains(lex.MonthNames, ts[month].Fold) || ts[month].Shape != lex.ShapeTitle {
		return -1
	}
	return month
}

// ownLetter reports whether the token is the letter behind a role: A, A2, or As
// where the text left out an apostrophe.
// A digit alone is none: "Parent 2" is somebody's own way to count.
func ownLetter(t *lex.Token) bool {
	if t.Lines > 0 || t.Runes > 2 || !t.Capital() || t.Fold[0] <= '9' {
		return false
	}
	return t.Runes == 1 || t.Kind == lex.KindMixed || t.Fold[1] == 's'
}

// ownBracket gives the last token of the bracket that begins at i, or -1.
func ownBracket(pg *page.Page, i int) int {
	for _, b := range pseudonym.Brackets {
		if strings.HasPrefix(pg.Text[pg.Tokens[i].Start:], b) {
			end := pg.Tokens[i].Start + len(b)
			for i < len(pg.Tokens) && pg.Tokens[i].End < end {
				i++
			}
			return i
		}
	}
	return -1
}

// spareOwn cuts own words out of what was found, and drops what names nothing
// without them.
func (d *Reading) spareOwn() {
	for p := range d.pages {
		pg := &d.pages[p]
		if !pg.Own {
			continue
		}
		found := make([]evidence.Candidate, 0, len(pg.Found)+len(pg.Found)/8)
		for _, c := range pg.Found {
			found = withoutOwn(pg, c, found)
		}
		pg.Found = found
	}
}

// withoutOwn appends what remains of the candidate between own words.
// A possessive goes with the own word; a piece without a letter or digit is dropped.
func withoutOwn(pg *page.Page, c evidence.Candidate, found []evidence.Candidate) []evidence.Candidate {
	at, cut := c.Start, false
	add := func(end int) {
		if at < end && lex.LetterOrDigit(pg.Text[at:end]) {
			piece := c
			piece.Start, piece.End = trim(pg.Text, at, end)
			found = append(found, piece)
		}
	}
	for i := max(pg.TokenAt(c.Start)-1, 0); i < len(pg.Tokens) && pg.Tokens[i].Start < c.End; i++ {
		if t := &pg.Tokens[i]; t.Own && pg.WordEnd(i) > c.Start {
			add(min(t.Start, c.End))
			at, cut = max(at, pg.WordEnd(i)), true
		}
	}
	if !cut {
		return append(found, c)
	}
	add(c.End)
	return found
}

// trim takes signs and white space off the ends of a stretch.
func trim(text string, start, end int) (int, int) {
	cut := text[start:end]
	first := strings.IndexFunc(cut, lex.WordRune)
	for end > start && !lex.LetterBefore(text, end) {
		end--
	}
	return start + first, end
}
