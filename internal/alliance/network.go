package alliance

import (
	"cmp"
	"slices"

	"aftershift/internal/supervision"
)

// Limits of what the map of the network calls thin. They are the program's own and mild
// on purpose: loneliness is told before it has lasted long.
const (
	longAgoDays = 90 // nobody there for it was met in so many days
	aloneDays   = 21 // nobody at all was met in so many
)

// Thin says in what way there is little for something; "" where there is enough.
type Thin string

// The ways in which a row is thin, the one that weighs most first.
const (
	Nobody     Thin = "nobody"
	LongAgo    Thin = "long_ago"
	OnePerson  Thin = "one"
	OnlyAtWork Thin = "at_work" // for care alone: whoever cares is of work too
)

// Contact is somebody in the network, and when one last met.
type Contact struct {
	supervision.Relationship
	Tie  Tie
	Last Date // of the last session or talk; "": never
	Days int  // since Last
	Over int  // days by which the next session is overdue, by what was agreed
}

// Row is one thing that the network is asked for, and who is there for it.
type Row struct {
	Help Help
	Who  []Contact // by how lately one met, the latest first
	Thin Thin
}

// Map is who is there for what, and where that is thin.
type Map struct {
	Rows []Row // in the order of Helps
	// Alone is for how many days nobody was met, where that is long; 0 otherwise.
	Alone int
}

// ThinRows returns how many rows are thin.
func (m Map) ThinRows() (n int) {
	for _, p := range m.Rows {
		if p.Thin != "" {
			n++
		}
	}
	return n
}

// Contacts returns everybody who isn't put away, by how lately one met.
func Contacts(b *supervision.Board, today Date) (all []Contact) {
	for _, r := range b.Relationships() {
		if r.Archived {
			continue
		}
		all = append(all, ContactOf(b, r, today))
	}
	slices.SortStableFunc(all, func(x, y Contact) int { return cmp.Compare(y.Last, x.Last) })
	return all
}

// ContactOf returns when one last met somebody of the board.
func ContactOf(b *supervision.Board, r supervision.Relationship, today Date) Contact {
	c := Contact{Relationship: r, Tie: TieOf(b, r.ID)}
	facts, _ := b.Cadence(r.ID, today, today) // r is on the board
	c.Last, c.Over = max(facts.LastHeld, talkedBy(c.Tie, today)), facts.DaysOver
	if c.Last != "" {
		c.Days = c.Last.DaysUntil(today)
	}
	return c
}

// talkedBy returns the day of the last talk; none for a day that is still to come.
func talkedBy(t Tie, today Date) Date {
	if t.Talked > today {
		return ""
	}
	return t.Talked
}

// MapOf returns the map of the network on a day.
func MapOf(b *supervision.Board, today Date) Map {
	var m Map
	all := Contacts(b, today)
	for _, h := range Helps() {
		p := Row{Help: h}
		for _, c := range all {
			if slices.Contains(For(c.Relationship, c.Tie), h) {
				p.Who = append(p.Who, c)
			}
		}
		p.Thin = p.thin()
		m.Rows = append(m.Rows, p)
	}
	if len(all) > 0 {
		// Nobody has been met yet: what counts is since when there is anybody.
		last := cmp.Or(all[0].Last, firstKnown(all))
		if days := last.DaysUntil(today); last != "" && days >= aloneDays {
			m.Alone = days
		}
	}
	return m
}

// firstKnown returns the first day on which somebody was known; "" where that isn't.
func firstKnown(all []Contact) (first Date) {
	for _, c := range all {
		if c.Since != "" && (first == "" || c.Since < first) {
			first = c.Since
		}
	}
	return first
}

// thin says in what way there is little.
func (p Row) thin() Thin {
	recent := func(c Contact) bool { return c.Last != "" && c.Days < longAgoDays }
	outside := func(c Contact) bool { return c.Tie.Outside }
	switch {
	case len(p.Who) == 0:
		return Nobody
	case !slices.ContainsFunc(p.Who, recent):
		return LongAgo
	case len(p.Who) == 1:
		return OnePerson
	case p.Help == Care && !slices.ContainsFunc(p.Who, outside):
		return OnlyAtWork
	}
	return ""
}

// Loose is what is open between two people of whom one goes: what a hand-over tells and
// what to close. It is worked out from the board.
type Loose struct {
	Agreement Agreement // in force; ID 0: none
	Sessions  []supervision.Session
	Mine      []supervision.Action // taken on by the writer, open
	Theirs    []supervision.Action // promised by them or somebody else, open
	Goals     []Goal               // still aimed at
	Kept      []supervision.AgendaItem
	Carried   []supervision.AgendaItem // carried over from them; they stay, for whoever comes
	Evaluated Date                     // the last look at how it went; "": none
}

// LooseWith returns what is open with somebody.
func LooseWith(b *supervision.Board, with ID) (l Loose) {
	l.Agreement, _ = InForce(b, with)
	theirs := map[ID]bool{}
	for _, s := range b.Sessions(func(s supervision.Session) bool { return s.With == with }) {
		if theirs[s.ID] = true; s.Live() {
			l.Sessions = append(l.Sessions, s)
		}
	}
	for _, a := range b.Actions(func(a supervision.Action) bool {
		return a.State == supervision.ToDo && a.Session != 0 && theirs[a.Session]
	}) {
		if a.Owner == supervision.Me {
			l.Mine = append(l.Mine, a)
		} else {
			l.Theirs = append(l.Theirs, a)
		}
	}
	l.Goals = slices.DeleteFunc(Goals(b, with), func(g Goal) bool { return g.State != Aimed })
	l.Kept = b.ParkedFor(supervision.Lot{With: with})
	l.Carried = b.Items(func(it supervision.AgendaItem) bool {
		n := len(it.CarriedFrom)
		return it.State == supervision.Waiting && n > 0 && theirs[it.CarriedFrom[n-1]]
	})
	if all := Evaluations(b, with); len(all) > 0 {
		l.Evaluated = all[0].On
	}
	return l
}

// Part ends what is agreed with somebody, lets go what was aimed at, and puts them away;
// what was carried over and what is to do stays. It gives fault.NotFound, and
// fault.Conflict while a session with them is planned.
func Part(with ID, on Date) supervision.Op {
	return supervision.Batch("undo.part", func(e *supervision.Edit) error {
		l := LooseWith(e.Board, with)
		if l.Agreement.ID != 0 {
			if err := e.Do(End(l.Agreement.ID, max(on, l.Agreement.From))); err != nil {
				return err
			}
		}
		for _, g := range l.Goals {
			if err := e.Do(LookAtGoal(g.ID, Glance{On: max(on, g.Last()), State: LetGo})); err != nil {
				return err
			}
		}
		return e.Do(supervision.Archive(with))
	})
}
