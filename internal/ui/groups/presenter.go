package groups

import (
	"slices"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
)

// book is what the presenter needs of an open journal.
type book interface {
	Do(job func() error, done func(error)) bool
	Now() time.Time
	Groups() []app.GroupView
	Meeting(id journal.ID) (app.MeetingSitting, error)
	NextTurn(meeting journal.ID) error
	TurnBack(meeting journal.ID) error
	RestMeeting(meeting journal.ID, rest bool) error
	AddMinute(meeting journal.ID) error
	PassTurn(meeting journal.ID) error
	BeginMeeting(s app.MeetingStart) (journal.ID, error)
	EndMeeting(meeting journal.ID) (journal.ID, error)
	WriteLearning(meeting journal.ID, text string) error
	WriteNote(meeting journal.ID, text string) error
}

// State is what the page shows. It is never changed, only replaced.
type State struct {
	Groups  []app.GroupView
	At      journal.ID         // the group that is shown; 0: there is none
	Sitting app.MeetingSitting // its meeting that goes on; ID 0: none
	Now     time.Time
	Open    bool // safe screen is off: what the writer writes for themselves shows too
	Prompts bool // the prompts are unfolded
}

// group returns the group that is shown.
func (s State) group() (app.GroupView, bool) {
	return present.Find(s.Groups, func(v app.GroupView) bool { return v.ID == s.At })
}

// tick is how often the clock of a meeting is looked at.
const tick = time.Second

// pause is how long nothing is typed before what is written in a meeting is kept.
const pause = time.Second

// field names what is written in a meeting.
type field string

// What is written in a meeting.
const (
	learning field = "learning"
	others   field = "others"
)

// voice is how the presenter speaks: show what is, say what was done by a text key, go to
// a session that is left open, tell what went wrong.
type voice struct {
	show   func(State)
	said   func(key string)
	left   func(session journal.ID)
	failed func(error)
}

// presenter decides what the page shows and does. It belongs to the main goroutine, to
// which do brings what comes back from the journal.
type presenter struct {
	book  book
	do    func(func())
	after func(time.Duration, func()) func()
	voice
	state    State
	reading  *present.Reading[State]
	read     bool // state is what was read
	visible  bool
	stopTick func()
	stopKeep func()
	unkept   map[field]string // typed and not sent to the disk
	meeting  journal.ID       // that unkept is of
}

// newPresenter returns a presenter that has read nothing. do is Frame.Do; after is
// Frame.After, by which the clock goes and typing rests.
func newPresenter(b book, do func(func()), after func(time.Duration, func()) func(), v voice) *presenter {
	p := &presenter{book: b, do: do, after: after, voice: v, stopTick: func() {}, stopKeep: func() {}, unkept: map[field]string{}}
	p.reading = present.NewReading(b.Do, do, func() func() State {
		at := p.state.At
		return func() State { return read(b, at) }
	}, p.arrived)
	return p
}

// read returns the state as the journal has it now, off the main goroutine. Where the
// group at is gone it shows one that meets now, else the first.
func read(b book, at journal.ID) State {
	s := State{Groups: b.Groups(), At: at, Now: b.Now()}
	v, is := s.group()
	if !is && len(s.Groups) > 0 {
		running := slices.IndexFunc(s.Groups, func(v app.GroupView) bool { return v.Running != 0 })
		v = s.Groups[max(running, 0)]
	}
	if s.At = v.ID; v.Running != 0 {
		s.Sitting, _ = b.Meeting(v.Running) // it was listed a moment ago
	}
	return s
}

// Refresh reads everything again, off the main goroutine, and shows it.
func (p *presenter) Refresh() { p.reading.Again() }

// Come is called when the page comes up, with the group to show; 0 leaves the one that
// was shown.
func (p *presenter) Come(group journal.ID) {
	p.visible = true
	if group != 0 {
		p.state.At = group
	}
	p.Refresh()
}

// Choose shows another group.
func (p *presenter) Choose(group journal.ID) {
	p.state.At = group
	p.Refresh()
}

// arrived shows what was read. Safe screen and prompts stay as they were in the same
// meeting and are closed for another. Where another group was chosen meanwhile nothing
// shows: that one is read.
func (p *presenter) arrived(next State) {
	next.Open, next.Prompts = p.state.Open, p.state.Prompts
	if next.Sitting.ID != p.state.Sitting.ID {
		next.Open, next.Prompts = false, false
	}
	if p.read && p.state.At != next.At && p.state.At != 0 {
		for _, v := range next.Groups {
			if v.ID == p.state.At { // chosen while it was read
				p.Refresh()
				return
			}
		}
	}
	p.state, p.read = next, true
	p.show(next)
	p.ticking()
}

