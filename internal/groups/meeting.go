package groups

import (
	"cmp"
	"slices"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Meeting is one meeting of a group, from when it begins: who was there and whose turn
// it was. Of the time that each took, nothing is kept when it is over.
type Meeting struct {
	ID        ID        `json:"id"`
	Group     ID        `json:"group"`
	Session   ID        `json:"session,omitempty"` // that it is
	Procedure string    `json:"procedure"`         // id of its run-sheet
	Minutes   int       `json:"minutes"`           // as arranged
	Began     time.Time `json:"began"`
	Ended     time.Time `json:"ended,omitzero"`

	Present     []ID `json:"present"`
	Presents    []ID `json:"presents,omitempty"` // in order
	Facilitates ID   `json:"facilitates,omitempty"`
	KeepsTime   ID   `json:"keeps_time,omitempty"`

	Learning ID     `json:"learning,omitempty"` // entry with what the writer takes along
	Clock    *Clock `json:"clock,omitempty"`    // while it goes on
}

// Clock is where a meeting is and how long its phases took so far, in seconds.
type Clock struct {
	Step   int       `json:"step,omitempty"`
	Voice  int       `json:"voice,omitempty"`  // who of those in turn speaks
	Spent  []int     `json:"spent,omitempty"`  // on the steps before
	Used   int       `json:"used,omitempty"`   // of this step before Since
	Since  time.Time `json:"since,omitzero"`   // the clock runs since then; zero: it rests
	More   int       `json:"more,omitempty"`   // what was added to this step
	Passed []ID      `json:"passed,omitempty"` // who passed in this step, and speaks last
}

// Running reports whether the meeting isn't over.
func (m Meeting) Running() bool { return m.Ended.IsZero() }

// Key returns the key.
func (m Meeting) Key() supervision.Key { return key(MeetingRecord, m.ID) }

// Validate returns fault.Invalid for the first thing that is wrong with m, or nil.
func (m Meeting) Validate() error {
	inside := func(id ID) bool { return slices.Contains(m.Present, id) }
	return valid.First(
		valid.That(m.ID != 0 && m.Group != 0, "check meeting: no id"),
		valid.That(said(m.Procedure) && valid.Line(m.Procedure), "check meeting: run-sheet"),
		valid.That(m.Minutes >= 0 && m.Minutes <= supervision.MaxMinutes, "check meeting: minutes"),
		valid.That(!m.Began.IsZero() && (m.Running() || !m.Ended.Before(m.Began)), "check meeting: times"),
		valid.That(valid.Links(m.Present) && valid.Links(m.Presents), "check meeting: members"),
		valid.That(!slices.ContainsFunc(m.Presents, func(id ID) bool { return !inside(id) }), "check meeting: presents and isn't there"),
		valid.That(m.Running() == (m.Clock != nil), "check meeting: clock"),
		valid.That(m.Clock == nil || m.Clock.valid(), "check meeting: clock"),
	)
}

func (c Clock) valid() bool {
	seconds := func(n int) bool { return n >= 0 && n <= maxSeconds }
	ok := c.Step >= 0 && c.Step == len(c.Spent) && c.Step <= maxPhases*MaxMembers && c.Voice >= 0 && c.Voice <= MaxMembers
	for _, n := range c.Spent {
		ok = ok && seconds(n)
	}
	return ok && seconds(c.Used) && seconds(c.More) && valid.Links(c.Passed)
}

// Refers returns the group, the session and the members.
func (m Meeting) Refers() []supervision.Key {
	all := []supervision.Key{key(GroupRecord, m.Group), key(supervision.SessionRecord, m.Session)}
	for _, id := range m.members() {
		all = append(all, key(MemberRecord, id))
	}
	return all
}

func (m Meeting) members() []ID {
	all := slices.Concat(m.Present, m.Presents, []ID{m.Facilitates, m.KeepsTime})
	if m.Clock != nil {
		all = append(all, m.Clock.Passed...)
	}
	return all
}

// Fits returns fault.Invalid where somebody is of another group, or the session is with
// another than the group's relationship.
func (m Meeting) Fits(b *supervision.Board) error {
	g, err := supervision.Find[Group](b, m.Group)
	if err != nil {
		return nil // it is lost, and Refers has said so
	}
	return ofGroup(b, g.ID, m.members()...)
}

// Clone returns a copy that shares nothing with m.
func (m Meeting) Clone() supervision.Record {
	m.Present, m.Presents = slices.Clone(m.Present), slices.Clone(m.Presents)
	if m.Clock != nil {
		c := *m.Clock
		c.Spent, c.Passed = slices.Clone(c.Spent), slices.Clone(c.Passed)
		m.Clock = &c
	}
	return m
}

// Without returns the meeting without an entry that is forgotten.
func (m Meeting) Without(forgotten func(ID) bool) (supervision.Record, bool) {
	if m.Learning == 0 || !forgotten(m.Learning) {
		return m, false
	}
	m.Learning = 0
	return m, true
}

// Begin adds a meeting whose clock runs, and takes back that turns were swapped. It
// gives fault.Invalid, fault.NotFound, and fault.Conflict while another of the group
// goes on, or for somebody of another group.
func Begin(m Meeting) supervision.Op {
	return supervision.Batch("undo.begin_meeting", func(e *supervision.Edit) error {
		if _, on := Running(e.Board, m.Group); on {
			return fault.New(fault.Conflict, "begin meeting: another goes on")
		}
		m.Ended, m.Clock = time.Time{}, &Clock{Since: m.Began}
		if err := e.Do(fitting(supervision.Add("", m))); err != nil {
			return err
		}
		return e.Do(supervision.Revise("", m.Group, func(g Group) (supervision.Record, error) {
			g.Next = nil
			return g, nil
		}))
	})
}

// Revise changes a meeting that goes on by what to returns. It gives fault.NotFound,
// fault.Invalid, and fault.Conflict once it is over or for somebody of another group.
func Revise(id ID, to func(Meeting) Meeting) supervision.Op {
	return fitting(supervision.Revise("undo.run_meeting", id, func(m Meeting) (supervision.Record, error) {
		if !m.Running() {
			return m, fault.New(fault.Conflict, "run meeting: it is over")
		}
		next := to(m.Clone().(Meeting))
		next.ID, next.Group, next.Session, next.Ended = m.ID, m.Group, m.Session, m.Ended
		return next, nil
	}))
}

// End ends a meeting. What each phase took is forgotten. It gives fault.NotFound,
// fault.Conflict where it is over, and fault.Invalid for a time before it began.
func End(id ID, at time.Time) supervision.Op {
	return supervision.Revise("undo.end_meeting", id, func(m Meeting) (supervision.Record, error) {
		if !m.Running() {
			return m, fault.New(fault.Conflict, "end meeting: it is over")
		}
		m.Ended, m.Clock = at, nil
		return m, nil
	})
}

// Step is a phase of a meeting as it is held: whose case it is of, and how long it takes.
type Step struct {
	Phase
	Of      ID  // who presents; 0 outside of a case
	Case    int // which case it is of, from 1; 0 for none
	Planned int // seconds
}

// Steps returns the phases of a procedure for those who present, in their order. Where
// everybody presents, the cases share equally what the other phases leave of the
// minutes; no phase gets less than a minute.
func (p Procedure) Steps(presents []ID, minutes int) (all []Step) {
	if p.Cases != EachCase && len(presents) > 1 {
		presents = presents[:1]
	}
	var block []Phase
	for i, ph := range p.Phases {
		if !ph.Case {
			all = append(all, Step{Phase: ph, Planned: ph.Minutes * 60})
			continue
		}
		if block = append(block, ph); i+1 < len(p.Phases) && p.Phases[i+1].Case {
			continue
		}
		each := p.share(block, len(presents), minutes)
		for n, of := range presents {
			for k, ph := range block {
				all = append(all, Step{Phase: ph, Of: of, Case: n + 1, Planned: each[k]})
			}
		}
	}
	return all
}

// share returns the seconds of each phase of one case among several.
func (p Procedure) share(block []Phase, cases, minutes int) []int {
	as := 0
	for _, ph := range block {
		as += ph.Minutes
	}
	each := as * 60
	if fixed := p.Minutes(1) - as; p.Cases == EachCase && minutes > 0 && cases > 0 {
		each = max((minutes-fixed)*60/cases/60*60, 60*len(block))
	}
	shares, sum := make([]int, len(block)), 0
	for i, ph := range block {
		shares[i] = max(ph.Minutes*each/as/60*60, 60)
		sum += shares[i]
	}
	longest := slices.IndexFunc(shares, func(n int) bool { return n == slices.Max(shares) })
	shares[longest] = max(shares[longest]+each-sum, 60) // what rounding left
	return shares
}

// Voices returns who speaks one after the other in a step; none where nobody is called
// on. It goes round from behind whoever presents; those who passed come last.
func (m Meeting) Voices(s Step) []ID {
	if s.Who != InTurn && s.Who != Everyone {
		return nil
	}
	from := 0
	if s.Of != 0 {
		from = slices.Index(m.Present, s.Of) + 1
	}
	around := slices.Concat(m.Present[from:], m.Present[:from])
	around = slices.DeleteFunc(around, func(id ID) bool { return s.Of != 0 && id == s.Of })
	if m.Clock == nil {
		return around
	}
	passed := func(id ID) int { return slices.Index(m.Clock.Passed, id) }
	slices.SortStableFunc(around, func(x, y ID) int { return cmp.Compare(passed(x), passed(y)) })
	return around
}

// Elapsed returns the seconds of the present step at a time.
func (c Clock) Elapsed(now time.Time) int {
	if c.Since.IsZero() {
		return c.Used
	}
	return min(c.Used+max(int(now.Sub(c.Since)/time.Second), 0), maxSeconds)
}

// minClosing is what is left of the closing, in seconds, however long all else took.
const minClosing = 120

// Lengths returns the seconds of each step as they are planned now: the present one with
// what was added, and the closing shortened by what went over.
func (m Meeting) Lengths(steps []Step, now time.Time) []int {
	all, over := make([]int, len(steps)), 0
	for i, s := range steps {
		all[i] = s.Planned
		switch {
		case i < m.Clock.Step && i < len(m.Clock.Spent):
			over += m.Clock.Spent[i] - s.Planned
		case i == m.Clock.Step:
			all[i] += m.Clock.More
			over += max(m.Clock.Elapsed(now)-s.Planned, m.Clock.More)
		}
	}
	for i, s := range steps {
		if s.Closing && i > m.Clock.Step {
			all[i] = min(s.Planned, max(s.Planned-over, minClosing))
		}
	}
	return all
}

// Forward goes on to the next voice, or to the next step where there is none, and
// returns the meeting as it is at its last step, past which it doesn't go.
func (m Meeting) Forward(steps []Step, now time.Time) Meeting {
	c := m.Clock
	if c.Step >= len(steps) {
		return m
	}
	if c.Voice+1 < len(m.Voices(steps[c.Step])) {
		c.Voice++
		return m
	}
	if c.Step+1 == len(steps) {
		return m
	}
	running := !c.Since.IsZero()
	*c = Clock{Step: c.Step + 1, Spent: append(c.Spent, c.Elapsed(now))}
	if running {
		c.Since = now
	}
	return m
}

// Back goes back to the voice before, or to the step before, whose time goes on.
func (m Meeting) Back(steps []Step, now time.Time) Meeting {
	c := m.Clock
	switch {
	case c.Voice > 0:
		c.Voice--
	case c.Step > 0:
		running := !c.Since.IsZero()
		last := c.Step - 1
		*c = Clock{Step: last, Spent: c.Spent[:last], Used: c.Spent[last]}
		if last < len(steps) {
			c.Voice = max(len(m.Voices(steps[last]))-1, 0)
		}
		if running {
			c.Since = now
		}
	}
	return m
}

// Rest stops the clock, or lets it run on.
func (m Meeting) Rest(rest bool, now time.Time) Meeting {
	c := m.Clock
	c.Used, c.Since = c.Elapsed(now), now
	if rest {
		c.Since = time.Time{}
	}
	return m
}

// Add gives the present step so many seconds more.
func (m Meeting) Add(seconds int) Meeting {
	m.Clock.More = min(m.Clock.More+seconds, maxSeconds)
	return m
}

// Pass lets whoever's turn it is speak last in this step. Who is last already stays.
func (m Meeting) Pass(steps []Step) Meeting {
	c := m.Clock
	if c.Step >= len(steps) {
		return m
	}
	voices := m.Voices(steps[c.Step])
	if c.Voice+1 >= len(voices) {
		return m
	}
	id := voices[c.Voice]
	c.Passed = append(slices.DeleteFunc(c.Passed, func(p ID) bool { return p == id }), id)
	return m
}
