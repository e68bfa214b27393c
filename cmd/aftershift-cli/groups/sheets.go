package groups

import (
	"context"
	"fmt"
	"slices"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// named reports whether there is a run-sheet of that id, shipped or one's own.
func named(d *app.Desk, name string) bool {
	return slices.ContainsFunc(d.Procedures(), func(p app.Procedure) bool { return p.ID == name })
}

// sheetList prints the run-sheets there are; * marks one's own.
type sheetList struct{ call.Listing }

// Run prints id, mark, the minutes with one case, the name, and the day on which its
// source was read.
func (l sheetList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		of := func(p app.Procedure) shown.RunSheet { return shown.RunSheetOf(p, d.OwnProcedure(p.ID)) }
		return call.ListOf(c, l.Listing, d.Procedures(), of, func(p shown.RunSheet) string {
			mark := " "
			if p.Own {
				mark = "*"
			}
			return fmt.Sprintf("%-14s %s %3d  %s (%s)", p.ID, mark, p.Minutes, p.Name, p.AsOf)
		})
	})
}

// sheetAdd adds a run-sheet of one's own from a file, and prints its name.
type sheetAdd struct {
	File call.File `arg:""`
}

// Run puts the run-sheet in the place of one of its id. A malformed file ends with
// call.ExitInvalid and the words for where: then nothing changes.
func (a sheetAdd) Run(ctx context.Context, c *call.Call) error {
	return c.TakeIn(ctx, a.File, func(d *app.Desk, raw []byte) error {
		p, err := d.AddProcedure(raw)
		if why := d.ExplainProcedure(err); why != "" {
			return c.Malformed(why, "cli.hint.sheet.file")
		}
		if err != nil {
			return err
		}
		return c.Print(p.ID)
	})
}

// sheetRemove takes a run-sheet of one's own away.
type sheetRemove struct {
	RunSheet string `arg:""`
}

// Run ends with call.ExitNotFound for a run-sheet that isn't one's own. One that ships,
// in whose place it stood, is there again.
func (r sheetRemove) Run(ctx context.Context, c *call.Call) error {
	return c.Change(ctx, func(d *app.Desk) error {
		return c.Instead(d.RemoveProcedure(r.RunSheet), fault.NotFound, "cli.hint.sheet", "cli.refused.sheet.own")
	})
}
