package groups

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// groupAdd sets a group up, the writer in it, and prints its id.
type groupAdd struct {
	Name    []string     `arg:""`
	Member  []string     `placeholder:"NAME" sep:"none"`
	Minutes call.Minutes `placeholder:"N"`
	Every   call.Days    `placeholder:"DAYS"`
}

// Run ends with call.ExitConflict where the relationship of that name has a group, and
// with call.ExitInvalid without a name.
func (a groupAdd) Run(ctx context.Context, c *call.Call) error {
	s := app.GroupSetUp{Name: strings.Join(a.Name, " "), Minutes: int(a.Minutes), Every: int(a.Every)}
	for _, name := range a.Member {
		s.Members = append(s.Members, app.Member{Name: name})
	}
	return c.Change(ctx, func(d *app.Desk) error {
		id, err := d.SetUpGroup(s)
		err = c.Instead(err, fault.Conflict, "cli.hint.group", "cli.refused.group.there")
		return c.Made(id, c.Instead(err, fault.Invalid, "cli.hint.group", "cli.refused.group.name"))
	})
}

// groupList prints the groups, and when each met last.
type groupList struct{ call.Listing }

// Run prints id, the day of the last meeting, how many members there were and are, and
// the name.
func (l groupList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		of := func(v app.GroupView) shown.Group { return shown.GroupOf(v, d.MemberName) }
		return call.ListOf(c, l.Listing, d.Groups(), of, func(g shown.Group) string {
			return fmt.Sprintf("%s  %-10s  %2d  %s", g.ID, g.LastMet, len(g.Members), g.Name)
		})
	})
}

// groupShow prints what was agreed, who is in it, and whose turn it is.
type groupShow struct {
	call.Subject
	call.Listing
}

// Run prints whom each turn falls on by name; JSON has the ids of members.
func (s groupShow) Run(ctx context.Context, c *call.Call) error {
	return call.LookAt(ctx, c, s.Subject, (*app.Desk).Group, func(d *app.Desk, v app.GroupView) error {
		g := shown.GroupOf(v, d.MemberName)
		return c.Show(s.Listing, g, func() error { return printGroup(c, g) })
	})
}

// printGroup leaves out what was never agreed. A member has a line with the day of
// their last case, a meeting to come one with who presents, leads it and keeps time.
func printGroup(c *call.Call, g shown.Group) error {
	w := c.Words
	lines := []string{g.Name, w.T("cli.of_group.sheet", g.RunSheet)}
	for _, each := range [][2]string{
		{"cli.of_group.place", g.Place},
		{"cli.of_group.aims", g.Aims},
		{"cli.of_group.guidelines", g.Guidelines},
		{"cli.of_group.confidentiality", g.Confidentiality},
		{"cli.of_group.agreed", g.Agreed},
		{"cli.of_group.review", g.Review},
		{"cli.of_group.missing", g.Missing},
	} {
		if each[1] != "" {
			lines = append(lines, w.T(each[0], each[1]))
		}
	}
	names := map[app.ID]string{}
	lines = append(lines, w.T("cli.of_group.members"))
	for _, m := range g.Members {
		names[m.ID] = m.Name
		lines = append(lines, fmt.Sprintf("%s  %-10s  %s  %s", m.ID, m.LastCase, m.Name, m.Setting))
	}
	lines = append(lines, w.T("cli.of_group.turns"))
	for _, t := range g.Turns {
		lines = append(lines, fmt.Sprintf("%-10s  %s  %s  %s", t.On, names[t.Presents], names[t.Facilitates], names[t.KeepsTime]))
	}
	return c.Print(strings.Join(lines, "\n"))
}

// groupSet changes what was agreed, and which run-sheet the group goes by.
type groupSet struct {
	call.Subject
	Aims            *string  `placeholder:"TEXT"`
	Guidelines      *string  `placeholder:"TEXT"`
	Confidentiality *string  `placeholder:"TEXT"`
	Agreed          call.Day `placeholder:"DAY"`
	Review          call.Day `placeholder:"DAY"`
	Missing         *string  `placeholder:"TEXT"`
	Place           *string  `placeholder:"TEXT"`
	RunSheet        string   `placeholder:"NAME"`
}

// Run ends with call.ExitUsage without anything to change, and with call.ExitNotFound
// for a run-sheet that isn't known: then nothing changes.
func (s groupSet) Run(ctx context.Context, c *call.Call) error {
	if s == (groupSet{Subject: s.Subject}) {
		return c.Usage("cli.usage.group")
	}
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error {
		v, err := d.Group(id)
		if err != nil {
			return err
		}
		if s.RunSheet != "" && !named(d, s.RunSheet) {
			return c.Refused(call.ExitNotFound, "cli.hint.sheet", "cli.refused.sheet")
		}
		return d.ChangeGroup(s.into(v.Group))
	})
}

// into returns the group with what was typed; a text that was typed as nothing between
// quotes is emptied, and the rest stays.
func (s groupSet) into(g app.Group) app.Group {
	for typed, to := range map[*string]*string{s.Aims: &g.Aims, s.Guidelines: &g.Guidelines, s.Confidentiality: &g.Confidentiality, s.Missing: &g.Missing, s.Place: &g.Place} {
		if typed != nil {
			*to = *typed
		}
	}
	g.Agreed, g.Review = cmp.Or(app.Day(s.Agreed), g.Agreed), cmp.Or(app.Day(s.Review), g.Review)
	g.Procedure = cmp.Or(s.RunSheet, g.Procedure)
	return g
}

// memberAdd adds somebody to a group, and prints their id.
type memberAdd struct {
	call.Subject
	Name       []string `arg:""`
	Setting    string   `placeholder:"TEXT"`
	Experience string   `placeholder:"TEXT"`
	Brings     string   `placeholder:"TEXT"`
}

// Run looks for the group first, so that the id of something else is told as that.
func (a memberAdd) Run(ctx context.Context, c *call.Call) error {
	m := app.Member{Name: strings.Join(a.Name, " "), Setting: a.Setting, Experience: a.Experience, Brings: a.Brings}
	return c.About(ctx, a.Subject, func(d *app.Desk, id app.ID) error {
		if _, err := d.Group(id); err != nil {
			return err
		}
		m.Group = id
		return c.Made(d.AddMember(m))
	})
}

// groupLeave says that somebody, by their id, is no longer in their group.
type groupLeave struct{ call.Subject }

// Run takes somebody away whole where no meeting was held with them; else they are out
// from today on.
func (l groupLeave) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, l.Subject, func(d *app.Desk, id app.ID) error { return d.LeaveGroup(id) })
}
