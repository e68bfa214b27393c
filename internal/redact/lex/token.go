package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is made of.
type Kind uint8

const (
	KindPunct  Kind = iota // one sign
	KindWord               // letters, with inner apostrophes
	KindNumber             // digits
	KindMixed              // letters and digits
)

// Shape says how a word is written.
type Shape uint8

const (
	ShapeLower Shape = iota // "anna"
	ShapeTitle              // "Anna", "O'Neill", "McCrindle"
	ShapeUpper              // "ANNA"; a single capital is upper too
	ShapeMixed              // "iPhone", "DoLS"
)

// Place says how strongly where a token stands explains a capital by itself.
type Place uint8

const (
	Inner    Place = iota // within a sentence
	Soft                  // after an opening bracket, quote or colon
	Sentence              // first of a sentence
	Line                  // first of a line
)

// Token is a word, number or sign of a text, with what the lists say of it.
type Token struct {
	Start, End int // bytes
	Mark       Mark
	Fold       string
	Runes      uint16 // at most manyRunes
	Lines      uint8  // line breaks before, at most 9
	Kind       Kind
	Shape      Shape
	Place      Place
	Gap        bool // white space before
	Poss       bool // followed by 's or a bare apostrophe
	Taken      bool // covered by a pattern's finding
	Stays      bool // part of an allowed phrase
	Own        bool // an earlier replacement
	Heading    bool // its line is a heading in title case
	Shout      bool // its line is in capitals
}

// manyRunes is the most runes a token counts.
const manyRunes = 1<<16 - 1

// Has reports whether the token carries any of the marks.
func (t *Token) Has(m Mark) bool { return t.Mark&m != 0 }

// Wordlike reports whether the token is made of letters.
func (t *Token) Wordlike() bool { return t.Kind == KindWord }

// Is reports whether the token, folded, is the word.
func (t *Token) Is(word string) bool { return t.Fold == word }

// Capital reports whether a capital stands in the word.
func (t *Token) Capital() bool { return t.Shape != ShapeLower }

// Stranger reports whether no English dictionary holds the word.
func (t *Token) Stranger() bool { return t.Mark&MarkDict == 0 }

// Leave takes the token out of every reading: it is a replacement that an
// earlier one put in.
func (t *Token) Leave() {
	t.Mark, t.Stays, t.Taken, t.Own, t.Fold, t.Runes = 0, true, true, true, "\x00", 3
}

// Tokenize cuts text into tokens, which it appends to out, and looks each word
// up.
func (l *Lists) Tokenize(text string, out []Token) []Token {
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
			out = append(out, Token{Start: at, End: at + size, Fold: text[at : at+size]})
			at += size
		}
		last := &out[len(out)-1]
		last.Gap, last.Lines = gap, lines
		lines, gap = 0, false
	}
	for i := range out {
		out[i].Place = PlaceOf(out, i)
	}
	return out
}

// letters counts what a word is made of while it is read.
type letters struct {
	all, upper, lower, digits int
	first, last               bool // the first sign is a capital, and the last
}

func (c *letters) count(r rune, at int) {
	c.last = false
	switch {
	case unicode.IsDigit(r):
		c.digits++
	case unicode.IsUpper(r):
		c.all++
		c.upper++
		c.first, c.last = c.first || at == 0, true
	default:
		c.all++
		c.lower++
	}
}

func (c *letters) kind() Kind {
	switch {
	case c.digits == 0:
		return KindWord
	case c.all == 0:
		return KindNumber
	}
	return KindMixed
}

func (c *letters) shape() Shape {
	switch {
	case c.upper == 0:
		return ShapeLower
	case c.lower == 0:
		return ShapeUpper
	case c.first && (!c.last || c.all > 6):
		return ShapeTitle
	}
	return ShapeMixed
}

// word appends the word or number at the offset and gives the offset behind it,
// past a possessive or a contracted verb.
func (l *Lists) word(out *[]Token, text string, at int) int {
	t := Token{Start: at}
	var c letters
	end, tail := at, 0
scan:
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			c.count(r, end-at)
		case unicode.Is(unicode.Mn, r) || r == '\u200d':
		case Apostrophe(r) && joinsLetters(text, end, size) && c.all > 0 && possessive(text, end+size):
			t.Poss, tail = true, size+1
			break scan
		case Apostrophe(r) && joinsLetters(text, end, size) && c.all > 1 && contraction(text, end+size) > 0:
			tail = size + contraction(text, end+size)
			break scan
		case Apostrophe(r) && joinsLetters(text, end, size):
		default:
			t.Poss = Apostrophe(r) && c.all > 0
			break scan
		}
		end += size
	}
	t.End, t.Runes, t.Kind, t.Shape = end, uint16(min(c.all+c.digits, manyRunes)), c.kind(), c.shape()
	if t.Shape == ShapeMixed && mutated(text[at:end]) {
		t.Shape = ShapeTitle
	}
	t.Fold = Fold(text[at:end])
	l.look(&t)
	*out = append(*out, t)
	return end + tail
}

