package moving

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/moving/notes"
)

// Rule says which day an instant that a source gives in UTC is about.
type Rule uint8

// The rules.
const (
	// WhereIWas takes the day by the zone that the source names, and by that of this
	// computer where it names none.
	WhereIWas Rule = iota
	// AsWritten takes the day in UTC, as it stands in the file.
	AsWritten
)

// Told is what an import comes to under a rule.
type Told struct {
	Entries  int // that would be new
	Double   int // that the journal has, or that stand twice
	Undated  int // that say no day, and get today's
	Shifted  int // whose day the other rule would make another
	From, To journal.Date
	Beside   []string               // attachments that stay where they are
	Hidden   map[notes.Hidden]int   // what documents hide, and in how many
	Skipped  map[notes.Why][]string // files that were left out
}

// Tell says what taking in comes to.
func (in *Incoming) Tell(rule Rule, today journal.Date) Told {
	t := Told{Hidden: map[notes.Hidden]int{}, Skipped: map[notes.Why][]string{}}
	for i, n := range in.Notes {
		if in.double[i] {
			t.Double++
			continue
		}
		t.Entries++
		day := in.day(n, rule, today)
		if t.From == "" || day < t.From {
			t.From = day
		}
		t.To = max(t.To, day)
		if n.Day == "" && n.At.IsZero() {
			t.Undated++
		}
		if in.day(n, WhereIWas, today) != in.day(n, AsWritten, today) {
			t.Shifted++
		}
		t.Beside = append(t.Beside, n.Beside...)
		for _, h := range n.Hidden {
			t.Hidden[h]++
		}
	}
	for _, s := range in.Skipped {
		t.Skipped[s.Why] = append(t.Skipped[s.Why], s.File)
	}
	return t
}

// day gives the day that a note is about.
func (in *Incoming) day(n notes.Note, rule Rule, today journal.Date) journal.Date {
	day := journal.Date(n.Day)
	if n.Day == "" && !n.At.IsZero() {
		day = journal.DateOf(in.when(n, rule))
	}
	if day.Validate() != nil {
		return today
	}
	return day
}

// when gives the time of a note in the zone whose day it is.
func (in *Incoming) when(n notes.Note, rule Rule) time.Time {
	if !n.UTC || rule == AsWritten {
		return n.At
	}
	if zone, err := time.LoadLocation(n.Zone); err == nil && n.Zone != "" && n.Zone != "Local" {
		return n.At.In(zone)
	}
	return n.At.In(in.local)
}

// TakeIn makes every note that isn't double an entry, with its tags as themes, in one
// step: all of them or none. One undo takes all of them back. progress (may be nil)
// counts notes. It gives how many, fault.Cancelled when ctx ends, and the errors of
// Library.SaveNew.
func (d *Desk) TakeIn(ctx context.Context, in *Incoming, rule Rule, progress *atomic.Int64) (int, error) {
	var all []journal.Entry
	for i, n := range in.Notes {
		if ctx.Err() != nil {
			return 0, fault.As(fault.Cancelled, "take notes in", ctx.Err())
		}
		if in.double[i] {
			continue
		}
		e, err := d.entryOf(in, n, rule)
		if err != nil {
			return 0, fault.Wrap("take notes in", err)
		}
		all = append(all, e)
		if progress != nil {
			progress.Add(1)
		}
	}
	if len(all) == 0 {
		return 0, nil
	}
	if err := d.saveNew(ctx, all); err != nil {
		return 0, fault.Wrap("take notes in", err)
	}
	d.Did("undo.import", d.takingBack(&all), d.takingAgain(&all))
	return len(all), nil
}

// entryOf gives a note as an entry.
func (d *Desk) entryOf(in *Incoming, n notes.Note, rule Rule) (journal.Entry, error) {
	id, err := d.Library().NewID()
	if err != nil {
		return journal.Entry{}, err
	}
	e := journal.New(id, journal.QuickNote, d.Now())
	e.Title = journal.Excerpt(strings.ToValidUTF8(n.Title, "�"), journal.MaxTitle/4)
	e.Sections[0].Text = strings.ToValidUTF8(n.Text, "�")
	e.Date, e.Revision = in.day(n, rule, d.Today()), 1
	if e.Written = in.when(n, rule); e.Written.IsZero() {
		e.Written = cmp.Or(e.Date, d.Today()).Time()
	}
	for _, tag := range n.Tags {
		theme, err := d.AddTheme(tag)
		if fault.KindOf(err) == fault.Invalid && err != nil {
			continue // no name of a theme
		}
		if err != nil {
			return e, err
		}
		if id := d.Themes().Resolve(theme.ID); len(e.Themes) < journal.MaxThemes && !slices.Contains(e.Themes, id) {
			e.Themes = append(e.Themes, id)
		}
	}
	return e, e.Validate()
}

// saveNew writes entries in one step and makes them known.
func (d *Desk) saveNew(ctx context.Context, all []journal.Entry) error {
	d.Saving().Lock()
	defer d.Saving().Unlock()
	if err := d.Library().SaveNew(ctx, all); err != nil {
		return err
	}
	for _, e := range all {
		d.Knows(e)
	}
	return nil
}

// takingBack gives the step that takes entries out again. It gives fault.Conflict
// where one was written on since, and then takes none out.
func (d *Desk) takingBack(all *[]journal.Entry) func() error {
	return func() error {
		if d.Held() {
			return fault.As(fault.Conflict, "take import back", core.ErrHeld)
		}
		ids := make([]journal.ID, len(*all))
		for i, e := range *all {
			now, stands := d.Library().Overview(e.ID)
			if !stands || now.Revision != e.Revision || !now.Updated.Equal(e.Updated) || slices.Contains(d.Library().Drafts(), e.ID) {
				return fault.New(fault.Conflict, "take import back: written on since")
			}
			ids[i] = e.ID
		}
		if _, err := d.Library().Purge(context.Background(), ids...); err != nil {
			return err
		}
		for _, id := range ids {
			d.Texts().Remove(id)
			d.Tell(core.Event{Kind: core.EntryGone, ID: id})
		}
		return nil
	}
}

// takingAgain gives the step that brings them in again, under ids of their own: those
// before were taken out for good.
func (d *Desk) takingAgain(all *[]journal.Entry) func() error {
	return func() error {
		ids, err := d.NewIDs(len(*all))
		if err != nil {
			return err
		}
		next := slices.Clone(*all)
		for i := range next {
			next[i].ID = ids[i]
		}
		if err := d.saveNew(context.Background(), next); err != nil {
			return err
		}
		*all = next
		return nil
	}
}
