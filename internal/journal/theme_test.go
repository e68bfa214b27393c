package journal

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
	"aftershift/internal/trial"
)

var someThemes = Themes{
	{ID: "child-protection", Name: "Child protection"},
	{ID: "child-protection/neglect", Name: "Neglect"},
	{ID: "child-protection/online-harm", Name: "Online harm"},
	{ID: "child-protection/old", Name: "Neglect, old list", Archived: true},
	{ID: "adult-safeguarding", Name: "Adult safeguarding"},
	{ID: "adult-safeguarding/self-neglect", Name: "Self-neglect/hoarding"},
	{ID: "own/night-duty", Name: "Night duty"},
}

func TestThemes_Named(t *testing.T) {
	for name, want := range map[string]ThemeID{
		"neglect": "child-protection/neglect", " Night  DUTY": "own/night-duty", "night": "", "": "",
	} {
		got, found := someThemes.Named(name)
		if got.ID != want || found != (want != "") {
			t.Errorf("%q is %q, %v", name, got.ID, found)
		}
	}
}

func TestThemes_Complete(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		recent      []ThemeID
		limit       int
		want        string
	}{
		{"beginning", "negl", nil, 9, "child-protection/neglect adult-safeguarding/self-neglect"},
		{"recent first", "negl", []ThemeID{"adult-safeguarding/self-neglect"}, 9, "adult-safeguarding/self-neglect child-protection/neglect"},
		{"limit", "negl", nil, 1, "child-protection/neglect"},
		{"no room", "negl", nil, 0, ""},
		{"less than no room", "negl", nil, -1, ""},
		{"second word", "harm", nil, 9, "child-protection/online-harm"},
		{"after a stroke", "hoard", nil, 9, "adult-safeguarding/self-neglect"},
		{"inside a word", "glect", nil, 9, ""},
		{"two words", "online h", nil, 9, "child-protection/online-harm"},
		{"parent's name brings children", "protec", nil, 9, "child-protection child-protection/neglect child-protection/online-harm"},
		{"case and spaces", "  NIGHT ", nil, 9, "own/night-duty"},
		{"nothing typed", "", []ThemeID{"own/night-duty"}, 2, "own/night-duty child-protection"},
		{"archived", "old", nil, 9, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ids []string
			for _, theme := range someThemes.Complete(c.typed, c.recent, c.limit) {
				ids = append(ids, string(theme.ID))
			}
			if got := strings.Join(ids, " "); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestThemes_Name(t *testing.T) {
	for id, want := range map[ThemeID]string{
		"own/night-duty": "Night duty", "child-protection/old": "Neglect, old list",
		"own/gone": "gone", "gone": "gone", "": "",
	} {
		if got := someThemes.Name(id); got != want {
			t.Errorf("%q is called %q, want %q", id, got, want)
		}
	}
}

func TestThemeID_Within(t *testing.T) {
	trial.Each(t, func(c [2]ThemeID) bool { return c[0].Within(c[1]) }, map[[2]ThemeID]bool{
		{"carers", "carers"}:               true,
		{"carers/young", "carers"}:         true,
		{"carers/young", "carers/young"}:   true,
		{"carers", "carers/young"}:         false,
		{"carers-abroad", "carers"}:        false,
		{"carers/younger", "carers/young"}: false,
		{"carers", ""}:                     false,
	})
	if ThemeID("carers/young").Parent() != "carers" || ThemeID("carers").Parent() != "carers" {
		t.Error("a parent is lost")
	}
}

func TestNewTheme(t *testing.T) {
	for name, want := range map[string]Theme{
		"Night duty":            {ID: "own/night-duty", Name: "Night duty"},
		"  Night \n duty ":      {ID: "own/night-duty", Name: "Night duty"},
		"Day/night":             {ID: "own/day-night", Name: "Day/night"},
		"«Élan»!":               {ID: "own/élan", Name: "«Élan»!"},
		"कि":                    {ID: "own/कि", Name: "कि"},
		"A&E 2":                 {ID: "own/ae-2", Name: "A&E 2"},
		" - /a":                 {ID: "own/a", Name: "- /a"},
		"\u0301a":               {ID: "own/a", Name: "\u0301a"},
		strings.Repeat("é", 60): {ID: "own/" + ThemeID(strings.Repeat("é", 60)), Name: strings.Repeat("é", 60)},
	} {
		if got, err := NewTheme(name); got != want || err != nil {
			t.Errorf("%q gives %+v, %v", name, got, err)
		}
	}
	for _, name := range []string{"", "  ", "!?", "—", "🙂", "- /", "\u0301", "\xff", strings.Repeat("x", 61)} {
		if got, err := NewTheme(name); !errors.Is(err, fault.Invalid) || got != (Theme{}) {
			t.Errorf("%q gives %+v, %v", name, got, err)
		}
	}
}

func TestNewTheme_any_name(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		theme, err := NewTheme(rapid.String().Draw(t, "name"))
		if err != nil {
			return
		}
		again, err := NewTheme(theme.Name)
		if err != nil || again != theme {
			t.Fatalf("%+v is not itself again: %+v, %v", theme, again, err)
		}
		if theme.ID.Parent() != OwnThemes || strings.Count(string(theme.ID), "/") != 1 || strings.ContainsAny(string(theme.ID), " \n") {
			t.Fatalf("%q is no id of a second level", theme.ID)
		}
	})
}

func TestThemes_that_ship_form_two_levels(t *testing.T) {
	raw, err := os.ReadFile("../../assets/themes/themes.json")
	if err != nil {
		t.Fatal(err)
	}
	var themes Themes
	if err := json.Unmarshal(raw, &themes); err != nil || len(themes) == 0 {
		t.Fatalf("%d themes, %v", len(themes), err)
	}
	var seen []ThemeID
	for _, theme := range themes {
		if theme.ID == "" || strings.TrimSpace(theme.Name) != theme.Name || theme.Name == "" || theme.Archived {
			t.Errorf("%+v has no id or no plain name, or is archived", theme)
		}
		if slices.Contains(seen, theme.ID) || theme.ID.Parent() == OwnThemes {
			t.Errorf("%s stands twice, or takes the user's own place", theme.ID)
		}
		seen = append(seen, theme.ID)
		if strings.Count(string(theme.ID), "/") > 1 || !slices.Contains(seen, theme.ID.Parent()) {
			t.Errorf("%s has no parent before it, or is too deep", theme.ID)
		}
	}
}
