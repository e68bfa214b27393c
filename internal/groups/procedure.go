package groups

import (
	"cmp"
	"fmt"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Procedure is a run-sheet: how a group goes through a meeting, phase by phase. It is
// data, and where it comes from is part of it; its words are the program's or one's own.
type Procedure struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	About   string `json:"about"`           // in a line
	Source  string `json:"source"`          // address that it was read at, or "own"
	AsOf    Date   `json:"as_of"`           // the day on which it was read
	Note    string `json:"note,omitempty"`  // what is to be known of it
	Cases   Cases  `json:"cases,omitempty"` // "": no case is presented
	Quiet   bool   `json:"quiet,omitempty"` // nothing is noted while it goes on
	Written bool   `json:"written,omitempty"`
	// Phases in order; those of a case stand together. None in one that is written.
	Phases []Phase `json:"phases,omitempty"`
}

// Cases says how many of those present present a case.
type Cases string

// How many present a case.
const (
	OneCase  Cases = "one"
	EachCase Cases = "each"
)

// Who says who speaks in a phase.
type Who string

// Who speaks.
const (
	Everybody Who = "all"
	Presenter Who = "presenter"
	InTurn    Who = "turn"   // everybody but the presenter, one after the other
	Without   Who = "quiet"  // everybody but the presenter, who sits out
	Everyone  Who = "circle" // everybody, one after the other
)

// Phase is one part of a meeting.
type Phase struct {
	Name    string `json:"name"`
	Says    string `json:"says"` // what to do in it, to be read out
	Minutes int    `json:"minutes"`
	Who     Who    `json:"who"`
	Case    bool   `json:"case,omitempty"`  // comes once for each case
	Reads   bool   `json:"reads,omitempty"` // what was agreed on confidentiality is read out
	Closing bool   `json:"closing,omitempty"`
}

// Minutes returns how long the procedure takes with so many cases as its file has it.
func (p Procedure) Minutes(cases int) (n int) {
	for _, ph := range p.Phases {
		if ph.Case {
			n += ph.Minutes * max(cases, 1)
		} else {
			n += ph.Minutes
		}
	}
	return n
}

// Fits returns for how many cases the minutes have room, each as long as the file has it;
// at least one.
func (p Procedure) Fits(minutes int) int {
	each := p.Minutes(2) - p.Minutes(1)
	if each == 0 {
		return 1
	}
	return max(1+(minutes-p.Minutes(1))/each, 1)
}

// Refusal says where a run-sheet is malformed, and why: Reason is the end of a text key,
// What the name of the field or the number of the phase. It is the cause of the error
// that Parse gives.
type Refusal = valid.Refusal

// reading names what Parse does.
const reading = "read run-sheet"

// Parse reads a run-sheet. It gives fault.Invalid with a Refusal as its cause for one
// that is malformed: then nothing of it is used.
func Parse(raw []byte) (Procedure, error) {
	p, err := valid.Read[Procedure](raw, MaxProcedure, reading)
	if err != nil {
		return p, err
	}
	if reason, what := p.wrong(); reason != "" {
		return Procedure{}, valid.Refuse(raw, 0, reading, reason, what)
	}
	return p, nil
}

// wrong returns the first thing that is wrong with the run-sheet, and of which field or
// phase.
func (p Procedure) wrong() (reason, what string) {
	switch {
	case !said(p.ID) || !valid.Line(p.ID) || !said(p.Name) || !valid.Line(p.Name) || !valid.Line(p.About):
		return "name", "id"
	case !said(p.Source) || !valid.Line(p.Source) || p.AsOf.Validate() != nil || !valid.Text(p.Note):
		return "source", "source"
	case !slices.Contains([]Cases{"", OneCase, EachCase}, p.Cases):
		return "cases", "cases"
	case (len(p.Phases) == 0) != p.Written || len(p.Phases) > maxPhases:
		return "phases", "phases"
	}
	blocks, cases := 0, 0
	for i, ph := range p.Phases {
		if reason := ph.wrong(p.Cases); reason != "" {
			return reason, fmt.Sprint(i + 1)
		}
		if ph.Case {
			cases++
			if i == 0 || !p.Phases[i-1].Case {
				blocks++
			}
		}
	}
	if blocks > 1 || (p.Cases == "") != (cases == 0) && !p.Written {
		return "together", "phases"
	}
	return "", ""
}

