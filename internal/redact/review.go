package redact

import (
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/pseudonym"
)

// Action is what a reviewer does with a finding.
type Action uint8

// The actions. Mask is the zero value.
const (
	Mask Action = iota // replace it
	Keep               // let it stand
)

// Decision is a reviewer's word on a finding. Replacement, where not empty,
// stands in for the engine's own. Reason is needed to keep a certain finding.
// Everywhere takes the same decision for the same text in every part.
type Decision struct {
	Action      Action
	Replacement string
	Reason      string
	Everywhere  bool
}

// State says how a finding stands in a review.
type State uint8

// The states. Plain is text without a finding.
const (
	Plain  State = iota // no finding here
	Open                // uncertain, undecided
	Masked              // will be replaced
	Kept                // will stand, by decision
)

// Segment is a stretch of a part for the side-by-side view: Text is what the
// user wrote (left), Shown what would leave (right; equal to Text unless
// masked). Finding is the finding's ID, or -1.
type Segment struct {
	Text, Shown string
	Finding     int
	State       State
}

// Review is one document under decision. It isn't safe for concurrent use.
type Review struct {
	parts    []Part
	findings []Finding
	decided  map[int]Decision
	hints    []Hint
	namer    *pseudonym.Namer
	lists    *Lists
	next     int
	left     [][]stretch // by part, see AskLeft; nil once something was decided since
}

// Parts gives the parts as they were handed in.
func (r *Review) Parts() []Part { return slices.Clone(r.parts) }

// Findings gives all findings, by part and then by place.
func (r *Review) Findings() []Finding { return slices.Clone(r.findings) }

// Hints gives what might make the story recognisable although it names nobody.
func (r *Review) Hints() []Hint { return slices.Clone(r.hints) }

// Decision gives the reviewer's decision on a finding, and whether there is one.
func (r *Review) Decision(id int) (Decision, bool) {
	d, ok := r.decided[id]
	return d, ok
}

// State gives how the finding stands, Plain for one that doesn't exist.
func (r *Review) State(id int) State {
	for _, f := range r.findings {
		if f.ID == id {
			return r.state(f)
		}
	}
	return Plain
}

func (r *Review) state(f Finding) State {
	d, ok := r.decided[f.ID]
	switch {
	case ok && d.Action == Keep:
		return Kept
	case ok || f.Certain:
		return Masked
	}
	return Open
}

// Decide records a decision; a later one replaces it. It gives fault.NotFound
// for a finding that doesn't exist and fault.Invalid for keeping a certain one
// without a reason.
func (r *Review) Decide(id int, d Decision) error {
	at := slices.IndexFunc(r.findings, func(f Finding) bool { return f.ID == id })
	if at < 0 {
		return fault.New(fault.NotFound, "decide on finding")
	}
	targets := []Finding{r.findings[at]}
	if d.Everywhere {
		targets = r.same(r.findings[at])
	}
	for _, f := range targets {
		if f.Certain && d.Action == Keep && strings.TrimSpace(d.Reason) == "" {
			return fault.New(fault.Invalid, "keep certain finding without a reason")
		}
	}
	r.left = nil
	for _, f := range targets {
		r.decided[f.ID] = d
	}
	return nil
}

// Undo takes a decision back, so that the finding stands as it was scanned. It
// gives fault.NotFound where there is nothing to undo.
func (r *Review) Undo(id int) error {
	if _, ok := r.decided[id]; !ok {
		return fault.New(fault.NotFound, "undo decision")
	}
	r.left = nil
	delete(r.decided, id)
	return nil
}

// same gives the findings whose text equals f's, whatever its case.
func (r *Review) same(f Finding) []Finding {
	want := lex.Fold(r.original(f))
	var out []Finding
	for _, g := range r.findings {
		if lex.Fold(r.original(g)) == want {
			out = append(out, g)
		}
	}
	return out
}

func (r *Review) original(f Finding) string { return r.parts[f.Part].Text[f.Start:f.End] }

// AddMask marks what the engine missed and masks it wherever the same words
// stand in any part. An empty replacement is filled by the review's style. It
// gives fault.Invalid for offsets outside the part or inside a rune.
func (r *Review) AddMask(part, start, end int, replacement string) error {
	if part < 0 || part >= len(r.parts) || !lex.ValidSpan(r.parts[part].Text, start, end) {
		return fault.New(fault.Invalid, "mask selection")
	}
	word := strings.TrimSpace(r.parts[part].Text[start:end])
	if word == "" {
		return fault.New(fault.Invalid, "mask selection")
	}
	r.left = nil
	start += strings.Index(r.parts[part].Text[start:end], word)
	r.claim(part, start, start+len(word), replacement)
	for p, one := range r.parts {
		for _, at := range lex.Occurrences(one.Text, word) {
			r.claim(p, at, at+len(word), replacement)
		}
	}
	r.sort()
	return nil
}

// claim makes the stretch a masked finding, swallowing those it overlaps.
func (r *Review) claim(part, start, end int, replacement string) {
	r.findings = slices.DeleteFunc(r.findings, func(f Finding) bool {
		over := f.Part == part && f.Start < end && start < f.End
		if over {
			start, end = min(start, f.Start), max(end, f.End)
			delete(r.decided, f.ID)
		}
		return over
	})
	f := Finding{
		ID: r.next, Part: part, Start: start, End: end, Type: TypeOther, Certain: true, Confidence: 1,
		Detector: "reviewer", Reason: "You marked it.", Replacement: replacement,
	}
	if replacement == "" {
		f.Replacement = r.namer.Other(r.original(f))
	}
	r.next++
	r.findings = append(r.findings, f)
}

