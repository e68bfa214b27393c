package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"aftershift/internal/app"
)

// backup makes a verified copy of the journal in a folder and prints its path.
func (c *call) backup(ctx context.Context) error {
	if c.flags.to == "" {
		return usage{c.words.T("cli.usage.needs", c.command.name, "to")}
	}
	if err := c.folder(c.flags.to, "to"); err != nil {
		return err
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		b, err := d.CopyAway(ctx, c.flags.to, nil)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.out, b.Path)
		return err
	})
}

// restore puts a backup in the journal's place and prints where the file is kept
// that stood there. With --dry-run it only counts what the backup holds.
func (c *call) restore(ctx context.Context) error {
	if err := c.file(c.args[0]); err != nil {
		return err
	}
	key, err := c.key()
	if err != nil {
		return err
	}
	if c.flags.dryRun {
		return c.tryRestore(ctx, key)
	}
	kept, err := c.app.RestoreFile(ctx, c.args[0], key)
	if err != nil || kept == "" {
		return err
	}
	_, err = fmt.Fprintln(c.out, c.words.T("cli.restored.kept", kept))
	return err
}

// tryRestore counts what the backup holds, and says whether restoring it leads
// back to an earlier state, and whether the journal in place was put back itself.
func (c *call) tryRestore(ctx context.Context, key app.Key) error {
	is, err := c.app.VerifyFile(ctx, c.args[0], key)
	if err != nil {
		return err
	}
	if is.Older {
		if _, err := fmt.Fprintln(c.out, c.words.T("cli.restore.older")); err != nil {
			return err
		}
		is.Older = false // as a backup is
	}
	if err := c.counted(is); err != nil {
		return err
	}
	if now, err := c.app.Verify(ctx, key); err == nil && (now.Older || now.Other) {
		return now.Fault()
	}
	return nil
}

// counted prints what was found of a file, and gives what is wrong with it.
func (c *call) counted(is app.Condition) error {
	_, err := fmt.Fprintln(c.out, c.words.T("cli.verified", is.Intact, is.Damaged+is.Stale, is.Missing))
	if err != nil {
		return err
	}
	return is.Fault()
}

// salvage makes a new journal of what can still be read of a broken one. It ends
// with exitBroken where something is lost, although the new journal is whole.
func (c *call) salvage(ctx context.Context) error {
	if c.flags.to == "" {
		return usage{c.words.T("cli.usage.needs", c.command.name, "to")}
	}
	if err := errors.Join(c.file(c.args[0]), c.folder(filepath.Dir(c.flags.to), "to")); err != nil {
		return err
	}
	key, err := c.key()
	if err != nil {
		return err
	}
	is, err := c.app.Salvage(ctx, c.args[0], c.flags.to, key)
	if err != nil {
		return err
	}
	return c.counted(is)
}

// rotate gives the journal a new key and prints the new recovery words, also
// where something failed after they came to count.
func (c *call) rotate(ctx context.Context) error {
	passphrase, err := c.passphrase()
	if err != nil {
		return err
	}
	d, err := c.app.Open(ctx, app.Key{Passphrase: passphrase}, c.opening())
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
func (c *call) changePassphrase(ctx context.Context) error {
	present, err := c.key()
	if err != nil {
		return err
	}
	next, err := c.nextPassphrase()
	if err != nil {
		return err
	}
	d, err := c.app.Open(ctx, present, c.opening())
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
func (c *call) nextPassphrase() (string, error) {
	if c.flags.newPassphraseFile != "" {
		return c.secretIn(c.flags.newPassphraseFile)
	}
	next, err := c.asked("cli.ask.new")
	if err != nil {
		return "", err
	}
	again, err := c.asked("cli.ask.again")
	if err == nil && again != next {
		err = usage{c.words.T("cli.usage.differ")}
	}
	return next, err
}
