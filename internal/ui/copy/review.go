package copy

import (
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/app"
)

// step is one thing that the reviewer did. It is known by words and place, not
// by a finding's number, so that it holds in a new scan of the same words.
type step struct {
	text       string // of the whole part
	start, end int    // bytes in it
	added      bool   // the scan had missed it
	decision   app.Decision
}

// Mask has a finding replaced: by replacement, or by what was proposed if that
// is empty. everywhere takes the same words in every place.
func (p *presenter) Mask(finding int, replacement string, everywhere bool) {
	p.decide(finding, app.Decision{Action: app.Mask, Replacement: strings.TrimSpace(replacement), Everywhere: everywhere})
}

// Keep lets the words stand. reason is needed where NeedsReason says so.
func (p *presenter) Keep(finding int, reason string, everywhere bool) {
	p.decide(finding, app.Decision{Action: app.Keep, Reason: strings.TrimSpace(reason), Everywhere: everywhere})
}

// NeedsReason tells whether keeping the finding asks for a reason.
func (p *presenter) NeedsReason(finding int) bool {
	f, ok := p.finding(finding)
	return ok && f.Certain
}

func (p *presenter) decide(finding int, d app.Decision) {
	f, ok := p.finding(finding)
	if !ok || !p.free() {
		return
	}
	if err := p.copy.Review.Decide(finding, d); err != nil {
		p.failed(err)
		return
	}
	p.steps = append(p.steps, step{text: p.partText(f.Part), start: f.Start, end: f.End, decision: d})
	p.decided()
}

// decided follows every decision: what was read before has changed since, and
// the next open finding comes up.
func (p *presenter) decided() {
	p.read, p.saved = false, nil
	if p.stateOf(p.selected) != app.StateOpen {
		p.selectNextOpen()
	}
	p.settle()
}

// selectNextOpen goes to the next finding that waits, in the order of the list,
// the first one after the last, and stays where it is when there is none.
func (p *presenter) selectNextOpen() {
	findings := p.byTelling()
	at := slices.IndexFunc(findings, func(f app.Finding) bool { return f.ID == p.selected })
	for i := range findings {
		f := findings[(at+1+i)%len(findings)]
		if p.copy.Review.State(f.ID) == app.StateOpen {
			p.selected = f.ID
			return
		}
	}
}

func (p *presenter) stateOf(finding int) app.State {
	if p.copy == nil {
		return app.StatePlain
	}
	return p.copy.Review.State(finding)
}

// MaskPassage masks bytes of a part that the scan missed, and the same words
// wherever they stand.
func (p *presenter) MaskPassage(part, start, end int) {
	if !p.free() || part < 0 || part >= len(p.copy.Review.Parts()) {
		return
	}
	if err := p.copy.Review.AddMask(part, start, end, ""); err != nil {
		p.failed(err)
		return
	}
	p.steps = append(p.steps, step{text: p.partText(part), start: start, end: end, added: true})
	p.selectAt(part, start)
	p.decided()
}

// MaskWords masks typed words wherever they stand, and tells whether they stand
// anywhere.
func (p *presenter) MaskWords(words string) bool {
	words = strings.TrimSpace(words)
	if !p.free() || words == "" {
		return false
	}
	for i, part := range p.copy.Review.Parts() {
		if start, end, ok := place(part.Text, words); ok {
			p.MaskPassage(i, start, end)
			return true
		}
	}
	return false
}

// place finds words in text whatever their case.
func place(text, words string) (start, end int, ok bool) {
	n := utf8.RuneCountInString(words)
	for at := range text {
		end := at
		for range n {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		if strings.EqualFold(text[at:end], words) {
			return at, end, true
		}
	}
	return 0, 0, false
}

// Undo takes the last step back and tells whether there was one.
func (p *presenter) Undo() bool {
	if !p.free() || len(p.steps) == 0 {
		return false
	}
	last := p.steps[len(p.steps)-1]
	p.steps = p.steps[:len(p.steps)-1]
	p.saved, p.read = nil, false
	if last.added {
		p.scan() // what it swallowed comes back
		return true
	}
	p.replay()
	for i, part := range p.copy.Review.Parts() {
		if part.Text == last.text {
			p.selectAt(i, last.start)
		}
	}
	p.settle()
	return true
}

// replay puts every step on the review again. A step whose words are gone is
// passed over; it holds again if they come back.
func (p *presenter) replay() {
	p.copy.Reset()
	for _, s := range p.steps {
		p.redo(s)
	}
	if p.of.Strict {
		p.copy.MaskAll()
	}
}

func (p *presenter) redo(s step) {
	r := p.copy.Review
	for i, part := range r.Parts() {
		if part.Text != s.text {
			continue
		}
		is := func(f app.Finding) bool { return f.Part == i && f.Start == s.start && f.End == s.end }
		at := slices.IndexFunc(r.Findings(), is)
		if at < 0 && !s.added && p.copy.Ask() > 0 { // it was asked about because of a step before
			at = slices.IndexFunc(r.Findings(), is)
		}
		switch {
		case s.added && (at < 0 || r.Findings()[at].Detector != reviewer):
			_ = r.AddMask(i, s.start, s.end, s.decision.Replacement) // the same bytes were masked before
		case !s.added && at >= 0:
			_ = r.Decide(r.Findings()[at].ID, s.decision) // one that needs a reason now stays as scanned
		}
	}
}

// reviewer is the detector of what the reviewer marked.
const reviewer = "reviewer"

func (p *presenter) partText(part int) string { return p.copy.Review.Parts()[part].Text }

func (p *presenter) finding(id int) (app.Finding, bool) {
	if p.copy == nil {
		return app.Finding{}, false
	}
	findings := p.copy.Review.Findings()
	i := slices.IndexFunc(findings, func(f app.Finding) bool { return f.ID == id })
	if i < 0 {
		return app.Finding{}, false
	}
	return findings[i], true
}

// Select makes a finding the one that keys act on; an unknown one makes it none.
func (p *presenter) Select(finding int) {
	if _, ok := p.finding(finding); !ok {
		finding = -1
	}
	if finding != p.selected {
		p.selected = finding
		p.show()
	}
}

// Step selects the finding by that many places further in the text.
func (p *presenter) Step(by int) {
	if p.copy == nil {
		return
	}
	findings := p.copy.Review.Findings()
	if len(findings) == 0 {
		return
	}
	at := slices.IndexFunc(findings, func(f app.Finding) bool { return f.ID == p.selected })
	p.Select(findings[min(max(at+by, 0), len(findings)-1)].ID)
}

// NextOpen selects the next finding that waits.
func (p *presenter) NextOpen() {
	if p.copy != nil {
		p.selectNextOpen()
		p.show()
	}
}

func (p *presenter) selectAt(part, start int) {
	for _, f := range p.copy.Review.Findings() {
		if f.Part == part && f.Start <= start && start < f.End {
			p.selected = f.ID
		}
	}
}

// passage gives the words at bytes of a part, "" where there are none.
func (p *presenter) passage(part, start, end int) string {
	if p.copy == nil || part < 0 || part >= len(p.copy.Review.Parts()) {
		return ""
	}
	text := p.partText(part)
	if start < 0 || end > len(text) || start > end {
		return ""
	}
	return text[start:end]
}
