package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
)

// rotateKey gives the journal a new key and prints the new recovery words, also
// where something failed after they came to count.
type rotateKey struct{}

// Run needs the passphrase itself: recovery words don't do.
func (rotateKey) Run(ctx context.Context, c *call.Call) error {
	passphrase, err := c.Passphrase()
	if err != nil {
		return err
	}
	d, err := c.App.Open(ctx, app.Key{Passphrase: passphrase}, c.Opening(app.AsUsual))
	if err != nil {
		return err
	}
	return c.Closing(d, func(d *app.Desk) error {
		words, err := d.Rotate(ctx, passphrase, nil)
		if len(words) == 0 {
			return err
		}
		fmt.Fprintln(c.Complain, c.Words.T("cli.recovery"))
		if told := c.Print(strings.Join(words, " ")); told != nil {
			return told
		}
		return err
	})
}

// changePassphrase sets a new passphrase; copies made before keep the old one.
// With --recovery-file the old one need not be known.
type changePassphrase struct {
	NewPassphraseFile call.File `placeholder:"FILE"`
}

// Run asks for the new passphrase before it opens the journal, so that it is open for a
// moment only. It gives fault.CannotUnlock where the old secret is wrong, and
// fault.Invalid for a new one that app.CheckPassphrase refuses.
func (p changePassphrase) Run(ctx context.Context, c *call.Call) error {
	present, err := c.Key()
	if err != nil {
		return err
	}
	next, err := nextPassphrase(c, p.NewPassphraseFile)
	if err != nil {
		return err
	}
	d, err := c.App.Open(ctx, present, c.Opening(app.AsUsual))
	if err != nil {
		return err
	}
	return c.Closing(d, func(d *app.Desk) error {
		if present.Passphrase == "" {
			return d.ResetPassphrase(present.Words, next)
		}
		return d.ChangePassphrase(present.Passphrase, next)
	})
}

// nextPassphrase gives the first line of the file of the new passphrase, or asks
// for it twice.
func nextPassphrase(c *call.Call, in call.File) (string, error) {
	if in != "" {
		return c.SecretIn(in, "new-passphrase-file")
	}
	next, err := c.Asked("cli.ask.new")
	if err != nil {
		return "", err
	}
	again, err := c.Asked("cli.ask.again")
	if err == nil && again != next {
		err = c.Refused(call.ExitUsage, "cli.hint.differ", "cli.usage.differ")
	}
	return next, err
}
