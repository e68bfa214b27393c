package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/internal/app"
)

// initJournal makes a journal and prints its recovery words on one line.
type initJournal struct{}

func (initJournal) run(ctx context.Context, c *call) error {
	passphrase, err := c.newPassphrase()
	if err != nil {
		return err
	}
	if !app.MeasurePassphrase(passphrase).Enough {
		fmt.Fprintln(c.complain, c.words.T("cli.weak"))
	}
	d, words, err := c.app.Create(ctx, passphrase)
	if err != nil {
		return c.inTheWay(err)
	}
	return c.closing(d, func(*app.Desk) error {
		fmt.Fprintln(c.complain, c.words.T("cli.recovery"))
		return c.print(strings.Join(words, " "))
	})
}
