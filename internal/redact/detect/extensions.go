package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// extensions takes what is dialled behind a telephone number along with it ("0177 x
// 12"), and finds it alone between signs ("Elem. x214").
func (d *Reading) extensions(p int) {
	pg := &d.pages[p]
	for n := range pg.found {
		c := &pg.found[n]
		if c.Kind != lex.TypePhone && (c.Kind != lex.TypeID || len(lex.DigitsOf(pg.text[c.Start:c.End])) < 9) {
			continue
		}
		i := tokenAt(pg, c.End)
		if i < len(pg.tokens) && pg.tokens[i].Fold == "," {
			i++
		}
		word, number := after(pg, i, 0), after(pg, i, 1)
		if number == nil || word.Lines > 0 || !extensionWords.Has(word.Fold) {
			continue
		}
		if number.Fold == "." {
			number = after(pg, i, 2)
		}
		if number != nil && number.Lines == 0 && number.Kind == lex.KindNumber && number.Runes <= 5 && !number.Taken {
			c.End, number.Taken = number.End, true
		}
	}
	for i := range pg.tokens {
		t, prev, next := &pg.tokens[i], before(pg, i, 1), after(pg, i, 1)
		if t.Kind == lex.KindMixed && !t.Taken && t.Runes >= 4 && t.Runes <= 6 && t.Fold[0] == 'x' && strings.Trim(t.Fold[1:], "0123456789") == "" &&
			prev != nil && prev.Kind == lex.KindPunct && (next == nil || next.Lines > 0 || next.Kind == lex.KindPunct) {
			d.take(phoneExtension.at(p, t.Start, t.End, lex.TypePhone), i)
		}
	}
}

var extensionWords = lex.SetOf("x ext extn extension")
