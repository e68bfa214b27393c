package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind says what a token is made of.
type kind uint8

const (
	kindPunct  kind = iota // one sign
	kindWord               // letters, with inner apostrophes
	kindNumber             // digits
	kindMixed              // letters and digits
)

// shape says how a word is written.
type shape uint8

const (
	lower shape = iota // "anna"
	title              // "Anna", "O'Neill", "McCrindle"
	upper              // "ANNA"; a single capital is upper too
	mixed              // "iPhone"
)

// start says how strongly a token's place explains a capital by itself.
type start uint8

const (
	inner    start = iota // within a sentence
	soft                  // after an opening bracket, quote or colon
	sentence              // first of a sentence
	line                  // first of a line
)

// token is a word, number or sign of a text, with what the lists say of it.
type token struct {
	start, end int // bytes
	mark       mark
	fold       string
	runes      uint16 // at most manyRunes
	lines      uint8  // line breaks before, at most 9
	kind       kind
	shape      shape
	place      start
	gap        bool // white space before
	poss       bool // followed by 's or a bare apostrophe
	taken      bool // covered by a pattern's finding
	stays      bool // part of an allowed phrase
	own        bool // an earlier replacement
}

// manyRunes is the most runes a token counts.
const manyRunes = 1<<16 - 1

func (t *token) has(m mark) bool  { return t.mark&m != 0 }
func (t *token) wordlike() bool   { return t.kind == kindWord }
func (t *token) is(r string) bool { return t.fold == r }
func (t *token) capital() bool    { return t.shape != lower }
func (t *token) stranger() bool   { return t.mark&markDict == 0 }

// tokenize cuts text into tokens, which it appends to out, and looks each word
// up.
func (l *Lists) tokenize(text string, out []token) []token {
	lines, gap := uint8(1), false
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsSpace(r):
			if r == '\n' {
				lines = min(lines+1, 9)
			}
			gap = true
			at += size
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			at = l.word(&out, text, at)
		default:
			out = append(out, token{start: at, end: at + size, fold: text[at : at+size]})
			at += size
		}
		last := &out[len(out)-1]
		last.gap, last.lines = gap, lines
		lines, gap = 0, false
	}
	for i := range out {
		out[i].place = placeOf(out, i)
	}
	return out
}

// letters counts what a word is made of while it is read.
type letters struct {
	all, upper, lower, digits int
	first                     bool // the first sign is a capital
}

func (c *letters) count(r rune, at int) {
	switch {
	case unicode.IsDigit(r):
		c.digits++
	case unicode.IsUpper(r):
		c.all++
		c.upper++
		c.first = c.first || at == 0
	default:
		c.all++
		c.lower++
	}
}

func (c *letters) kind() kind {
	switch {
	case c.digits == 0:
		return kindWord
	case c.all == 0:
		return kindNumber
	}
	return kindMixed
}

func (c *letters) shape() shape {
	switch {
	case c.upper == 0:
		return lower
	case c.lower == 0:
		return upper
	case c.first:
		return title
	}
	return mixed
}

// word appends the word or number at the offset and gives the offset behind it,
// past a possessive or a contracted verb.
func (l *Lists) word(out *[]token, text string, at int) int {
	t := token{start: at}
	var c letters
	end, tail := at, 0
scan:
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			c.count(r, end-at)
		case unicode.Is(unicode.Mn, r) || r == '\u200d':
		case apostrophe(r) && joinsLetters(text, end, size) && c.all > 0 && possessive(text, end+size):
			t.poss, tail = true, size+1
			break scan
		case apostrophe(r) && joinsLetters(text, end, size) && c.all > 1 && contraction(text, end+size) > 0:
			tail = size + contraction(text, end+size)
			break scan
		case apostrophe(r) && joinsLetters(text, end, size):
		default:
			t.poss = apostrophe(r) && c.all > 0
			break scan
		}
		end += size
	}
	t.end, t.runes, t.kind, t.shape = end, uint16(min(c.all+c.digits, manyRunes)), c.kind(), c.shape()
	t.fold = fold(text[at:end])
	l.look(&t)
	*out = append(*out, t)
	return end + tail
}

// look gives the token the marks of its word.
func (l *Lists) look(t *token) {
	if t.kind == kindNumber {
		return
	}
	t.mark = l.lex.marks(t.fold)
	if i := strings.IndexByte(t.fold, '\''); i >= 0 {
		t.mark |= l.lex.marks(t.fold[:i]+t.fold[i+1:]) &^ markDict
		if strings.HasSuffix(t.fold, "n't") || strings.HasPrefix(t.fold, "i'") {
			t.mark = t.mark&^markNamed | markFunction
		}
	}
}

// contraction gives the size of "ll", "re", "ve", "d" or "m" where it stands
// alone at the offset: "Sam'll" is Sam.
func contraction(text string, at int) int {
	for _, c := range [...]string{"ll", "re", "ve", "d", "m"} {
		if strings.HasPrefix(text[at:], c) && !letterAfter(text, at+len(c)) {
			return len(c)
		}
	}
	return 0
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʻ' || r == 'ʼ' }

func joinsLetters(text string, at, size int) bool {
	next, _ := utf8.DecodeRuneInString(text[at+size:])
	return unicode.IsLetter(next)
}

// possessive reports whether the letter s stands alone at the offset.
func possessive(text string, at int) bool {
	if at >= len(text) || text[at] != 's' && text[at] != 'S' {
		return false
	}
	return !letterAfter(text, at+1)
}

// placeOf says where in its sentence the token stands.
func placeOf(ts []token, i int) start {
	if i == 0 || ts[i].lines > 0 {
		return line
	}
	prev := &ts[i-1]
	if prev.kind != kindPunct {
		return inner
	}
	switch prev.fold {
	case ".":
		if i >= 2 && abbreviation(&ts[i-2], prev) {
			return inner
		}
		return sentence
	case "!", "?", "•", "*", "…":
		return sentence
	case "\"", "“", "(", "[", ":", ";", "‘", "'", "—", "–", "/", ">", "=":
		if prev.place >= sentence && prev.fold != "/" {
			return prev.place
		}
		return soft
	case "-":
		if prev.place == line {
			return line
		}
		if ts[i].gap {
			return soft
		}
	case ")":
		if i >= 2 && ts[i-2].kind == kindNumber && (i < 3 || ts[i-3].place == line || ts[i-2].place == line) {
			return line
		}
	}
	return inner
}

// abbreviation reports whether the point after t ends no sentence.
func abbreviation(t, point *token) bool {
	if point.gap || t.kind == kindNumber && t.place == line {
		return false
	}
	if t.has(markTitle) || t.runes == 1 && t.capital() {
		return true
	}
	switch t.fold {
	case "no", "st", "vs", "eg", "ie", "etc", "approx", "ref", "tel", "ext", "c", "w", "re", "acc", "dept", "const", "sgt", "pos":
		return t.fold != "no" && t.fold != "etc" || t.capital()
	}
	return false
}
