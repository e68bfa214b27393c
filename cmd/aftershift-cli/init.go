package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
)

// initJournal makes a journal and prints its recovery words on one line.
type initJournal struct{}

// Run warns of a weak passphrase and takes it; one that app.CheckPassphrase refuses is
// fault.Invalid. Out gets the words alone, so that a script can keep them.
func (initJournal) Run(ctx context.Context, c *call.Call) error {
	passphrase, err := c.NewPassphrase()
	if err != nil {
		return err
	}
	if !app.MeasurePassphrase(passphrase).Enough {
		fmt.Fprintln(c.Complain, c.Words.T("cli.weak"))
	}
	d, words, err := c.App.Create(ctx, passphrase)
	if err != nil {
		return c.InTheWay(err)
	}
	return c.Closing(d, func(*app.Desk) error {
		fmt.Fprintln(c.Complain, c.Words.T("cli.recovery"))
		return c.Print(strings.Join(words, " "))
	})
}
