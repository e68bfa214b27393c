package redact

import (
	"strings"
	"testing"

	"aftershift/internal/redact/lex"
)

// longText is more than twenty pages of notes, with where each begins.
func longText() (text string, starts []int, notes []note) {
	var b strings.Builder
	for b.Len() < 400_000 {
		for _, n := range notesOnce() {
			starts, notes = append(starts, b.Len()), append(notes, n)
			b.WriteString(n.text + "\n\n")
		}
	}
	return b.String(), starts, notes
}

func TestEngine_Scan_finds_in_a_long_text_what_it_finds_in_short_ones(t *testing.T) {
	text, starts, notes := longText()
	hidden := hiddenBy(text)
	alone, together := 0, 0
	for k, n := range notes {
		short := hiddenBy(n.text)
		for _, m := range n.marks {
			if covered(n.text, short, m.start, m.end) {
				alone++
				if covered(text, hidden, starts[k]+m.start, starts[k]+m.end) {
					together++
				}
			}
		}
	}
	if share := float64(together) / float64(alone); share < 0.98 { // notes without capitals stand among others here
		t.Errorf("the long text shows %.3f of what the short ones do, want 0.98", share)
	}
}

func hiddenBy(text string) []bool {
	hidden := make([]bool, len(text))
	for _, f := range engineOnce().Scan([]Part{{Text: text}}, Options{}).Findings() {
		for i := f.Start; f.Confidence >= MaskAt && i < f.End; i++ {
			hidden[i] = true
		}
	}
	return hidden
}

func TestEngine_Mask_spreads_a_name_over_a_long_text(t *testing.T) {
	text, _, _ := longText()
	got, _ := engineOnce().Mask("I met Tamsinette there.\n\n"+text+"\n\nthen tamsinette left.", Options{})
	if at := lex.Occurrences(got, "tamsinette"); len(at) > 0 {
		t.Errorf("the last page names her still")
	}
}

func TestEngine_Scan_long_texts_keep_their_offsets(t *testing.T) {
	for name, glue := range map[string]string{"paragraphs": "\n\n", "lines": "\r\n", "sentences": ". ", "nothing": " "} {
		text := strings.Repeat("Then we spoke about it once more and walked on through the rain"+glue, 900)
		text += "Tamsinette rang from LS9 7ZZ" + glue + text
		soundSpans(t, engineOnce(), text)
		found := map[string]bool{}
		for _, f := range engineOnce().Scan([]Part{{Text: "é"}, {Text: text}}, Options{}).Findings() {
			found[text[f.Start:f.End]] = f.Part == 1
		}
		if !found["Tamsinette"] || !found["LS9 7ZZ"] {
			t.Errorf("%s: %v", name, found)
		}
	}
}
