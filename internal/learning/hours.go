package learning

import (
	"cmp"
	"slices"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// HoursKind says what the hours of a line were spent on. Its value is stored, and
// stands in packs of rules.
type HoursKind string

// The kinds of hours: three of supervision, then those of practice. OwnHours has a
// name of its own.
const (
	Individual    HoursKind = "individual"
	Triadic       HoursKind = "triadic" // one supervisor, two supervisees
	GroupHours    HoursKind = "group"
	Psychotherapy HoursKind = "psychotherapy"
	DirectClient  HoursKind = "client" // with clients, other than psychotherapy
	OtherPractice HoursKind = "other"
	OwnHours      HoursKind = "own"
)

// HoursKinds returns every kind, in the order to offer them.
func HoursKinds() []HoursKind {
	return []HoursKind{Individual, Triadic, GroupHours, DirectClient, Psychotherapy, OtherPractice, OwnHours}
}

// Supervision reports whether the hours were spent in supervision.
func (k HoursKind) Supervision() bool { return slices.Contains(HoursKinds()[:3], k) }

// Hours is one line of a week: so much of one kind. A week may have several lines of
// a kind, with different supervisors or entered one after another; they add up.
type Hours struct {
	ID      ID               `json:"id"`
	Week    Date             `json:"week"` // its Monday
	Kind    HoursKind        `json:"kind"`
	Own     string           `json:"own,omitempty"` // what OwnHours are called
	Minutes int              `json:"minutes"`
	With    ID               `json:"with,omitempty"` // who supervised, or supervises such practice
	Mode    supervision.Mode `json:"mode,omitempty"`
	Session ID               `json:"session,omitempty"` // that it was filled from
	Note    string           `json:"note,omitempty"`    // names nobody: it stands on the sheet
	Entered Date             `json:"entered"`
	Signed  Date             `json:"signed,omitempty"`  // when the sheet with it was signed, on paper
	KeptAt  string           `json:"kept_at,omitempty"` // where the signed sheet is
	Was     []Correction     `json:"was,omitempty"`     // what it said before, oldest first
}

// Correction is what a line said until it was corrected. A signature was for that,
// and doesn't hold for what stands in its place.
type Correction struct {
	On      Date   `json:"on"`
	Minutes int    `json:"minutes"`
	With    ID     `json:"with,omitempty"` // who had supervised until then; 0 also in older ones
	Why     string `json:"why,omitempty"`
	Signed  Date   `json:"signed,omitempty"`
}

// WorkWeek is how many days of a week are over before its sheet can be signed.
const WorkWeek = 4

// WeekOf returns the Monday of the week that a day is in; "" for no day.
func WeekOf(d Date) Date {
	return d.AddDays(-(int(d.Time().Weekday()) + 6) % 7)
}

// WeekAt returns the Monday of the week of a moment, by the calendar of its own zone.
func WeekAt(t time.Time) Date { return WeekOf(Date(t.Format(time.DateOnly))) }

// Key returns the key.
func (h Hours) Key() supervision.Key { return supervision.Key{Kind: HoursRecord, ID: h.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with h, or nil. A
// line signed before its working week is over is wrong: nothing is signed ahead.
func (h Hours) Validate() error {
	return valid.First(
		valid.That(h.ID != 0, "check hours: no id"),
		valid.That(h.Week.Validate() == nil && WeekOf(h.Week) == h.Week, "check hours: week"),
		valid.That(h.Kind != "" && valid.OneOf(h.Kind, HoursKinds()), "check hours: kind"),
		valid.That(valid.Line(h.Own) && (h.Kind == OwnHours) == !journal.Blank(h.Own), "check hours: name"),
		valid.That(h.Minutes >= 0 && h.Minutes <= MaxWeekMinutes && (h.Minutes > 0 || len(h.Was) > 0), "check hours: minutes"),
		valid.That(valid.OneOf(h.Mode, supervision.Modes()), "check hours: mode"),
		valid.That(valid.Line(h.Note) && valid.Line(h.KeptAt), "check hours: note"),
		valid.That(h.Entered.Validate() == nil && valid.Day(h.Signed), "check hours: days"),
		valid.That(h.Signed == "" || h.Signed >= h.signable(), "check hours: signed too early"),
		valid.That(h.KeptAt == "" || h.Signed != "", "check hours: kept, not signed"),
		valid.That(h.corrections(), "check hours: corrections"),
	)
}

func (h Hours) corrections() bool {
	for _, c := range h.Was {
		if c.On.Validate() != nil || c.Minutes < 0 || c.Minutes > MaxWeekMinutes || !valid.Line(c.Why) || !valid.Day(c.Signed) {
			return false
		}
	}
	return len(h.Was) <= maxParts
}

// signable returns the first day on which the line can have been signed: once the
// working week is over, and not before what it says now was put there.
func (h Hours) signable() Date {
	first := h.Week.AddDays(WorkWeek)
	if n := len(h.Was); n > 0 {
		first = max(first, h.Was[n-1].On)
	}
	return first
}

// Refers returns who supervised and the session that the line was filled from.
func (h Hours) Refers() []supervision.Key {
	all := []supervision.Key{{Kind: supervision.RelationshipRecord, ID: h.With}, {Kind: supervision.SessionRecord, ID: h.Session}}
	for _, w := range h.Was {
		all = append(all, supervision.Key{Kind: supervision.RelationshipRecord, ID: w.With})
	}
	return all
}

// Fits returns nil: a line goes with any other.
func (h Hours) Fits(*supervision.Board) error { return nil }

// Clone returns a copy that shares nothing with h.
func (h Hours) Clone() supervision.Record {
	h.Was = slices.Clone(h.Was)
	return h
}

// AllHours returns the lines on the board, the latest week first.
func AllHours(b *supervision.Board) []Hours {
	all := supervision.Each[Hours](b, nil)
	slices.SortStableFunc(all, func(x, y Hours) int { return cmp.Compare(y.Week, x.Week) })
	return all
}

// LogHours adds lines, not signed yet. It gives fault.Invalid, fault.NotFound and
// fault.Conflict as supervision.Add does.
func LogHours(lines ...Hours) supervision.Op {
	records := make([]supervision.Record, len(lines))
	for i, h := range lines {
		h.Signed, h.KeptAt, h.Was = "", "", nil
		records[i] = h
	}
	return supervision.Add("undo.log_hours", records...)
}

// CorrectHours changes the minutes of a line and keeps what they were. The line is to
// be signed again where it was signed. It gives fault.NotFound, and fault.Invalid.
func CorrectHours(id ID, minutes int, why string, today Date) supervision.Op {
	return supervision.Revise("undo.correct_hours", id, func(h Hours) (supervision.Record, error) {
		if h.Minutes == minutes {
			return h, nil
		}
		h = h.corrected(why, today)
		h.Minutes = minutes
		return h, nil
	})
}

// SuperviseHours says who supervised the hours of a line instead, and keeps who it said.
// The line is to be signed again where it was signed. It gives fault.NotFound.
func SuperviseHours(id, with ID, today Date) supervision.Op {
	return supervision.Revise("undo.correct_hours", id, func(h Hours) (supervision.Record, error) {
		if h.With == with {
			return h, nil
		}
		h = h.corrected("", today)
		h.With = with
		return h, nil
	})
}

// RemarkHours adds a note to a line that isn't signed, behind the one it has. It gives
// fault.NotFound, fault.Invalid for more than a line of text, and fault.Conflict for one
// that is signed.
func RemarkHours(id ID, note string) supervision.Op {
	return supervision.Revise("undo.correct_hours", id, func(h Hours) (supervision.Record, error) {
		if h.Signed != "" {
			return h, fault.New(fault.Conflict, "remark hours: signed")
		}
		if h.Note != "" {
			note = h.Note + "; " + note
		}
		h.Note = note
		return h, nil
	})
}

// corrected returns the line with what it says kept, to be changed and signed again.
func (h Hours) corrected(why string, today Date) Hours {
	h.Was = append(slices.Clone(h.Was), Correction{On: today, Minutes: h.Minutes, With: h.With, Why: why, Signed: h.Signed})
	h.Signed, h.KeptAt = "", ""
	return h
}

// Resupervised reports whether a correction, by its place in Was, changed who supervised
// and not how much it was.
func (h Hours) Resupervised(i int) bool {
	next := h.Minutes
	if i+1 < len(h.Was) {
		next = h.Was[i+1].Minutes
	}
	return h.Was[i].Minutes == next
}

// SignHours says on which day the sheet with the lines was signed and where it is
// kept; "" takes a signature back. It gives fault.NotFound, and fault.Invalid for a day
// after today, or before the week or a correction of it was over.
func SignHours(ids []ID, on Date, keptAt string, today Date) supervision.Op {
	return supervision.Batch("undo.sign_hours", func(e *supervision.Edit) error {
		if on > today {
			return fault.New(fault.Invalid, "sign hours: in the future")
		}
		for _, id := range ids {
			err := e.Do(supervision.Revise("", id, func(h Hours) (supervision.Record, error) {
				h.Signed, h.KeptAt = on, keptAt
				if on == "" {
					h.KeptAt = ""
				}
				return h, nil
			}))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// RemoveHours takes a line away that was entered by mistake. It gives
// fault.NotFound, and fault.Conflict for one that was ever signed: that is corrected.
func RemoveHours(id ID) supervision.Op {
	return supervision.Revise("undo.remove_hours", id, func(h Hours) (supervision.Record, error) {
		if h.Signed != "" || slices.ContainsFunc(h.Was, func(c Correction) bool { return c.Signed != "" }) {
			return h, fault.New(fault.Conflict, "remove hours: signed")
		}
		return supervision.Gone{Of: h.Key()}, nil
	})
}
