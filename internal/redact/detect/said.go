package detect

import (
	"unicode"
	"unicode/utf8"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/pseudonym"
)

// saidOf tells what the words around a candidate say of it.
func (d *Reading) saidOf(c Candidate) pseudonym.Said {
	pg := &d.pages[c.Part]
	i := tokenAt(pg, c.Start)
	var s pseudonym.Said
	if i < len(pg.tokens) && pg.tokens[i].Place >= lex.Sentence {
		r, _ := utf8.DecodeRuneInString(pg.text[c.Start:])
		s.Capital = !unicode.IsLower(r)
	}
	if i == 0 || i > len(pg.tokens) {
		return s
	}
	prev := &pg.tokens[i-1]
	s.Article = i < len(pg.tokens) && pg.tokens[i].Lines == 0 && (prev.Is("the") || prev.Is("a") || prev.Is("an"))
	switch {
	case prev.Has(lex.MarkKin):
		s.Kin = prev.Fold
		if i > 1 && pg.tokens[i-2].Poss {
			s.Whose = pg.tokens[i-2].Fold
		}
	case prev.Is("dr") || prev.Is("doctor") || prev.Fold == "." && i > 1 && pg.tokens[i-2].Is("dr"):
		s.Role = "doctor"
	case prev.Is("dc") || prev.Is("pc") || prev.Is("ds") || prev.Is("di") || prev.Is("officer") || prev.Is("garda"):
		s.Role = "officer"
	case prev.Has(lex.MarkRole) && workRoles[prev.Fold]:
		s.Role = "worker"
	}
	return s
}

// workRoles are roles of people at work.
var workRoles = lex.SetOf("worker caseworker keyworker sw hv iro idva isva gal guardian manager mgr supervisor sup colleague consultant therapist counsellor nurse midwife physio ot slt cpn amhp teacher head " +
	"solicitor barrister advocate interpreter chair reporter safeguarder coordinator assessor psychologist psychiatrist sister matron pa ta senco registrar paramedic officer pom imca")
