package copy

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/app"
	"aftershift/internal/ui/widgets"
)

// wordMark begins the ID of plain words that can be picked to be masked.
const wordMark = "w"

// between is what stands between the cells of a line, which the file sets apart.
const between = "\u2003"

// each gives the spans of a line's pieces, cell by cell.
func each(of app.Line, spans func(app.Piece, widgets.SpanTone) []widgets.Span) [][]widgets.Span {
	all := make([][]widgets.Span, len(of.Cells))
	for i, cell := range of.Cells {
		for _, p := range cell {
			all[i] = append(all[i], spans(p, toneOf(of, p))...)
		}
	}
	return all
}

// spans gives a line as it was written. picking makes every plain word one that
// can be chosen. Of the program's own lines only headings stand here, to find
// one's way by.
func (t *texts) spans(of app.Line, picking bool) [][]widgets.Span {
	if of.Own() && of.Kind != app.HeadingLine {
		return nil
	}
	return each(of, func(p app.Piece, tone widgets.SpanTone) []widgets.Span {
		switch {
		case p.Finding >= 0:
			return []widgets.Span{{Text: p.Text, Tone: found(p.State), ID: idOf(p.Finding)}}
		case picking && p.Part >= 0:
			return t.page.rail.missed.wordsOf(p, tone)
		}
		return []widgets.Span{{Text: p.Text, Tone: tone}}
	})
}

// reads gives a line as others will read it.
func (t *texts) reads(of app.Line) [][]widgets.Span {
	return each(of, func(p app.Piece, tone widgets.SpanTone) []widgets.Span {
		if p.Part >= 0 && p.Finding < 0 && tone == widgets.Unmarked {
			return leftovers(p.Shown, tone)
		}
		span := widgets.Span{Text: p.Shown, Tone: tone, ID: idOf(p.Finding)}
		switch p.State {
		case app.StateMasked:
			span.Text, span.Tone = whole(span.Text), widgets.Masked
		case app.StateOpen:
			span.Text, span.Tone = "?", widgets.Waiting
		}
		return []widgets.Span{span}
	})
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

func toneOf(of app.Line, p app.Piece) widgets.SpanTone {
	if k := of.Kind; p.Strong || k == app.TitleLine || k == app.HeadingLine || k == app.HeadLine {
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
func (m *missed) wordsOf(piece app.Piece, tone widgets.SpanTone) []widgets.Span {
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
			span.ID = placeOf(piece.Part, from, to)
		}
		if m.part == piece.Part && m.start == from && m.end == to {
			span.Tone = widgets.Found
		}
		spans = append(spans, span)
	}
	at, inWord := piece.Start, false
	for i, r := range piece.Text {
		here := piece.Start + i
		if m.covers(piece.Part, here) {
			if here == m.start {
				add(at, here, inWord)
				at = here
			}
			inWord = true
			continue
		}
		is := unicode.IsLetter(r) || unicode.IsNumber(r) || inWord && (r == '\'' || r == '’' || r == '-')
		if is != inWord || m.part == piece.Part && here == m.end {
			add(at, here, inWord)
			at, inWord = here, is
		}
	}
	add(at, end, inWord)
	return spans
}

// covers tells whether a byte is in the passage that was picked.
func (m *missed) covers(part, at int) bool { return m.part == part && m.start <= at && at < m.end }

// leftovers cuts words that stay into spans, with a line below each that has a digit,
// or a capital where no sentence begins: what the scan passed over is looked at once.
func leftovers(text string, tone widgets.SpanTone) (spans []widgets.Span) {
	begun, from := false, 0
	for _, at := range leftover.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		before := strings.TrimRightFunc(text[:at[0]], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("“‘\"'(", r) })
		begun = before == "" || strings.ContainsRune(".?!:…\n", lastRune(before))
		digits := strings.ContainsFunc(word, unicode.IsDigit)
		if !digits && (begun || ownWord(word)) {
			continue
		}
		if at[0] > from {
			spans = append(spans, widgets.Span{Text: text[from:at[0]], Tone: tone})
		}
		spans = append(spans, widgets.Span{Text: word, Tone: widgets.Open})
		from = at[1]
	}
	if from < len(text) || len(spans) == 0 {
		spans = append(spans, widgets.Span{Text: text[from:], Tone: tone})
	}
	return spans
}

// leftover is a word that begins with a capital, or has a digit in it.
var leftover = regexp.MustCompile(`\p{Lu}[\p{L}\p{M}\p{N}’'-]*|[\p{L}\p{M}]*\p{N}[\p{L}\p{M}\p{N}]*`)

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// ownWord reports whether the word is the writer's own: "I", "I’d".
func ownWord(word string) bool {
	return word == "I" || strings.HasPrefix(word, "I’") || strings.HasPrefix(word, "I'")
}
