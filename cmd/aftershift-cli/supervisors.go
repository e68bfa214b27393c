package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// supervisorAdd adds somebody one has supervision with, and prints the id.
type supervisorAdd struct {
	Name    []string `arg:""`
	Kind    string   `placeholder:"KIND" of:"kind"`
	Minutes minutes  `placeholder:"N"`
	Every   days     `placeholder:"DAYS"`
}

func (s supervisorAdd) run(ctx context.Context, c *call) error {
	kind, err := input.ReadRelationship(s.Kind)
	if err != nil {
		return err
	}
	r := app.Relationship{Name: strings.Join(s.Name, " "), Kind: kind, UsualMinutes: int(s.Minutes), CadenceDays: int(s.Every)}
	return c.change(ctx, func(d *app.Desk) error {
		id, err := d.SaveRelationship(r)
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

// supervisorArchive puts away somebody with whom there is no supervision any more.
type supervisorArchive struct{ subject }

func (s supervisorArchive) run(ctx context.Context, c *call) error {
	return c.about(ctx, s.subject, func(d *app.Desk, id app.ID) error { return d.ArchiveRelationship(id, true) })
}

// supervisorList lists who one has supervision with, and when it was last.
type supervisorList struct{ listing }

func (s supervisorList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		for _, each := range d.Network() {
			if err := c.supervisor(each, s.listing); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) supervisor(s app.Support, as listing) error {
	if as.JSON {
		return c.object(shown.SupervisorOf(s.Relationship))
	}
	_, err := fmt.Fprintf(c.out, "%s  %-10s  %-22s  %s\n", s.ID, s.Cadence.LastHeld, s.Kind, s.Name)
	return err
}
