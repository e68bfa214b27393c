package sessions_test

import (
	"testing"

	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/app/sessions"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_Deeds_ended_ones_fade(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	id, err := d.SaveAction(supervision.Action{Text: "Ask the chair", Owner: supervision.Me, Due: "2026-03-11"})
	apptest.Must(t, err)
	if all := d.Deeds(); len(all.Overdue) != 1 || d.DeedsDue() != 1 {
		t.Fatalf("deeds %+v", all)
	}
	apptest.Must(t, d.DoneAction(id, supervision.ItWorked))
	if all := d.Deeds(); len(all.Overdue) != 0 || len(all.Done) != 1 || d.DeedsDue() != 0 {
		t.Errorf("deeds %+v", all)
	}
	c.Set(c.Now().AddDate(0, 0, sessions.DoneDays+1))
	if all := d.Deeds(); len(all.Done) != 0 {
		t.Errorf("still shows what was done %d days ago", sessions.DoneDays+1)
	}
}

func TestDesk_Deeds_says_where_they_come_from(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, _, items := apptest.HeldAgenda(t, d, c)
	_, err := d.SaveAction(supervision.Action{Text: "Share the plan", Owner: supervision.Supervisor, Item: items[0].ID})
	apptest.Must(t, err)
	got := d.Deeds().Waiting
	if len(got) != 1 || got[0].From != items[0].Title || got[0].With != "Ruth" || got[0].Session != session || got[0].Met.IsZero() {
		t.Errorf("waiting %+v", got)
	}
}

// The test's day is Thursday 12 March 2026.
func TestDesk_ReadDue(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for typed, want := range map[string]journal.Date{
		"": "", " 2026-03-20 ": "2026-03-20", "+7": "2026-03-19", "+0": "2026-03-12",
		"Fri": "2026-03-13", "thursday": "2026-03-19", "mo": "2026-03-16",
		"27/3": "2026-03-27", "27.3.": "2026-03-27", "1/3": "2027-03-01", "1/3/26": "2026-03-01", "29 2 2028": "2028-02-29",
		"26 nov": "2026-11-26", "26 NOVEMBER, 2027": "2027-11-26", "3 mar": "2027-03-03", "Nov 26": "2026-11-26", "4/13": "2026-04-13", "tomorrow": "2026-03-13",
	} {
		if got, err := d.ReadDue(typed); err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", typed, got, err, want)
		}
	}
	for _, typed := range []string{"soon", "f", "+", "+x", "+99999", "31/2", "0/3", "1/2/3/4", "12", "13/13", "26 no", "1/1/12345"} {
		if got, err := d.ReadDue(typed); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %q, %v, want invalid", typed, got, err)
		}
	}
}

func TestDesk_ReadDue_reads_what_it_says(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for ahead := range 400 {
		day := d.Today().AddDays(ahead)
		for _, monthFirst := range []bool{true, false} {
			reader := input.NewReader(apptest.AppOf(d).Words, d.Now, func() bool { return monthFirst })
			if got, err := reader.ReadDue(day.Time().Format(input.TypedDay)); err != nil || got != day {
				t.Fatalf("what a field is filled with on %s is read as %q, %v", day, got, err)
			}
		}
		for _, typed := range []string{string(day), day.Time().Format("2/1/2006"), day.Time().Format("2.1.06"), day.Time().Format("2 January 2006"), day.Time().Format("2 Jan 06")} {
			if got, err := d.ReadDue(typed); err != nil || got != day {
				t.Fatalf("%q: %q, %v, want %q", typed, got, err, day)
			}
		}
	}
}

func TestReadClock(t *testing.T) {
	for text, want := range map[string][2]int{
		"10:00": {10, 0}, "10.30": {10, 30}, "1415": {14, 15}, "930": {9, 30}, "9": {9, 0}, " 14 : 05 ": {14, 5},
		"2pm": {14, 0}, "2.30 pm": {14, 30}, "12pm": {12, 0}, "12 am": {0, 0}, "9AM": {9, 0}, "00:00": {0, 0},
	} {
		if hour, minute, err := input.ReadClock(text); err != nil || hour != want[0] || minute != want[1] {
			t.Errorf("%q: %d:%d %v, want %v", text, hour, minute, err, want)
		}
	}
	for _, text := range []string{"", "25:00", "10:60", "-1", "noon", "13pm", "0am", "10:xx", "2ampm", "12345"} {
		if hour, minute, err := input.ReadClock(text); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %d:%d %v, want invalid", text, hour, minute, err)
		}
	}
}
