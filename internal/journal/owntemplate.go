package journal

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"aftershift/internal/fault"
)

// OwnTemplate is a template that the user made. Its id and the keys of its sections
// never change: entries name them. What is removed is offered no longer and stays known,
// so that what was written under it keeps its heading.
type OwnTemplate struct {
	ID       TemplateID   `json:"id"`
	Name     string       `json:"name"`
	Sections []OwnSection `json:"sections"`
	Gone     bool         `json:"gone,omitempty"`
}

// OwnSection is a section of an OwnTemplate, in the user's words. Prompt may be empty.
type OwnSection struct {
	Key    string `json:"key"`
	Name   string `json:"name"`
	Prompt string `json:"prompt,omitempty"`
	Gone   bool   `json:"gone,omitempty"`
}

// Bounds of own templates: they keep a mistake from filling the journal.
const (
	MaxOwnTemplates = 50
	MaxOwnSections  = 12  // that are offered, of one template
	maxOwnName      = 60  // characters, of a template and of a section
	maxPrompt       = 300 // characters
)

// ownPrefix is what the ids of own templates begin with.
const ownPrefix = "own/"

// OwnID returns the id of a template that the user makes.
func OwnID(id ID) TemplateID { return TemplateID(ownPrefix + id.String()) }

// Own reports whether the id is of a template that a user made.
func (id TemplateID) Own() bool { return strings.HasPrefix(string(id), ownPrefix) }

// Template returns what an entry is arranged by.
func (o OwnTemplate) Template() Template {
	t := Template{ID: o.ID, More: true}
	for _, s := range o.Sections {
		if !s.Gone {
			t.Sections = append(t.Sections, s.Key)
		}
	}
	return t
}

// Offered returns the sections that are there, in order.
func (o OwnTemplate) Offered() []OwnSection {
	return slices.DeleteFunc(slices.Clone(o.Sections), func(s OwnSection) bool { return s.Gone })
}

// OwnTemplates are the user's templates, those that were removed among them.
type OwnTemplates []OwnTemplate

// At returns where the template of that id stands, -1 for one that isn't there.
func (all OwnTemplates) At(id TemplateID) int {
	return slices.IndexFunc(all, func(o OwnTemplate) bool { return o.ID == id })
}

// Template returns the user's template or the shipped one of that id, as TemplateByID
// does.
func (all OwnTemplates) Template(id TemplateID) Template {
	if at := all.At(id); at >= 0 {
		return all[at].Template()
	}
	return TemplateByID(id)
}

// Offered returns those that are there, in the order in which they were made.
func (all OwnTemplates) Offered() OwnTemplates {
	return slices.DeleteFunc(slices.Clone(all), func(o OwnTemplate) bool { return o.Gone })
}

// Section returns the section of that key, whichever template has or had it.
func (all OwnTemplates) Section(key string) (OwnSection, bool) {
	for _, o := range all {
		for _, s := range o.Sections {
			if s.Key == key {
				return s, true
			}
		}
	}
	return OwnSection{}, false
}

// Put returns the templates with o in the place of the one of its id, or behind all.
// Sections without a key get one; those that o no longer has stay known. It gives
// fault.Invalid where the name, a section's name or every section is missing, or
// something is too long or too much, and fault.Conflict for a name that another has.
func (all OwnTemplates) Put(o OwnTemplate) (OwnTemplates, OwnTemplate, error) {
	o, err := o.tidy()
	if err != nil {
		return all, o, err
	}
	at := all.At(o.ID)
	for i, other := range all {
		if i != at && !other.Gone && strings.EqualFold(other.Name, o.Name) {
			return all, o, fault.New(fault.Conflict, "keep template: name")
		}
	}
	if at < 0 && len(all.Offered()) >= MaxOwnTemplates {
		return all, o, fault.New(fault.Invalid, "keep template: too many")
	}
	var before []OwnSection
	if at >= 0 {
		before = all[at].Sections
	}
	o.Sections = keyed(o.ID, o.Sections, before)
	if at < 0 {
		return append(slices.Clone(all), o), o, nil
	}
	next := slices.Clone(all)
	next[at] = o
	return next, o, nil
}

// Remove returns the templates with one offered no longer. One that isn't there gives
// fault.NotFound.
func (all OwnTemplates) Remove(id TemplateID) (OwnTemplates, error) {
	at := all.At(id)
	if at < 0 {
		return all, fault.New(fault.NotFound, "remove template")
	}
	next := slices.Clone(all)
	next[at].Gone = true
	return next, nil
}

// tidy returns the template with its words trimmed, or says what is wrong with them.
func (o OwnTemplate) tidy() (OwnTemplate, error) {
	o.Name, o.Gone = oneLine(o.Name), false
	offered := o.Offered()
	for i := range offered {
		offered[i].Name, offered[i].Prompt = oneLine(offered[i].Name), oneLine(offered[i].Prompt)
		if n := utf8.RuneCountInString(offered[i].Name); n == 0 || n > maxOwnName || utf8.RuneCountInString(offered[i].Prompt) > maxPrompt {
			return o, fault.New(fault.Invalid, "keep template: section")
		}
	}
	o.Sections = offered
	switch n := utf8.RuneCountInString(o.Name); {
	case o.ID == "":
		return o, fault.New(fault.Invalid, "keep template: id")
	case n == 0 || n > maxOwnName:
		return o, fault.New(fault.Invalid, "keep template: name")
	case len(offered) == 0 || len(offered) > MaxOwnSections:
		return o, fault.New(fault.Invalid, "keep template: sections")
	}
	return o, nil
}

// keyed returns sections with a key each, and those of before that are no longer among
// them behind, gone.
func keyed(id TemplateID, sections, before []OwnSection) []OwnSection {
	known := append(slices.Clone(before), sections...)
	sections = slices.Clone(sections)
	for i := range sections {
		for n := 1; sections[i].Key == ""; n++ {
			key := keyOf(id, sections[i].Name, n)
			if !slices.ContainsFunc(known, func(s OwnSection) bool { return s.Key == key }) {
				sections[i].Key = key
				known = append(known, sections[i])
			}
		}
	}
	for _, s := range before {
		if !slices.ContainsFunc(sections, func(now OwnSection) bool { return now.Key == s.Key }) {
			s.Gone = true
			sections = append(sections, s)
		}
	}
	return sections
}

// keyOf returns a key for the n-th section that is made under a name. It follows the
// name, so that sections that are made in two copies of a journal are one only where
// they are called the same.
func keyOf(id TemplateID, name string, n int) string {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(name)) // never fails
	key := fmt.Sprintf("%s/%08x", id, sum.Sum32())
	if n > 1 {
		key += "-" + strconv.Itoa(n)
	}
	return key
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
