package call

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/charset"
)

// Key returns what opens the journal: the recovery words of --recovery-file, or
// the passphrase.
func (c *Call) Key() (app.Key, error) {
	if named := c.Common.RecoveryFile; named != "" {
		words, err := c.wordsIn(named)
		return app.Key{Words: words}, err
	}
	passphrase, err := c.Passphrase()
	return app.Key{Passphrase: passphrase}, err
}

// wordsIn returns the recovery words of a file, on as many lines as they are.
func (c *Call) wordsIn(named File) (string, error) {
	text, err := c.secretText(named, "recovery-file")
	if err != nil {
		return "", err
	}
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		return "", c.Refused(ExitInvalid, "cli.hint.file.flag", "cli.refused.empty", "recovery-file")
	}
	return words, nil
}

// Opening returns how the journal is opened, where the flags say nothing else as
// usual says.
func (c *Call) Opening(usual app.Opening) app.Opening {
	switch {
	case c.Common.ReadOnly:
		return app.ReadOnly
	case c.Common.AsRestored:
		return app.AsRestored
	}
	return usual
}

// Change opens the journal for the time that use takes.
func (c *Call) Change(ctx context.Context, use func(*app.Desk) error) error {
	return c.withDesk(ctx, app.AsUsual, use)
}

// Look is Change for a command that changes nothing: no byte of the journal,
// beside it or among what belongs to it.
func (c *Call) Look(ctx context.Context, use func(*app.Desk) error) error {
	return c.withDesk(ctx, app.ToLook, use)
}

// withDesk opens the journal as usual, or as the flags say, and closes it when use has
// returned. Warnings about records come after all that use prints. It gives the errors
// of Key, App.Open, use and Closing, and ErrAside.
func (c *Call) withDesk(ctx context.Context, usual app.Opening, use func(*app.Desk) error) error {
	key, err := c.Key()
	if err != nil {
		return err
	}
	d, err := c.App.Open(ctx, key, c.Opening(usual))
	if err != nil {
		return err
	}
	c.offer(d)
	var found app.Findings
	err = c.Closing(d, func(d *app.Desk) error {
		err := use(d)
		_ = d.Ready(ctx) // what stopped it stopped use too
		found = d.Findings()
		return err
	})
	return c.tell(found, err)
}

// offer names the backups that hold a later state than a journal that is opened
// although it is older than it was.
func (c *Call) offer(d *app.Desk) {
	if how := c.Opening(app.AsUsual); how != app.AsRestored && how != app.ReadOnly {
		return
	}
	all, _ := d.Backups() // a folder that can't be read offers none
	for _, b := range all {
		if b.Ahead {
			fmt.Fprintln(c.Complain, c.Words.T("cli.ahead", b.Path))
		}
	}
}

// unkept is a change that was made, and is in no backup.
type unkept struct{ error }

// Unwrap returns why the backup failed, whose kind stays to be found.
func (u unkept) Unwrap() error { return u.error }

// Closing runs use and closes d; the first error counts. A backup that could not
// be made on closing is an error too, where there is no other.
func (c *Call) Closing(d *app.Desk, use func(*app.Desk) error) error {
	err := use(d)
	if shut := d.Close(); err == nil {
		err = shut
	}
	if trouble := d.BackupTrouble(); trouble != nil && err == nil {
		err = unkept{trouble}
	}
	return err
}

// special returns the words and the exit code of trouble that its kind alone
// doesn't tell.
func special(err error) (name string, code int) {
	var missed unkept
	switch {
	case errors.As(err, &missed):
		return "unkept", ExitUnkept
	case app.IsOlder(err):
		return "older", ExitBroken
	case app.IsHeld(err):
		return "held", ExitConflict
	case app.IsOther(err):
		return "other", ExitBroken
	case app.IsUnrecognised(err):
		return "unrecognised", ExitInvalid
	}
	return "", 0
}

// secretText reads a file that holds a secret, named by the flag.
func (c *Call) secretText(named File, flag string) (string, error) {
	f, err := c.OpenFile(named, flag)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := charset.ReadAll(f, maxSecret)
	return text, c.Unread(err, "cli.input.secret")
}
