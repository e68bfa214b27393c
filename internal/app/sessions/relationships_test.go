package sessions_test

import (
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/supervision"
)

func TestDesk_SaveRelationship_adds_changes_and_can_be_undone(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	id, err := d.SaveRelationship(app.Relationship{Name: "  Ruth   Adeyemi ", Kind: supervision.Mentor})
	apptest.Must(t, err)
	_, err = d.SaveRelationship(app.Relationship{ID: id, Name: "Ruth Adeyemi", Kind: supervision.Mentor, CadenceDays: 28, Offer: "Time"})
	apptest.Must(t, err)
	all := d.Network()
	if len(all) != 1 || all[0].Name != "Ruth Adeyemi" || all[0].CadenceDays != 28 || all[0].Offer != "Time" {
		t.Fatalf("network %+v", all)
	}
	apptest.Must(t, d.Undo())
	if all = d.Network(); all[0].CadenceDays != 0 {
		t.Error("undo left the change")
	}
	for name, r := range map[string]app.Relationship{
		"no name": {Kind: supervision.Mentor}, "no kind": {Name: "Ruth"}, "unknown": {ID: 7, Name: "Ruth", Kind: supervision.Mentor},
	} {
		if _, err := d.SaveRelationship(r); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestDesk_ArchiveRelationship_keeps_what_was_agreed(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	ruth := d.Network()[0].ID
	if err := d.ArchiveRelationship(ruth, true); fault.KindOf(err) != fault.Conflict {
		t.Fatalf("with a session planned: %v, want conflict", err)
	}
	apptest.Hold(t, d, c, session)
	apptest.Must(t, d.ArchiveRelationship(ruth, true))
	_, err := d.SaveRelationship(app.Relationship{Name: "Zadie", Kind: supervision.Peer})
	apptest.Must(t, err)
	if all := d.Network(); len(all) != 2 || all[0].Name != "Zadie" || !all[1].Archived || len(d.Deeds().Waiting) == 0 {
		t.Errorf("network %+v", all)
	}
	apptest.Must(t, d.ArchiveRelationship(ruth, false))
	if all := d.Network(); all[0].Archived || all[1].Archived {
		t.Error("not taken back")
	}
}

// monthly gives a journal with a session that was held, and the supervisor, whom one has
// agreed to meet for an hour every four weeks.
func monthly(t *testing.T) (*app.Desk, *apptest.Clock, supervision.Relationship) {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	apptest.Hold(t, d, c, apptest.HeldSession(t, d, c))
	ruth := d.Network()[0].Relationship
	ruth.CadenceDays, ruth.UsualMinutes = 28, 60
	_, err := d.SaveRelationship(ruth)
	apptest.Must(t, err)
	return d, c, ruth
}

func TestDesk_Network_tells_how_it_went(t *testing.T) {
	d, c, ruth := monthly(t)
	c.Set(c.Now().AddDate(0, 0, 30))
	next, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, -1), Minutes: 60, Name: ruth.Name})
	apptest.Must(t, err)
	apptest.Must(t, d.CancelSession(next, "Sickness"))
	got := d.Network()[0].Cadence
	if got.Held != 2 || got.HeldMinutes != 107 || len(got.Cancelled) != 1 || got.DaysSince != 30 || got.DaysOver != 2 {
		t.Errorf("cadence %+v", got)
	}
	c.Set(c.Now().AddDate(1, 0, 0))
	if got = d.Network()[0].Cadence; got.Held != 0 || len(got.Cancelled) != 0 {
		t.Errorf("a year later %+v", got)
	}
}

func TestDesk_ReadStart(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	want := time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC)
	for _, typed := range []string{"2026-11-26 10:00", " 2026-11-26T10:00 "} {
		if got, err := d.ReadStart(typed); err != nil || !got.Equal(want) {
			t.Errorf("%q: %v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", "tomorrow", "2026-11-26", "2026-13-26 10:00", "2026-11-26 25:00"} {
		if _, err := d.ReadStart(typed); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %v, want invalid", typed, err)
		}
	}
}

func TestReadOwner(t *testing.T) {
	for typed, want := range map[string]struct {
		owner supervision.Owner
		name  string
	}{
		"": {supervision.Me, ""}, "me": {supervision.Me, ""}, "supervisor": {supervision.Supervisor, ""}, " Team manager ": {supervision.Other, "Team manager"},
	} {
		if owner, name := input.ReadOwner(typed); owner != want.owner || name != want.name {
			t.Errorf("%q: %q %q", typed, owner, name)
		}
	}
}

func TestDesk_Copy_facts_count_and_mask(t *testing.T) {
	for _, f := range []app.Format{formats.PDF, formats.Text} {
		d, c, ruth := monthly(t)
		off, err := d.PlanSession(app.Plan{Start: c.Now(), Minutes: 60, Name: ruth.Name})
		apptest.Must(t, err)
		apptest.Must(t, d.CancelSession(off, "Strategy meeting for Aaliyah Hussain"))
		c.Set(c.Now().AddDate(0, 0, 27)) // two intervals of 28 days since the first session
		all := apptest.SavedText(t, d, app.CopyOf{Paper: app.FactsPaper{With: ruth.ID}, Audience: supervision.ForLineSupervisor}, f)
		for _, w := range append([]string{apptest.Marker, "frightened", "Joint visits"}, apptest.Telling...) {
			if strings.Contains(all, w) {
				t.Errorf("%s: %q is among the facts", f.Name, w)
			}
		}
		all = strings.Join(strings.Fields(all), " ")
		for _, w := range []string{
			"Supervision in numbers", "Ruth Adeyemi", "every 28 days", "2 sessions were held.", "1 session was called off.",
			"107 of 120 agreed minutes", "Why a session was called off", "Strategy meeting for",
		} {
			if !strings.Contains(all, w) {
				t.Errorf("%s: the facts lack %q", f.Name, w)
			}
		}
		if line := d.SharedCopies()[0]; line.Kind != "facts" || !strings.HasPrefix(line.File, "supervision-in-numbers-") {
			t.Errorf("register %+v", line)
		}
	}
	d, _ := apptest.NewTestDesk(t)
	if _, err := d.Copy(app.CopyOf{Paper: app.FactsPaper{With: 7}}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("facts about nobody: %v, want not found", err)
	}
}
