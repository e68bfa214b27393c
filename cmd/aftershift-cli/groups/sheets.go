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

func named(d *app.Desk, name string) bool {
	return slices.ContainsFunc(d.Procedures(), func(p app.Procedure) bool { return p.ID == name })
}

// sheetList prints the run-sheets there are; * marks one's own.
type sheetList struct{ call.Listing }

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

func (r sheetRemove) Run(ctx context.Context, c *call.Call) error {
	return c.Change(ctx, func(d *app.Desk) error {
		return c.Instead(d.RemoveProcedure(r.RunSheet), fault.NotFound, "cli.hint.sheet", "cli.refused.sheet.own")
	})
}
