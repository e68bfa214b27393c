package sharing

import (
	"slices"
	"strings"

	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
)

// ShownAs gives what stands in the place of a person of the register in a copy, in
// each of Styles, by the first form of the name. Somebody who isn't there gives
// nothing. It gives the errors of App.Engine.
func (d *Desk) ShownAs(id journal.ID) ([]string, error) {
	engine, err := d.App().Engine()
	if err != nil {
		return nil, err
	}
	people := d.People()
	at := slices.IndexFunc(people, func(p core.Person) bool { return p.ID == id })
	if at < 0 {
		return nil, nil
	}
	all := make([]string, len(Styles))
	for i, style := range Styles {
		r := engine.Scan([]redact.Part{{Text: people[at].Forms[0]}}, d.redactOptions(CopyOf{Style: style}, 0))
		r.MaskAll()
		for _, seg := range r.Preview(0) {
			all[i] += seg.Shown
		}
	}
	return all, nil
}

// Met is somebody whom the journal names and the register doesn't: the forms of the
// name, the longest first, and in how many of the entries that were read it stands.
type Met struct {
	Forms   []string
	Entries int
}

// The bounds of a look for names: how much is read at once and in all, in bytes, the
// newest entries first.
const (
	namesAtOnce = 24 << 10
	namesInAll  = 512 << 10
)

// NameSearch is a look through texts for people whom the register doesn't have. It
// is used by one goroutine at a time.
type NameSearch struct {
	desk *Desk
	left int                            // how many texts are still to be read
	text func(left int) (string, error) // the next one, while so many are left
	size int
	read int
	in   map[string]int // entries by name, as it was first written
	as   map[string]string
}

// LookForNames begins a look through the newest entries. Nothing is read yet.
func (d *Desk) LookForNames() *NameSearch {
	all := d.Library().Overviews()
	return d.lookForNames(len(all), func(left int) (string, error) {
		e, err := d.Library().Entry(all[len(all)-left].ID)
		return e.Text(), err
	})
}

// LookForNamesIn begins a look through texts that aren't in the journal.
func (d *Desk) LookForNamesIn(texts []string) *NameSearch {
	return d.lookForNames(len(texts), func(left int) (string, error) { return texts[len(texts)-left], nil })
}

func (d *Desk) lookForNames(many int, text func(left int) (string, error)) *NameSearch {
	return &NameSearch{desk: d, left: many, text: text, in: map[string]int{}, as: map[string]string{}}
}

// Read gives how many entries were read.
func (n *NameSearch) Read() int { return n.read }

// More reads on for a fraction of a second and reports whether there is more to read.
// Entries that can't be opened are passed over. It gives the errors of App.Engine.
func (n *NameSearch) More() (more bool, err error) {
	engine, err := n.desk.App().Engine()
	if err != nil {
		return false, err
	}
	known, o := namesOf(n.desk.register(0)), n.desk.redactOptions(CopyOf{}, 0)
	for until := n.size + namesAtOnce; n.left > 0 && n.size < until; {
		text, err := n.text(n.left)
		n.left--
		if err != nil {
			continue // set aside, and said so elsewhere
		}
		n.size += len(text)
		n.read++
		n.take(text, engine.Scan([]redact.Part{{Text: text}}, o).Findings(), known)
	}
	return n.left > 0 && n.size < namesInAll, nil
}

// take counts the names of one entry, each once.
func (n *NameSearch) take(text string, findings []Finding, known map[string]bool) {
	here := map[string]bool{}
	for _, f := range findings {
		words := text[f.Start:f.End]
		if !f.Certain || f.Type != redact.TypePerson || slices.ContainsFunc(nameWords(words), func(w string) bool { return known[w] }) {
			continue
		}
		key := strings.Join(nameWords(words), " ")
		if key == "" || here[key] {
			continue
		}
		here[key] = true
		n.in[key]++
		if n.as[key] == "" {
			n.as[key] = strings.Join(strings.Fields(words), " ")
		}
	}
}

// Found gives who was met so far, those in the most entries first. A name that is
// part of exactly one longer one is a form of it.
func (n *NameSearch) Found() []Met {
	keys := make([]string, 0, len(n.in))
	for key := range n.in {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if words := len(strings.Fields(b)) - len(strings.Fields(a)); words != 0 {
			return words
		}
		return strings.Compare(a, b)
	})
	var all []Met
	var whole []string
	for _, key := range keys {
		if of := partOf(key, whole); of >= 0 {
			all[of].Forms = append(all[of].Forms, n.as[key])
			all[of].Entries = max(all[of].Entries, n.in[key])
			continue
		}
		whole = append(whole, key)
		all = append(all, Met{Forms: []string{n.as[key]}, Entries: n.in[key]})
	}
	slices.SortStableFunc(all, func(a, b Met) int { return b.Entries - a.Entries })
	return all
}

// partOf gives the one of whole that holds all words of the name; -1 where none or
// several do.
func partOf(name string, whole []string) int {
	of := -1
	for i, other := range whole {
		if !slices.ContainsFunc(strings.Fields(name), func(w string) bool { return !slices.Contains(strings.Fields(other), w) }) {
			if of >= 0 {
				return -1
			}
			of = i
		}
	}
	return of
}
