package notes

import (
	"regexp"
	"strings"
	"time"
)

// property is a line of what Joplin writes below a note when it exports everything as
// it stores it.
var property = regexp.MustCompile(`^([a-z_]{2,40}): ?(.*)$`)

// joplinRaw gives what Joplin's raw export says below a text, the text above it, and
// whether the text is of such an export: its last line says of which type it is.
// Without both an id and a type the lines are somebody's text.
func joplinRaw(text string) (properties map[string]string, body string, is bool) {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	properties = map[string]string{}
	for len(lines) > 0 {
		m := property.FindStringSubmatch(lines[len(lines)-1])
		if m == nil {
			break
		}
		properties[m[1]], lines = m[2], lines[:len(lines)-1]
	}
	if properties["type_"] == "" || properties["id"] == "" {
		return nil, text, false
	}
	return properties, strings.Join(lines, "\n"), true
}

// rawNote gives a note of Joplin's raw export: its first line is the title. What else
// stands in such an export (folders, tags, pictures, and what joins them) is no note.
func rawNote(properties map[string]string, body string) ([]Note, error) {
	const aNote = "1"
	if properties["type_"] != aNote {
		return nil, unread{Unknown}
	}
	title, text, _ := strings.Cut(body, "\n")
	n := Note{Title: strings.TrimSpace(title), Text: strings.TrimSpace(text)}
	for _, key := range []string{"user_created_time", "created_time"} {
		if at, err := time.Parse(time.RFC3339, properties[key]); err == nil {
			n.at(at, true)
			break
		}
	}
	if n.Title == "" && n.Text == "" {
		return nil, nil
	}
	n.Tags, n.Beside = inlineTags(n.Text), beside(n.Text)
	return []Note{n}, nil
}
