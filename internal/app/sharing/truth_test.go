package sharing_test

import (
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// The session of the record: planned for 3 December, held on 27 November.
func TestDesk_record_of_a_session_held_early_says_when_it_was(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 11, 27, 14, 30, 0, 0, time.UTC))
	session, err := d.PlanSession(app.Plan{Start: time.Date(2026, 12, 3, 10, 0, 0, 0, time.UTC), Minutes: 60, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	item, err := d.AddNewItem(session, supervision.AgendaItem{Title: "Leave", Words: "In spring."})
	apptest.Must(t, err)
	apptest.Must(t, d.StartSession(session, c.Now()))
	c.Set(c.Now().Add(50 * time.Minute))
	apptest.Must(t, d.Discuss(item, supervision.Outcome{Kind: supervision.Advice, Text: "Take it."}))
	apptest.Must(t, d.EndSession(session, 50, nil))
	for _, f := range []app.Format{formats.Text, formats.PDF} {
		all := strings.Join(strings.Fields(apptest.SavedText(t, d, app.CopyOf{Paper: app.RecordPaper{Session: session}, Audience: supervision.ForLineSupervisor}, f)), " ")
		if !strings.Contains(all, "27 November 2026") || strings.Contains(all, "December") {
			t.Errorf("%s: the record says %q", f.Name, all)
		}
	}
	if s := d.Network()[0].Cadence; s.LastHeld != "2026-11-27" || s.Held != 1 || s.HeldMinutes != 50 {
		t.Errorf("cadence %+v", s)
	}
}

func TestDesk_EndSession_plans_the_next_one(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	standing := []supervision.StandingKind{supervision.StandingLeave}
	with, err := d.SaveRelationship(supervision.Relationship{Name: "Tuesday group", Kind: supervision.PeerGroup, UsualMinutes: 90, Standing: standing})
	apptest.Must(t, err)
	session, err := d.PlanSession(app.Plan{Start: c.Now(), Name: "Tuesday group"})
	apptest.Must(t, err)
	if a, _ := d.Agenda(session); a.Session.Minutes != 90 || a.With.ID != with {
		t.Fatalf("planned for %d minutes with %v, want the agreed 90", a.Session.Minutes, a.With.Name)
	}
	left, err := d.AddNewItem(session, supervision.AgendaItem{Title: "Left over", Words: "For the next time."})
	apptest.Must(t, err)
	apptest.Must(t, d.StartSession(session, c.Now().Add(3*time.Minute)))
	day := journal.DateOf(c.Now().AddDate(0, 0, 28))
	apptest.Must(t, d.ReviewSession(session, app.SessionReview{NextDate: day}))
	next, planned, err := d.NextSession(session)
	if err != nil || !planned || next.Minutes != 90 {
		t.Fatalf("to be planned %+v %v %v", next, planned, err)
	}
	before := len(d.Sessions())
	apptest.Must(t, d.EndSession(session, 60, nil))
	all := d.Sessions()
	if len(all) != before+1 {
		t.Fatalf("%d sessions, want one more", len(all))
	}
	a, err := d.Agenda(all[0].ID)
	apptest.Must(t, err)
	if !a.Session.Start.Equal(c.Now().AddDate(0, 0, 28)) || a.Session.Minutes != 90 || a.With.ID != with || a.Session.Kind != supervision.Group {
		t.Errorf("planned %+v", a.Session)
	}
	if len(a.Items) != 2 || a.Items[0].Standing != supervision.StandingLeave || a.Items[1].ID != left {
		t.Errorf("on its agenda %+v", a.Items)
	}
	if _, planned, _ := d.NextSession(session); planned {
		t.Error("it would be planned twice")
	}
	if _, err := d.PlanNext(session); fault.KindOf(err) != fault.Conflict {
		t.Errorf("planned twice: %v", err)
	}
	apptest.Must(t, d.Undo())
	if len(d.Sessions()) != before {
		t.Error("undoing the end leaves the next session")
	}
}

func TestDesk_PlanNext_of_a_session_that_is_over(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, err := d.HoldAdHoc(0)
	apptest.Must(t, err)
	apptest.Must(t, d.EndSession(session, 20, nil))
	if _, err := d.PlanNext(session); fault.KindOf(err) != fault.Conflict {
		t.Errorf("without a day: %v", err)
	}
	apptest.Must(t, d.ReviewSession(session, app.SessionReview{NextDate: d.Today()}))
	if _, planned, _ := d.NextSession(session); planned {
		t.Error("the next session is on the same day")
	}
	apptest.Must(t, d.ReviewSession(session, app.SessionReview{NextDate: d.Today().AddDays(7)}))
	id, err := d.PlanNext(session)
	apptest.Must(t, err)
	if a, err := d.Agenda(id); err != nil || a.Session.Minutes != app.UsualSessionMinutes || !a.Session.Start.Equal(c.Now().AddDate(0, 0, 7).Truncate(time.Minute)) {
		t.Errorf("planned %+v %v", a.Session, err)
	}
	if _, _, err := d.NextSession(77); fault.KindOf(err) != fault.NotFound {
		t.Errorf("of no session: %v", err)
	}
}

func TestDesk_nothing_is_owed_a_minute_after_adding_somebody(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, err := d.SaveRelationship(supervision.Relationship{Name: "Vera", Kind: supervision.ExternalSupervisor, CadenceDays: 30, UsualMinutes: 45})
	apptest.Must(t, err)
	for days, want := range map[int]int{0: 0, 28: 0, 29: 45, 89: 135} {
		c.Set(c.Now().AddDate(0, 0, days))
		if got := d.Network()[0].Cadence.AgreedMinutes; got != want {
			t.Errorf("after %d days: %d agreed minutes, want %d", days, got, want)
		}
		c.Set(c.Now().AddDate(0, 0, -days))
	}
}

func TestDesk_ReadHeld(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 11, 27, 14, 30, 0, 0, time.UTC)) // a Friday
	for typed, want := range map[string]journal.Date{
		"2026-11-20": "2026-11-20", "20/11": "2026-11-20", "27/11/2026": "2026-11-27", "27/11": "2026-11-27",
		"3 Dec": "2025-12-03", "Wed": "2026-11-25", "Fri": "2026-11-27", " thu ": "2026-11-26",
	} {
		if got, err := d.ReadHeld(typed); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "+7", "2026-12-03", "3/12/2026", "soon"} {
		if got, err := d.ReadHeld(typed); fault.KindOf(err) != fault.Invalid || err == nil {
			t.Errorf("%q: %v %v", typed, got, err)
		}
	}
}

