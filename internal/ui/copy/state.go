package copy

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/app"
)

// Busy says what is under way.
type Busy uint8

// What can be under way. Nothing can be decided meanwhile.
const (
	Idle Busy = iota
	Scanning
	Learning
	Saving
)

// State is all that the page shows. It is never changed once told.
type State struct {
	Of      app.CopyOf
	Asked   bool      // there is something to make a copy of
	When    time.Time // of the session, zero for entries
	Format  app.Format
	Busy    Busy
	Trouble error // why there is no copy

	Lines   []app.Line // the document as it will stand in the file
	Missing []string   // characters that the format can't show
	Stand   int        // how many of the entries that were asked for have words in it
	Open    []Item     // what would tell most first, a person once
	Masked  []Item     // same words together
	Kept    []Item
	Hints   []Note

	News app.News // against the last copy for the same audience

	MaskedPlaces int // findings that are masked
	Selected     int // a finding, -1 for none
	Read         bool
	CanUndo      bool
	Saved        *Saved
}

// Ready tells whether the copy may be saved.
func (s State) Ready() bool { return s.Settled() && s.Read }

// Settled tells whether there is a copy and nothing waits for a decision.
func (s State) Settled() bool { return s.Busy == Idle && len(s.Lines) > 0 && len(s.Open) == 0 }

// heading gives the words of the document's nth heading, counted from 1, as they
// will be read.
func (s State) heading(n int) (words string) {
	for _, line := range s.Lines {
		if line.Kind == app.HeadingLine {
			n--
		}
		if n == 0 {
			for _, piece := range slices.Concat(line.Cells...) {
				words += piece.Shown
			}
			return words
		}
	}
	return ""
}

// Item is a finding in the list beside the texts, or several of the same words.
type Item struct {
	ID          int   // of the first
	All         []int // every finding that it stands for
	Words       string
	plain       string // Words for comparing
	Replacement string
	Reason      string // why it was found, or why it was kept
	Certain     bool
	New         bool // a person who is not in the register
	Listed      bool // somebody of the register, by the whole name or a part of it
	Elsewhere   int  // how many more places have the same words
}

// Has tells whether the item stands for the finding.
func (i Item) Has(finding int) bool { return slices.Contains(i.All, finding) }

// Note is a hint: words that may make a story recognisable, and why.
type Note struct{ Words, Reason string }

// Saved is a copy that was just made.
type Saved struct {
	Path         string // "" for the clipboard
	Masked, Kept int
}

// settle asks about what is masked elsewhere, builds what is shown of the
// review, and shows it.
func (p *presenter) settle() {
	r := p.copy.Review
	p.copy.Ask()
	if _, ok := p.finding(p.selected); !ok {
		p.selected = -1
		p.selectNextOpen()
	}
	p.preview()
	p.list()
	p.now.News = p.desk.News(p.copy)
	p.now.Hints = nil
	for _, h := range r.Hints() {
		note := Note{Words: p.partText(h.Part)[h.Start:h.End], Reason: h.Reason}
		if !slices.Contains(p.now.Hints, note) {
			p.now.Hints = append(p.now.Hints, note)
		}
	}
	p.show()
}

// preview reads the document as the format will show it.
func (p *presenter) preview() {
	p.now.Lines, p.now.Missing, p.now.Stand = p.copy.Preview(p.format), p.copy.Missing(p.format), p.copy.Stand
}

// show tells the state. What the review says stays as it was settled last, for
// the worker may have the review.
func (p *presenter) show() {
	s := &p.now
	s.Of, s.Asked, s.Format = p.of, p.asked(), p.format
	s.Busy, s.Trouble, s.Read, s.Saved = p.busy, p.trouble, p.read, p.saved
	s.Selected, s.CanUndo = p.selected, len(p.steps) > 0
	if s.When = (time.Time{}); p.copy != nil {
		s.When = p.copy.When
	} else {
		s.Lines, s.Missing, s.Open, s.Masked, s.Kept, s.Hints, s.MaskedPlaces = nil, nil, nil, nil, nil, nil, 0
	}
	p.tell(*s)
}

