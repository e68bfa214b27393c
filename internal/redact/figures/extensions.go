package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// extensions takes what is dialled behind a telephone number along with it ("0177 x
// 12"), and finds it alone between signs ("Elem. x214").
func extensions(pg *page.Page) {
	for n := range pg.Found {
		c := &pg.Found[n]
		if c.Kind != lex.TypePhone && (c.Kind != lex.TypeID || len(lex.DigitsOf(pg.Text[c.Start:c.End])) < 9) {
			continue
		}
		i := pg.TokenAt(c.End)
		if i < len(pg.Tokens) && pg.Tokens[i].Fold == "," {
			i++
		}
		word, number := pg.After(i, 0), pg.After(i, 1)
		if number == nil || word.Lines > 0 || !extensionWords.Has(word.Fold) {
			continue
		}
		if number.Fold == "." {
			number = pg.After(i, 2)
		}
		if number != nil && number.Lines == 0 && number.Kind == lex.KindNumber && number.Runes <= 5 && !number.Taken {
			c.End, number.Taken = number.End, true
		}
	}
	for i := range pg.Tokens {
		t, prev, next := &pg.Tokens[i], pg.Before(i, 1), pg.After(i, 1)
		if t.Kind == lex.KindMixed && !t.Taken && t.Runes >= 4 && t.Runes <= 6 && t.Fold[0] == 'x' && strings.Trim(t.Fold[1:], "0123456789") == "" &&
			prev != nil && prev.Kind == lex.KindPunct && (next == nil || next.Lines > 0 || next.Kind == lex.KindPunct) {
			pg.Take(evidence.PhoneExtension, i, i, lex.TypePhone)
		}
	}
}

var extensionWords = lex.SetOf("x ext extn extension")
