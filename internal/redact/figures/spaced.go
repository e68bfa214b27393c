package figures

import (
	"regexp"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// spacedLeast is how many single letters and digits make a code that is typed or
// read out sign by sign.
// spacedMost is how many are read at once, and the longest that can be found.
const (
	spacedLeast = 5
	spacedMost  = 24
)

// spacedPostcode is a postcode of Britain or Canada, spacedCode a reference of four
// digits to twelve, with letters before or behind. Digits alone are left to groups.
var (
	spacedPostcode = regexp.MustCompile(`^(?:[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}|[a-z]\d[a-z]\d[a-z]\d)$`)
	spacedCode     = regexp.MustCompile(`^[a-z]{0,4}\d{4,12}[a-z]{0,2}$`)
)

// spacedOut finds postcodes and references with a space between all signs: "L S 9
// 7 Z Z", "Q Q 1 2 3 4 5 6 C".
func spacedOut(pg *page.Page) {
	ts := pg.Tokens
	var room [spacedMost]byte
	for i := 0; i+spacedLeast <= len(ts); i++ {
		if !single(&ts[i]) || ts[i].Taken || !single(&ts[i+1]) {
			continue
		}
		code := append(room[:0], ts[i].Fold[0])
		for j := i + 1; j < len(ts) && len(code) < spacedMost && single(&ts[j]) && ts[j].Lines == 0 && ts[j].Gap && !ts[j].Taken; j++ {
			code = append(code, ts[j].Fold[0])
		}
		for n := len(code); n >= spacedLeast; n-- {
			if w, kind := spacedRow(code[:n]); w != evidence.None {
				pg.Take(w, i, i+n-1, kind)
				break
			}
		}
		i += len(code) - 1
	}
}

// spacedRow says what the signs make together.
func spacedRow(code []byte) (evidence.Row, lex.Type) {
	switch {
	case spacedPostcode.Match(code):
		return evidence.RulePlacePostcodeUk, lex.TypeLocation
	case spacedCode.Match(code) && (code[0] > '9' || code[len(code)-1] > '9'):
		return evidence.CodeSpaced, lex.TypeID
	}
	return evidence.None, ""
}

// single reports whether the token is one letter or digit of ASCII.
func single(t *lex.Token) bool {
	return t.Runes == 1 && len(t.Fold) == 1 && (t.Kind == lex.KindWord || t.Kind == lex.KindNumber)
}

// letterBehind takes the one or two capitals that end a reference whose parts stand
// apart: "A 12 34 56 B".
// A state's letters belong to an address, "A" before a small word is an article.
func letterBehind(pg *page.Page, c *evidence.Candidate) {
	i := pg.TokenAt(c.End)
	if i >= len(pg.Tokens) || c.Detector != "id.groups" {
		return
	}
	t := &pg.Tokens[i]
	if t.Kind != lex.KindWord || t.Runes > 2 || t.Runes == 2 && t.Has(lex.MarkDict|lex.MarkLetters|lex.MarkUnit) || lex.StateLetters.Has(t.Fold) || t.Shape != lex.ShapeUpper || t.Lines > 0 || t.Taken || t.Is("i") || t.Is("a") && i+1 < len(pg.Tokens) && pg.Tokens[i+1].Shape == lex.ShapeLower && pg.Tokens[i+1].Kind == lex.KindWord {
		return
	}
	c.End, t.Taken = t.End, true
}
