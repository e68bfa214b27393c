package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
)

// backupJournal makes a verified copy of the journal in a folder and prints its
// path.
type backupJournal struct {
	To call.File `required:"" placeholder:"FOLDER"`
}

// Run makes no folder: it ends with call.ExitNotFound for one that isn't there, before
// the passphrase is asked for.
func (b backupJournal) Run(ctx context.Context, c *call.Call) error {
	if err := c.Folder(string(b.To), "to"); err != nil {
		return err
	}
	return c.Change(ctx, func(d *app.Desk) error {
		b, err := d.CopyAway(ctx, string(b.To), nil)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.Out, b.Path)
		return err
	})
}

// restoreJournal puts a backup in the journal's place and prints where the file
// is kept that stood there. With --dry-run it only counts what the backup holds.
type restoreJournal struct {
	File   call.File `arg:""`
	DryRun bool
}

// Run takes what opens the backup; the file in place may be broken or missing. Where
// nothing stood there, it prints nothing.
func (r restoreJournal) Run(ctx context.Context, c *call.Call) error {
	if err := c.Exists(r.File); err != nil {
		return err
	}
	key, err := c.Key()
	if err != nil {
		return err
	}
	if r.DryRun {
		return tryRestore(c, ctx, string(r.File), key)
	}
	kept, err := c.App.RestoreFile(ctx, string(r.File), key)
	if err != nil || kept == "" {
		return err
	}
	_, err = fmt.Fprintln(c.Out, c.Words.T("cli.restored.kept", kept))
	return err
}

// tryRestore counts what the backup holds, and says whether restoring it leads
// back to an earlier state, and whether the journal in place was put back itself.
func tryRestore(c *call.Call, ctx context.Context, backup string, key app.Key) error {
	is, err := c.App.VerifyFile(ctx, backup, key)
	if err != nil {
		return err
	}
	if is.Older {
		if _, err := fmt.Fprintln(c.Out, c.Words.T("cli.restore.older")); err != nil {
			return err
		}
		is.Older = false // as a backup is
	}
	if err := printCondition(c, is); err != nil {
		return err
	}
	if now, err := c.App.Verify(ctx, key); err == nil && (now.Older || now.Other) {
		return now.Fault()
	}
	return nil
}

// printCondition prints what was found of a file, and gives what is wrong with it.
func printCondition(c *call.Call, is app.Condition) error {
	_, err := fmt.Fprintln(c.Out, c.Words.T("cli.verified", is.Intact, is.Damaged+is.Stale, is.Missing))
	if err != nil {
		return err
	}
	return is.Fault()
}

// salvageJournal makes a new journal of what can still be read of a broken one. It
// ends with call.ExitBroken where something is lost, although the new journal is whole.
type salvageJournal struct {
	File call.File `arg:""`
	To   call.File `required:"" placeholder:"FILE"`
}

// Run takes what opens the broken journal, and prints what was found in any case. It
// ends with call.ExitConflict where a file stands at --to.
func (s salvageJournal) Run(ctx context.Context, c *call.Call) error {
	if err := errors.Join(c.Exists(s.File), c.Folder(filepath.Dir(string(s.To)), "to")); err != nil {
		return err
	}
	key, err := c.Key()
	if err != nil {
		return err
	}
	is, err := c.App.Salvage(ctx, string(s.File), string(s.To), key)
	if err != nil {
		return c.InTheWay(err)
	}
	return printCondition(c, is)
}
