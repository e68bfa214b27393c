package detect

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// knownPhrases marks entries of several words: allowed ones stay, places and
// countries are found.
func knownPhrases(pg *page.Page) {
	for i := range pg.Tokens {
		t := &pg.Tokens[i]
		if !t.Has(lex.MarkPhrase) || t.Stays {
			continue
		}
		var best *lex.Phrase
		last := i
		phrases := pg.Lists.PhrasesFrom(t.Fold)
		for k := range phrases {
			ph := &phrases[k]
			if end := matchPhrase(pg, i, ph.Rest); end > last {
				best, last = ph, end
			}
		}
		if best != nil {
			phraseFound(pg, i, last, best.Mark)
		}
	}
}

// matchPhrase gives the last token of the phrase that starts at i, or -1.
// A hyphen or a point between its words doesn't matter, a blank line does.
func matchPhrase(pg *page.Page, i int, rest []string) int {
	for _, w := range rest {
		i++
		if i < len(pg.Tokens) && pg.Tokens[i].Fold == "-" && !pg.Tokens[i].Gap || i < len(pg.Tokens) && pg.Tokens[i].Fold == "." && !pg.Tokens[i].Gap {
			i++
		}
		if i >= len(pg.Tokens) || pg.Tokens[i].Fold != w || pg.Tokens[i].Lines > 1 {
			return -1
		}
	}
	return i
}

// phraseFound takes a phrase that names a place or an institution, with a word for a
// street or a building behind it. It lets stay, with a year behind it, one of ideas,
// letters or a people that has a capital, and an allowed one in any case. A place of
// common words in lower case counts otherwise, by whether a word of place leads to it.
func phraseFound(pg *page.Page, first, last int, m lex.Mark) {
	ts := pg.Tokens
	switch {
	case m&(lex.MarkPlace|lex.MarkWordPlace|lex.MarkCountry|lex.MarkOrg) != 0:
		if last+1 < len(ts) && ts[last].Capital() && ts[last+1].Shape == lex.ShapeTitle && ts[last+1].Lines == 0 && ts[last+1].Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) {
			last++
		}
		w := evidence.PhrasePlace
		if !ts[first].Capital() && ts[first].Has(lex.MarkCommon) && ts[last].Has(lex.MarkCommon) {
			w = evidence.PhraseCommon
			if first > 0 && page.PlaceWords.Has(ts[first-1].Fold) {
				w = evidence.PhraseCommonLed
			}
		}
		pg.Take(w, first, last, lex.TypeLocation)
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
