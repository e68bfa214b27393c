package learning

import (
	"cmp"
	"context"
	"fmt"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// rulesList prints the packs there are, with those in use marked.
type rulesList struct{ call.Listing }

// Run marks the pack in use of each purpose with the day since when, * for from the
// first line.
func (r rulesList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		var all []shown.Pack
		for _, purpose := range app.Purposes() {
			used, choice, _ := d.Pack(purpose)
			for _, p := range d.Packs(purpose) {
				since := ""
				if p.ID == used.ID {
					since = cmp.Or(string(choice.Since), "*")
				}
				all = append(all, shown.PackOf(p, since))
			}
		}
		return call.List(c, r.Listing, all, func(p shown.Pack) string {
			return fmt.Sprintf("%-12s  %-10s  %-10s  %s (%s)", p.ID, p.For, p.Since, p.Name, p.AsOf)
		})
	})
}

// rulesUse uses a pack that ships, or one from a file.
type rulesUse struct {
	Pack  string    `arg:"" optional:""`
	File  call.File `placeholder:"FILE"`
	Since call.Day  `placeholder:"DAY"`
}

// Run takes a pack's id or --file, not both, else it ends with call.ExitUsage. A
// malformed file ends it with call.ExitInvalid, and the pack in use stays. Without
// --since all counts.
func (r rulesUse) Run(ctx context.Context, c *call.Call) error {
	if (r.Pack == "") == (r.File == "") {
		return c.Usage("cli.usage.rules")
	}
	if r.Pack != "" {
		return c.Change(ctx, func(d *app.Desk) error {
			return c.Instead(d.ChoosePack(r.Pack, app.Day(r.Since)), fault.NotFound, "cli.hint.rules", "cli.refused.pack")
		})
	}
	return c.TakeIn(ctx, r.File, func(d *app.Desk, raw []byte) error {
		_, err := d.ChooseOwn(raw, app.Day(r.Since))
		return c.Explained(d, err, "cli.hint.pack")
	})
}

// rulesDrop stops using the pack of a purpose.
type rulesDrop struct {
	Purpose string `arg:"" of:"purpose"`
}

// Run leaves what was logged as it is.
func (r rulesDrop) Run(ctx context.Context, c *call.Call) error {
	return c.Change(ctx, func(d *app.Desk) error { return d.DropPack(app.Purpose(r.Purpose)) })
}
