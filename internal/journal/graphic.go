package journal

import (
	"slices"
	"strings"
)

// MaxGraphic is how many graphic passages an entry takes.
const MaxGraphic = 100

// Stretch is where a passage stands in a text, in bytes.
type Stretch struct{ From, To int }

// GraphicIn returns where the entry's graphic passages stand in one of its texts, in
// order; what overlaps or touches is one stretch. A passage is found by its words, so
// it stays one wherever another template puts the text.
func (e Entry) GraphicIn(text string) []Stretch {
	var all []Stretch
	for _, passage := range e.Graphic {
		for at := 0; passage != ""; {
			i := strings.Index(text[at:], passage)
			if i < 0 {
				break
			}
			all = append(all, Stretch{at + i, at + i + len(passage)})
			at += i + len(passage)
		}
	}
	slices.SortFunc(all, func(a, b Stretch) int { return a.From - b.From })
	var joined []Stretch
	for _, s := range all {
		if n := len(joined); n > 0 && s.From <= joined[n-1].To {
			joined[n-1].To = max(joined[n-1].To, s.To)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// Folded stands in a line of a list in the place of a graphic passage.
const Folded = "…"

// WithoutGraphic returns one of the entry's texts with instead in the place of every
// graphic passage.
func (e Entry) WithoutGraphic(text, instead string) string {
	return cutOut(text, e.GraphicIn(text), instead)
}

// Spared returns a passage of one of the entry's texts with instead in the place of
// whatever of it is graphic, wherever the passage may have been taken from.
func (e Entry) Spared(text, passage, instead string) string {
	spared := e.WithoutGraphic(passage, instead)
	stretches := e.GraphicIn(text)
	for from := 0; passage != "" && len(stretches) > 0; {
		i := strings.Index(text[from:], passage)
		if i < 0 {
			break
		}
		at := from + i
		if over := within(stretches, at, at+len(passage)); len(over) > 0 {
			return cutOut(passage, over, instead)
		}
		from = at + 1
	}
	return spared
}

// within returns what of stretches lies between two places, counted from the first.
func within(stretches []Stretch, from, to int) (over []Stretch) {
	for _, s := range stretches {
		if s.From < to && s.To > from {
			over = append(over, Stretch{max(s.From, from) - from, min(s.To, to) - from})
		}
	}
	return over
}

// cutOut returns a text with instead in the place of stretches, which stand in order.
func cutOut(text string, stretches []Stretch, instead string) string {
	var kept strings.Builder
	at := 0
	for _, s := range stretches {
		kept.WriteString(text[at:s.From] + instead)
		at = s.To
	}
	return kept.String() + text[at:]
}

// GraphicAfter returns the entry's graphic passages as they stand once one of its texts
// was rewritten: what was written within a passage, or over its edge, belongs to it. The
// words that were marked stay marked too, for as long as they may come back.
func (e Entry) GraphicAfter(was, is string) []string {
	if len(e.Graphic) == 0 || was == is {
		return e.Graphic
	}
	from := commonPrefix(was, is)
	tail := min(commonPrefix(reversed(was), reversed(is)), len(was)-from, len(is)-from)
	to, grown := len(was)-tail, len(is)-len(was)
	all := slices.Clone(e.Graphic)
	for _, s := range e.GraphicIn(was) {
		if s.To <= from || s.From >= to {
			continue // untouched
		}
		if passage := is[min(s.From, from) : max(s.To, to)+grown]; strings.TrimSpace(passage) != "" && !slices.Contains(all, passage) {
			all = append(all, passage)
		}
	}
	return all[max(len(all)-MaxGraphic, 0):]
}

// commonPrefix returns how many bytes two texts begin with alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func reversed(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// AddGraphic marks those passages too, as far as MaxGraphic allows. The entry gets a
// list of its own.
func (e *Entry) AddGraphic(passages []string) {
	e.Graphic = slices.Clone(e.Graphic)
	for _, p := range passages {
		if !slices.Contains(e.Graphic, p) && len(e.Graphic) < MaxGraphic {
			e.Graphic = append(e.Graphic, p)
		}
	}
}
