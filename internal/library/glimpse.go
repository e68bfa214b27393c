package library

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/journal"
)

// Bounds on what is shown of a record that this version can't use.
const (
	glimpseRunes = 20000
	glimpseDepth = 6
)

// glimpse gives what can be told of an object that this version doesn't know:
// what it may be called, its day, and all its words.
func glimpse(raw []byte) (name string, when journal.Date, words string) {
	var fields map[string]any
	if json.Unmarshal(raw, &fields) != nil {
		return "", "", ""
	}
	for _, key := range []string{"title", "name", "text", "file"} {
		if s, is := fields[key].(string); is && name == "" {
			name = journal.Excerpt(s, 60)
		}
	}
	for _, key := range []string{"date", "start", "created", "at", "written", "on", "from"} {
		s, _ := fields[key].(string)
		if day := journal.Date(s[:min(len(s), len("2006-01-02"))]); when == "" && day.Validate() == nil {
			when = day
		}
	}
	var b strings.Builder
	spell(&b, "", fields, 0)
	return name, when, cutRunes(b.String(), glimpseRunes)
}

// spell writes a JSON value line by line.
func spell(b *strings.Builder, key string, v any, depth int) {
	if depth > glimpseDepth || b.Len() > glimpseRunes*utf8.UTFMax {
		return
	}
	indent := strings.Repeat("  ", max(depth-1, 0))
	switch v := v.(type) {
	case map[string]any:
		if key != "" {
			fmt.Fprintf(b, "%s%s:\n", indent, key)
		}
		for _, k := range slices.Sorted(maps.Keys(v)) {
			spell(b, k, v[k], depth+1)
		}
	case []any:
		for _, each := range v {
			spell(b, key, each, depth)
		}
	case nil:
	default:
		fmt.Fprintf(b, "%s%s: %v\n", indent, key, v)
	}
}

func cutRunes(s string, most int) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
