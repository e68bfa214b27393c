package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/internal/app"
)

// rotateKey gives the journal a new key and prints the new recovery words, also
// where something failed after they came to count.
type rotateKey struct{}

func (rotateKey) run(ctx context.Context, c *call) error {
	passphrase, err := c.passphrase()
	if err != nil {
		return err
	}
	d, err := c.app.Open(ctx, app.Key{Passphrase: passphrase}, c.opening(app.AsUsual))
	if err != nil {
		return err
	}
	return c.closing(d, func(d *app.Desk) error {
		words, err := d.Rotate(ctx, passphrase, nil)
		if len(words) == 0 {
			return err
		}
		fmt.Fprintln(c.complain, c.words.T("cli.recovery"))
		if told := c.print(strings.Join(words, " ")); told != nil {
			return told
		}
		return err
	})
}

// changePassphrase sets a new passphrase; copies made before keep the old one.
// With --recovery-file the old one need not be known.
type changePassphrase struct {
	NewPassphraseFile file `placeholder:"FILE"`
}

func (p changePassphrase) run(ctx context.Context, c *call) error {
	present, err := c.key()
	if err != nil {
		return err
	}
	next, err := c.nextPassphrase(p.NewPassphraseFile)
	if err != nil {
		return err
	}
	d, err := c.app.Open(ctx, present, c.opening(app.AsUsual))
	if err != nil {
		return err
	}
	return c.closing(d, func(d *app.Desk) error {
		if present.Passphrase == "" {
			return d.ResetPassphrase(present.Words, next)
		}
		return d.ChangePassphrase(present.Passphrase, next)
	})
}

// nextPassphrase gives the first line of the file of the new passphrase, or asks
// for it twice.
func (c *call) nextPassphrase(in file) (string, error) {
	if in != "" {
		return c.secretIn(in, "new-passphrase-file")
	}
	next, err := c.asked("cli.ask.new")
	if err != nil {
		return "", err
	}
	again, err := c.asked("cli.ask.again")
	if err == nil && again != next {
		err = c.refused(exitUsage, "cli.hint.differ", "cli.usage.differ")
	}
	return next, err
}
