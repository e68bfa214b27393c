package session

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Phase says how far the session in view has come, and so what the page shows.
type Phase uint8

// The phases, in the order in which a session goes through them.
const (
	Nothing Phase = iota // no session to show
	Ahead                // planned: to be started, or typed up
	Talking              // open
	Ending               // open, and one outcome kind an item is asked for
	Ended                // just closed: what comes next is for one pair of eyes
	Alone                // what is still carried, for oneself
	Record               // over: what came out, to read and to add to
)

// State is what the page shows. It is never changed, only replaced.
type State struct {
	Phase   Phase
	Reading int // counts up whenever the journal was read
	Sitting app.Sitting
	At      journal.ID          // the item in view; 0: what stands open from last time
	Outcome supervision.Outcome // of the item in view, as it is being written
	Status  Status
	Clock   Clock
	Open    bool // safe screen is off: what is private of the item shows too
	Private Private

	Next   supervision.Session                    // what ending the session plans too, by the day said; zero: nothing
	Kinds  map[journal.ID]supervision.OutcomeKind // chosen while ending
	Took   int                                    // minutes, while ending
	Talked []journal.Overview                     // entries behind what was discussed
	Review app.SessionReview
}

// Clock is the time of a session in whole minutes.
type Clock struct {
	Live              bool // the session is going on; else it is typed up
	Gone, Left, Total int
	Spent             map[journal.ID]int // on each item
}

func (c Clock) same(d Clock) bool {
	if c.Live != d.Live || c.Gone != d.Gone || c.Total != d.Total || len(c.Spent) != len(d.Spent) {
		return false
	}
	for id, n := range c.Spent {
		if d.Spent[id] != n {
			return false
		}
	}
	return true
}

// Private is what nobody else may see of an item. It is empty while the safe
// screen is on.
type Private struct {
	Prompt  string
	Entries []journal.Entry
}

// StatusKind says how what is written stands to what is on the disk.
type StatusKind uint8

// The kinds of status.
const (
	Quiet StatusKind = iota
	Writing
	Saved
	Failed
)

// Status tells how safe the text is, since when, and what went wrong.
type Status struct {
	Kind StatusKind
	At   time.Time
	Err  error // for Failed
}

// same tells whether nothing but what is being written differs from before.
func (s State) same(before State) bool {
	return s.Phase == before.Phase && s.Reading == before.Reading && s.At == before.At && s.Open == before.Open && s.Clock.same(before.Clock)
}

// account gives what the session did with an item, and whether it knows it.
func (s State) account(id journal.ID) (supervision.Account, bool) {
	i := slices.IndexFunc(s.Sitting.Account, func(a supervision.Account) bool { return a.Item.ID == id })
	if i < 0 {
		return supervision.Account{}, false
	}
	return s.Sitting.Account[i], true
}

// Item gives the item in view; its ID is 0 when what stands open is in view.
func (s State) Item() supervision.AgendaItem {
	a, _ := s.account(s.At)
	return a.Item
}

// Writable tells whether the item in view can be written on: it is listed in the
// open session, and not settled.
func (s State) Writable() bool {
	a, known := s.account(s.At)
	return known && !a.Went && !a.Item.Settled() && s.Sitting.Session.State == supervision.Open
}

// Asks tells whether anything stands open from last time.
func (s State) Asks() bool {
	l := s.Sitting.Last
	return len(l.Mine)+len(l.Promised)+len(l.Done)+len(l.Brought)+len(l.Left)+len(s.Sitting.Pending) > 0
}

// Discussed gives what was discussed and stays in the session, in order.
func (s State) Discussed() []supervision.Account {
	return s.those(func(a supervision.Account) bool { return !a.Went && a.Item.State == supervision.Discussed })
}

// Owing gives what was discussed and needs an outcome kind: a standing item comes
// up every time and needs none.
func (s State) Owing() []supervision.Account {
	return s.those(func(a supervision.Account) bool {
		return !a.Went && a.Item.State == supervision.Discussed && a.Item.Standing == ""
	})
}

// Unticked gives what was written about in this session and isn't ticked as
// discussed: whether it was has to be asked.
func (s State) Unticked() []supervision.Account {
	return s.those(func(a supervision.Account) bool {
		o := a.Outcome
		written := strings.TrimSpace(o.Text+o.Decision+o.Rationale+o.DecidedBy) != "" || o.Kind != "" || o.CaseRecord.Belongs
		return !a.Went && a.Item.State == supervision.OnAgenda && (written || len(s.ActionsOf(a.Item.ID)) > 0)
	})
}

// Unreached gives what is listed and has not been talked about.
func (s State) Unreached() []supervision.Account {
	return s.those(func(a supervision.Account) bool { return !a.Went && a.Item.State == supervision.OnAgenda })
}

func (s State) those(keep func(supervision.Account) bool) (some []supervision.Account) {
	for _, a := range s.Sitting.Account {
		if keep(a) {
			some = append(some, a)
		}
	}
	return some
}

// Settled tells whether every discussed item has the outcome kind that it owes,
// and nothing is left that may have been discussed.
func (s State) Settled() bool {
	return len(s.Unticked()) == 0 && !slices.ContainsFunc(s.Owing(), func(a supervision.Account) bool { return s.Kinds[a.Item.ID] == "" })
}

// ActionsOf gives the actions taken on under an item in this session.
func (s State) ActionsOf(item journal.ID) (some []supervision.Action) {
	for _, a := range s.Sitting.Actions {
		if a.Item == item {
			some = append(some, a)
		}
	}
	return some
}

// next gives the item that comes after one: the next that was not talked about,
// from the top again at the end, 0 for none.
func (s State) next(after journal.ID) journal.ID {
	left := s.Unreached()
	passed := after == 0
	for _, a := range s.Sitting.Account {
		if passed && slices.ContainsFunc(left, func(l supervision.Account) bool { return l.Item.ID == a.Item.ID }) {
			return a.Item.ID
		}
		passed = passed || a.Item.ID == after
	}
	for _, l := range left {
		if l.Item.ID != after {
			return l.Item.ID
		}
	}
	return 0
}
