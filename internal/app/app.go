// Package app is what a person can do: make or open a journal, write, find,
// bring, build an agenda, share a redacted copy, lock. It joins the rooms below
// and knows no screen, so the window and the command line run the same code.
//
// App is the program while no journal is open; Desk is an open journal. What they
// can do stands in rooms of their own, which they embed: core for what all need,
// writing, looking, learning, groups, alliance, sessions, sharing, keeping and input. Here they are put together, opened and
// closed. Both are safe for concurrent use. Methods that read or write the file
// take a few milliseconds, those with a context may take longer: a window calls
// them through Desk.Do or a goroutine of its own.
package app

import (
	"context"

	"aftershift/internal/app/alliance"
	"aftershift/internal/app/core"
	"aftershift/internal/app/groups"
	"aftershift/internal/app/input"
	"aftershift/internal/app/keeping"
	"aftershift/internal/app/learning"
	"aftershift/internal/app/looking"
	"aftershift/internal/app/moving"
	"aftershift/internal/app/sessions"
	"aftershift/internal/app/sharing"
	"aftershift/internal/app/writing"
	"aftershift/internal/fault"
	"aftershift/internal/library"
)

// The rooms, under names that let App and Desk embed them without showing them.
type (
	coreApp      = core.App
	keepingApp   = keeping.App
	coreDesk     = core.Desk
	writingDesk  = writing.Desk
	lookingDesk  = looking.Desk
	learningDesk = learning.Desk
	groupsDesk   = groups.Desk
	allianceDesk = alliance.Desk
	sessionsDesk = sessions.Desk
	sharingDesk  = sharing.Desk
	keepingDesk  = keeping.Desk
	movingDesk   = moving.Desk
	reader       = input.Reader
)

// App is the program before a journal is open.
type App struct {
	*coreApp
	*keepingApp
}

// New gives the program, with its words and preferences read. A missing or
// unreadable preferences file gives the usual ones. It gives fault.Internal
// where c has no clock.
func New(c Config) (*App, error) {
	program, err := core.NewApp(c)
	if err != nil {
		return nil, err
	}
	return &App{program, &keeping.App{App: program}}, nil
}

// Desk is an open journal. It is safe for concurrent use; after Close its
// methods give fault.Locked.
type Desk struct {
	*coreDesk
	*writingDesk
	*lookingDesk
	*learningDesk
	*groupsDesk
	*allianceDesk
	*sessionsDesk
	*sharingDesk
	*keepingDesk
	*movingDesk
	reader
	app     *App
	core    core.Core
	stop    context.CancelFunc
	holding holding
}

func newDesk(ctx context.Context, a *App, l *library.Library, readOnly bool) (*Desk, error) {
	if err := a.Speak(); err != nil {
		_ = l.Close() // err says what is wrong
		return nil, err
	}
	c, err := core.Open(a.coreApp, l, readOnly, a.isSample(l))
	if err != nil {
		_ = l.Close() // err says what is wrong
		return nil, fault.Wrap("open journal", err)
	}
	background, stop := context.WithCancel(context.Background())
	held, learned, circles := sessions.New(c), learning.New(c), groups.New(c)
	typed := input.NewReader(a.Words, a.Now, a.MonthFirst)
	d := &Desk{
		coreDesk: c.Desk, writingDesk: writing.New(c, typed.ReadDay), lookingDesk: looking.New(c), learningDesk: learned, groupsDesk: circles, allianceDesk: alliance.New(c), sessionsDesk: held, sharingDesk: sharing.New(c, held, learned, circles),
		keepingDesk: keeping.New(c, a.keepingApp), movingDesk: moving.New(c), reader: typed,
		app: a, core: c, stop: stop,
	}
	if err := d.tidy(ctx); err != nil {
		_ = d.Close() // err says what is wrong
		return nil, fault.Wrap("open journal", err)
	}
	c.OpenTexts(background)
	d.Watch(background)
	return d, nil
}

// tidy does what waits to be done on opening: keep what was being written, or let
// it be read where nothing can be kept, and empty the trash of what has been there
// long enough, and notes about others' cases whose days are over.
func (d *Desk) tidy(ctx context.Context) error {
	if d.ReadOnly() {
		d.core.Library().AsWritten()
		return nil
	}
	if err := d.KeepDrafts(); err != nil {
		return err
	}
	if err := d.SettleCopies(); err != nil {
		return err
	}
	if err := d.ExpireNotes(ctx); err != nil {
		return err
	}
	return d.EmptyTrash(ctx)
}
