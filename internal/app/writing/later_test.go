package writing_test

import (
	"errors"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// What was put off is counted as it is found; a short note leaves the queue when it is
// deepened, or said to be enough, and comes back with undo.
func TestDesk_Later(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	var notes []journal.Entry
	for range 3 {
		e := apptest.Write(t, d, "She shut the door.", "", "", journal.NoFlag)
		e.Impact.Hit, e.Again = journal.LevelOf(7), d.Today().AddDays(2)
		e, err := d.Save(e, "")
		apptest.Must(t, err)
		notes = append(notes, e)
	}
	waits := func(want app.Later) {
		t.Helper()
		got, err := d.Later(apptest.Ctx)
		apptest.Must(t, err)
		short, err := d.Search(apptest.Ctx, "short:open", app.Filter{}, 0)
		apptest.Must(t, err)
		due, err := d.Search(apptest.Ctx, "again:due", app.Filter{}, 0)
		apptest.Must(t, err)
		if got != want || len(short) != got.Short || len(due) != got.Again {
			t.Errorf("%+v waits, want %+v; found %d and %d", got, want, len(short), len(due))
		}
	}
	waits(app.Later{})
	c.Set(c.Now().AddDate(0, 0, 2))
	waits(app.Later{Short: 3, Again: 3})
	notes[0].Sections, notes[0].Template = journal.Switch(notes[0].Sections, journal.TemplateByID(journal.Gibbs)), journal.Gibbs
	notes[1].Enough, notes[2].Again = true, ""
	for _, e := range notes {
		_, err := d.Save(e, "undo.enough")
		apptest.Must(t, err)
	}
	waits(app.Later{Short: 1, Again: 2})
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	waits(app.Later{Short: 2, Again: 3})
}

// A link stands on both entries, and comes and goes as one step.
func TestDesk_Link(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	a, b := apptest.Write(t, d, "One.", "", "", journal.NoFlag), apptest.Write(t, d, "Two.", "", "", journal.NoFlag)
	linked := func() bool {
		one, two := apptest.Read(t, d, a.ID).Links, apptest.Read(t, d, b.ID).Links
		if slices.Equal(one, []journal.ID{b.ID}) != slices.Equal(two, []journal.ID{a.ID}) {
			t.Errorf("one has %v, the other %v", one, two)
		}
		return len(one) > 0
	}
	apptest.Must(t, d.Link(a.ID, b.ID, true))
	if !linked() {
		t.Error("not linked")
	}
	apptest.Must(t, d.Undo())
	if linked() {
		t.Error("undo left the link")
	}
	apptest.Must(t, d.Redo())
	apptest.Must(t, d.Link(b.ID, a.ID, false))
	if linked() {
		t.Error("taking it away left the link")
	}
	if err := d.Link(a.ID, a.ID, true); !errors.Is(err, fault.Invalid) {
		t.Errorf("with itself: %v", err)
	}
	full := apptest.Read(t, d, a.ID)
	for i := range journal.ID(journal.MaxLinks) {
		full.Links = append(full.Links, 1000+i)
	}
	_, err := d.Save(full, "")
	apptest.Must(t, err)
	if err := d.Link(b.ID, a.ID, true); !errors.Is(err, fault.Invalid) || len(apptest.Read(t, d, b.ID).Links) != 0 {
		t.Errorf("with too many: %v, the other has %v", err, apptest.Read(t, d, b.ID).Links)
	}
}
