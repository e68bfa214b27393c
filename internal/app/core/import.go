package core

import (
	"context"
	"sync/atomic"

	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// Import is what comes into the journal together.
type Import struct {
	Themes []string   // names; one that is there already, or can't be a theme, is passed over
	People [][]string // the forms of each name; who is there already is passed over
	// Entries makes the entries, which may have any of the themes. It is called once,
	// with Saving held.
	Entries func(journal.Themes) ([]journal.Entry, error)
}

// Imported is what an import made.
type Imported struct {
	Entries []journal.Entry
	Themes  journal.Themes
	People  []Person
}

// Import keeps all of it in one transaction, or nothing, and nothing where there is no
// entry. It has no undo of its own. progress (may be nil) counts entries. It gives the
// errors of in.Entries, fault.Invalid for a register that is full, and the errors of
// Library.SaveNew.
func (d Core) Import(ctx context.Context, in Import, progress *atomic.Int64) (made Imported, err error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	before, known := d.Themes(), d.People()
	themes := withThemes(before, in.Themes)
	people, err := d.withPeople(known, in.People)
	if err != nil {
		return made, err
	}
	entries, err := in.Entries(themes)
	if err != nil || len(entries) == 0 {
		return made, err
	}
	made = Imported{entries, themes[len(before):], people[len(known):]}
	beside, err := made.beside(themes, people)
	if err == nil {
		err = d.library.SaveNew(ctx, entries, progress, beside...)
	}
	if err != nil {
		return Imported{}, err
	}
	if len(made.Themes) > 0 {
		d.haveThemes(themes)
	}
	if len(made.People) > 0 {
		d.havePeople(people)
	}
	for _, e := range entries {
		d.Knows(e)
	}
	return made, nil
}

// beside gives what is written with the entries.
func (made Imported) beside(themes journal.Themes, people []Person) (all []library.Single, err error) {
	if len(made.Themes) > 0 {
		kept, err := keptThemes(themes)
		if err != nil {
			return nil, err
		}
		all = append(all, kept)
	}
	if len(made.People) > 0 {
		all = append(all, library.Single{Kind: PeopleKind, Value: people})
	}
	return all, nil
}
