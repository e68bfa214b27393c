package notes

import (
	"bytes"
	"errors"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"
	"time"

	"aftershift/internal/charset"
)

// later compiles a pattern when it is first looked for: some with long counts take a
// good deal of time and memory, and most people never bring notes in.
func later(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// unread is why a file can't be read.
type unread struct{ why Why }

func (u unread) Error() string { return string(u.why) }

// whyOf gives the reason that err carries; an error of anybody else's means Broken.
func whyOf(err error) Why {
	if u := (unread{}); errors.As(err, &u) {
		return u.why
	}
	return Broken
}

// readUpTo reads limit bytes at most, whatever the file said of its size.
func readUpTo(r io.Reader, limit int64) ([]byte, Why) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, Broken
	case int64(len(raw)) > limit:
		return nil, TooLarge
	}
	return raw, ""
}

// textOf gives the bytes as text, with lines that end as they do here.
// A byte 0 within it means that it is no text.
func textOf(raw []byte) (string, error) {
	text, err := charset.ReadAll(bytes.NewReader(raw), int64(len(raw))*2+16)
	if err != nil || strings.ContainsRune(text, 0) {
		return "", unread{NotText}
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), nil
}

// month is how RedNotebook names its files.
var month = regexp.MustCompile(`^\d{4}-\d{2}\.txt$`)

// readText reads a plain text, or a month of RedNotebook.
func readText(name string, raw []byte) ([]Note, error) {
	text, err := textOf(raw)
	if err != nil {
		return nil, err
	}
	if month.MatchString(path.Base(name)) {
		if days, err := readMonth(path.Base(name), text); err == nil {
			return days, nil
		}
	}
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	title, day := nameOf(name)
	return []Note{{Title: title, Text: strings.TrimSpace(text), Day: day}}, nil
}

// dayIn finds a day in a name.
var dayIn = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?:$|[^0-9])`)

// nameOf gives the title that a file's name is, without the day in it, and the day.
func nameOf(name string) (title, day string) {
	title = strings.TrimSuffix(path.Base(name), path.Ext(name))
	at := dayIn.FindStringSubmatchIndex(title)
	if at == nil {
		return title, ""
	}
	day = title[at[2]:at[3]] + "-" + title[at[4]:at[5]] + "-" + title[at[6]:at[7]]
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return title, ""
	}
	return strings.Trim(title[:at[2]]+title[at[7]:], " -_."), day
}

// pictures finds what a Markdown text shows or links from files beside it.
var pictures = later(`!\[[^\]\n]{0,300}\]\(<?([^)>\s]{1,500})[^)\n]{0,300}\)|!\[\[([^\]|\n]{1,300})[^\]\n]{0,300}\]\]|\]\((:/[0-9a-f]{32}|[./]*_resources/[^)\s]{1,300})\)`)

// beside gives the names of files that a text shows and that stay where they are.
func beside(text string) (all []string) {
	for _, m := range pictures().FindAllStringSubmatch(text, 10_000) {
		for _, name := range m[1:] {
			if plain, err := url.PathUnescape(name); err == nil && plain != "" {
				all = append(all, path.Base(plain))
			} else if name != "" {
				all = append(all, path.Base(name))
			}
		}
	}
	return all
}
