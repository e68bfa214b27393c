package detect

import "aftershift/internal/redact/lex"

// particles are small words of French, Spanish and Portuguese that no English
// word is written like, though some are names with a capital.
var particles = lex.SetOf("le les des du une est et pas que qui dans avec pour sur chez elle lui il ils je tu nous vous mon ton son sa ses mes leur depuis avant aussi mais " +
	"el los las una y con por para pero muy esta este su sus yo ella ellos os uma não nao com mas ele ela meu minha")

// foreign reports whether the word in lower case at i is a small word of another
// language: one more of them stands among the four words on either side.
func (s scene) foreign(i int) bool {
	ts := s.Tokens
	if !particles.Has(ts[i].Fold) {
		return false
	}
	for j := max(0, i-4); j <= i+4 && j < len(ts); j++ {
		if j != i && ts[j].Shape == lex.ShapeLower && ts[j].Fold != ts[i].Fold && particles.Has(ts[j].Fold) {
			return true
		}
	}
	return false
}
