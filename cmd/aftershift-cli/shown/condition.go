package shown

import "aftershift/internal/app"

// Condition is what verify prints.
type Condition struct {
	Intact   int     `json:"intact"`
	Damaged  int     `json:"damaged"`
	Missing  int     `json:"missing"`
	Stale    int     `json:"stale"`    // whole, but not what its list entry vouches for
	Complete bool    `json:"complete"` // exactly the records that were last saved
	Sound    bool    `json:"sound"`
	Older    bool    `json:"older"` // than the journal that was last open here, or apart from it
	Other    bool    `json:"other"` // another journal was last open in its place
	Aside    []Aside `json:"aside"` // records that don't fit, as far as the file can be opened
}

// Aside is a record that doesn't fit.
type Aside struct {
	ID   string `json:"id"`
	Kind string `json:"kind,omitempty"`
	When string `json:"when,omitempty"`
	Why  string `json:"why"`
}

// whys are the reasons as they stand in JSON.
var whys = map[app.Why]string{
	app.Damaged: "damaged", app.Missing: "missing", app.Newer: "newer",
	app.Fields: "newer_fields", app.Names: "names_what_is_lost", app.Rebuilt: "rebuilt",
}

// ConditionOf returns what was found of a journal.
func ConditionOf(is app.Condition, found app.Findings) Condition {
	return Condition{
		Intact: is.Intact, Damaged: is.Damaged, Missing: is.Missing, Stale: is.Stale, Complete: is.Complete,
		Sound: is.Sound() && !is.Older && !is.Other, Older: is.Older, Other: is.Other,
		Aside: each(found.Asides, func(a app.Aside) Aside {
			return Aside{ID: a.ID.String(), Kind: a.Kind, When: string(a.When), Why: whys[a.Why]}
		}),
	}
}
