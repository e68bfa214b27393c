package core

import (
	"reflect"
	"slices"
)

// Unfinished is what was typed into the fields of a form, in their order, and not
// submitted. Page and Form name it; Left is for a form that was closed over it.
type Unfinished struct {
	Page  string   `json:"page"`
	Form  string   `json:"form"`
	Texts []string `json:"texts"`
	Left  bool     `json:"left,omitempty"`
}

// Unfinished gives what was last kept of that kind.
func (d *Desk) Unfinished() []Unfinished { return slices.Clone(d.Settings().Unfinished) }

// KeepUnfinished keeps all that is unfinished now, sealed like everything else,
// and writes nothing where that is known already. It gives the errors of
// SetSettings.
func (d *Desk) KeepUnfinished(all []Unfinished) error {
	if known := d.Unfinished(); len(known) == len(all) && (len(all) == 0 || reflect.DeepEqual(known, all)) {
		return nil
	}
	return d.keepSettings(func(s *Settings) { s.Unfinished = all })
}
