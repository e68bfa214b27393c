package core

import (
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/redact"
)

// withPeople gives people with those added whom it hasn't, each by the forms of their
// name. It gives fault.Invalid for more than a register takes.
func (d Core) withPeople(people []Person, names [][]string) ([]Person, error) {
	ids, err := d.NewIDs(len(names))
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		forms := trimmed(name)
		if len(forms) == 0 || len(forms) > mostForms || slices.ContainsFunc(people, func(p Person) bool { return p.called(forms[0]) }) {
			continue
		}
		people = append(people, Person{ID: ids[i], Person: redact.Person{Forms: forms}})
	}
	if len(people) > maxPeople {
		return nil, fault.New(fault.Invalid, "keep person: register is full")
	}
	return people, nil
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
