package copy

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
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

	Paragraphs []Paragraph
	Open       []Item // what would tell most first, a person once
	Masked     []Item // same words together
	Kept       []Item
	Hints      []Note

	MaskedPlaces int // findings that are masked
	Selected     int // a finding, -1 for none
	Read         bool
	CanUndo      bool
	Saved        *Saved
}

// Ready tells whether the copy may be saved.
func (s State) Ready() bool { return s.Settled() && s.Read }

// Settled tells whether there is a copy and nothing waits for a decision.
func (s State) Settled() bool { return s.Busy == Idle && len(s.Paragraphs) > 0 && len(s.Open) == 0 }

// items counts what stands in the copy under a title of its own.
func (s State) items() int {
	n := 0
	for _, p := range s.Paragraphs {
		if p.Kind == app.FieldTitle {
			n++
		}
	}
	return n
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
	Elsewhere   int  // how many more places have the same words
}

// Has tells whether the item stands for the finding.
func (i Item) Has(finding int) bool { return slices.Contains(i.All, finding) }

// Note is a hint: words that may make a story recognisable, and why.
type Note struct{ Words, Reason string }

// Paragraph is one paragraph of the copy, as it was written and as it will be
// read. The first of a field has its Label.
type Paragraph struct {
	Kind    app.FieldKind
	Number  int
	Part    int // -1 for a standing item
	Label   string
	Numbers []int // in the words of Label
	Want    supervision.Want
	Minutes int
	Pieces  []Piece
}

// Piece is a stretch of a paragraph; Finding is -1 for plain words. Start is
// where it begins in its part.
type Piece struct {
	Text, Shown string
	Finding     int
	State       app.State
	Start       int
}

// Saved is a copy that was just made.
type Saved struct {
	Path         string
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
	p.now.Paragraphs = paragraphs(p.copy)
	p.list()
	p.now.Hints = nil
	for _, h := range r.Hints() {
		note := Note{Words: p.partText(h.Part)[h.Start:h.End], Reason: h.Reason}
		if !slices.Contains(p.now.Hints, note) {
			p.now.Hints = append(p.now.Hints, note)
		}
	}
	p.show()
}

// show tells the state. What the review says stays as it was settled last, for
// the worker may have the review.
func (p *presenter) show() {
	s := &p.now
	s.Of, s.Asked, s.When, s.Format = p.of, p.asked(), p.when, p.format
	s.Busy, s.Trouble, s.Read, s.Saved = p.busy, p.trouble, p.read, p.saved
	s.Selected, s.CanUndo = p.selected, len(p.steps) > 0
	if p.copy == nil {
		s.Paragraphs, s.Open, s.Masked, s.Kept, s.Hints, s.MaskedPlaces = nil, nil, nil, nil, nil, 0
	}
	p.tell(*s)
}

// list sorts the findings into those that wait, are masked, are kept.
func (p *presenter) list() {
	var open, masked, kept []Item
	p.now.MaskedPlaces = 0
	states, places := map[int]app.State{}, map[string]int{}
	for _, one := range p.now.Paragraphs {
		for _, piece := range one.Pieces {
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
	it.New = f.Type == app.TypePerson && !p.known[it.plain]
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

// paragraphs cuts every field at its line ends.
func paragraphs(c *app.Copy) []Paragraph {
	var all []Paragraph
	for _, f := range c.Fields {
		one := Paragraph{Kind: f.Kind, Number: f.Number, Part: f.Part, Label: f.Label, Numbers: f.Numbers, Want: f.Want, Minutes: f.Minutes}
		if f.Part < 0 {
			all = append(all, one)
			continue
		}
		for _, pieces := range lines(c.Review.Preview(f.Part)) {
			one.Pieces = pieces
			all = append(all, one)
			one.Label = ""
		}
	}
	return all
}

// lines cuts segments where plain words have a line end, and leaves out empty
// lines.
func lines(segments []app.Segment) [][]Piece {
	var all [][]Piece
	var line []Piece
	end := func() {
		if len(line) > 0 {
			all = append(all, line)
		}
		line = nil
	}
	at := 0
	for _, s := range segments {
		if s.Finding >= 0 {
			line = append(line, Piece{s.Text, s.Shown, s.Finding, s.State, at})
			at += len(s.Text)
			continue
		}
		for i, text := range strings.Split(s.Text, "\n") {
			if i > 0 {
				end()
				at++
			}
			if strings.TrimSpace(text) != "" || len(line) > 0 && text != "" {
				line = append(line, Piece{text, text, -1, app.StatePlain, at})
			}
			at += len(text)
		}
	}
	end()
	return all
}
