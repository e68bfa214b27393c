package sharing

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"aftershift/internal/app/sessions"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// calendarTime is a point in time in UTC as RFC 5545, 3.3.5, writes it.
const calendarTime = "20060102T150405Z"

// SaveCalendar writes a planned session to path as an iCalendar file (RFC 5545),
// for any calendar to take in: when, how long, and a title that says nothing but
// that it is a meeting. The same session is the same event in a later file. It
// stands in the register of what left the journal, for nobody in particular. It
// gives fault.NotFound; fault.Conflict for a session that isn't planned, or when
// a file stands at path and overwrite is false; DiskFull or Permission.
func (d *Desk) SaveCalendar(session journal.ID, path string, overwrite bool) error {
	a, err := d.sessions.Agenda(session)
	if err != nil {
		return err
	}
	if a.Session.State != supervision.Planned {
		return fault.New(fault.Conflict, "save calendar file: the session is not planned")
	}
	to, err := aim(path, overwrite)
	if err != nil {
		return fault.Wrap("save calendar file", err)
	}
	_, err = d.leave(SharedCopy{Kind: "calendar", Format: "ics", Session: session}, to, d.event(a.Session))
	return fault.Wrap("save calendar file", err)
}

// CalendarName proposes a name for a session's calendar file, which says nothing
// but that it is a meeting and its day.
func (d *Desk) CalendarName(s supervision.Session) string {
	return "meeting-" + s.Start.In(d.Now().Location()).Format(time.DateOnly) + ".ics"
}

// event gives the calendar with the session as its one event.
func (d *Desk) event(s supervision.Session) []byte {
	line := func(t time.Time) string { return t.UTC().Format(calendarTime) }
	id := sha256.Sum256([]byte("meeting " + s.ID.String()))
	return []byte(strings.Join([]string{
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Aftershift//Meeting//EN",
		"METHOD:PUBLISH",
		"BEGIN:VEVENT",
		"UID:" + hex.EncodeToString(id[:16]),
		"DTSTAMP:" + line(d.Now()),
		"DTSTART:" + line(s.Start),
		"DTEND:" + line(s.Start.Add(sessions.Arranged(s))),
		"SUMMARY:" + d.App().Words().T("record.meeting"),
		"CLASS:PRIVATE",
		"END:VEVENT",
		"END:VCALENDAR",
		"",
	}, "\r\n"))
}
