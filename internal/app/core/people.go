package core

import (
	"errors"
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/redact"
)

// Person is somebody in the user's register: a name in any of its forms is
// always caught when a copy is made. Role says who they are there ("parent",
// "child", "colleague"), Code what stands in their place; both may be empty.
type Person struct {
	ID journal.ID `json:"id"`
	redact.Person
}

// PeopleKind marks the object that holds the register of people.
const PeopleKind = "people"

// maxPeople bounds what a scan has to look for.
const maxPeople = 5000

func (k *known) loadPeople(l *library.Library) error {
	err := l.Load(PeopleKind, &k.people)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

// People gives the register, in the order of adding.
func (d *Desk) People() []Person { return slices.Clone(d.known.Load().people) }

// SavePerson adds p (ID 0) or changes the one with its ID. It gives
// fault.Invalid when no form is left after trimming.
func (d *Desk) SavePerson(p Person) (Person, error) {
	p.Forms = trimmed(p.Forms)
	if len(p.Forms) == 0 || len(p.Forms) > 50 {
		return p, fault.New(fault.Invalid, "keep person")
	}
	if p.ID == 0 {
		id, err := d.library.NewID()
		if err != nil {
			return p, err
		}
		p.ID = id
	}
	return p, d.setPeople("undo.person", func(people []Person) []Person {
		if at := slices.IndexFunc(people, func(q Person) bool { return q.ID == p.ID }); at >= 0 {
			people[at] = p
			return people
		}
		return append(people, p)
	})
}

// RemovePerson takes a person out of the register. One who is not there is
// passed over. It gives the errors of Library.Save.
func (d *Desk) RemovePerson(id journal.ID) error {
	return d.setPeople("undo.person", func(people []Person) []Person {
		return slices.DeleteFunc(people, func(p Person) bool { return p.ID == id })
	})
}

// setPeople changes the register and makes that a step.
func (d *Desk) setPeople(label string, change func([]Person) []Person) error {
	before, after, err := d.keepPeople(change)
	if err != nil {
		return err
	}
	put := func(people []Person) func() error {
		return func() error {
			_, _, err := d.keepPeople(func([]Person) []Person { return people })
			return err
		}
	}
	Core{d}.Did(label, put(before), put(after))
	return nil
}

// keepPeople changes the register, in one step with reading it, and tells.
func (d *Desk) keepPeople(change func([]Person) []Person) (before, after []Person, err error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	before = d.People()
	if after = change(slices.Clone(before)); len(after) > maxPeople {
		return before, after, fault.New(fault.Invalid, "keep person: register is full")
	}
	if err := d.library.Save(PeopleKind, after); err != nil {
		return before, after, fault.Wrap("keep person", err)
	}
	d.publish(func(k *known) { k.people = after })
	d.events.tell(Event{Kind: PeopleChanged})
	return before, after, nil
}

func trimmed(forms []string) []string {
	var kept []string
	for _, f := range forms {
		if f = strings.Join(strings.Fields(f), " "); f != "" && len(f) <= 200 && !slices.Contains(kept, f) {
			kept = append(kept, f)
		}
	}
	return kept
}
