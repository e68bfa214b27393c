package unlock

import (
	"context"

	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// opener opens a journal, and finds and mends what keeps it from opening;
// app.App has it.
type opener interface {
	Open(ctx context.Context, k app.Key, how app.Opening) (*app.Desk, error)
	Verify(ctx context.Context, k app.Key) (app.Condition, error)
	Backups() ([]app.Backup, error)
	RestoreFile(ctx context.Context, path string, k app.Key) (kept string, err error)
	Salvage(ctx context.Context, from, to string, k app.Key) (app.Condition, error)
	UseJournal(path string) error
	Journal() string
}

// doorState is what the unlock page shows.
type doorState struct {
	ByWords bool // recovery words are asked for, not the passphrase
	Busy    bool // a key is being derived, or a file is read
	Repair  bool // the file is looked into rather than opened
	Trouble bool // the last try failed in the way of Kind
	Kind    fault.Kind
	Mending bool // the restore or salvage of a file failed in the way of Kind
	Older   bool // the file is whole, but older than the one last open here
	Other   bool // the file is whole, but of another journal than the one last open in its place
	// Ways offers what is left to do about a file that doesn't open as it should;
	// Found, if not nil, says how much of it is there.
	Ways    bool
	Found   *app.Condition
	Backups []app.Backup
	Rescued *rescued // a new journal was made of what can be read
	// Costly, if not nil, is what going on would take: nothing was derived yet.
	Costly *app.Cost
}

// rescued is what was saved of a file, and where.
type rescued struct {
	Condition app.Condition
	Path      string
}

// door tries secrets. It belongs to the main goroutine; background runs its
// argument elsewhere, and do brings the answer back.
type door struct {
	keys       opener
	background func(func())
	do         func(func())
	show       func(doorState)
	opened     func(Opened)
	state      doorState
	key        app.Key // of the try that offers ways on
	before     doorState
	again      func(app.Key) // what was refused as costly
}

// by turns between passphrase and recovery words. The key of the last try is forgotten,
// and so are the ways on that it offered.
func (d *door) by(words bool) {
	if !d.state.Busy {
		d.key, d.again = app.Key{}, nil
		d.set(doorState{ByWords: words, Repair: d.state.Repair})
	}
}

// asksCost stops before what takes far more than usual, and reports whether err
// says so: goOn does again, back shows the state from before.
func (d *door) asksCost(err error, key app.Key, before doorState, again func(app.Key)) bool {
	cost, is := app.CostOf(err)
	if !is {
		return false
	}
	d.key, d.before, d.again = key, before, again
	before.Costly, before.Busy = &cost, false
	d.set(before)
	return true
}

// goOn does what was refused as costly.
func (d *door) goOn() {
	if d.state.Costly != nil && !d.state.Busy {
		key, again := d.key, d.again
		key.Costly = true
		d.state = d.before
		again(key)
	}
}

// back leaves what is costly alone.
func (d *door) back() {
	if d.state.Costly == nil || d.state.Busy {
		return
	}
	d.again = nil
	if !d.before.Ways {
		d.key = app.Key{}
	}
	d.set(d.before)
}

// repair makes the next try look into the file rather than open it.
func (d *door) repair() { d.set(doorState{Repair: true}) }

// try opens the journal with what was typed. Nothing typed is no try.
func (d *door) try(secret string) {
	if secret == "" || d.state.Busy {
		return
	}
	key := app.Key{Passphrase: secret}
	if d.state.ByWords {
		key = app.Key{Words: secret}
	}
	if d.state.Repair {
		d.look(key, doorState{ByWords: d.state.ByWords, Repair: true, Trouble: true, Kind: fault.Damaged})
		return
	}
	d.open(key, app.AsUsual)
}

// tryAs opens the journal with the secret of the last try, in another way.
func (d *door) tryAs(how app.Opening) {
	if d.state.Ways && !d.state.Busy {
		d.open(d.key, how)
	}
}

// open opens the journal with a key, off the main goroutine. A file that is damaged,
// tampered with or not valid is looked into with that key; otherwise the key is
// forgotten, unless going on would be costly.
func (d *door) open(key app.Key, how app.Opening) {
	byWords := key.Passphrase == ""
	d.set(doorState{ByWords: byWords, Busy: true})
	var desk *app.Desk
	d.elsewhere(func() (err error) {
		desk, err = d.keys.Open(context.Background(), key, how)
		return err
	}, func(err error) {
		if d.asksCost(err, key, doorState{ByWords: byWords}, func(key app.Key) { d.open(key, how) }) {
			return
		}
		d.key = app.Key{}
		if err == nil {
			d.set(doorState{})
			d.opened(Opened{Desk: desk, ByWords: byWords})
			return
		}
		failed := doorState{ByWords: byWords, Trouble: true, Kind: fault.KindOf(err), Older: app.IsOlder(err), Other: app.IsOther(err)}
		if failed.Kind == fault.Damaged || failed.Kind == fault.Tampered || failed.Kind == fault.Invalid {
			d.look(key, failed)
			return
		}
		d.set(failed)
	})
}

// look counts what of the file is there and which backups there are, and offers
// the ways on. A secret that opens nothing offers none.
func (d *door) look(key app.Key, says doorState) {
	d.key = key
	busy := says
	busy.Trouble, busy.Busy = false, true
	d.set(busy)
	var found app.Condition
	d.elsewhere(func() (err error) {
		says.Backups, _ = d.keys.Backups() // a folder that can't be read offers none
		found, err = d.keys.Verify(context.Background(), key)
		return err
	}, func(err error) {
		before := doorState{ByWords: says.ByWords, Repair: says.Repair}
		if d.asksCost(err, key, before, func(key app.Key) { d.look(key, says) }) {
			return
		}
		switch kind := fault.KindOf(err); {
		case err == nil:
			says.Ways, says.Found = true, &found
			says.Older, says.Other = says.Older || found.Older, says.Other || found.Other
		case kind == fault.Damaged || kind == fault.Tampered || !says.Repair:
			says.Ways = true // it can't be read far enough to count
		default:
			says.Kind, d.key = kind, app.Key{}
		}
		d.set(says)
	})
}

// restore puts a backup in the file's place, and opens it.
func (d *door) restore(path string) {
	d.mend(func(key app.Key) error {
		_, err := d.keys.RestoreFile(context.Background(), path, key)
		return err
	}, func() { d.open(d.key, app.AsRestored) })
}

// salvage makes a new journal of what can be read, at a path where nothing
// stands, and says what it holds.
func (d *door) salvage(to string) {
	made := &rescued{Path: to}
	d.mend(func(key app.Key) (err error) {
		made.Condition, err = d.keys.Salvage(context.Background(), d.keys.Journal(), to, key)
		return err
	}, func() {
		s := d.state
		s.Busy, s.Rescued = false, made
		d.set(s)
	})
}

// openRescued goes on with the new journal.
func (d *door) openRescued() error {
	if d.state.Rescued == nil || d.state.Busy {
		return nil
	}
	if err := d.keys.UseJournal(d.state.Rescued.Path); err != nil {
		return err
	}
	d.open(d.key, app.AsRestored) // it stands for a file that may have been newer
	return nil
}

// mend runs a job with the secret of the last try, and then done. Where it fails,
// the ways on stay.
func (d *door) mend(job func(app.Key) error, done func()) {
	if !d.state.Ways || d.state.Busy {
		return
	}
	key, before := d.key, d.state
	busy := before
	busy.Busy = true
	d.set(busy)
	d.elsewhere(func() error { return job(key) }, func(err error) {
		if err == nil {
			done()
			return
		}
		if d.asksCost(err, key, before, func(key app.Key) { d.key = key; d.mend(job, done) }) {
			return
		}
		before.Mending, before.Kind = true, fault.KindOf(err)
		d.set(before)
	})
}

// elsewhere runs job off the main goroutine, and then brings back what it gave.
func (d *door) elsewhere(job func() error, done func(error)) {
	d.background(func() {
		err := job()
		d.do(func() { done(err) })
	})
}

func (d *door) set(s doorState) {
	d.state = s
	d.show(s)
}
