package detect

import (
	"aftershift/internal/redact/lex"
)

// knownPhrases marks entries of several words: allowed ones stay, places and
// countries are found.
func (d *Reading) knownPhrases(p int) {
	pg := &d.pages[p]
	for i := range pg.tokens {
		t := &pg.tokens[i]
		if !t.Has(lex.MarkPhrase) || t.Stays {
			continue
		}
		var best *lex.Phrase
		last := i
		phrases := d.lists.PhrasesFrom(t.Fold)
		for k := range phrases {
			ph := &phrases[k]
			if end := matchPhrase(pg, i, ph.Rest); end > last {
				best, last = ph, end
			}
		}
		if best != nil {
			d.phraseFound(p, i, last, best.Mark)
		}
	}
}

// matchPhrase gives the last token of the phrase that starts at i, or -1.
func matchPhrase(pg *page, i int, rest []string) int {
	for _, w := range rest {
		i++
		if i < len(pg.tokens) && pg.tokens[i].Fold == "-" && !pg.tokens[i].Gap || i < len(pg.tokens) && pg.tokens[i].Fold == "." && !pg.tokens[i].Gap {
			i++
		}
		if i >= len(pg.tokens) || pg.tokens[i].Fold != w || pg.tokens[i].Lines > 1 {
			return -1
		}
	}
	return i
}

func (d *Reading) phraseFound(p, first, last int, m lex.Mark) {
	ts := d.pages[p].tokens
	switch {
	case m&(lex.MarkPlace|lex.MarkWordPlace|lex.MarkCountry|lex.MarkOrg) != 0:
		if last+1 < len(ts) && ts[last].Capital() && ts[last+1].Shape == lex.ShapeTitle && ts[last+1].Lines == 0 && ts[last+1].Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) {
			last++
		}
		w := phrasePlace
		if !ts[first].Capital() && ts[first].Has(lex.MarkCommon) && ts[last].Has(lex.MarkCommon) {
			w = phraseCommon
			if first > 0 && placeWords.Has(ts[first-1].Fold) {
				w = phraseCommonLed
			}
		}
		d.take(w.at(p, ts[first].Start, ts[last].End, lex.TypeLocation), first)
	case m&(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkTheory) != 0 && (ts[first].Capital() || ts[last].Capital() || m&lex.MarkAllow != 0):
		for j := first; j <= last; j++ {
			ts[j].Stays = true
		}
		for j := last + 1; j < len(ts) && j <= last+1; j++ {
			if ts[j].Kind == lex.KindNumber && ts[j].Runes == 4 {
				ts[j].Stays = true
			}
		}
	}
}
