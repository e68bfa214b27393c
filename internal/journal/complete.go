package journal

import (
	"cmp"
	"slices"
	"strings"
)

// Complete gives up to limit of the themes that are Fitting, archived ones left out;
// those in recent come first, the first of it first, but for what only a parent's name
// brings.
func (ts Themes) Complete(typed string, recent []ThemeID, limit int) []Theme {
	found := slices.DeleteFunc(ts.fitting(typed, recent), func(t Theme) bool { return t.Archived })
	return found[:min(max(limit, 0), len(found))]
}

// Fitting gives the themes that fit what is typed, archived ones too. Those whose parent's name alone
// has a word that begins with it come last; of the others those whose own name begins
// with it come before those of which another word does. One that was merged is given as what stands for it.
func (ts Themes) Fitting(typed string) []Theme { return ts.fitting(typed, nil) }

func (ts Themes) fitting(typed string, recent []ThemeID) []Theme {
	typed = strings.ToLower(strings.TrimSpace(typed))
	recent = ts.Distinct(recent)
	type hit struct {
		theme        Theme
		fits, lately int
	}
	var hits []hit
	for _, t := range ts {
		fits := ts.fits(t, typed)
		at := ts.at(ts.Resolve(t.ID))
		if fits == 0 || at < 0 || slices.ContainsFunc(hits, func(h hit) bool { return h.theme.ID == ts[at].ID }) {
			continue
		}
		lately := slices.Index(recent, ts[at].ID)
		if lately < 0 {
			lately = len(recent)
		}
		hits = append(hits, hit{ts[at], fits, lately})
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if byParent := a.fits == byItsParent; byParent != (b.fits == byItsParent) {
			return cmp.Compare(a.fits, b.fits)
		}
		return cmp.Or(cmp.Compare(a.lately, b.lately), cmp.Compare(a.fits, b.fits))
	})
	found := make([]Theme, len(hits))
	for i, h := range hits {
		found[i] = h.theme
	}
	return found
}

// byItsParent is how well a theme fits that only its parent's name brings.
const byItsParent = 3

// fits tells how well a theme answers to what is typed: 1 the best, 0 not at all.
func (ts Themes) fits(t Theme, typed string) int {
	switch {
	case strings.HasPrefix(strings.ToLower(t.Name), typed):
		return 1
	case wordBegins(t.Name, typed):
		return 2
	case wordBegins(ts.Name(ts.ParentOf(t.ID)), typed):
		return byItsParent
	}
	return 0
}

func wordBegins(name, typed string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, typed) || strings.Contains(name, " "+typed) ||
		strings.Contains(name, "/"+typed) || strings.Contains(name, "-"+typed)
}
