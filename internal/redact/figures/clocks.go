package figures

import (
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// clocks lets stay the times of day by which a log's lines begin, four digits without
// a colon. Two such lines or more make a log, unless more than a third of the steps
// from one to the next go back, as one does at midnight.
func clocks(pg *page.Page) {
	ts := pg.Tokens
	for i := range ts {
		runTimes(pg, i)
	}
	var heads []int
	for i := range ts {
		if (i == 0 || ts[i].Lines > 0) && page.ClockDigits(&ts[i]) && i+1 < len(ts) && ts[i+1].Lines == 0 && !joinedBehind(ts, i) {
			heads = append(heads, i)
		}
	}
	falls := 0
	for n := 1; n < len(heads); n++ {
		if ts[heads[n]].Fold < ts[heads[n-1]].Fold {
			falls++
		}
	}
	if len(heads) < 2 || falls > (len(heads)-1)/3 {
		return
	}
	for _, i := range heads {
		ts[i].Stays = true
		if i+2 < len(ts) && strings.Contains("-–—", ts[i+1].Fold) && page.ClockDigits(&ts[i+2]) {
			ts[i+2].Stays = true
		}
	}
}

// runTimes lets stay what runs together and counts nobody: a time from and to
// ("1330–1445"), a time before ten ("0845") and a countdown ("5-4-3-2-1").
// None of them may stand behind what announces a reference ("ref 1330-1445"), and a
// time from and to must rise.
func runTimes(pg *page.Page, i int) {
	ts := pg.Tokens
	t := &ts[i]
	if t.Kind != lex.KindNumber || i > 0 && !t.Gap && t.Lines == 0 && ts[i-1].Fold != "(" && ts[i-1].Fold != "[" || closeCue(pg, i) || idCue(pg, i) {
		return
	}
	if page.ClockDigits(t) && i+2 < len(ts) && strings.Contains("-–—", ts[i+1].Fold) && page.ClockDigits(&ts[i+2]) && !(ts[i+1].Gap != ts[i+2].Gap) && (i+3 >= len(ts) || ts[i+3].Gap || !strings.Contains("-–—/", ts[i+3].Fold)) && t.Fold < ts[i+2].Fold {
		t.Stays, ts[i+2].Stays = true, true
		return
	}
	if alone := i+1 >= len(ts) || ts[i+1].Kind != lex.KindNumber && (ts[i+1].Gap || ts[i+1].Lines > 0 || strings.Contains(".,;:)!?", ts[i+1].Fold)); page.ClockDigits(t) && t.Fold[0] == '0' && alone && (t.Fold[3] == '0' || t.Fold[3] == '5' || i+1 >= len(ts) || ts[i+1].Lines > 0 || !ts[i+1].Capital()) && (i == 0 || ts[i-1].Kind != lex.KindNumber) {
		t.Stays = true
		return
	}
	end, count := i, 1
	for end+2 < len(ts) && ts[end].Runes == 1 && ts[end+1].Fold == "-" && !ts[end+1].Gap && ts[end+2].Kind == lex.KindNumber && ts[end+2].Runes == 1 && !ts[end+2].Gap && ts[end].Fold > ts[end+2].Fold {
		end, count = end+2, count+1
	}
	for j := i; count >= 3 && j <= end; j++ {
		ts[j].Stays = true
	}
}

// joinedBehind reports whether a sign joins the number at i to more of a number
// that is no time of day, or another number follows.
func joinedBehind(ts []lex.Token, i int) bool {
	n := &ts[i+1]
	if n.Kind == lex.KindNumber {
		return true
	}
	if n.Gap || i+2 >= len(ts) || ts[i+2].Kind == lex.KindWord {
		return false
	}
	return !strings.Contains("-–—", n.Fold) || !page.ClockDigits(&ts[i+2])
}
