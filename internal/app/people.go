package app

import (
	"errors"
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// Person is somebody in the user's register: a name in any of its forms is
// always caught when a copy is made. Role says who they are there ("parent",
// "child", "colleague"), Code what stands in their place; both may be empty.
type Person struct {
	ID journal.ID `json:"id"`
	redact.Person
}

const peopleKind = "people"

// maxPeople bounds what a scan has to look for.
const maxPeople = 5000

func (d *Desk) loadPeople() error {
	err := d.library.Load(peopleKind, &d.people)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

// People gives the register, in the order of adding.
func (d *Desk) People() []Person {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.people)
}

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
// passed over.
func (d *Desk) RemovePerson(id journal.ID) error {
	return d.setPeople("undo.person", func(people []Person) []Person {
		return slices.DeleteFunc(people, func(p Person) bool { return p.ID == id })
	})
}

func (d *Desk) setPeople(label string, change func([]Person) []Person) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	before := d.People()
	after := change(slices.Clone(before))
	if len(after) > maxPeople {
		return fault.New(fault.Invalid, "keep person: register is full")
	}
	if err := d.keepPeople(after); err != nil {
		return err
	}
	d.did(label, func() error { return d.keepPeople(before) }, func() error { return d.keepPeople(after) })
	return nil
}

func (d *Desk) keepPeople(people []Person) error {
	if err := d.library.Save(peopleKind, people); err != nil {
		return fault.Wrap("keep person", err)
	}
	d.mu.Lock()
	d.people = slices.Clone(people)
	d.mu.Unlock()
	d.events.tell(Event{Kind: PeopleChanged})
	return nil
}

// register gives who must be caught: the user's register, and the people they
// have supervision with. The one that is named stands by the role alone.
func (d *Desk) register(named journal.ID) []redact.Person {
	var all []redact.Person
	for _, p := range d.People() {
		all = append(all, p.Person)
	}
	d.library.Board(func(b *supervision.Board) {
		for _, r := range b.Relationships() {
			p := redact.Person{Forms: []string{r.Name}, Role: d.app.words.T("people.role_of." + string(r.Kind))}
			if r.ID == named {
				p.Code = p.Role
			}
			all = append(all, p)
		}
	})
	return all
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
