package sharing

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"time"

	ics "github.com/arran4/golang-ical"

	"aftershift/internal/app/sessions"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// SaveCalendar writes a planned session to path as an iCalendar file (RFC 5545),
// for any calendar to take in: when, how long, and a title that says nothing but
// that it is a meeting. The same session is the same event in a later file. It
// stands in the register of what left the journal, for nobody in particular. It
// gives fault.NotFound; fault.Exposed for a file's name with somebody of the register in it; fault.Conflict for a session that isn't planned, or when
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
	if d.named(filepath.Base(to.path), nil) {
		return fault.As(fault.Exposed, "check name of calendar file", Spot{Finding: -1, Name: true})
	}
	_, err = d.leave(SharedCopy{Kind: "calendar", Format: "ics", Session: session}, to, d.event(a.Session))
	return fault.Wrap("save calendar file", err)
}

// CalendarName proposes a name for a session's calendar file, which says nothing
// but that it is a meeting and its day.
func (d *Desk) CalendarName(s supervision.Session) string {
	return "meeting-" + s.Start.In(d.Now().Location()).Format(time.DateOnly) + ".ics"
}

// event returns the calendar with the session as its one event, with the line
// ends of RFC 5545 on every system.
func (d *Desk) event(s supervision.Session) []byte {
	calendar := ics.NewCalendarFor("Aftershift")
	calendar.SetProductId("-//Aftershift//Meeting//EN")
	calendar.SetMethod(ics.MethodPublish)
	id := sha256.Sum256([]byte("meeting " + s.ID.String()))
	event := calendar.AddEvent(hex.EncodeToString(id[:16]))
	event.SetDtStampTime(d.Now())
	event.SetStartAt(s.Start)
	event.SetEndAt(s.Start.Add(sessions.Arranged(s)))
	event.SetSummary(d.App().Words().T("record.meeting"))
	event.SetClass(ics.ClassificationPrivate)
	return []byte(calendar.Serialize(ics.WithNewLineWindows))
}
