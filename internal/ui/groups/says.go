package groups

import (
	"fmt"
	"strings"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
	"aftershift/internal/words"
)

// says puts groups into words.
type says struct {
	*words.Catalog
	desk *app.Desk
	days present.Days
}

// who says whose turn it is; "·" for nobody's.
func (w says) who(v app.GroupView, id journal.ID) string {
	if id == 0 {
		return "·"
	}
	return w.desk.MemberName(v.Member(id).Member)
}

// about says how many are in a group, and how often it meets.
func (w says) about(v app.GroupView) string {
	said := []string{w.N("groups.people", len(v.Here()))}
	if n := v.Relationship.CadenceDays; n > 0 {
		said = append(said, w.N("people.support.rhythm", n))
	}
	if n := v.Minutes(); n > 0 {
		said = append(said, w.N("document.minutes", n))
	}
	return strings.Join(said, " · ")
}

// member says where somebody works, what they could help with, and when they presented.
func (w says) member(m app.GroupMember) string {
	var said []string
	for _, text := range []string{m.Setting, m.Experience, m.Brings} {
		if text != "" {
			said = append(said, text)
		}
	}
	last := w.T("groups.joined", w.day(m.Joined))
	if m.LastCase != "" {
		last = w.T("groups.lastcase", w.day(m.LastCase))
	}
	return strings.Join(append(said, last), " · ")
}

func (w says) day(d journal.Date) string {
	if d == "" {
		return "·"
	}
	return w.desk.SayDay(d)
}

// agreed says when all was agreed, and by when to look at it again.
func (w says) agreed(v app.GroupView) string {
	var said []string
	if v.Agreed != "" {
		said = append(said, w.T("groups.agreedon", w.day(v.Agreed)))
	} else {
		said = append(said, w.T("groups.notagreed"))
	}
	for _, m := range v.Here() {
		if m.Agreed != "" && m.Agreed > v.Agreed {
			said = append(said, w.T("groups.agreedby", w.desk.MemberName(m.Member), w.day(m.Agreed)))
		}
	}
	if v.Review != "" {
		said = append(said, w.T("groups.reviewby", w.day(v.Review)))
	}
	return strings.Join(said, " · ")
}

// began says which run-sheet a meeting goes by, and when it began.
func (w says) began(s app.MeetingSitting) string {
	return w.T("groups.began", s.Procedure.Name, w.days.Clock(s.Began.In(w.desk.Now().Location())))
}

// cases says how many cases a meeting has room for, and how long each is; "" where its
// run-sheet doesn't share out the time.
func (w says) cases(p app.Procedure, s app.MeetingStart) string {
	of := p.Steps(s.Presents, s.Minutes)
	seconds := 0
	for _, step := range of {
		if step.Case == 1 {
			seconds += step.Planned
		}
	}
	if p.Cases != "each" || seconds == 0 {
		return ""
	}
	return w.N("groups.cases", len(s.Presents), minutes(seconds))
}

// taking says how long a run-sheet with one case takes; "" for one without phases.
func (w says) taking(p app.Procedure) string {
	if n := p.Minutes(1); n > 0 {
		return w.N("document.minutes", n)
	}
	return ""
}

// backups says until when backups may still hold a note that is gone by then.
func (w says) backups(n app.OthersNote) string {
	k, err := w.desk.KeptInBackups(n.Written.Time())
	switch {
	case err != nil || k.Backups == 0:
		return w.T("groups.backups.none")
	case k.Until.IsZero() || k.Staying > 0:
		return w.T("groups.backups.stay")
	}
	gone := n.Until().AddDays(1).Time().Add(k.Until.Sub(w.desk.Now()))
	return w.T("groups.backups.until", w.desk.SayDay(journal.DateOf(gone)))
}

// clock says seconds as "2:20", or "+0:10" where they are over.
func clock(seconds int) string {
	sign := ""
	if seconds < 0 {
		sign, seconds = "+", -seconds
	}
	return fmt.Sprintf("%s%d:%02d", sign, seconds/60, seconds%60)
}

// minutes rounds seconds to minutes.
func minutes(seconds int) int {
	return int((time.Duration(seconds) * time.Second).Round(time.Minute) / time.Minute)
}
