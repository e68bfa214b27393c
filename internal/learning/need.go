package learning

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Need is something to learn that came up: in a session or a group, where an item came
// to a learning need, or in an entry that was written to learn from. Its words are
// those that were written to be shared.
type Need struct {
	Title   string
	Words   string
	Item    ID
	Session ID
	Entry   ID
	On      Date
	With    string // with whom the session was; may be empty
	Group   bool   // it was a group
}

// Needs returns what came up to learn and isn't in a piece yet, the latest first.
// entries are those of the journal, without deleted ones.
func Needs(b *supervision.Board, entries []journal.Overview) []Need {
	made := map[[3]ID]bool{}
	for _, p := range Pieces(b) {
		made[[3]ID{p.Item, p.Session}] = true
		for _, e := range p.Entries {
			made[[3]ID{0, 0, e}] = true
		}
	}
	var all []Need
	for _, it := range b.Items(nil) {
		all = append(all, needsOf(b, it)...)
	}
	for _, e := range entries {
		if e.Share.Want == string(supervision.WantLearning) && e.Share.Ready() {
			all = append(all, Need{Title: e.Share.Title, Words: e.Share.Words, Entry: e.ID, On: e.Date})
		}
	}
	all = slices.DeleteFunc(all, func(n Need) bool { return made[[3]ID{n.Item, n.Session, n.Entry}] })
	slices.SortStableFunc(all, func(x, y Need) int { return cmp.Compare(y.On, x.On) })
	return all
}

// needsOf returns what an item came to, session by session, that is to be learned.
func needsOf(b *supervision.Board, it supervision.AgendaItem) (all []Need) {
	for _, o := range it.Outcomes() {
		if o.Kind != supervision.LearningNeed {
			continue
		}
		n := Need{Title: it.Title, Words: o.Text, Item: it.ID, Session: o.Session, On: it.Created}
		if s, err := b.Session(o.Session); err == nil {
			n.On = journal.DateOf(s.When())
			n.Group = s.Kind == supervision.Group || s.Kind == supervision.PeerSession
			if r, err := b.Relationship(s.With); err == nil {
				n.With = r.Name
			}
		}
		all = append(all, n)
	}
	return all
}
