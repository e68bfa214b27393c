package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"aftershift/internal/fault"
)

// FoundPerson is somebody whom notes that come in name: the forms of the name, the
// longest first, and in how many of the notes it stands.
type FoundPerson struct {
	Forms []string
	Notes int
}

const (
	// oftenNamed is in how many notes a name stands that is offered to the register,
	// where no note lists its people by itself.
	oftenNamed = 3
	// mostOffered bounds what is offered at once.
	mostOffered = 12
)

// PeopleIn returns whom the notes name, those in the most notes first: who surely is a
// person in several notes, and whom notes list as their people. Whoever is in the
// register already isn't among them. It reads as far as a look through the journal for
// names does. It gives fault.Cancelled and the errors of App.Engine.
func (d *Desk) PeopleIn(ctx context.Context, in *Incoming) ([]FoundPerson, error) {
	var texts []string
	listed := map[string]int{}
	for _, n := range in.New() {
		texts = append(texts, n.Text)
		for _, name := range n.People {
			listed[name]++
		}
	}
	search := d.LookForNamesIn(texts)
	for more := true; more; {
		var err error
		if ctx.Err() != nil {
			return nil, fault.As(fault.Cancelled, "look for people", ctx.Err())
		}
		if more, err = search.More(); err != nil {
			return nil, err
		}
	}
	var all []FoundPerson
	for _, met := range search.Found() {
		if met.Entries >= oftenNamed {
			all = append(all, FoundPerson{met.Forms, met.Entries})
		}
	}
	return d.offered(all, listed), nil
}

// offered adds those whom notes list, and returns whom the register doesn't have.
func (d *Desk) offered(all []FoundPerson, listed map[string]int) []FoundPerson {
	called := func(name string) func(form string) bool {
		return func(form string) bool { return strings.EqualFold(form, name) }
	}
	for name, n := range listed {
		found := slices.ContainsFunc(all, func(p FoundPerson) bool { return slices.ContainsFunc(p.Forms, called(name)) })
		known := slices.ContainsFunc(d.People(), func(p Person) bool { return slices.ContainsFunc(p.Forms, called(name)) })
		if !found && !known {
			all = append(all, FoundPerson{[]string{name}, n})
		}
	}
	slices.SortFunc(all, func(x, y FoundPerson) int {
		return cmp.Or(y.Notes-x.Notes, strings.Compare(x.Forms[0], y.Forms[0]))
	})
	return all[:min(len(all), mostOffered)]
}
