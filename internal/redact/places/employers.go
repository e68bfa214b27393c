package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// workWords say that somebody works where the name behind them stands.
var workWords = lex.SetOf("works worked working work employed employment shift shifts job apprentice apprenticeship temping temps interns interned volunteers volunteered volunteering cleans cleaning agency " +
	"drives drove driving driver delivers delivered delivering packs packing picks stacks stacking shelves cleaner cook chef waiter waitress barista cashier picker packer porter manager labourer security guard waits tills till jobs")

// workplaces are brands that are words besides, behind which somebody works.
var workplaces = lex.SetOf("amazon boots next argos subway apple target shell gap evri hermes currys halfords poundland poundstretcher superdrug screwfix wickes timpson budgens spar nisa londis centra supervalu dunnes dealz kmart bunnings coles woolworths officeworks walmart walgreens publix kroger wendy wendys arby dennys denny wegmans costco lowes")

// workHours may stand between such a word and its preposition.
var workHours = lex.SetOf("nights days evenings mornings weekends part full time - lates earlies hard still part-time full-time zero hours there again now shifts shift")

// employers finds whom somebody works for: "works at Dunmore Foods", "employed by
// Calder Freight". A brand names an employer as well as anything.
func (s finder) employers() {
	ts := s.Tokens
	for i := 1; i+1 < len(ts); i++ {
		if at := &ts[i]; !at.Is("at") && !at.Is("for") && !at.Is("with") && !at.Is("by") || !s.worksBefore(i) {
			continue
		}
		first := i + 1
		if ts[first].Is("the") && ts[first].Lines == 0 {
			first++
		}
		if last := s.employer(first); last >= first {
			s.Note(evidence.Employer, first, last, lex.TypeOrg)
			i = last
		}
	}
}

// worksBefore reports whether work is spoken of right before the preposition.
// "By" needs "employed": in "delivered by Selvan" he is nobody's employer.
func (s finder) worksBefore(i int) bool {
	ts := s.Tokens
	j := i - 1
	for j > 0 && j >= i-3 && workHours.Has(ts[j].Fold) && ts[j+1].Lines == 0 && !workWords.Has(ts[j].Fold) {
		j--
	}
	if j < 0 || ts[i].Lines > 0 || !workWords.Has(ts[j].Fold) {
		return false
	}
	return !ts[i].Is("by") || ts[j].Is("employed")
}

// employer gives the last token of the employer's name that begins at i, or -1.
// A given name ("works with Tobi"), a day or a relative is none; a name in small
// letters must be a sure brand or no English word.
func (s finder) employer(i int) int {
	ts := s.Tokens
	if i >= len(ts) || ts[i].Lines > 0 || ts[i].Taken {
		return -1
	}
	t := &ts[i]
	if t.Kind != lex.KindWord || page.Feasts.Has(t.Fold) || t.Has(lex.MarkLetters|lex.MarkDemonym|lex.MarkWeekday|lex.MarkMonth|lex.MarkFunction|lex.MarkKin|lex.MarkTitle|lex.MarkCountry) || t.Has(lex.MarkFirst) && !t.Has(lex.MarkSurely) {
		return -1
	}
	brand := workplaces.Has(t.Fold) && t.Capital() || t.Has(lex.MarkSurely|lex.MarkOrg) || t.Has(lex.MarkAllow) && t.Stranger() && !t.Stays
	if t.Shape == lex.ShapeLower {
		if t.Runes > 3 && (brand && t.Has(lex.MarkSurely) || t.Stranger() && !t.Has(lex.MarkAllow|lex.MarkPlace|lex.MarkTown)) {
			return i
		}
		return -1
	}
	if t.Stays && !brand {
		return -1
	}
	last := min(s.run(i), i+4)
	for last > i && (ts[last].Kind != lex.KindWord || ts[last].Taken || linking.Has(ts[last].Fold)) {
		last--
	}
	apart, known := s.apart(i, last+1)
	if brand || known > 0 || apart > 1 {
		return last
	}
	return -1
}
