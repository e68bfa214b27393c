package pdf

import (
	"strings"

	"aftershift/internal/document"
)

// Show gives text with document.Missing for every character that the page can't
// show; the joiners of other scripts are dropped.
func Show(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u200c' || r == '\u200d':
			return -1
		case r >= ' ' && r <= '~', r == '\n', regular().has(r) && bold().has(r):
			return r
		}
		return missing
	}, text)
}

const missing = '\ufffd' // document.Missing

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
