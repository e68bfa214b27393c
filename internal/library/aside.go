package library

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// Why says why a record is set aside.
type Why uint8

// The reasons. What authenticates was written by this program, so that what
// can't be read of it comes from a later version.
const (
	Damaged Why = iota + 1 // its bytes were changed
	Missing                // others name it, and the file lacks it
	Newer                  // whole, of a kind or with a value that this version doesn't know
	Fields                 // in use, with fields that this version doesn't know and keeps
	Names                  // in use, but it names what isn't there, or another record says otherwise
	Rebuilt                // the entry is in use; what lists show of it was made anew from its text
)

// What an Aside is where it is no object: an object's Kind is its own.
const (
	OfEntry    = "entry"   // all of it
	OfText     = "text"    // an entry's text and marks; lists still show it
	OfDraft    = "draft"   // what was being written
	OfRevision = "version" // an earlier version of an entry
)

// Aside is a record that doesn't fit, and what is known of it. It stays in the
// file byte for byte.
type Aside struct {
	Table vault.Table
	ID    journal.ID
	Kind  string       // what it is; "" where nobody knows
	Name  string       // its title or first words; "" where they can't be read
	When  journal.Date // the day it is about; "" where that can't be read
	Why   Why
	Words string // what can be read of one that is out of use
}

// OutOfUse reports whether nothing of the record is shown elsewhere.
func (a Aside) OutOfUse() bool { return a.Why == Damaged || a.Why == Missing || a.Why == Newer }

// Asides gives what was set aside since the journal was opened, the gravest
// first, and within that by kind and day. It is complete once EachEntry has come
// to its end.
func (l *Library) Asides() []Aside {
	l.asideMu.Lock()
	defer l.asideMu.Unlock()
	all := slices.Clone(l.asides)
	slices.SortFunc(all, func(a, b Aside) int {
		return cmp.Or(cmp.Compare(a.Why, b.Why), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.When, b.When), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// setAside notes a record once.
func (l *Library) setAside(a Aside) {
	l.asideMu.Lock()
	defer l.asideMu.Unlock()
	for i, known := range l.asides {
		if known.Table != a.Table || known.ID != a.ID {
			continue
		}
		if known.Why == a.Why || known.OutOfUse() {
			l.asides[i].Kind = cmp.Or(known.Kind, a.Kind)
			return
		}
	}
	l.asides = append(l.asides, a)
}

// entryAside gives an Aside with what lists show of the entry.
func (l *Library) entryAside(table vault.Table, id vault.ID, kind string, why Why) Aside {
	a := Aside{Table: table, ID: journal.ID(id), Kind: kind, Why: why}
	if o, listed := l.Overview(journal.ID(id)); listed {
		a.Name, a.When = o.Name(), o.Date
	}
	return a
}

// setAsideEach notes records of a table that didn't open.
func (l *Library) setAsideEach(table vault.Table, kind string, ids []vault.ID) {
	for _, id := range ids {
		l.setAside(l.entryAside(table, id, kind, Damaged))
	}
}
