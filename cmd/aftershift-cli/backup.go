package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"aftershift/internal/app"
)

// backupJournal makes a verified copy of the journal in a folder and prints its
// path.
type backupJournal struct {
	To file `required:"" placeholder:"FOLDER"`
}

func (b backupJournal) run(ctx context.Context, c *call) error {
	if err := c.folder(string(b.To), "to"); err != nil {
		return err
	}
	return c.change(ctx, func(d *app.Desk) error {
		b, err := d.CopyAway(ctx, string(b.To), nil)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.out, b.Path)
		return err
	})
}

// restoreJournal puts a backup in the journal's place and prints where the file
// is kept that stood there. With --dry-run it only counts what the backup holds.
type restoreJournal struct {
	File   file `arg:""`
	DryRun bool
}

func (r restoreJournal) run(ctx context.Context, c *call) error {
	if err := c.file(r.File); err != nil {
		return err
	}
	key, err := c.key()
	if err != nil {
		return err
	}
	if r.DryRun {
		return c.tryRestore(ctx, string(r.File), key)
	}
	kept, err := c.app.RestoreFile(ctx, string(r.File), key)
	if err != nil || kept == "" {
		return err
	}
	_, err = fmt.Fprintln(c.out, c.words.T("cli.restored.kept", kept))
	return err
}

// tryRestore counts what the backup holds, and says whether restoring it leads
// back to an earlier state, and whether the journal in place was put back itself.
func (c *call) tryRestore(ctx context.Context, backup string, key app.Key) error {
	is, err := c.app.VerifyFile(ctx, backup, key)
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

// salvageJournal makes a new journal of what can still be read of a broken one. It
// ends with exitBroken where something is lost, although the new journal is whole.
type salvageJournal struct {
	File file `arg:""`
	To   file `required:"" placeholder:"FILE"`
}

func (s salvageJournal) run(ctx context.Context, c *call) error {
	if err := errors.Join(c.file(s.File), c.folder(filepath.Dir(string(s.To)), "to")); err != nil {
		return err
	}
	key, err := c.key()
	if err != nil {
		return err
	}
	is, err := c.app.Salvage(ctx, string(s.File), string(s.To), key)
	if err != nil {
		return c.inTheWay(err)
	}
	return c.counted(is)
}
