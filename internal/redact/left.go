package redact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/redact/lex"
)

// Found is a place in a text at which a word stands: Word is the index of the
// word that was looked for, Start and End are byte offsets into the text.
type Found struct{ Word, Start, End int }

// Finder gives the places at which any of the words stands in the text, as
// whoever opens the finished file would find them.
type Finder func(text string, words []string) []Found

// stretch is a piece of a text, in bytes.
type stretch struct{ start, end int }

// AskLeft looks with find for what was masked in the words that would leave, and
// settles each place where it stands still. What the reviewer kept, what the
// product itself put in, and an English word written as one ("the sun rose",
// where Rose was masked) count as left on purpose: the approved Texts say so.
// Any other place becomes an uncertain finding, so that it is asked about. It
// gives how many findings were added, and the IDs of masked findings whose
// replacement, as the reviewer worded it, holds what is masked elsewhere.
//
// Decisions that follow make it out of date; call it again before Approve.
func (r *Review) AskLeft(find Finder) (asked int, worded []int) {
	words := r.Masked()
	r.left = make([][]stretch, len(r.parts))
	var doubts []Finding
	for part := range r.parts {
		l := leftovers{review: r, part: part, segments: r.Preview(part)}
		for _, at := range find(r.shown(part), words) {
			l.settle(words[at.Word], at)
		}
		r.left[part] = l.left
		doubts = append(doubts, l.doubts...)
		worded = append(worded, l.worded...)
	}
	for _, f := range doubts {
		if r.add(f) {
			asked++
		}
	}
	r.sort()
	return asked, worded
}

// leftovers sorts what find gives in one part.
type leftovers struct {
	review   *Review
	part     int
	segments []Segment
	left     []stretch // in the words that would leave
	doubts   []Finding
	worded   []int
}

// settle says of one place whether it was left on purpose, piece by piece of
// what it goes through.
func (l *leftovers) settle(word string, at Found) {
	right, shown, own := true, 0, 0 // byte offsets: in the words that leave, in one's own
	for _, s := range l.segments {
		from, to := max(at.Start, shown), min(at.End, shown+len(s.Shown))
		if from < to && lex.LetterOrDigit(s.Shown[from-shown:to-shown]) {
			right = l.piece(word, s, stretch{from - shown, to - shown}, own) && right
		}
		shown, own = shown+len(s.Shown), own+len(s.Text)
	}
	if right {
		l.left = append(l.left, stretch{at.Start, at.End})
	}
}

// piece reports whether this piece of a segment, which begins at byte own of
// the part, may stand. Where that is in doubt it notes a finding.
func (l *leftovers) piece(word string, s Segment, in stretch, own int) bool {
	r, text := l.review, s.Shown[in.start:in.end]
	switch {
	case s.State == Kept || s.State == Open:
		return true
	case s.State == Masked:
		if !r.worded(s.Finding) || r.writtenAsWord(word, s.Shown, in) {
			return true
		}
		if !slices.Contains(l.worded, s.Finding) {
			l.worded = append(l.worded, s.Finding)
		}
		return false
	case r.writtenAsWord(word, r.parts[l.part].Text, stretch{own + in.start, own + in.end}):
		return true
	}
	start, end := own+in.start, own+in.end
	lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	l.doubts = append(l.doubts, r.doubt(l.part, start+lead, end-(len(text)-len(strings.TrimRightFunc(text, unicode.IsSpace))), word))
	return false
}

// doubt is a finding where a masked word stands again.
func (r *Review) doubt(part, start, end int, word string) Finding {
	f := Finding{
		Part: part, Start: start, End: end, Type: TypeOther, Confidence: MaskAt,
		Detector: "name.left", Reason: "The same words are masked elsewhere in this document.",
	}
	for _, g := range r.findings {
		if r.original(g) == word && r.state(g) == Masked {
			f.Type, f.Replacement = g.Type, r.replacement(g)
			break
		}
	}
	return f
}

// add takes a finding in unless something is found there already.
func (r *Review) add(f Finding) bool {
	if slices.ContainsFunc(r.findings, func(g Finding) bool { return g.Part == f.Part && g.Start < f.End && f.Start < g.End }) {
		return false
	}
	f.ID = r.next
	r.next++
	r.findings = append(r.findings, f)
	return true
}

// writtenAsWord reports whether what stands there is an English word written as
// one, where the masked word was written as a name: in lower case, or with no
// more of a capital than the beginning of a sentence gives.
func (r *Review) writtenAsWord(word, text string, at stretch) bool {
	piece := text[at.start:at.end]
	if !r.isWord(piece) || strings.ToLower(word) == word {
		return false
	}
	first, size := utf8.DecodeRuneInString(piece)
	if rest := piece[size:]; strings.ToLower(rest) != rest {
		return false
	}
	return !unicode.IsUpper(first) || beginsSentence(text[:at.start])
}

// beginsSentence reports whether a sentence begins after before.
func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " \t\u00a0\"'“”‘’(*-–—•")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune(".!?…\n\r", last)
}
