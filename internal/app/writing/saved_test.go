package writing_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
)

func TestDesk_SaveSearch_lives_in_the_journal(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.SaveSearch(" Hard  nights ", " hit>6 door "))
	d = apptest.Reopened(t, d)
	want := []app.SavedSearch{{Name: "Hard nights", Query: "hit>6 door"}}
	if got := d.Settings().Searches; !slices.Equal(got, want) {
		t.Errorf("kept %v", got)
	}
	apptest.Must(t, d.SaveSearch("HARD nights", "hit>7"))
	if got := d.Settings().Searches; len(got) != 1 || got[0].Query != "hit>7" {
		t.Errorf("the same name twice: %v", got)
	}
}

func TestDesk_searches_refuse_what_breaks_a_rule(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.SaveSearch("one", "a"))
	apptest.Must(t, d.SaveSearch("two", "b"))
	for name, c := range map[string]struct {
		err  error
		want error
	}{
		"no name":      {d.SaveSearch("  ", "a"), fault.Invalid},
		"no query":     {d.SaveSearch("three", " "), fault.Invalid},
		"long name":    {d.SaveSearch(strings.Repeat("n", 61), "a"), fault.Invalid},
		"not there":    {d.RenameSearch("three", "four"), fault.NotFound},
		"name taken":   {d.RenameSearch("one", "Two"), fault.Conflict},
		"empty name":   {d.RenameSearch("one", ""), fault.Invalid},
		"another case": {d.RenameSearch("one", "One"), nil},
		"remove none":  {d.RemoveSearch("three"), nil},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", name, c.err, c.want)
		}
	}
	if got := d.Settings().Searches; len(got) != 2 || got[0].Name != "One" {
		t.Errorf("kept %v", got)
	}
}

// Whatever is done to kept searches, taking it all back returns exactly what was,
// and making it again exactly what came of it.
func TestDesk_searches_come_back_as_they_were(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	rapid.Check(t, func(t *rapid.T) {
		states := [][]app.SavedSearch{slices.Clone(d.Settings().Searches)}
		name := rapid.Map(rapid.IntRange(0, 4), func(n int) string { return fmt.Sprint("name ", n) })
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			var err error
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0:
				err = d.SaveSearch(name.Draw(t, "name"), rapid.StringMatching("[a-z]{1,5}").Draw(t, "query"))
			case 1:
				err = d.RenameSearch(name.Draw(t, "name"), name.Draw(t, "to"))
			default:
				err = d.RemoveSearch(name.Draw(t, "name"))
			}
			now := slices.Clone(d.Settings().Searches)
			if err == nil && !slices.Equal(now, states[len(states)-1]) {
				states = append(states, now)
			}
		}
		for at := len(states) - 2; at >= 0; at-- {
			if err := d.Undo(); err != nil || !slices.Equal(d.Settings().Searches, states[at]) {
				t.Fatalf("undo: %v, %v, want %v", err, d.Settings().Searches, states[at])
			}
		}
		for at := 1; at < len(states); at++ {
			if err := d.Redo(); err != nil || !slices.Equal(d.Settings().Searches, states[at]) {
				t.Fatalf("redo: %v, %v, want %v", err, d.Settings().Searches, states[at])
			}
		}
	})
}
