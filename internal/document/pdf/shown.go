package pdf

import (
	"strings"

	"aftershift/internal/document"
)

// missing stands for a character that the font can't show. What can't be seen
// on the page must not be in the file either, or it would be hidden text.
const missing = '\ufffd'

// show gives run with every character that the page can't show replaced; the
// joiners of other scripts are dropped.
func show(run document.Run) document.Run {
	run.Text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || regular().has(r) && bold().has(r) && r != '\u200c' && r != '\u200d':
			return r
		case r == '\u200c' || r == '\u200d':
			return -1
		}
		return missing
	}, run.Text)
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

// Unshown counts the characters of d that this format can't show and replaces
// by U+FFFD: those of scripts that Noto Sans doesn't hold, and emoji.
func Unshown(d document.Document, words document.Words) int {
	n := 0
	for _, r := range d.Runs(words) {
		n += strings.Count(show(r).Text, string(missing)) - strings.Count(r.Text, string(missing))
	}
	return n
}