// ticking looks at the clock now and then while a meeting goes on and is in view.
func (p *presenter) ticking() {
	p.stopTick()
	p.stopTick = func() {}
	if !p.visible || p.state.Sitting.ID == 0 || p.state.Sitting.Clock.Since.IsZero() {
		return
	}
	p.stopTick = p.after(tick, func() {
		p.state.Now = p.book.Now()
		p.show(p.state)
		p.ticking()
	})
}

// SetVisible says whether the page is in the window.
func (p *presenter) SetVisible(on bool) {
	p.visible = on
	p.ticking()
}

// SetOpen turns the safe screen off, so that what the writer writes shows, or on. The
// prompts are folded for it: they would push it out of view.
func (p *presenter) SetOpen(open bool) {
	p.state.Open, p.state.Prompts = open, p.state.Prompts && !open
	p.show(p.state)
}

// SetPrompts unfolds the prompts, or folds them.
func (p *presenter) SetPrompts(on bool) {
	p.state.Prompts = on
	p.show(p.state)
}

// act changes the journal off the main goroutine, and then says what was done; "" says
// nothing.
func (p *presenter) act(key string, change func() error) {
	present.Act{Work: p.book.Do, Main: p.do, Failed: p.refused}.Do(change, func() {
		if key != "" {
			p.said(key)
		}
		p.Refresh()
	})
}

// refused tells of an error, and reads everything again.
func (p *presenter) refused(err error) {
	p.failed(err)
	p.Refresh()
}

// Begin begins a meeting.
func (p *presenter) Begin(s app.MeetingStart) {
	p.act("groups.said.began", func() error { _, err := p.book.BeginMeeting(s); return err })
}

// key changes the meeting that goes on by what a key asks for.
func (p *presenter) key(change func(journal.ID) error) {
	if id := p.state.Sitting.ID; id != 0 {
		p.act("", func() error { return change(id) })
	}
}

// Next goes on to whoever speaks next, or ends the meeting at its end.
func (p *presenter) Next() {
	if p.state.Sitting.Last() {
		p.End()
		return
	}
	p.key(p.book.NextTurn)
}

// Back goes back to whoever spoke before.
func (p *presenter) Back() { p.key(p.book.TurnBack) }

// Rest stops the clock, or lets it run on.
func (p *presenter) Rest() {
	if s := p.state.Sitting; s.ID != 0 {
		rest := !s.Clock.Since.IsZero()
		p.key(func(id journal.ID) error { return p.book.RestMeeting(id, rest) })
	}
}

// More gives the phase a minute more.
func (p *presenter) More() { p.key(p.book.AddMinute) }

// Pass lets whoever's turn it is speak last.
func (p *presenter) Pass() { p.key(p.book.PassTurn) }

// End keeps what is written and ends the meeting.
func (p *presenter) End() {
	id := p.state.Sitting.ID
	if id == 0 {
		return
	}
	keep := p.takeUnkept()
	var left journal.ID
	said := "groups.said.ended"
	present.Act{Work: p.book.Do, Main: p.do, Failed: p.refused}.Do(func() (err error) {
		if err = keep(); err != nil {
			return err
		}
		if sit, err := p.book.Meeting(id); err == nil && !journal.Blank(sit.Learning) {
			said = "groups.said.ended_kept"
		}
		left, err = p.book.EndMeeting(id)
		return err
	}, func() {
		p.said(said)
		p.Refresh()
		if left != 0 {
			p.left(left)
		}
	})
}

// Write takes what was typed into a field of the meeting, and keeps it once the typing
// rests.
func (p *presenter) Write(f field, text string) {
	p.meeting, p.unkept[f] = p.state.Sitting.ID, text
	p.stopKeep()
	p.stopKeep = p.after(pause, func() {
		keep := p.takeUnkept()
		present.Act{Work: p.book.Do, Main: p.do, Failed: p.failed}.Do(keep, func() {})
	})
}

// takeUnkept returns what keeps all that was typed and not kept.
func (p *presenter) takeUnkept() func() error {
	p.stopKeep()
	id, all := p.meeting, p.unkept
	p.unkept = map[field]string{}
	return func() error {
		if text, is := all[learning]; is {
			if err := p.book.WriteLearning(id, text); err != nil {
				return err
			}
		}
		if text, is := all[others]; is {
			return p.book.WriteNote(id, text)
		}
		return nil
	}
}

// Flush keeps what was typed, at once. It gives the errors of writing it.
func (p *presenter) Flush() error { return p.takeUnkept()() }