// Open gives how many findings wait for a decision.
func (r *Review) Open() int {
	n := 0
	for _, f := range r.findings {
		if r.state(f) == Open {
			n++
		}
	}
	return n
}

// MaskAll masks every finding that has no decision yet.
func (r *Review) MaskAll() {
	r.left = nil
	for _, f := range r.findings {
		if r.state(f) == Open {
			r.decided[f.ID] = Decision{Action: Mask}
		}
	}
}

// Preview gives a part cut into segments, in order; nil for a part that doesn't
// exist.
func (r *Review) Preview(part int) []Segment {
	if part < 0 || part >= len(r.parts) {
		return nil
	}
	text, at := r.parts[part].Text, 0
	var out []Segment
	for _, f := range r.findings {
		if f.Part != part {
			continue
		}
		if f.Start > at {
			out = append(out, Segment{Text: text[at:f.Start], Shown: text[at:f.Start], Finding: -1})
		}
		out = append(out, r.segment(f))
		at = f.End
	}
	if at < len(text) {
		out = append(out, Segment{Text: text[at:], Shown: text[at:], Finding: -1})
	}
	r.space(out)
	return out
}

// space keeps the engine's replacements from growing into one word with what
// stands beside them. What the reviewer wrote stands as it is.
func (r *Review) space(segments []Segment) {
	for i := 1; i < len(segments); i++ {
		before, s := &segments[i-1], &segments[i]
		switch {
		case !clings(before.Shown, s.Shown):
		case s.State == Masked && !r.worded(s.Finding):
			s.Shown = " " + s.Shown
		case before.State == Masked && !r.worded(before.Finding):
			before.Shown += " "
		}
	}
}

// worded reports whether the finding's replacement is the reviewer's.
func (r *Review) worded(id int) bool {
	return r.decided[id].Replacement != "" || slices.ContainsFunc(r.findings, func(f Finding) bool { return f.ID == id && f.Detector == "reviewer" })
}

func (r *Review) segment(f Finding) Segment {
	s := Segment{Text: r.original(f), Finding: f.ID, State: r.state(f)}
	s.Shown = s.Text
	if s.State == Masked {
		s.Shown = r.replacement(f)
	}
	return s
}

func (r *Review) replacement(f Finding) string {
	if d := r.decided[f.ID]; d.Replacement != "" {
		return d.Replacement
	}
	return f.Replacement
}

// Approve gives one Text for each part, with every masked finding replaced. It
// gives fault.Conflict while a finding is open.
func (r *Review) Approve() ([]Text, error) {
	if r.Open() > 0 {
		return nil, fault.New(fault.Conflict, "approve text with undecided findings")
	}
	texts := make([]Text, len(r.parts))
	for i := range r.parts {
		texts[i] = Text{text: r.shown(i)}
		if r.left != nil {
			texts[i].left = r.left[i]
		}
	}
	return texts, nil
}

func (r *Review) shown(part int) string {
	var b strings.Builder
	for _, s := range r.Preview(part) {
		b.WriteString(s.Shown)
	}
	return b.String()
}

// Masked gives the originals that a finished file must not contain: each once,
// those of two letters or four digits upwards, without ages. Where one of them
// may stand all the same, the approved Texts say (see AskLeft).
func (r *Review) Masked() []string {
	return r.maskedBut(func(Finding, string) bool { return false })
}

// MaskedNames gives those of Masked that a file's name must not hold either: without
// doubtful findings that are plain words and nobody's name.
func (r *Review) MaskedNames() []string {
	return r.maskedBut(func(f Finding, text string) bool { return !f.Certain && r.isPlain(text) })
}

// KeepPlain lets every doubtful finding stand that has no decision and is plain words and
// nobody's name.
func (r *Review) KeepPlain() {
	for _, f := range r.findings {
		if r.state(f) == Open && r.isPlain(r.original(f)) {
			r.left, r.decided[f.ID] = nil, Decision{Action: Keep}
		}
	}
}

func (r *Review) maskedBut(leave func(Finding, string) bool) []string {
	var out []string
	for _, f := range r.findings {
		text := r.original(f)
		if r.state(f) == Masked && f.Type != TypeAge && lex.Telling(text) && !leave(f, text) && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// isPlain tells whether all of text is English words and none of them a name.
func (r *Review) isPlain(text string) bool {
	const names = lex.MarkFirst | lex.MarkLast | lex.MarkWordFirst | lex.MarkWordLast | lex.MarkPlace | lex.MarkWordPlace
	for _, word := range strings.Fields(lex.Fold(text)) {
		if r.lists.Marks(strings.Trim(word, ".,;:'’-"))&names != 0 {
			return false
		}
	}
	return r.isWord(text)
}

// isWord tells whether all of text is English words.
func (r *Review) isWord(text string) bool {
	for _, word := range strings.Fields(lex.Fold(text)) {
		if r.lists.Marks(strings.Trim(word, ".,;:'’-"))&lex.MarkDict == 0 {
			return false
		}
	}
	return true
}

func (r *Review) sort() {
	slices.SortFunc(r.findings, func(a, b Finding) int {
		if a.Part != b.Part {
			return a.Part - b.Part
		}
		return a.Start - b.Start
	})
}
