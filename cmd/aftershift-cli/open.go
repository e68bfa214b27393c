package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/charset"
)

// key returns what opens the journal: the recovery words of --recovery-file, or
// the passphrase.
func (c *call) key() (app.Key, error) {
	if named := c.common.RecoveryFile; named != "" {
		words, err := c.wordsIn(named)
		return app.Key{Words: words}, err
	}
	passphrase, err := c.passphrase()
	return app.Key{Passphrase: passphrase}, err
}

// wordsIn returns the recovery words of a file, on as many lines as they are.
func (c *call) wordsIn(named file) (string, error) {
	text, err := c.secretText(named, "recovery-file")
	if err != nil {
		return "", err
	}
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		return "", c.refused(exitInvalid, "cli.hint.file.flag", "cli.refused.empty", "recovery-file")
	}
	return words, nil
}

// opening returns how the journal is opened, where the flags say nothing else as
// usual says.
func (c *call) opening(usual app.Opening) app.Opening {
	switch {
	case c.common.ReadOnly:
		return app.ReadOnly
	case c.common.AsRestored:
		return app.AsRestored
	}
	return usual
}

// change opens the journal for the time that use takes.
func (c *call) change(ctx context.Context, use func(*app.Desk) error) error {
	return c.withDesk(ctx, app.AsUsual, use)
}

// look is change for a command that changes nothing: no byte of the journal,
// beside it or among what belongs to it.
func (c *call) look(ctx context.Context, use func(*app.Desk) error) error {
	return c.withDesk(ctx, app.ToLook, use)
}

func (c *call) withDesk(ctx context.Context, usual app.Opening, use func(*app.Desk) error) error {
	key, err := c.key()
	if err != nil {
		return err
	}
	d, err := c.app.Open(ctx, key, c.opening(usual))
	if err != nil {
		return err
	}
	c.offer(d)
	var found app.Findings
	err = c.closing(d, func(d *app.Desk) error {
		err := use(d)
		_ = d.Ready(ctx) // what stopped it stopped use too
		found = d.Findings()
		return err
	})
	return c.tell(found, err)
}

// offer names the backups that hold a later state than a journal that is opened
// although it is older than it was.
func (c *call) offer(d *app.Desk) {
	if how := c.opening(app.AsUsual); how != app.AsRestored && how != app.ReadOnly {
		return
	}
	all, _ := d.Backups() // a folder that can't be read offers none
	for _, b := range all {
		if b.Ahead {
			fmt.Fprintln(c.complain, c.words.T("cli.ahead", b.Path))
		}
	}
}

// unkept is a change that was made, and is in no backup.
type unkept struct{ error }

func (u unkept) Unwrap() error { return u.error }

// closing runs use and closes d; the first error counts. A backup that could not
// be made on closing is an error too, where there is no other.
func (c *call) closing(d *app.Desk, use func(*app.Desk) error) error {
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
		return "unkept", exitUnkept
	case app.IsOlder(err):
		return "older", exitBroken
	case app.IsHeld(err):
		return "held", exitConflict
	case app.IsOther(err):
		return "other", exitBroken
	case app.IsUnrecognised(err):
		return "unrecognised", exitInvalid
	}
	return "", 0
}

// secretText reads a file that holds a secret, named by the flag.
func (c *call) secretText(named file, flag string) (string, error) {
	f, err := c.open(named, flag)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := charset.ReadAll(f, maxSecret)
	return text, c.unread(err, "cli.input.secret")
}

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
