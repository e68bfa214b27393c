package journal

import (
	"slices"
	"strings"
	"unicode"

	"aftershift/internal/fault"
)

// ThemeID names a case theme. A theme of the second level is written
// "parent/child", so that a filter on the parent can take its children in.
type ThemeID string

// OwnThemes is the parent of themes that the user adds.
const OwnThemes ThemeID = "own"

// Theme is a case theme of either level.
type Theme struct {
	ID       ThemeID `json:"id"`
	Name     string  `json:"name"`
	Archived bool    `json:"archived,omitempty"`
}

// Parent gives the first-level theme that id belongs to; id itself if it is one.
func (id ThemeID) Parent() ThemeID {
	parent, _, _ := strings.Cut(string(id), "/")
	return ThemeID(parent)
}

// Within tells whether id is filter, or a child of it.
func (id ThemeID) Within(filter ThemeID) bool {
	return id == filter || strings.HasPrefix(string(id), string(filter)+"/")
}

// NewTheme gives a theme of the user's own with this name, which is trimmed.
// It gives fault.Invalid for a name that is empty, over 60 characters, or
// without a letter or digit.
func NewTheme(name string) (Theme, error) {
	name = strings.Join(strings.Fields(name), " ")
	slug := slugOf(name)
	if slug == "" || len([]rune(name)) > 60 {
		return Theme{}, fault.New(fault.Invalid, "add theme")
	}
	return Theme{ID: OwnThemes + "/" + ThemeID(slug), Name: name}, nil
}

// Themes is the list of themes that an entry can be tagged with.
type Themes []Theme

// Name gives the theme's name, or its id's last part for an unknown one.
func (ts Themes) Name(id ThemeID) string {
	for _, t := range ts {
		if t.ID == id {
			return t.Name
		}
	}
	return string(id[strings.LastIndexByte(string(id), '/')+1:])
}

// Named returns the theme of this name, whatever its case and spaces, and false
// where there is none.
func (ts Themes) Named(name string) (Theme, bool) {
	name = strings.Join(strings.Fields(name), " ")
	for _, t := range ts {
		if strings.EqualFold(t.Name, name) {
			return t, true
		}
	}
	return Theme{}, false
}

// Complete gives up to limit themes whose name or parent's name has a word that
// begins with typed, themes named in recent first, archived ones left out.
func (ts Themes) Complete(typed string, recent []ThemeID, limit int) []Theme {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var first, rest []Theme
	for _, t := range ts {
		if t.Archived || !ts.matches(t, typed) {
			continue
		}
		if slices.Contains(recent, t.ID) {
			first = append(first, t)
		} else {
			rest = append(rest, t)
		}
	}
	found := append(first, rest...)
	return found[:min(max(limit, 0), len(found))]
}

func (ts Themes) matches(t Theme, typed string) bool {
	return wordBegins(t.Name, typed) || wordBegins(ts.Name(t.ID.Parent()), typed)
}

func wordBegins(name, typed string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, typed) || strings.Contains(name, " "+typed) ||
		strings.Contains(name, "/"+typed) || strings.Contains(name, "-"+typed)
}

func slugOf(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r == ' ' || r == '-' || r == '/' || r == '_':
			b.WriteByte('-')
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			b.WriteRune(r)
		}
	}
	begun := strings.TrimLeftFunc(b.String(), func(r rune) bool { return r == '-' || unicode.IsMark(r) })
	return strings.TrimRight(begun, "-")
}