func (ph Phase) wrong(of Cases) string {
	switch {
	case !said(ph.Name) || !valid.Line(ph.Name) || !valid.Text(ph.Says):
		return "name"
	case ph.Minutes < 1 || ph.Minutes > supervision.MaxMinutes:
		return "minutes"
	case !slices.Contains([]Who{Everybody, Presenter, InTurn, Without, Everyone}, ph.Who):
		return "who"
	case !ph.Case && slices.Contains([]Who{Presenter, InTurn, Without}, ph.Who), ph.Case && of == "":
		return "who"
	}
	return ""
}

// Own is a run-sheet of one's own, as its file has it.
type Own struct {
	ID   ID     `json:"id"`
	Name string `json:"name"` // the id of the run-sheet
	Text string `json:"text"` // the file
}

// Key returns the key.
func (o Own) Key() supervision.Key { return key(OwnRecord, o.ID) }

// Validate returns fault.Invalid for the first thing that is wrong with o, or nil.
// Whether Text can be read is for who reads it: a later version may write more.
func (o Own) Validate() error {
	return valid.First(
		valid.That(o.ID != 0, "check run-sheet: no id"),
		valid.That(said(o.Name) && valid.Line(o.Name), "check run-sheet: name"),
		valid.That(said(o.Text) && valid.Short(o.Text, MaxProcedure), "check run-sheet: its text"),
	)
}

// Refers returns nothing.
func (o Own) Refers() []supervision.Key { return nil }

// Fits returns nil: of two with one name the later counts.
func (o Own) Fits(*supervision.Board) error { return nil }

// Clone returns o, which holds nothing to share.
func (o Own) Clone() supervision.Record { return o }

// AddOwn adds a run-sheet of one's own, or puts it in the place of the one of its name.
// It gives fault.Invalid.
func AddOwn(o Own) supervision.Op {
	return supervision.Batch("undo.add_procedure", func(e *supervision.Edit) error {
		if err := e.Do(dropOwn("", o.Name)); err != nil {
			return err
		}
		return e.Do(supervision.Add("", o))
	})
}

// RemoveOwn takes a run-sheet of one's own away. It gives fault.NotFound.
func RemoveOwn(name string) supervision.Op {
	return func(b *supervision.Board) (supervision.Change, error) {
		c, err := dropOwn("undo.remove_procedure", name)(b)
		if err == nil && len(c.After) == 0 {
			err = fault.New(fault.NotFound, "find run-sheet")
		}
		return c, err
	}
}

func dropOwn(label, name string) supervision.Op {
	return supervision.Batch(label, func(e *supervision.Edit) error {
		for _, o := range supervision.Each(e.Board, func(o Own) bool { return o.Name == name }) {
			if err := e.Do(remove[Own]("", o.ID)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Procedures returns those that ship and one's own, which stand in the place of those
// of the same id. What can't be read is left out.
func Procedures(b *supervision.Board, shipped []Procedure) []Procedure {
	all := slices.Clone(shipped)
	for _, o := range supervision.Each[Own](b, nil) {
		p, err := Parse([]byte(o.Text))
		if err != nil {
			continue
		}
		all = append(slices.DeleteFunc(all, func(q Procedure) bool { return q.ID == p.ID }), p)
	}
	slices.SortStableFunc(all, func(x, y Procedure) int { return cmp.Compare(rank(x), rank(y)) })
	return all
}

// rank puts those that are written behind those that are held.
func rank(p Procedure) int {
	if p.Written {
		return 1
	}
	return 0
}
