package redact

import (
	"slices"
	"strings"
)

// A replacement that stands in a text, from an earlier reading or a finished
// copy, is left alone by every detector: ownWords knows it by its form, whoever
// wrote it, and spareOwn cuts it out of whatever was found around it.

// ownRoles are the roles that a label's letter follows: "Parent A".
var ownRoles = setOf("parent child grandparent worker person partner relative sibling doctor officer friend mate neighbour neighbor client carer")

// ownWords marks what an earlier pass put in: invented names, "Parent A",
// "[place]", and the codes of the register.
func (d *reading) ownWords(p int, o Options) {
	registered, codes := ownNames(o)
	pg := &d.pages[p]
	ts := pg.tokens
	for i := range ts {
		t := &ts[i]
		if t.own {
			continue
		}
		last := -1
		switch {
		case t.fold == "[":
			last = ownBracket(pg, i)
		case t.capital() && (aliasWords[t.fold] || aliasWords[strings.TrimSuffix(t.fold, "s")]) && !registered[t.fold]:
			last = i
			d.standing[strings.TrimSuffix(t.fold, "s")] = true
			if i+1 < len(ts) && ownLetter(&ts[i+1]) && ts[i+1].runes == 1 && !ts[i+1].is("i") {
				last++
			}
		case t.capital() && ownRoles[t.fold] && i+1 < len(ts) && ownLetter(&ts[i+1]):
			last = i + 1
		default:
			last = ownCode(pg, i, codes[t.fold])
		}
		for j := i; j <= last; j++ {
			ts[j].leave()
			pg.own = true
		}
	}
	if pg.own {
		for i := 1; i < len(ts); i++ {
			ts[i].place = placeOf(ts, i)
		}
	}
}

// ownNames gives the words of the register's names, and its codes by their
// first word. A code that holds one of those words says too much to be left.
func ownNames(o Options) (registered map[string]bool, codes map[string][]string) {
	registered, codes = map[string]bool{}, map[string][]string{}
	for _, person := range o.Register {
		for _, f := range person.Forms {
			for _, w := range nameWords(f) {
				registered[w] = true
			}
		}
	}
	for _, person := range o.Register {
		words := nameWords(person.Code)
		if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return registered[w] }) {
			codes[words[0]] = append(codes[words[0]], strings.TrimSpace(person.Code))
		}
	}
	return registered, codes
}

// ownCode gives the last token of the code that stands at i, or -1. Words that
// say what their neighbour is (mum, nurse) are never left out of a reading.
func ownCode(pg *page, i int, codes []string) int {
	for _, code := range codes {
		at := pg.tokens[i].start
		if !strings.HasPrefix(pg.text[at:], code) || letterAfter(pg.text, at+len(code)) && letterBefore(code, len(code)) {
			continue
		}
		last := i
		for last+1 < len(pg.tokens) && pg.tokens[last+1].start < at+len(code) {
			last++
		}
		if last > i || !pg.tokens[i].has(markKin|markRole|markTitle|markFunction|markSpeech|markContact|markNaming) {
			return last
		}
	}
	return -1
}

// ownLetter reports whether the token is the letter behind a role: A, A2, or As
// where the text left out an apostrophe.
func ownLetter(t *token) bool {
	if t.lines > 0 || t.runes > 2 || !t.capital() || t.fold[0] <= '9' {
		return false
	}
	return t.runes == 1 || t.kind == kindMixed || t.fold[1] == 's'
}

// leave takes a token out of the scan.
func (t *token) leave() {
	t.mark, t.stays, t.taken, t.own, t.fold, t.runes = 0, true, true, true, "\x00", 3
}

// ownBracket gives the last token of the bracket that begins at i, or -1.
func ownBracket(pg *page, i int) int {
	for _, b := range brackets {
		if strings.HasPrefix(pg.text[pg.tokens[i].start:], b) {
			end := pg.tokens[i].start + len(b)
			for i < len(pg.tokens) && pg.tokens[i].end < end {
				i++
			}
			return i
		}
	}
	return -1
}

// spareOwn cuts own words out of what was found, and drops what names nothing
// without them.
func (d *reading) spareOwn() {
	if !slices.ContainsFunc(d.pages, func(pg page) bool { return pg.own }) {
		return
	}
	var found []candidate
	for _, c := range d.found {
		if !d.pages[c.part].own {
			found = append(found, c)
			continue
		}
		found = d.pages[c.part].apart(c, found)
	}
	d.found = found
}

// apart appends what remains of the candidate between own words.
func (pg *page) apart(c candidate, found []candidate) []candidate {
	at, cut := c.start, false
	add := func(end int) {
		if at < end && letterOrDigit(pg.text[at:end]) {
			piece := c
			piece.start, piece.end = trim(pg.text, at, end)
			found = append(found, piece)
		}
	}
	for i := max(tokenAt(pg, c.start)-1, 0); i < len(pg.tokens) && pg.tokens[i].start < c.end; i++ {
		if t := &pg.tokens[i]; t.own && pg.tailEnd(i) > c.start {
			add(min(t.start, c.end))
			at, cut = max(at, pg.tailEnd(i)), true
		}
	}
	if !cut {
		return append(found, c)
	}
	add(c.end)
	return found
}

// tailEnd gives the end of token i with the possessive that hangs on it.
func (pg *page) tailEnd(i int) int {
	next := len(pg.text)
	if i+1 < len(pg.tokens) {
		next = pg.tokens[i+1].start
	}
	end := pg.tokens[i].end
	return end + len(strings.TrimSpace(pg.text[end:next]))
}

// trim takes signs and white space off the ends of a stretch.
func trim(text string, start, end int) (int, int) {
	cut := text[start:end]
	first := strings.IndexFunc(cut, wordRune)
	for end > start && !letterBefore(text, end) {
		end--
	}
	return start + first, end
}
