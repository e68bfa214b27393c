package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/document"
)

// marks are the characters that Markdown may read as more than themselves, wherever
// they stand (https://spec.commonmark.org/0.31.2/#backslash-escapes, and the tables,
// strikethrough and formulas of GitHub's flavour).
const marks = "\\`*_[]<#|~$"

// start is what makes a block of a line at its beginning alone.
var start = regexp.MustCompile(`^([-+=:>]|\d{1,9}[.)])`)

// reach is what GitHub's flavour makes a link of by itself, and entity what begins
// the name of a character.
var (
	reach  = regexp.MustCompile(`(?i)(https?:|ftp:|www\.|@)`)
	entity = regexp.MustCompile(`&[#A-Za-z]`)
)

func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < utf8.RuneSelf && strings.ContainsRune(marks, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	text = entity.ReplaceAllString(b.String(), `\$0`)
	return reach.ReplaceAllStringFunc(text, func(found string) string {
		return found[:len(found)-1] + "\\" + found[len(found)-1:]
	})
}

// lines gives runs as lines of Markdown, without spaces at their ends.
func lines(runs []document.Run) []string {
	var all []string
	for i, one := range split(runs) {
		text := atStart(strings.TrimSpace(line(one)))
		if text != "" || i > 0 {
			all = append(all, text)
		}
	}
	return all
}

// split cuts runs at line feeds.
func split(runs []document.Run) [][]document.Run {
	all := [][]document.Run{nil}
	for _, r := range runs {
		for i, text := range strings.Split(r.Text, "\n") {
			if i > 0 {
				all = append(all, nil)
			}
			r.Text = text
			all[len(all)-1] = append(all[len(all)-1], r)
		}
	}
	return all
}

func atStart(text string) string {
	if at := start.FindStringIndex(text); at != nil {
		return text[:at[1]-1] + "\\" + text[at[1]-1:]
	}
	return text
}

// line gives the runs of a line side by side.
func line(runs []document.Run) string {
	var b strings.Builder
	for i, r := range runs {
		text := escape(r.Text)
		if r.Strong && canBeStrong(r.Text, i > 0, i < len(runs)-1) {
			inside := strings.TrimSpace(text)
			text = strings.Replace(text, inside, "**"+inside+"**", 1)
		}
		b.WriteString(text)
	}
	return b.String()
}

// canBeStrong reports whether the marks of bold text would be taken for that: beside
// other words a sign at an end would make them stand as stars.
func canBeStrong(text string, before, after bool) bool {
	inside := strings.TrimSpace(text)
	first, _ := utf8.DecodeRuneInString(inside)
	last, _ := utf8.DecodeLastRuneInString(inside)
	return inside != "" && (word(first) || !before || text[0] == ' ') &&
		(word(last) || !after || text[len(text)-1] == ' ')
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
