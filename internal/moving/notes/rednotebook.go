package notes

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// inserted finds pictures and files in a text of RedNotebook: [""path"".end].
var inserted = later(`\[(?:[^\]\n"]{0,200} )?""([^"\n]{1,500})""(\.[A-Za-z0-9]{1,5})?\]`)

// readMonth reads a month of RedNotebook: the days of it as YAML, each with its text
// and the categories that it has words in.
// A day that the month hasn't makes the file broken; readText then takes it as text.
func readMonth(name, text string) ([]Note, error) {
	days := map[int]map[string]any{}
	if yaml.Unmarshal([]byte(text), &days) != nil || len(days) == 0 {
		return nil, unread{Broken}
	}
	var all []Note
	for _, day := range slices.Sorted(maps.Keys(days)) {
		n := Note{Day: fmt.Sprintf("%s-%02d", strings.TrimSuffix(name, ".txt"), day)}
		if _, err := time.Parse(time.DateOnly, n.Day); err != nil {
			return nil, unread{Broken}
		}
		written, _ := days[day]["text"].(string)
		n.Text = strings.TrimSpace(written)
		for _, category := range slices.Sorted(maps.Keys(days[day])) {
			if category != "text" {
				n.Text = strings.TrimSpace(n.Text + "\n\n" + categoryText(category, days[day][category]))
				n.Tags = append(n.Tags, category)
			}
		}
		for _, m := range inserted().FindAllStringSubmatch(n.Text, 1000) {
			n.Beside = append(n.Beside, path.Base(m[1]+m[2]))
		}
		n.Tags = append(n.Tags, inlineTags(n.Text)...)
		if n.Text != "" {
			all = append(all, n)
		}
	}
	return all, nil
}

// categoryText gives what stands under a category, a line each.
// Only the entries' names are text there.
func categoryText(category string, v any) string {
	lines := []string{category}
	if entries, is := v.(map[string]any); is {
		for _, entry := range slices.Sorted(maps.Keys(entries)) {
			lines = append(lines, "- "+entry)
		}
	}
	return strings.Join(lines, "\n")
}
