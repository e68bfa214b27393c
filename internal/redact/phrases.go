package redact

// knownPhrases marks entries of several words: allowed ones stay, places and
// countries are found.
func (d *reading) knownPhrases(p int) {
	pg := &d.pages[p]
	for i := range pg.tokens {
		t := &pg.tokens[i]
		if !t.has(markPhrase) || t.stays {
			continue
		}
		var best *phrase
		last := i
		for k := range d.lists.phrases[t.fold] {
			ph := &d.lists.phrases[t.fold][k]
			if end := matchPhrase(pg, i, ph.rest); end > last {
				best, last = ph, end
			}
		}
		if best != nil {
			d.phraseFound(p, i, last, best.mark)
		}
	}
}

// matchPhrase gives the last token of the phrase that starts at i, or -1.
func matchPhrase(pg *page, i int, rest []string) int {
	for _, w := range rest {
		i++
		if i < len(pg.tokens) && pg.tokens[i].fold == "-" && !pg.tokens[i].gap || i < len(pg.tokens) && pg.tokens[i].fold == "." && !pg.tokens[i].gap {
			i++
		}
		if i >= len(pg.tokens) || pg.tokens[i].fold != w || pg.tokens[i].lines > 1 {
			return -1
		}
	}
	return i
}

func (d *reading) phraseFound(p, first, last int, m mark) {
	ts := d.pages[p].tokens
	switch {
	case m&(markPlace|markWordPlace|markCountry|markOrg) != 0:
		if last+1 < len(ts) && ts[last].capital() && ts[last+1].shape == title && ts[last+1].lines == 0 && ts[last+1].has(markStreet|markBuilding|markGround) {
			last++
		}
		c := candidate{p, ts[first].start, ts[last].end, TypeLocation, 0.9, "place.known", "It is the name of a place."}
		if !ts[first].capital() && ts[first].has(markCommon) && ts[last].has(markCommon) {
			c.weight = 0.4
			if first > 0 && placeWords[ts[first-1].fold] {
				c.weight = 0.8
			}
		}
		d.take(c, first)
	case m&(markAllow|markLetters|markDemonym|markTheory) != 0 && (ts[first].capital() || ts[last].capital() || m&markAllow != 0):
		for j := first; j <= last; j++ {
			ts[j].stays = true
		}
		for j := last + 1; j < len(ts) && j <= last+1; j++ {
			if ts[j].kind == kindNumber && ts[j].runes == 4 {
				ts[j].stays = true
			}
		}
	}
}
