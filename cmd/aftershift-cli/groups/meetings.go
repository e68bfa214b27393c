package groups

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// meetingList prints the meetings of every group, or of one, the latest first.
type meetingList struct {
	Group call.ID `placeholder:"ID"`
	call.Listing
}

// Run goes through the groups in turn: the latest meeting comes first within each. An
// id that is no group's ends it with call.ExitNotFound.
func (l meetingList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		if id := l.Group.ID(); id != 0 {
			if _, err := d.Group(id); err != nil {
				return c.Refused(call.ExitNotFound, "cli.hint.group", "cli.refused.group")
			}
		}
		var all []shown.Meeting
		for _, v := range d.Groups() {
			if l.Group != "" && l.Group.ID() != v.ID {
				continue
			}
			for _, m := range d.Meetings(v.ID) {
				all = append(all, shown.MeetingOf(m, v.Relationship.Name))
			}
		}
		return call.List(c, l.Listing, all, func(m shown.Meeting) string {
			return fmt.Sprintf("%s  %s  %2d  %s", m.ID, m.Began.Format("2006-01-02 15:04"), len(m.Present), m.Name)
		})
	})
}

// meetingShow prints who was at a meeting and whose turn it was. What was written at it
// stays where it is kept: in the journal, and apart.
type meetingShow struct {
	call.Subject
	call.Listing
}

// Run leaves out whoever is no longer known as a member; JSON has their ids all the
// same.
func (s meetingShow) Run(ctx context.Context, c *call.Call) error {
	return call.LookAt(ctx, c, s.Subject, (*app.Desk).Meeting, func(d *app.Desk, sitting app.MeetingSitting) error {
		m := shown.MeetingOf(sitting.Meeting, sitting.View.Relationship.Name)
		if s.JSON {
			return c.Object(m)
		}
		names := func(all ...app.ID) string {
			var called []string
			for _, id := range all {
				if who := sitting.View.Member(id); who.ID != 0 {
					called = append(called, d.MemberName(who.Member))
				}
			}
			return strings.Join(called, ", ")
		}
		return c.Print(strings.Join([]string{
			m.Name + ", " + m.Began.Format("2006-01-02 15:04"),
			c.Words.T("cli.of_group.sheet", m.Procedure),
			c.Words.T("cli.meeting.present", names(m.Present...)),
			c.Words.T("cli.meeting.presents", names(m.Presents...)),
			c.Words.T("cli.meeting.facilitates", names(m.Facilitates)),
			c.Words.T("cli.meeting.keeps", names(m.KeepsTime)),
		}, "\n"))
	})
}
