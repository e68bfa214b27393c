package groups

import (
	"errors"
	"io"
	"os"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Procedures returns the run-sheets that ship and one's own, those in writing last.
func (d *Desk) Procedures() []groups.Procedure {
	return groups.Procedures(d.Library().Board(), d.shipped)
}

// UseProcedure has a group use a run-sheet from now on. It gives fault.NotFound for one
// that isn't there, and can be undone.
func (d *Desk) UseProcedure(group journal.ID, id string) error {
	if !slices.ContainsFunc(d.Procedures(), func(p groups.Procedure) bool { return p.ID == id }) {
		return fault.New(fault.NotFound, "use run-sheet")
	}
	g, err := supervision.Find[groups.Group](d.Library().Board(), group)
	if err != nil || g.Procedure == id {
		return err
	}
	g.Procedure = id
	return d.ChangeGroup(g)
}

// AddProcedure adds a run-sheet of one's own, as its file has it, or puts it in the place
// of the one of its id. It gives fault.Invalid, with a groups.Refusal as its cause where
// it is malformed: then nothing changes. It can be undone.
func (d *Desk) AddProcedure(raw []byte) (groups.Procedure, error) {
	p, err := groups.Parse(raw)
	if err != nil {
		return p, err
	}
	_, err = d.Make(func(id journal.ID) supervision.Op {
		return groups.AddOwn(groups.Own{ID: id, Name: p.ID, Text: string(raw)})
	})
	return p, err
}

// ReadProcedure is AddProcedure of a file. It gives fault.NotFound for one that can't be
// read as well.
func (d *Desk) ReadProcedure(path string) (groups.Procedure, error) {
	file, err := os.Open(path)
	if err != nil {
		return groups.Procedure{}, fault.New(fault.NotFound, "read run-sheet")
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, groups.MaxProcedure+1))
	if err != nil {
		return groups.Procedure{}, fault.New(fault.NotFound, "read run-sheet")
	}
	return d.AddProcedure(raw)
}

// RemoveProcedure takes a run-sheet of one's own away; one that ships in its place is
// there again. It gives fault.NotFound, and can be undone.
func (d *Desk) RemoveProcedure(id string) error { return d.Change(groups.RemoveOwn(id)) }

// OwnProcedure reports whether a run-sheet is one's own.
func (d *Desk) OwnProcedure(id string) bool {
	own := supervision.Each(d.Library().Board(), func(o groups.Own) bool { return o.Name == id })
	return len(own) > 0
}

//words:prefix groups.refused.

// ExplainProcedure says where a run-sheet is malformed, and why; "" for other trouble.
func (d *Desk) ExplainProcedure(err error) string {
	var r *groups.Refusal
	if !errors.As(err, &r) {
		return ""
	}
	return d.App().Words().T("groups.refused."+r.Reason, r.Line, r.What)
}
