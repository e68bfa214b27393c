package journal

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

var fewThemes = Themes{
	{ID: "safety", Name: "Safety"},
	{ID: "safety/lone", Name: "Lone visits"},
	{ID: "safety/threat", Name: "Threats"},
	{ID: "team", Name: "Team"},
	{ID: "team/load", Name: "Caseload"},
	{ID: "own/nights", Name: "Nights"},
}

// Whatever is done to themes, each id stays where it is, names what is offered, and
// what was merged leads to one that was not.
func TestThemes_changes_leave_every_id(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now, ids := fewThemes, []ThemeID{}
		for _, one := range fewThemes {
			ids = append(ids, one.ID)
		}
		id := rapid.SampledFrom(ids)
		for range rapid.IntRange(1, 12).Draw(t, "changes") {
			at, to := id.Draw(t, "theme"), id.Draw(t, "to")
			after, err := map[string]func() (Themes, error){
				"rename":  func() (Themes, error) { return now.Rename(at, string(to)+" anew") },
				"move":    func() (Themes, error) { return now.Move(at, to) },
				"merge":   func() (Themes, error) { return now.Merge(at, to) },
				"archive": func() (Themes, error) { return now.Archive(at, rapid.Bool().Draw(t, "archived")) },
			}[rapid.SampledFrom([]string{"rename", "move", "merge", "archive"}).Draw(t, "change")]()
			if err != nil && !slices.Equal(now, after) {
				t.Fatal("a refused change changes")
			}
			now = after
		}
		for i, one := range now {
			stands, there := now.Theme(now.Resolve(one.ID))
			if one.ID != ids[i] || !there || stands.Into != "" || !now.Place(one.ID).Within(now.Place(now.ParentOf(stands.ID))) {
				t.Fatalf("%+v stands for %+v", stands, one)
			}
		}
		if kept := now.Beyond(fewThemes); !slices.Equal(fewThemes.With(kept), now) {
			t.Fatal("what is kept beyond those that ship gives other themes")
		}
	})
}

func TestThemes_changes_that_can_not_be(t *testing.T) {
	for name, c := range map[string]struct {
		change func() (Themes, error)
		want   error
	}{
		"a name that another has":  {func() (Themes, error) { return fewThemes.Rename("safety/lone", " threats ") }, fault.Conflict},
		"no name":                  {func() (Themes, error) { return fewThemes.Rename("safety/lone", "?") }, fault.Invalid},
		"nobody's":                 {func() (Themes, error) { return fewThemes.Rename("later/one", "One") }, fault.NotFound},
		"below the second level":   {func() (Themes, error) { return fewThemes.Move("team/load", "safety/lone") }, fault.Invalid},
		"a first-level one":        {func() (Themes, error) { return fewThemes.Move("team", "safety") }, fault.Invalid},
		"into itself":              {func() (Themes, error) { return fewThemes.Merge("team/load", "team/load") }, fault.Invalid},
		"one that takes its child": {func() (Themes, error) { return fewThemes.Merge("team", "safety") }, fault.Invalid},
	} {
		if _, err := c.change(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	merged, err := fewThemes.Merge("safety/lone", "safety/threat")
	if _, ring := merged.Merge("safety/threat", "safety/lone"); err != nil || !errors.Is(ring, fault.Invalid) {
		t.Errorf("two that stand for each other: %v, %v", err, ring)
	}
}

func TestThemes_Complete_ranks(t *testing.T) {
	all := append(slices.Clone(fewThemes), Theme{ID: "team/lo", Name: "Low morale"}, Theme{ID: "own/long", Name: "Long drives at low tide"})
	names := func(found []Theme) (names []string) {
		for _, one := range found {
			names = append(names, one.Name)
		}
		return names
	}
	if got := names(all.Complete("lo", nil, 9)); !slices.Equal(got, []string{"Lone visits", "Low morale", "Long drives at low tide"}) {
		t.Errorf("%q", got)
	}
	if got := names(all.Complete("lo", []ThemeID{"own/nights", "own/long", "team/lo"}, 9)); !slices.Equal(got, []string{"Long drives at low tide", "Low morale", "Lone visits"}) {
		t.Errorf("with recent ones %q", got)
	}
	if got := names(all.Complete("low", nil, 9)); !slices.Equal(got, []string{"Low morale", "Long drives at low tide"}) {
		t.Errorf("the beginning of a name does not come first: %q", got)
	}
	merged, _ := all.Merge("safety/lone", "safety/threat")
	if got := names(merged.Complete("lone", nil, 9)); !slices.Equal(got, []string{"Threats"}) {
		t.Errorf("of one that was merged %q", got)
	}
}

func TestThemes_Add_nameOfOneThatIsCalledOtherwiseNow(t *testing.T) {
	renamed, _ := fewThemes.Rename("own/nights", "Late shifts")
	all, added, err := renamed.Add("Nights")
	if err != nil || added.ID == "own/nights" || added.Name != "Nights" || len(all) != len(fewThemes)+1 {
		t.Errorf("%+v %v", added, err)
	}
}
