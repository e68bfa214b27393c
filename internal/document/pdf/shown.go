package pdf

import (
	"strings"
	"unicode"

	"aftershift/internal/document"
)

// Show gives text with document.Missing for every character that the page can't
// show; the joiners of other scripts are dropped, and what chooses between two
// pictures of a sign.
func Show(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u200c' || r == '\u200d' || unicode.Is(unicode.Variation_Selector, r):
			return -1
		case r >= ' ' && r <= '~', r == '\n', regular().has(r) && bold().has(r), isSign(r):
			return r
		}
		return missing
	}, text)
}

const missing = '\ufffd' // document.Missing

// isSign reports whether r is drawn as a sign. Letters that Noto Sans lacks are
// none: those of other scripts need more than a glyph each.
func isSign(r rune) bool {
	return unicode.In(r, unicode.S, unicode.P, unicode.No) && !regular().has(r) && signs().has(r)
}

// show gives run as the page shows it.
func show(run document.Run) document.Run {
	run.Text = Show(run.Text)
	return run
}

// shown applies show to each run.
func shown(runs []document.Run) []document.Run {
	out := make([]document.Run, len(runs))
	for i, r := range runs {
		out[i] = show(r)
	}
	return out
}
