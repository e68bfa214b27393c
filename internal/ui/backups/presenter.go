package backups

import (
	"context"
	"sync/atomic"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// keeper is what the page needs of an open journal; app.Desk has it.
type keeper interface {
	Backups() ([]app.Backup, error)
	Records() int
	Checkup() app.Checkup
	BackupTrouble() error
	Unkept() bool
	AwayDue() bool
	Settings() app.Settings
	BackUp(ctx context.Context, progress *atomic.Int64) (app.Backup, error)
	CopyAway(ctx context.Context, folder string, progress *atomic.Int64) (app.Backup, error)
	VerifyNow(ctx context.Context, progress *atomic.Int64) (app.Checkup, error)
	PreviewBackup(ctx context.Context, path string, progress *atomic.Int64) (app.Preview, error)
	AddMissing(ctx context.Context, path string) (app.Brought, error)
	ReplaceBy(ctx context.Context, path string, progress *atomic.Int64) (kept string, closed bool, err error)
	Findings() app.Findings
	SeeLosses() error
	Recover(ctx context.Context) (n int, err error)
	ExportAll(ctx context.Context, w app.Whole, progress *atomic.Int64) (string, error)
	PreviewAll(ctx context.Context, at app.WholeAt, progress *atomic.Int64) (app.Brought, error)
	AddAll(ctx context.Context, at app.WholeAt, progress *atomic.Int64) (app.Brought, error)
	LookInto(ctx context.Context, path string, progress *atomic.Int64) (*app.Incoming, error)
	PeopleIn(ctx context.Context, in *app.Incoming) ([]app.FoundPerson, error)
	TakeIn(ctx context.Context, in *app.Incoming, take app.Taking, progress *atomic.Int64) (int, error)
	Today() app.Day
	Rotate(ctx context.Context, passphrase string, progress *atomic.Int64) (words []string, err error)
}

// Work is what is under way.
type Work uint8

// One piece of work at a time.
const (
	Idle Work = iota
	BackingUp
	Copying
	Verifying
	Trying
	Adding
	Replacing
	Rekeying
	Recovering
	Exporting
	Reading
	BringingIn
)

// State is what the page shows. It is never changed, only replaced.
type State struct {
	Work    Work
	Share   float64 // of the work that is done, 0 to 1
	Backups []app.Backup
	Checkup app.Checkup
	Found   app.Findings
	Trouble error // of the last backup
	Unkept  bool  // changes are in no backup yet
	Away    time.Time
	AwayDue bool
}

// voice is how the presenter speaks.
type voice struct {
	show     func(State)
	said     func(Work, string) // what was done, and where
	added    func(app.Brought)  // what came of a backup
	failed   func(error)
	tried    func(path string, p app.Preview)                                // a backup was looked into
	looked   func(at app.WholeAt, b app.Brought)                             // a full export was looked into
	incoming func(in *app.Incoming, people []app.FoundPerson, today app.Day) // notes of other programs were looked into
	taken    func(entries int)
	replaced func() // the journal's file was replaced, and the desk is closed
	// rekeyed tells how giving the journal a new key ended; words that come with an
	// error may be those that count now.
	rekeyed func(words []string, err error)
}

// presenter decides what the page shows and does. It belongs to the main
// goroutine, to which do brings what comes back; background runs its argument
// elsewhere.
type presenter struct {
	journal    keeper
	background func(func())
	do         func(func())
	after      func(time.Duration, func()) (stop func())
	voice
	state  State
	cancel context.CancelFunc // of the work under way
}

// progressStep is how often progress is shown.
const progressStep = 150 * time.Millisecond

// Refresh reads anew what stands where, off the main goroutine, and shows it. Work
// under way stays in the state.
func (p *presenter) Refresh() {
	p.background(func() {
		all, err := p.journal.Backups()
		trouble := p.journal.BackupTrouble()
		if trouble == nil {
			trouble = err
		}
		s := State{
			Backups: all, Trouble: trouble, Unkept: p.journal.Unkept(), Checkup: p.journal.Checkup(), Found: p.journal.Findings(),
			Away: p.journal.Settings().CopiedAway, AwayDue: p.journal.AwayDue(),
		}
		p.do(func() {
			s.Work, s.Share = p.state.Work, p.state.Share
			p.set(s)
		})
	})
}

func (p *presenter) set(s State) {
	p.state = s
	p.show(s)
}

// start runs job as work, one at a time, and then done with what it gave. While other
// work is under way nothing is done.
func (p *presenter) start(work Work, job func(ctx context.Context, progress *atomic.Int64) error, done func()) {
	p.startOf(p.journal.Records(), work, job, done)
}

// startOf is start for work on total things.
func (p *presenter) startOf(total int, work Work, job func(ctx context.Context, progress *atomic.Int64) error, done func()) {
	if p.state.Work != Idle {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	progress := new(atomic.Int64)
	p.turn(work, 0)
	p.follow(progress, max(total, 1))
	p.background(func() {
		err := job(ctx, progress)
		p.do(func() {
			cancel()
			p.turn(Idle, 0)
			p.Refresh()
			if err != nil {
				p.failed(err)
				return
			}
			done()
		})
	})
}

// turn shows which work is under way and the share of it that is done, 0 to 1; Idle
// says that none is.
func (p *presenter) turn(work Work, share float64) {
	s := p.state
	s.Work, s.Share = work, share
	p.set(s)
}

// follow shows progress until the work ends.
func (p *presenter) follow(progress *atomic.Int64, total int) {
	p.after(progressStep, func() {
		if p.state.Work == Idle {
			return
		}
		p.turn(p.state.Work, min(float64(progress.Load())/float64(total), 1))
		p.follow(progress, total)
	})
}

// Cancel stops the work under way; what stood before stays.
func (p *presenter) Cancel() {
	if p.cancel != nil {
		p.cancel()
	}
}

// BackUp makes a backup now.
func (p *presenter) BackUp() {
	p.start(BackingUp, func(ctx context.Context, progress *atomic.Int64) error {
		_, err := p.journal.BackUp(ctx, progress)
		return err
	}, func() { p.said(BackingUp, "") })
}

// CopyTo makes a copy in another folder.
func (p *presenter) CopyTo(folder string) {
	var b app.Backup
	p.start(Copying, func(ctx context.Context, progress *atomic.Int64) (err error) {
		b, err = p.journal.CopyAway(ctx, folder, progress)
		return err
	}, func() { p.said(Copying, b.Path) })
}

// Verify reads the whole file. Bad news is shown on the page.
func (p *presenter) Verify() {
	p.start(Verifying, func(ctx context.Context, progress *atomic.Int64) error {
		_, err := p.journal.VerifyNow(ctx, progress)
		if fault.KindOf(err) == fault.Damaged {
			return nil // the page says it, with the ways on
		}
		return err
	}, func() {})
}

// Try verifies a backup and compares it with the journal.
func (p *presenter) Try(path string) {
	var found app.Preview
	p.start(Trying, func(ctx context.Context, progress *atomic.Int64) (err error) {
		found, err = p.journal.PreviewBackup(ctx, path, progress)
		return err
	}, func() { p.tried(path, found) })
}

// Add brings in what the backup has and the journal lacks.
func (p *presenter) Add(path string) {
	var brought app.Brought
	p.start(Adding, func(ctx context.Context, _ *atomic.Int64) (err error) {
		brought, err = p.journal.AddMissing(ctx, path)
		return err
	}, func() { p.added(brought) })
}

// Replace puts the backup in the journal's place. replaced is called whenever that
// closes the desk, even where an error is told as well.
func (p *presenter) Replace(path string) {
	closed := false
	p.start(Replacing, func(ctx context.Context, progress *atomic.Int64) (err error) {
		_, closed, err = p.journal.ReplaceBy(ctx, path, progress)
		if closed {
			p.do(p.replaced)
		}
		return err
	}, func() {})
}

// Recover looks for what can't be read in the backups. The journal is locked when
// something was brought back, and shows it when it is opened again.
func (p *presenter) Recover() {
	n := 0
	p.start(Recovering, func(ctx context.Context, _ *atomic.Int64) (err error) {
		if n, err = p.journal.Recover(ctx); n > 0 {
			p.do(p.replaced)
		}
		return err
	}, func() {
		if n == 0 {
			p.said(Recovering, "")
		}
	})
}

// SeeLosses keeps that the losses are known, and shows them no more.
func (p *presenter) SeeLosses() {
	p.background(func() {
		err := p.journal.SeeLosses()
		p.do(func() {
			if err != nil {
				p.failed(err)
			}
			p.Refresh()
		})
	})
}

// Rekey gives the journal a new key and new recovery words. Its error goes to rekeyed
// alone: there may be words all the same.
func (p *presenter) Rekey(passphrase string) {
	var words []string
	var failure error
	p.start(Rekeying, func(ctx context.Context, progress *atomic.Int64) error {
		words, failure = p.journal.Rotate(ctx, passphrase, progress)
		return nil
	}, func() { p.rekeyed(words, failure) })
}

// Export writes the whole journal out. A wrong passphrase is said as done nowhere.
func (p *presenter) Export(w app.Whole) {
	path := ""
	p.start(Exporting, func(ctx context.Context, progress *atomic.Int64) (err error) {
		path, err = p.journal.ExportAll(ctx, w, progress)
		if fault.KindOf(err) == fault.CannotUnlock {
			path, err = "", nil
		}
		return err
	}, func() { p.said(Exporting, path) })
}

// Look reads a full export and says what bringing it in would do. A passphrase that
// doesn't open it is said as read nowhere.
func (p *presenter) Look(at app.WholeAt) {
	var would app.Brought
	var closed bool
	p.start(Reading, func(ctx context.Context, progress *atomic.Int64) (err error) {
		would, err = p.journal.PreviewAll(ctx, at, progress)
		if closed = fault.KindOf(err) == fault.CannotUnlock; closed {
			err = nil
		}
		return err
	}, func() {
		if closed {
			p.said(Reading, "")
			return
		}
		p.looked(at, would)
	})
}

// BringIn brings in a full export.
func (p *presenter) BringIn(at app.WholeAt) {
	var brought app.Brought
	p.start(BringingIn, func(ctx context.Context, progress *atomic.Int64) (err error) {
		brought, err = p.journal.AddAll(ctx, at, progress)
		return err
	}, func() { p.added(brought) })
}

// LookInto reads the notes of another program and says what is in them.
func (p *presenter) LookInto(path string) {
	var in *app.Incoming
	var people []app.FoundPerson
	p.start(Reading, func(ctx context.Context, progress *atomic.Int64) (err error) {
		if in, err = p.journal.LookInto(ctx, path, progress); err == nil {
			people, err = p.journal.PeopleIn(ctx, in)
		}
		return err
	}, func() { p.incoming(in, people, p.journal.Today()) })
}

// TakeIn makes entries of them.
func (p *presenter) TakeIn(in *app.Incoming, take app.Taking) {
	n := 0
	p.startOf(len(in.New()), BringingIn, func(ctx context.Context, progress *atomic.Int64) (err error) {
		n, err = p.journal.TakeIn(ctx, in, take, progress)
		return err
	}, func() { p.taken(n) })
}
