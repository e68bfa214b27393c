package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// placeParts are words that a number follows behind the name of a place.
var placeParts = lex.SetOf("zone block sector phase village camp ward platform plot lot unit section site compound stage extension ext street lane gate row line stand house flat no number extn cluster pocket")

// placeTails finds what goes on a place behind a comma: "Bidi Bidi, Zone 3, Village
// 9", "Kutupalong, block C-17", "Dharavi, 13 Compound".
func (s finder) placeTails() {
	ts := s.Tokens
	for i := 0; i+3 < len(ts); i++ {
		if s.Guesses[i].Kind != lex.TypeLocation || !s.Masked(i) || ts[i].Kind != lex.KindWord {
			continue
		}
		for end := i; end+3 < len(ts); {
			last := s.placePart(end)
			if last < 0 {
				break
			}
			s.Note(evidence.TailPlace, end+2, last, lex.TypeLocation)
			end = last
		}
	}
}

// placePart gives the last token of what goes on the place that ends at the token,
// or -1.
func (s finder) placePart(end int) int {
	ts := s.Tokens
	comma, t, n := &ts[end+1], &ts[end+2], &ts[end+3]
	if comma.Fold != "," || t.Lines > 0 || n.Lines > 0 || t.Taken || n.Taken || !n.Gap {
		return -1
	}
	switch {
	case placeParts.Has(t.Fold) && (n.Kind == lex.KindNumber && n.Runes <= 4 || n.Kind == lex.KindMixed && n.Runes <= 5 || n.Kind == lex.KindWord && n.Shape == lex.ShapeUpper && n.Runes == 1):
		return s.suffix(end + 3)
	case t.Kind == lex.KindNumber && t.Runes <= 3 && n.Capital() && placeParts.Has(n.Fold):
		return end + 3
	}
	return -1
}
