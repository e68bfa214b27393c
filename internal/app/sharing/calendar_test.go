package sharing_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"

	ics "github.com/arran4/golang-ical"
)

// savedEvent writes the session's calendar file and reads it back.
func savedEvent(t *testing.T, d *app.Desk, session journal.ID) (*ics.VEvent, string) {
	t.Helper()
	a, err := d.Agenda(session)
	apptest.Must(t, err)
	file := filepath.Join(t.TempDir(), d.CalendarName(a.Session))
	apptest.Must(t, d.SaveCalendar(session, file, false))
	raw, err := os.ReadFile(file)
	apptest.Must(t, err)
	c, err := ics.ParseCalendar(strings.NewReader(string(raw)))
	apptest.Must(t, err)
	if len(c.Events()) != 1 {
		t.Fatalf("%d events, want one", len(c.Events()))
	}
	return c.Events()[0], string(raw)
}

func TestDesk_SaveCalendar_says_when_and_nothing_else(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	event, raw := savedEvent(t, d, session)
	start, err := event.GetStartAt()
	apptest.Must(t, err)
	end, err := event.GetEndAt()
	apptest.Must(t, err)
	if !start.Equal(c.Now()) || end.Sub(start) != time.Hour {
		t.Errorf("from %v to %v, want %v and an hour", start, end, c.Now())
	}
	if title := event.GetProperty(ics.ComponentPropertySummary).Value; title != "Meeting" {
		t.Errorf("title %q", title)
	}
	sum := sha256.Sum256([]byte(raw))
	copies := d.SharedCopies()
	if len(copies) != 1 || copies[0].Kind != "calendar" || copies[0].Session != session || copies[0].SHA256 != hex.EncodeToString(sum[:]) {
		t.Errorf("register %+v", copies)
	}
	for _, w := range append([]string{"Ruth", "Adeyemi", "Jo", "upervision", "frightened", apptest.Marker, session.String()}, apptest.Telling...) {
		if strings.Contains(raw, w) {
			t.Errorf("%q is in the calendar file", w)
		}
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(raw, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line %q breaks RFC 5545, 3.1", line)
		}
	}
}

// What reads the file back above also wrote it, so its lines stand here as RFC
// 5545 has them.
func TestDesk_SaveCalendar_lines(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	event, raw := savedEvent(t, d, session)
	at := func(t time.Time) string { return t.UTC().Format("20060102T150405Z") }
	want := []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Aftershift//Meeting//EN", "METHOD:PUBLISH",
		"BEGIN:VEVENT", "UID:" + event.Id(), "DTSTAMP:" + at(c.Now()), "DTSTART:" + at(c.Now()),
		"DTEND:" + at(c.Now().Add(time.Hour)), "SUMMARY:Meeting", "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR", "",
	}
	if raw != strings.Join(want, "\r\n") {
		t.Errorf("%q, want %q", raw, want)
	}
}

func TestDesk_SaveCalendar_moved_session_is_the_same_event(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	before, _ := savedEvent(t, d, session)
	_, err := d.PlanSession(app.Plan{Session: session, Start: c.Now().AddDate(0, 0, 7), Minutes: 90, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	after, _ := savedEvent(t, d, session)
	start, err := after.GetStartAt()
	apptest.Must(t, err)
	if after.Id() != before.Id() || !start.Equal(c.Now().AddDate(0, 0, 7)) {
		t.Errorf("event %s at %v, was %s", after.Id(), start, before.Id())
	}
}

func TestDesk_SaveCalendar_refuses(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	file := filepath.Join(t.TempDir(), "meeting.ics")
	apptest.Must(t, os.WriteFile(file, []byte("something else"), 0o600))
	if err := d.SaveCalendar(session, file, false); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a file in the way: %v, want conflict", err)
	}
	apptest.Must(t, d.SaveCalendar(session, file, true))
	if err := d.SaveCalendar(1, file, true); fault.KindOf(err) != fault.NotFound {
		t.Errorf("no such session: %v, want not found", err)
	}
	apptest.Must(t, d.StartSession(session, c.Now()))
	if err := d.SaveCalendar(session, file, true); fault.KindOf(err) != fault.Conflict {
		t.Errorf("an open session: %v, want conflict", err)
	}
}
