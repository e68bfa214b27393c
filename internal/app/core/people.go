package core

import (
	"cmp"
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

// mostForms is how many ways of writing one name are kept.
const mostForms = 50

// SavePerson adds p (ID 0) or changes the one with its ID. It gives
// fault.Invalid when no form is left after trimming, or too many, and the errors of
// Library.Save.
func (d *Desk) SavePerson(p Person) (Person, error) {
	p.Forms = trimmed(p.Forms)
	if len(p.Forms) == 0 || len(p.Forms) > mostForms {
		return p, fault.New(fault.Invalid, "keep person")
	}
	if p.ID == 0 {
		id, err := d.library.NewID()
		if err != nil {
			return p, err
		}
		p.ID = id
	}
	return p, d.setPeople("undo.person", func(people []Person) ([]Person, error) {
		if at := at(people, p.ID); at >= 0 {
			people[at] = p
			return people, nil
		}
		return append(people, p), nil
	})
}

// RemovePerson takes a person out of the register. One who is not there is
// passed over. It gives the errors of Library.Save.
func (d *Desk) RemovePerson(id journal.ID) error {
	return d.setPeople("undo.person", func(people []Person) ([]Person, error) {
		return slices.DeleteFunc(people, func(p Person) bool { return p.ID == id }), nil
	})
}

// MergePerson makes one person of two who turned out to be the same: into takes
// the forms of id, and what it doesn't say itself of role, relation and code. It
// gives fault.NotFound where one of them is not there, fault.Invalid where they are
// the same or have too many forms together, and the errors of Library.Save.
func (d *Desk) MergePerson(id, into journal.ID) error {
	return d.setPeople("undo.person.merge", func(people []Person) ([]Person, error) {
		from, to := at(people, id), at(people, into)
		if from < 0 || to < 0 {
			return nil, fault.New(fault.NotFound, "merge people")
		}
		one := people[to]
		one.Forms = trimmed(append(slices.Clone(one.Forms), people[from].Forms...))
		if from == to || len(one.Forms) > mostForms {
			return nil, fault.New(fault.Invalid, "merge people")
		}
		one.Role = cmp.Or(one.Role, people[from].Role)
		one.Relation = cmp.Or(one.Relation, people[from].Relation)
		one.Code = cmp.Or(one.Code, people[from].Code)
		people[to] = one
		return slices.Delete(people, from, from+1), nil
	})
}

func at(people []Person, id journal.ID) int {
	return slices.IndexFunc(people, func(p Person) bool { return p.ID == id })
}

// setPeople changes the register and makes that a step.
func (d *Desk) setPeople(label string, change func([]Person) ([]Person, error)) error {
	before, after, err := d.keepPeople(change)
	if err != nil {
		return err
	}
	put := func(from, to []Person) func() error {
		return func() error {
			_, _, err := d.keepPeople(func(people []Person) ([]Person, error) {
				if !slices.EqualFunc(people, from, Person.equal) {
					return nil, fault.New(fault.Conflict, "keep person: changed since")
				}
				return to, nil
			})
			return err
		}
	}
	Core{d}.Did(label, put(after, before), put(before, after))
	return nil
}

func (p Person) equal(q Person) bool {
	return p.ID == q.ID && p.Role == q.Role && p.Relation == q.Relation && p.Code == q.Code && slices.Equal(p.Forms, q.Forms)
}

// keepPeople changes the register, in one step with reading it, and tells.
func (d *Desk) keepPeople(change func([]Person) ([]Person, error)) (before, after []Person, err error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	before = d.People()
	after, err = change(slices.Clone(before))
	switch {
	case err != nil:
		return before, before, err
	case len(after) > maxPeople:
		return before, before, fault.New(fault.Invalid, "keep person: register is full")
	}
	if err := d.library.Save(PeopleKind, after); err != nil {
		return before, after, fault.Wrap("keep person", err)
	}
	d.havePeople(after)
	return before, after, nil
}

// havePeople makes what was kept known, and tells. The caller holds saving.
func (d *Desk) havePeople(all []Person) {
	d.publish(func(k *known) { k.people = all })
	d.events.tell(Event{Kind: PeopleChanged})
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
