package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Range is a passage of the text in bytes; To is behind the last.
type Range struct{ From, To int }

// Find returns every place where the text says query, without regard to case,
// accents and the form of apostrophes, in order and not overlapping. Blanks at
// the query's ends count. An empty query is nowhere.
func (f *Field) Find(query string) []Range {
	wanted := string(foldText(query).bytes)
	if wanted == "" {
		return nil
	}
	folded := foldText(f.Text())
	var found []Range
	for at := 0; ; {
		i := strings.Index(folded.string()[at:], wanted)
		if i < 0 {
			return found
		}
		from := at + i
		at = from + len(wanted)
		if one := (Range{folded.place(from), folded.place(at)}); folded.whole(from) && folded.whole(at) {
			found = append(found, one)
		}
	}
}

// folded is a text made comparable. Runs say how its places lie in the original:
// in each, both go on byte by byte.
type folded struct {
	bytes []byte
	runs  []run
	text  string
	end   int // the original's length
}

// run begins at a place of the folded text, which comes from a place of the
// original. A run that is split comes from the middle of a rune.
type run struct {
	folded, original int
	split            bool
}

func (f *folded) string() string {
	if f.text == "" {
		f.text = string(f.bytes)
	}
	return f.text
}

// foldText folds rune by rune: decomposed, without marks, in lower case.
func foldText(s string) *folded {
	f := &folded{bytes: make([]byte, 0, len(s)), end: len(s)}
	f.runs = append(f.runs, run{})
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			f.bytes = append(f.bytes, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		f.rune(r, s[i:i+n], i)
		i += n
		f.runs = append(f.runs, run{folded: len(f.bytes), original: i})
	}
	return f
}

// rune adds what a rune outside ASCII is folded to.
func (f *folded) rune(r rune, s string, at int) {
	f.runs = append(f.runs, run{folded: len(f.bytes), original: at})
	switch r {
	case '‘', '’', 'ʼ', '′':
		f.bytes = append(f.bytes, '\'')
		return
	case '“', '”':
		f.bytes = append(f.bytes, '"')
		return
	case 'ß':
		s = "ss"
	}
	before := len(f.bytes)
	for _, part := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, part) {
			f.bytes = utf8.AppendRune(f.bytes, unicode.ToLower(part))
		}
	}
	for i := before + 1; i < len(f.bytes); i++ {
		f.runs = append(f.runs, run{folded: i, original: at, split: true})
	}
}

// at returns the last run that begins at or before a place of the folded text.
func (f *folded) at(place int) run {
	lo, hi := 0, len(f.runs)
	for lo+1 < hi {
		if mid := (lo + hi) / 2; f.runs[mid].folded <= place {
			lo = mid
		} else {
			hi = mid
		}
	}
	return f.runs[lo]
}

// place returns the place of the original. Marks that were folded away belong to
// the letter in front of them.
func (f *folded) place(at int) int {
	r := f.at(at)
	return min(r.original+at-r.folded, f.end)
}

// whole reports whether a place does not cut a rune of the original.
func (f *folded) whole(at int) bool { return !f.at(at).split }

// CountWords returns how many words the text has: what stands between blanks and
// has a letter or a figure.
func (f *Field) CountWords() int {
	n, inside := 0, false
	for _, r := range f.Text() {
		switch {
		case unicode.IsSpace(r):
			inside = false
		case !inside && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			n, inside = n+1, true
		}
	}
	return n
}
