package journal

import (
	"slices"
	"strings"
	"unicode"

	"aftershift/internal/fault"
)

// ThemeID names a case theme and never changes. A theme of the second level is
// written "parent/child", after the parent under which it was made.
type ThemeID string

// OwnThemes is the parent of themes that the user adds.
const OwnThemes ThemeID = "own"

// Theme is a case theme of either level. Under, where set, is the first-level theme
// to which it was moved, and Into the theme that stands for it since both were
// merged.
type Theme struct {
	ID       ThemeID `json:"id"`
	Name     string  `json:"name"`
	Archived bool    `json:"archived,omitempty"`
	Under    ThemeID `json:"under,omitempty"`
	Into     ThemeID `json:"into,omitempty"`
}

// Parent gives the first-level theme under which id was made; id itself if it is
// one. Themes.ParentOf knows where it was moved since.
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

func (ts Themes) at(id ThemeID) int {
	return slices.IndexFunc(ts, func(t Theme) bool { return t.ID == id })
}

// Theme gives the theme of an id, and false where there is none.
func (ts Themes) Theme(id ThemeID) (Theme, bool) {
	if i := ts.at(id); i >= 0 {
		return ts[i], true
	}
	return Theme{}, false
}

// Resolve gives the theme that stands for id: id itself unless it was merged.
func (ts Themes) Resolve(id ThemeID) ThemeID {
	for range ts { // as far as anybody could have merged; a ring from elsewhere ends too
		i := ts.at(id)
		if i < 0 || ts[i].Into == "" {
			break
		}
		id = ts[i].Into
	}
	return id
}

// Distinct gives the themes that stand for ids, each once, in their order.
func (ts Themes) Distinct(ids []ThemeID) []ThemeID {
	var shown []ThemeID
	for _, id := range ids {
		if id = ts.Resolve(id); !slices.Contains(shown, id) {
			shown = append(shown, id)
		}
	}
	return shown
}

// Toggled gives ids with id behind them, or without all that it stands for where
// any of them is there.
func (ts Themes) Toggled(ids []ThemeID, id ThemeID) []ThemeID {
	without := slices.DeleteFunc(slices.Clone(ids), func(t ThemeID) bool { return ts.Resolve(t) == ts.Resolve(id) })
	if len(without) < len(ids) {
		return without
	}
	return append(without, id)
}

// ParentOf gives the first-level theme under which id stands now; id itself if it
// is one.
func (ts Themes) ParentOf(id ThemeID) ThemeID {
	if i := ts.at(id); i >= 0 && ts[i].Under != "" {
		return ts[i].Under
	}
	return id.Parent()
}

// Place gives an id by which Within answers for where the theme stands now.
func (ts Themes) Place(id ThemeID) ThemeID {
	id = ts.Resolve(id)
	if parent := ts.ParentOf(id); parent != id {
		return parent + "/" + ThemeID(strings.ReplaceAll(string(id), "/", "|"))
	}
	return id
}

// Places gives Place of each.
func (ts Themes) Places(ids []ThemeID) []ThemeID {
	places := make([]ThemeID, len(ids))
	for i, id := range ids {
		places[i] = ts.Place(id)
	}
	return places
}

// Name gives the name of the theme that stands for id, or its id's last part for
// an unknown one.
func (ts Themes) Name(id ThemeID) string {
	id = ts.Resolve(id)
	if i := ts.at(id); i >= 0 {
		return ts[i].Name
	}
	return string(id[strings.LastIndexByte(string(id), '/')+1:])
}

// Named returns the theme of this name, whatever its case and spaces, and false
// where there is none. One that was merged doesn't count.
func (ts Themes) Named(name string) (Theme, bool) {
	name = strings.Join(strings.Fields(name), " ")
	for _, t := range ts {
		if t.Into == "" && strings.EqualFold(t.Name, name) {
			return t, true
		}
	}
	return Theme{}, false
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