// list sorts the findings into those that wait, are masked, are kept.
func (p *presenter) list() {
	var open, masked, kept []Item
	p.now.MaskedPlaces = 0
	states, places := map[int]app.State{}, map[string]int{}
	for _, line := range p.now.Lines {
		for _, piece := range slices.Concat(line.Cells...) {
			if piece.Finding >= 0 {
				states[piece.Finding] = piece.State
				places[plain(piece.Text)]++
			}
		}
	}
	for _, f := range p.byTelling() {
		if states[f.ID] == app.StateOpen {
			it := p.item(f)
			it.Elsewhere = places[it.plain] - 1
			open = once(open, it, f)
		}
	}
	for _, f := range p.copy.Review.Findings() {
		it := p.item(f)
		it.Elsewhere = places[it.plain] - 1
		switch states[f.ID] {
		case app.StateMasked:
			p.now.MaskedPlaces++
			masked = together(masked, it)
		case app.StateKept:
			kept = together(kept, it)
		}
	}
	p.now.Open, p.now.Masked, p.now.Kept = open, masked, kept
}

// once adds what waits, a person who stands in several places to the first of
// them. Where the words may be plain English each place is asked about by itself.
func once(items []Item, it Item, f app.Finding) []Item {
	at := slices.IndexFunc(items, func(o Item) bool { return o.Words == it.Words })
	if at < 0 || f.Type != app.TypePerson || f.Detector == "name.given-word" || f.Detector == "name.left" || f.Detector == "name.again" {
		return append(items, it)
	}
	items[at].All = append(items[at].All, it.ID)
	return items
}

// byTelling gives the findings, those that would tell most of somebody first:
// what reaches one person, then names, places, and the rest; in reading order
// where they tell as much.
func (p *presenter) byTelling() []app.Finding {
	findings := p.copy.Review.Findings()
	slices.SortStableFunc(findings, func(a, b app.Finding) int { return telling(b) - telling(a) })
	return findings
}

func telling(f app.Finding) int {
	switch f.Type {
	case "ID", "PHONE", "EMAIL", "URL", "IP":
		return 4
	case app.TypePerson:
		return 3
	case "LOCATION":
		return 2
	case "ORG", "DATE":
		return 1
	}
	return 0
}

func (p *presenter) item(f app.Finding) Item {
	it := Item{ID: f.ID, All: []int{f.ID}, Words: p.words(f), Replacement: f.Replacement, Reason: f.Reason, Certain: f.Certain}
	it.plain = plain(it.Words)
	person := f.Type == app.TypePerson
	it.Listed = person && p.listed(it.plain)
	it.New = person && !it.Listed
	if d, ok := p.copy.Review.Decision(f.ID); ok {
		if d.Replacement != "" {
			it.Replacement = d.Replacement
		}
		if d.Action == app.Keep && d.Reason != "" {
			it.Reason = d.Reason
		}
	}
	return it
}

// listed reports whether the register has a name with all of these words in it.
func (p *presenter) listed(words string) bool {
	all := strings.Fields(words)
	return len(all) > 0 && slices.ContainsFunc(p.known, func(form []string) bool {
		return !slices.ContainsFunc(all, func(w string) bool { return !slices.Contains(form, w) })
	})
}

// together adds an item, to one of the same words and replacement if there is
// one.
func together(items []Item, it Item) []Item {
	at := slices.IndexFunc(items, func(o Item) bool {
		return o.plain == it.plain && o.Replacement == it.Replacement
	})
	if at < 0 {
		return append(items, it)
	}
	items[at].All = append(items[at].All, it.ID)
	items[at].Certain = items[at].Certain || it.Certain
	return items
}

func (p *presenter) words(f app.Finding) string { return p.partText(f.Part)[f.Start:f.End] }

// plain makes words equal that differ only in case and spacing.
func plain(words string) string { return strings.ToLower(strings.Join(strings.Fields(words), " ")) }

// item gives what stands for a finding in the list.
func (s State) item(finding int) (Item, bool) {
	for _, items := range [][]Item{s.Open, s.Masked, s.Kept} {
		for _, it := range items {
			if it.Has(finding) {
				return it, true
			}
		}
	}
	return Item{}, false
}
