package learning

import (
	"strconv"
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// Taking is a table of hours before it is taken in: what would be added.
type Taking struct {
	Rows    []learning.TableRow
	Minutes int
	From    journal.Date // first week
	Until   journal.Date // last week
	New     []string     // supervisors who aren't known yet: they would be added
	Doubles int          // rows that stand in the log already: they would be left out
	lines   []learning.Hours
}

// ReadHoursTable reads a table of hours and returns what taking it in would do. It
// gives fault.Invalid with a learning.TableError for each wrong line.
func (d *Desk) ReadHoursTable(raw []byte) (Taking, error) {
	rows, err := learning.ReadTable(raw, d.Today())
	if err != nil {
		return Taking{}, err
	}
	b := d.Library().Board()
	there := map[string]int{}
	for _, h := range learning.AllHours(b) {
		there[sameness(h, nameOf(b, h.With))]++
	}
	t := Taking{}
	known := map[string]bool{"": true}
	for _, row := range rows {
		row.Hours.With = withNamed(b, row.Supervisor)
		name := strings.Join(strings.Fields(row.Supervisor), " ")
		if key := sameness(row.Hours, name); there[key] > 0 {
			there[key]--
			t.Doubles++
			continue
		}
		if row.Hours.With == 0 && !known[strings.ToLower(name)] {
			known[strings.ToLower(name)] = true
			t.New = append(t.New, name)
		}
		if t.From == "" || row.Hours.Week < t.From {
			t.From = row.Hours.Week
		}
		t.Rows, t.Minutes, t.Until = append(t.Rows, row), t.Minutes+row.Hours.Minutes, max(t.Until, row.Hours.Week)
		t.lines = append(t.lines, row.Hours)
	}
	return t, nil
}

func nameOf(b *supervision.Board, id journal.ID) string {
	r, _ := b.Relationship(id) // nobody, or somebody whose record is lost
	return r.Name
}

// sameness says by what two lines are the same.
func sameness(h learning.Hours, name string) string {
	return strings.Join([]string{string(h.Week), string(h.Kind), h.Own, strings.ToLower(name), h.Note, strconv.Itoa(h.Minutes)}, "\x00")
}

// TakeHours adds all of a table or nothing of it, and whoever in it isn't known yet. It
// gives fault.Invalid and the kinds of Core.Change, and can be undone as one.
func (d *Desk) TakeHours(t Taking) error {
	if len(t.Rows) == 0 {
		return nil
	}
	ids, err := d.NewIDs(len(t.Rows) + len(t.New))
	if err != nil {
		return err
	}
	return d.Change(supervision.Batch("undo.import_hours", func(e *supervision.Edit) error {
		for i, name := range t.New {
			r := supervision.Relationship{ID: ids[len(t.Rows)+i], Name: name, Kind: supervision.ClinicalSupervisor, Since: d.Today()}
			if err := e.Do(supervision.AddRelationship(r)); err != nil {
				return err
			}
		}
		for i, row := range t.Rows {
			t.lines[i].ID, t.lines[i].With = ids[i], withNamed(e.Board, row.Supervisor)
		}
		return e.Do(learning.LogHours(t.lines...))
	}))
}