// mutated reports whether the word begins with a small letter that Irish puts
// before a capital: "tSaoir", "hEadhra", "nDéise".
func mutated(word string) bool {
	return len(word) > 4 && strings.IndexByte("thngbmd", word[0]) >= 0 && 'A' <= word[1] && word[1] <= 'Z' && strings.ToLower(word[2:]) == word[2:]
}

// look gives the token the marks of its word.
func (l *Lists) look(t *Token) {
	if t.Kind == KindNumber {
		return
	}
	t.Mark = l.lex.marks(t.Fold)
	if i := strings.IndexByte(t.Fold, '\''); i >= 0 {
		t.Mark |= l.lex.marks(t.Fold[:i]+t.Fold[i+1:]) &^ MarkDict
		if strings.HasSuffix(t.Fold, "n't") || strings.HasPrefix(t.Fold, "i'") {
			t.Mark = t.Mark&^MarkNamed | MarkFunction
		}
	}
}

// contraction gives the size of "ll", "re", "ve", "d" or "m" where it stands
// alone at the offset: "Sam'll" is Sam.
func contraction(text string, at int) int {
	for _, c := range [...]string{"ll", "re", "ve", "d", "m"} {
		if strings.HasPrefix(text[at:], c) && !LetterAfter(text, at+len(c)) {
			return len(c)
		}
	}
	return 0
}

// Apostrophe reports whether r is one, straight or typeset.
func Apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʻ' || r == 'ʼ' }

func joinsLetters(text string, at, size int) bool {
	next, _ := utf8.DecodeRuneInString(text[at+size:])
	return unicode.IsLetter(next)
}

// possessive reports whether the letter s stands alone at the offset.
func possessive(text string, at int) bool {
	if at >= len(text) || text[at] != 's' && text[at] != 'S' {
		return false
	}
	return !LetterAfter(text, at+1)
}

// PlaceOf says where in its sentence the token stands.
func PlaceOf(ts []Token, i int) Place {
	if i == 0 || ts[i].Lines > 0 {
		return Line
	}
	prev := &ts[i-1]
	if prev.Kind != KindPunct {
		return Inner
	}
	switch prev.Fold {
	case ".":
		if i >= 2 && abbreviation(&ts[i-2], prev) {
			return Inner
		}
		return Sentence
	case "!", "?", "•", "*", "…":
		return Sentence
	case "\"", "“", "(", "[", ":", ";", "‘", "'", "—", "–", "/", ">", "=":
		if prev.Place >= Sentence && prev.Fold != "/" {
			return prev.Place
		}
		return Soft
	case "-":
		if prev.Place == Line {
			return Line
		}
		if ts[i].Gap {
			return Soft
		}
	case ")":
		if i >= 2 && ts[i-2].Kind == KindNumber && (i < 3 || ts[i-3].Place == Line || ts[i-2].Place == Line) {
			return Line
		}
	}
	return Inner
}

// wholeTitles are short titles that are no abbreviations.
var wholeTitles = SetOf("lord lady dame miss judge canon elder aunt uncle aunty nana nurse coach imam rabbi guru bhai sir major garda tia tio don pan pani madam frau herr mulla mufti")

// abbreviation reports whether the point after t ends no sentence.
func abbreviation(t, point *Token) bool {
	if point.Gap || t.Kind == KindNumber && t.Place == Line {
		return false
	}
	if t.Has(MarkTitle) && (t.Runes <= 5 && !wholeTitles.Has(t.Fold)) || t.Runes == 1 && t.Capital() {
		return true
	}
	switch t.Fold {
	case "no", "st", "vs", "eg", "ie", "etc", "approx", "ref", "tel", "ext", "c", "w", "re", "acc", "dept", "const", "sgt", "pos":
		return t.Fold != "no" && t.Fold != "etc" || t.Capital()
	}
	return false
}
