package core

import (
	"slices"
	"strings"

	"aftershift/internal/redact"
)

// MakePeople puts people into the register, each by the forms of their name, as one step
// without an undo of its own, and returns whom it added: whoever is there already isn't
// added again. It gives the errors of SavePerson.
func (d Core) MakePeople(names [][]string) (made []Person, err error) {
	if len(names) == 0 {
		return nil, nil
	}
	ids, err := d.NewIDs(len(names))
	if err != nil {
		return nil, err
	}
	_, _, err = d.keepPeople(func(people []Person) ([]Person, error) {
		for i, name := range names {
			forms := trimmed(name)
			if len(forms) == 0 || len(forms) > mostForms || slices.ContainsFunc(people, func(p Person) bool { return p.called(forms[0]) }) {
				continue
			}
			p := Person{ID: ids[i], Person: redact.Person{Forms: forms}}
			people, made = append(people, p), append(made, p)
		}
		return people, nil
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

func (p Person) called(name string) bool {
	return slices.ContainsFunc(p.Forms, func(form string) bool { return strings.EqualFold(form, name) })
}

// DropPeople takes those of made out of the register that are as they were made. It gives
// the errors of SavePerson.
func (d Core) DropPeople(made []Person) error {
	if len(made) == 0 {
		return nil
	}
	_, _, err := d.keepPeople(func(people []Person) ([]Person, error) {
		return slices.DeleteFunc(people, func(p Person) bool { return slices.ContainsFunc(made, p.equal) }), nil
	})
	return err
}
