package moving

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"

	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// Names says what things are called where Markdown is read by people.
type Names struct {
	Theme   func(journal.ThemeID) string
	Section func(template journal.TemplateID, key string) string
}

// Note is one file of Markdown.
type Note struct {
	Path string // with slashes, below the folder
	Text string
}

// Notes gives the journal as Markdown, a file a record: entries, their earlier
// versions, and every other kind of record in a folder of its own. What a record
// holds beside its texts stands in the front matter, each value as JSON, which YAML
// takes.
func Notes(c library.Content, n Names) iter.Seq[Note] {
	return func(yield func(Note) bool) {
		taken := map[string]bool{}
		put := func(folder, name, text string) bool {
			return yield(Note{free(taken, folder, name), text})
		}
		for _, r := range c.Entries {
			if !put("entries", entryName(r.Version), entryNote(r.Version, n)) {
				return
			}
			for _, v := range r.Earlier {
				if !put("entries/earlier", entryName(v), entryNote(v, n)) {
					return
				}
			}
		}
		for _, o := range c.Objects {
			if !put(safe(o.Kind), objectName(o), objectNote(o)) {
				return
			}
		}
	}
}

func entryName(v library.Version) string {
	e, err := v.Entry()
	if err != nil {
		return "entry"
	}
	return string(e.Date) + " " + cmp.Or(e.Title, journal.Excerpt(e.Text(), 40))
}

func entryNote(v library.Version, n Names) string {
	fields := map[string]json.RawMessage{}
	_ = json.Unmarshal(v.Head, &fields) // it was read from the journal
	e, _ := v.Entry()
	delete(fields, "sections")
	if len(e.Themes) > 0 {
		names := make([]string, len(e.Themes))
		for i, id := range e.Themes {
			names[i] = n.Theme(id)
		}
		fields["theme_names"], _ = plain(names)
	}
	out := new(strings.Builder)
	frontMatter(out, fields)
	if e.Title != "" {
		fmt.Fprintf(out, "# %s\n\n", e.Title)
	}
	for i, s := range e.Sections {
		if i >= len(v.Texts) || v.Texts[i] == "" {
			continue
		}
		if len(e.Sections) > 1 {
			fmt.Fprintf(out, "## %s\n\n", n.Section(e.Template, s.Key))
		}
		out.WriteString(strings.TrimRight(string(v.Texts[i]), "\n") + "\n\n")
	}
	return out.String()
}

// frontMatter writes fields in the order of their names.
func frontMatter(out *strings.Builder, fields map[string]json.RawMessage) {
	out.WriteString("---\n")
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		value, err := plain(fields[name])
		if err == nil {
			fmt.Fprintf(out, "%s: %s\n", name, value)
		}
	}
	out.WriteString("---\n\n")
}

// longText is from how many characters on a text stands below the front matter.
const longText = 80

func objectNote(o library.Object) string {
	out := new(strings.Builder)
	fields := map[string]json.RawMessage{}
	if json.Unmarshal(o.Body, &fields) != nil {
		fields = map[string]json.RawMessage{"content": o.Body}
	}
	texts := map[string]string{}
	for name, raw := range fields {
		var text string
		if json.Unmarshal(raw, &text) == nil && (len([]rune(text)) > longText || strings.Contains(text, "\n")) {
			texts[name] = text
			delete(fields, name)
		}
	}
	frontMatter(out, fields)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		fmt.Fprintf(out, "## %s\n\n%s\n\n", name, strings.TrimRight(texts[name], "\n"))
	}
	return out.String()
}

// objectName gives the day and the title of a record, as far as it has them.
func objectName(o library.Object) string {
	var is struct {
		Title, Name, Text, File            string
		Start, At, Date, Created, Due, Day string
	}
	_ = json.Unmarshal(o.Body, &is) // a list has neither
	day := cmp.Or(is.Start, is.At, is.Date, is.Created, is.Due, is.Day)
	day = day[:min(len(day), len("2026-03-12"))]
	return strings.TrimSpace(day + " " + cmp.Or(is.Title, is.Name, journal.Excerpt(is.Text, 40), is.File, o.Kind))
}

// mostName is how many characters of a name a file keeps.
const mostName = 70

// safe gives a name that every system takes for a file.
func safe(name string) string {
	kept := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" -_.,()’'", r) {
			return r
		}
		return ' '
	}, name)
	kept = strings.Join(strings.Fields(kept), " ")
	kept = string([]rune(kept)[:min(len([]rune(kept)), mostName)])
	kept = strings.Trim(kept, " .")
	base, _, _ := strings.Cut(strings.ToLower(kept), ".")
	if slices.Contains([]string{"", "con", "prn", "aux", "nul"}, base) || len(base) == 4 && (strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")) {
		return "record " + kept
	}
	return kept
}

// free gives a path that none before has, whatever the case of its letters.
func free(taken map[string]bool, folder, name string) string {
	name = safe(name)
	for try, n := name, 2; ; try, n = fmt.Sprintf("%s (%d)", name, n), n+1 {
		path := folder + "/" + try + ".md"
		if key := strings.ToLower(path); !taken[key] {
			taken[key] = true
			return path
		}
	}
}
