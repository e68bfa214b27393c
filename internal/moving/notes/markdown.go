package notes

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// dates are the fields of front matter that say when a note was written; taken all that
// are taken, or say nothing of it.
var (
	dates = []string{"date", "created", "created_at", "creation date", "creation-date", "date created"}
	taken = append([]string{"title", "tags", "tag", "id", "source", "people", "person"}, dates...)
)

// saysMore reports whether a field holds something: not nothing, no, zero or no list.
func saysMore(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case []any:
		return len(v) > 0
	}
	return !slices.Contains([]any{"", false, 0, 0.0}, v)
}

// readMarkdown reads a note of Markdown: plain, of Obsidian, or of Joplin. Front
// matter that is no YAML is text.
func readMarkdown(name string, raw []byte) ([]Note, error) {
	text, err := textOf(raw)
	if err != nil {
		return nil, err
	}
	if properties, body, is := joplinRaw(text); is {
		return rawNote(properties, body)
	}
	n := Note{}
	fields, body := frontMatter(text)
	n.Title, n.Day = nameOf(name)
	n.Tags = append(words(fields["tags"]), words(fields["tag"])...)
	for _, key := range dates {
		if n.when(fields[key]) {
			break
		}
	}
	for key, v := range fields {
		if !slices.Contains(taken, key) && saysMore(v) {
			n.Left = append(n.Left, key)
		}
	}
	n.People = append(words(fields["people"]), words(fields["person"])...)
	n.Text = strings.TrimSpace(body)
	if first, rest, ok := heading(n.Text); ok {
		n.Title, n.Text = first, rest
	}
	if title, ok := fields["title"].(string); ok && strings.TrimSpace(title) != "" {
		n.Title = strings.TrimSpace(title)
	}
	n.Tags = append(n.Tags, inlineTags(n.Text)...)
	n.Beside = beside(n.Text)
	if source, ok := fields["source"].(string); ok && strings.TrimSpace(source) != "" {
		n.Text = strings.TrimSpace(n.Text + "\n\n" + strings.TrimSpace(source)) // where it was clipped from
	}
	if n.Text == "" && len(fields) == 0 {
		return nil, nil
	}
	return []Note{n}, nil
}

// mostFrontMatter bounds what is read as YAML, in bytes.
const mostFrontMatter = 64 << 10

// frontMatter gives the fields between two lines of dashes at the beginning, and what
// follows them; no fields where there are none.
func frontMatter(text string) (fields map[string]any, body string) {
	rest, has := strings.CutPrefix(text, "---\n")
	if !has {
		return nil, text
	}
	raw, body, closed := strings.Cut(rest, "\n---")
	if after, more, _ := strings.Cut(body, "\n"); !closed || strings.TrimSpace(after) != "" || len(raw) > mostFrontMatter {
		return nil, text
	} else {
		body = more
	}
	written := map[string]any{}
	if yaml.Unmarshal([]byte(raw), &written) != nil {
		return nil, text
	}
	return folded(written, raw), body
}

// folded gives fields under names in small letters, the title as it is written. Of two
// that differ in their letters' case alone the smaller one counts, and the other stays
// under its own name.
func folded(written map[string]any, raw string) map[string]any {
	fields := map[string]any{}
	for _, key := range slices.Backward(slices.Sorted(maps.Keys(written))) {
		name := strings.ToLower(key)
		if _, double := fields[name]; double {
			name = key
		}
		fields[name] = written[key]
	}
	if _, is := fields["title"].(string); !is && fields["title"] != nil {
		fields["title"] = titleIn(raw)
	}
	return fields
}

// titleIn gives a title as it is written: 007 is no number there.
func titleIn(raw string) string {
	fields := map[string]yaml.Node{}
	_ = yaml.Unmarshal([]byte(raw), &fields) // it was read before
	for key, node := range fields {
		if strings.EqualFold(key, "title") && node.Kind == yaml.ScalarNode {
			return node.Value
		}
	}
	return ""
}

// words gives the words of a list, or of a text with commas.
func words(v any) (all []string) {
	switch v := v.(type) {
	case string:
		all = strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' && strings.Contains(v, "#") })
	case []any:
		for _, one := range v {
			all = append(all, fmt.Sprint(one))
		}
	}
	kept := all[:0]
	for _, word := range all {
		if word = strings.Trim(word, "# \t@"); word != "" {
			kept = append(kept, word)
		}
	}
	return kept
}

// instants and clocks are the forms in which a time is written, with a zone and
// without.
var (
	instants = []string{time.RFC3339Nano, "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 -0700"}
	clocks   = []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"}
)

// when takes a time or a day as YAML gives it, and reports whether it was one.
func (n *Note) when(v any) bool {
	switch v := v.(type) {
	case time.Time:
		if v.Location() == time.UTC && v.Equal(v.Truncate(24*time.Hour)) {
			n.Day, n.At = v.Format(time.DateOnly), time.Time{}
			return true
		}
		n.at(v, true)
		return true
	case string:
		return n.read(strings.TrimSpace(v))
	}
	return false
}

// read takes a day or a time from text and reports whether it was one; otherwise the
// note stays as it was. A day alone clears the time.
func (n *Note) read(text string) bool {
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		n.Day, n.At = day.Format(time.DateOnly), time.Time{}
		return true
	}
	for _, form := range instants {
		if at, err := time.Parse(form, text); err == nil {
			n.at(at, true)
			return true
		}
	}
	for _, form := range clocks {
		if at, err := time.Parse(form, text); err == nil {
			n.at(at, false)
			return true
		}
	}
	at, ok := slashed(text)
	if ok {
		n.at(at, false)
	}
	return ok
}

// slashed reads a time with slashes, where only one order of day and month makes it one.
// "03/04/2026 10:00" is none, "04/04/2026 10:00" and "30/04/2026 10:00" are.
func slashed(text string) (time.Time, bool) {
	european, err1 := time.Parse("02/01/2006 15:04", text)
	american, err2 := time.Parse("01/02/2006 15:04", text)
	switch {
	case err1 == nil && err2 == nil:
		return european, european.Equal(american)
	case err1 == nil:
		return european, true
	}
	return american, err2 == nil
}

// at takes a time. One with an offset of its own says what the clock on the wall was.
func (n *Note) at(at time.Time, zoned bool) {
	_, offset := at.Zone()
	n.At, n.Day, n.UTC = at, "", zoned && offset == 0
}

// heading gives the first line as the title where it is a heading of the first level.
// A heading with nothing below it stays the text.
func heading(text string) (title, rest string, ok bool) {
	first, rest, _ := strings.Cut(text, "\n")
	title, ok = strings.CutPrefix(first, "# ")
	return strings.TrimSpace(title), strings.TrimSpace(rest), ok && strings.TrimSpace(title) != "" && strings.TrimSpace(rest) != ""
}

// tag finds tags in a text, as Obsidian and RedNotebook write them.
var tag = later(`(?:^|[\s(])#([\p{N}_/-]{0,20}[\p{L}][\p{L}\p{N}_/-]{1,50})`)

// inlineTags gives the tags of a text without their sign, a thousand at most. "#12" is
// a number: a tag needs a letter.
func inlineTags(text string) (all []string) {
	for _, m := range tag().FindAllStringSubmatch(text, 1000) {
		all = append(all, m[1])
	}
	return all
}