func TestDesk_ReadDay(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 11, 22, 14, 30, 0, 0, time.UTC)) // a Sunday
	for typed, want := range map[string]journal.Date{
		"2026-11-20": "2026-11-20", " 20/11/2026 ": "2026-11-20", "20.11.26": "2026-11-20", "20.11.": "2026-11-20",
		"20/11": "2026-11-20", "24/12": "2025-12-24", "1 2": "2026-02-01", "20 nov": "2026-11-20", "Nov 20, 2026": "2026-11-20",
		"friday": "2026-11-20", "yesterday": "2026-11-21", "today": "2026-11-22", "-7": "2026-11-15", "+7": "2026-11-29", "10/13/2026": "2026-10-13", "3 Dec 2026": "2026-12-03",
	} {
		if got, err := d.ReadDay(typed); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "31/2/2026", "13", "a/b", "1/2/3/4", "0/1/2026", "13/13/2026", "+", "+7 days", "1/1/1700"} {
		if got, err := d.ReadDay(typed); fault.KindOf(err) != fault.Invalid || err == nil {
			t.Errorf("%q: %v %v", typed, got, err)
		}
	}
}

// Where months come first, figures are read so, and names as everywhere.
func TestDesk_ReadDay_monthFirst(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 11, 22, 14, 30, 0, 0, time.UTC))
	reader := input.NewReader(apptest.AppOf(d).Words, d.Now, func() bool { return true })
	for typed, want := range map[string]journal.Date{
		"3/4/2026": "2026-03-04", "11/20": "2026-11-20", "20 Nov": "2026-11-20", "Nov 20": "2026-11-20", "2026-11-20": "2026-11-20",
		"20/11/2026": "2026-11-20", "20/11": "2026-11-20",
	} {
		if got, err := reader.ReadDay(typed); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", typed, got, err, want)
		}
	}
}

// What was carried over from one person waits for them, and the agenda of
// another doesn't show it.
func TestDesk_BasketFor_leaves_out_what_waits_for_others(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, _, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.EndSession(session, 40, nil))
	group, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 3), Name: "Tuesday group", Kind: supervision.PeerGroup})
	apptest.Must(t, err)
	a, err := d.Agenda(group)
	apptest.Must(t, err)
	if waits := d.BasketFor(a.With.ID); len(waits) != 0 {
		t.Errorf("%d lines wait for the group", len(waits))
	}
	if all := d.Basket(); len(all) != len(items) {
		t.Errorf("%d of %d lines wait at all", len(all), len(items))
	}
	if past := d.Past(a.With.ID); len(past) != 0 || len(d.Past(0)) != 1 {
		t.Errorf("past of the group %v", past)
	}
}

// What is to come is said by how long there is until then, too.
func TestDesk_ReadDue_ahead(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 11, 30, 14, 30, 0, 0, time.UTC))
	for typed, want := range map[string]journal.Date{
		"in 1 day": "2026-12-01", "In 10 days": "2026-12-10", " in  2 weeks ": "2026-12-14", "in 1 month": "2026-12-30",
		"in 3 months": "2027-02-28", "in 1 year": "2027-11-30", "in 2 years": "2028-11-30",
	} {
		if got, err := d.ReadDue(typed); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"in months", "in 3", "in 3 moons", "in 999999999 days", "in 3000 years", "in -3 months"} {
		if got, err := d.ReadDue(typed); err == nil {
			t.Errorf("%q is %v", typed, got)
		}
	}
	if got, err := d.ReadDay("in 3 months"); err == nil {
		t.Errorf("one looks back on %v", got)
	}
}
