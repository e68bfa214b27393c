package copy

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/app"
	"aftershift/internal/ui/widgets"
)

// wordMark begins the ID of plain words that can be picked to be masked.
const wordMark = "w"

// spans gives a paragraph as it was written. picking makes every plain word one
// that can be chosen.
func (t *texts) spans(of Paragraph, picking bool) []widgets.Span {
	spans := t.opening(of)
	for _, piece := range of.Pieces {
		switch {
		case piece.Finding >= 0:
			spans = append(spans, widgets.Span{Text: piece.Text, Tone: found(piece.State), ID: idOf(piece.Finding)})
		case picking:
			spans = append(spans, t.page.rail.missed.wordsOf(of.Part, piece, toneOf(of))...)
		default:
			spans = append(spans, widgets.Span{Text: piece.Text, Tone: toneOf(of)})
		}
	}
	return spans
}

// reads gives a paragraph as others will read it.
func (t *texts) reads(of Paragraph) []widgets.Span {
	spans := t.opening(of)
	for _, piece := range of.Pieces {
		span := widgets.Span{Text: piece.Shown, Tone: toneOf(of), ID: idOf(piece.Finding)}
		switch piece.State {
		case app.StateMasked:
			span.Text, span.Tone = whole(span.Text), widgets.Masked
		case app.StateOpen:
			span.Text, span.Tone = "?", widgets.Waiting
		}
		spans = append(spans, span)
	}
	return spans
}

// opening gives the number before a title, and a standing item's own words.
func (t *texts) opening(of Paragraph) []widgets.Span {
	switch of.Kind {
	case app.FieldTitle:
	case app.FieldHeading, app.FieldRemark:
		return []widgets.Span{{Text: t.page.words.T(of.Label, args(of.Numbers)...), Tone: ownTone(of)}}
	default:
		return nil
	}
	text := t.page.words.T("copy.number", of.Number) + " "
	if of.Part < 0 {
		text += t.page.words.T(of.Label)
	}
	return []widgets.Span{{Text: text, Tone: widgets.Strong}}
}

func args(numbers []int) (all []any) {
	for _, n := range numbers {
		all = append(all, n)
	}
	return all
}

// ownTone gives how the program's own words stand among the others.
func ownTone(of Paragraph) widgets.SpanTone {
	if of.Kind == app.FieldHeading {
		return widgets.Strong
	}
	return widgets.Unmarked
}

// longWhole is how many letters stay on one line.
const longWhole = 18

// whole keeps a short replacement on one line.
func whole(replacement string) string {
	if utf8.RuneCountInString(replacement) > longWhole {
		return replacement
	}
	return strings.ReplaceAll(replacement, " ", "\u00a0")
}

func toneOf(of Paragraph) widgets.SpanTone {
	if of.Kind == app.FieldTitle {
		return widgets.Strong
	}
	return widgets.Unmarked
}

func found(s app.State) widgets.SpanTone {
	switch s {
	case app.StateMasked:
		return widgets.Found
	case app.StateOpen:
		return widgets.Open
	}
	return widgets.Unmarked // kept: plain, but it can be selected
}

// wordsOf cuts plain words into spans that can be picked, each with what stands
// between it and the next; the passage that was picked is one of them.
func (m *missed) wordsOf(part int, piece Piece, tone widgets.SpanTone) []widgets.Span {
	var spans []widgets.Span
	end := piece.Start + len(piece.Text)
	add := func(from, to int, word bool) {
		if from >= to {
			return
		}
		text := piece.Text[from-piece.Start : to-piece.Start]
		if n := len(spans); n > 0 && !word && spans[n-1].Tone != widgets.Found {
			spans[n-1].Text += text
			return
		}
		span := widgets.Span{Text: text, Tone: tone}
		if word {
			span.ID = fmt.Sprintf("%s%d:%d", wordMark, from, to)
		}
		if m.part == part && m.start == from && m.end == to {
			span.Tone = widgets.Found
		}
		spans = append(spans, span)
	}
	at, inWord := piece.Start, false
	for i, r := range piece.Text {
		here := piece.Start + i
		if m.covers(part, here) {
			if here == m.start {
				add(at, here, inWord)
				at = here
			}
			inWord = true
			continue
		}
		is := unicode.IsLetter(r) || unicode.IsNumber(r) || inWord && (r == '\'' || r == '’' || r == '-')
		if is != inWord || m.part == part && here == m.end {
			add(at, here, inWord)
			at, inWord = here, is
		}
	}
	add(at, end, inWord)
	return spans
}

// covers tells whether a byte is in the passage that was picked.
func (m *missed) covers(part, at int) bool { return m.part == part && m.start <= at && at < m.end }
