package sessions_test

import (
	"errors"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_PlanSession_meets_people_once(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	first, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 4), Minutes: 60, Name: "  Ruth   Adeyemi "})
	apptest.Must(t, err)
	second, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 18), Minutes: 90, Name: "ruth adeyemi"})
	apptest.Must(t, err)
	people := d.Relationships()
	if len(people) != 1 || people[0].Name != "Ruth Adeyemi" || people[0].Kind != supervision.ClinicalSupervisor || people[0].UsualMinutes != 60 {
		t.Fatalf("people %+v", people)
	}
	next, ok := d.NextAgenda()
	if !ok || next.Session.ID != first || next.With.ID != people[0].ID {
		t.Errorf("next %+v, want the earlier one", next.Session)
	}
	if all := d.Sessions(); len(all) != 2 || all[0].ID != second {
		t.Errorf("sessions %+v, want the latest first", all)
	}
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if len(d.Sessions()) != 0 || len(d.Relationships()) != 0 {
		t.Errorf("after undo: %v %v", d.Sessions(), d.Relationships())
	}
	if _, ok := d.NextAgenda(); ok {
		t.Error("there is a next agenda without a session")
	}
}

func TestDesk_PlanSession_begins_with_what_was_agreed(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	agreed := []supervision.StandingKind{supervision.StandingLeave, supervision.StandingArriving}
	_, err := d.SaveRelationship(supervision.Relationship{Name: "Ruth Adeyemi", Kind: supervision.LineManager, Standing: agreed})
	apptest.Must(t, err)
	session, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 4), Minutes: 60, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	stands := func() (kinds []supervision.StandingKind) {
		a, err := d.Agenda(session)
		apptest.Must(t, err)
		for _, it := range a.Items {
			kinds = append(kinds, it.Standing)
		}
		return kinds
	}
	if got := stands(); !slices.Equal(got, agreed) {
		t.Errorf("the agenda begins with %v", got)
	}
	_, err = d.PlanSession(app.Plan{Session: session, Start: c.Now().AddDate(0, 0, 5), Minutes: 60, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	apptest.Must(t, d.AddStanding(session, supervision.StandingTeam, supervision.StandingPolicy))
	if got := stands(); len(got) != 4 {
		t.Errorf("moved, with two more: %v", got)
	}
	apptest.Must(t, d.Undo())
	if got := stands(); !slices.Equal(got, agreed) {
		t.Errorf("after undo %v", got)
	}
	if err := d.AddStanding(session, supervision.StandingTeam, supervision.StandingLeave); !errors.Is(err, fault.Conflict) || len(stands()) != 2 {
		t.Errorf("one that is there: %v, agenda %v", err, stands())
	}
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if len(d.Items()) != 0 || len(d.Sessions()) != 0 {
		t.Errorf("after undo: items %v", d.Items())
	}
}

func TestDesk_PlanSession_again_keeps_the_agenda(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, _, it := planned(t, d)
	later := c.Now().AddDate(0, 0, 9)
	same, err := d.PlanSession(app.Plan{Session: session, Start: later, Minutes: 45, Name: "Tom Quill", Kind: supervision.Peer})
	apptest.Must(t, err)
	a, err := d.Agenda(session)
	apptest.Must(t, err)
	if same != session || !a.Session.Start.Equal(later) || a.Session.Minutes != 45 || a.With.Name != "Tom Quill" || a.With.Kind != supervision.Peer {
		t.Errorf("session %+v with %+v", a.Session, a.With)
	}
	if len(a.Items) != 1 || a.Items[0].ID != it.ID {
		t.Errorf("items %+v", a.Items)
	}
	apptest.Must(t, d.Undo())
	a, _ = d.Agenda(session)
	if a.Session.Minutes != 60 || a.With.Name != "Ruth Adeyemi" || len(a.Items) != 1 {
		t.Errorf("after undo %+v with %+v", a.Session, a.With)
	}
}

func TestDesk_PlanSession_refused_changes_nothing(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.Planned(t, d)
	before, _ := d.Agenda(session)
	for name, try := range map[string]struct {
		p    app.Plan
		want fault.Kind
	}{
		"nobody":       {app.Plan{Start: c.Now(), Minutes: 60}, fault.Invalid},
		"no time":      {app.Plan{Name: "Tom Quill", Minutes: 60}, fault.Invalid},
		"too long":     {app.Plan{Name: "Tom Quill", Start: c.Now(), Minutes: supervision.MaxMinutes + 1}, fault.Invalid},
		"again, never": {app.Plan{Session: session, Name: "Tom Quill", Minutes: 60}, fault.Invalid},
		"not there":    {app.Plan{Session: 12345, Name: "Tom Quill", Start: c.Now(), Minutes: 60}, fault.NotFound},
	} {
		if _, err := d.PlanSession(try.p); !errors.Is(err, try.want) {
			t.Errorf("%s: %v, want %v", name, err, try.want)
		}
		if len(d.Relationships()) != 1 || len(d.Sessions()) != 1 {
			t.Errorf("%s: people %v, sessions %v", name, d.Relationships(), d.Sessions())
		}
	}
	if after, _ := d.Agenda(session); after.Session.Minutes != before.Session.Minutes || !after.Session.Start.Equal(before.Session.Start) || after.With.ID != before.With.ID {
		t.Errorf("session %+v, want as before", after.Session)
	}
	if d.CanUndo() != "undo.plan_session" {
		t.Errorf("can undo %q", d.CanUndo())
	}
}

func TestDesk_agenda_order_and_standing(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	session := apptest.Planned(t, d)
	a := apptest.Write(t, d, "a", "A", "A.", journal.Next)
	b := apptest.Write(t, d, "b", "B", "B.", journal.Urgent)
	first, _ := d.ItemFor(a.ID)
	second, _ := d.ItemFor(b.ID)
	apptest.Must(t, d.AddToAgenda(session, first.ID, second.ID))
	apptest.Must(t, d.AddStanding(session, supervision.StandingArriving))
	if err := d.AddStanding(session, supervision.StandingArriving); !errors.Is(err, fault.Conflict) {
		t.Errorf("twice: %v", err)
	}
	titles := func() (all string) {
		agenda, err := d.Agenda(session)
		apptest.Must(t, err)
		for _, it := range agenda.Items {
			if all += it.Title; it.Standing != "" {
				all += "*"
			}
			all += "|"
		}
		return all
	}
	arriving := apptest.AppOf(d).Words().T("standing.arriving") + "*|"
	if got := titles(); got != "A|B|"+arriving {
		t.Errorf("agenda %q", got)
	}
	apptest.Must(t, d.MoveItem(session, first.ID, 2))
	if got := titles(); got != "B|"+arriving+"A|" {
		t.Errorf("moved: %q", got)
	}
	apptest.Must(t, d.SuggestOrder(session))
	if got := titles(); got != arriving+"B|A|" {
		t.Errorf("suggested: %q", got)
	}
	apptest.Must(t, d.TakeOff(second.ID))
	if got := titles(); got != arriving+"A|" || len(d.Basket()) != 1 {
		t.Errorf("taken off: %q, basket %v", got, d.Basket())
	}
}
