package supervision

import (
	"maps"
	"slices"

	"aftershift/internal/fault"
)

// Board is the whole state of supervision in memory. It isn't safe for
// concurrent use; its owner guards it. What its methods give are copies.
type Board struct {
	relationships map[ID]Relationship
	sessions      map[ID]Session
	items         map[ID]AgendaItem
	actions       map[ID]Action
	odd           map[Key]bool      // loaded records that don't go with the others
	lost          map[ID]RecordKind // what loaded records name and that wasn't there
}

// NewBoard gives an empty board.
func NewBoard() *Board {
	return &Board{
		relationships: map[ID]Relationship{},
		sessions:      map[ID]Session{},
		items:         map[ID]AgendaItem{},
		actions:       map[ID]Action{},
	}
}

// Load gives a board that holds copies of records, in any order. One that
// names something that isn't there, or that says otherwise, is taken as it is:
// Lost and Odd tell. It gives fault.Damaged
// when two share a key.
func Load(records []Record) (*Board, error) {
	b := NewBoard()
	for _, r := range records {
		if _, twice := b.record(r.Key()).(Gone); !twice {
			return nil, fault.New(fault.Damaged, "load supervision: a record stands twice")
		}
		b.set(r.copied())
	}
	b.lost = b.named()
	odd := map[Key]bool{}
	for _, r := range records {
		if b.fits(r) != nil {
			odd[r.Key()] = true
		}
	}
	b.odd = odd
	return b, nil
}

// Clone gives a board of its own in the same state. The records themselves are
// shared: none is ever changed in its place.
func (b *Board) Clone() *Board {
	c := *b
	c.relationships, c.sessions = maps.Clone(b.relationships), maps.Clone(b.sessions)
	c.items, c.actions = maps.Clone(b.items), maps.Clone(b.actions)
	return &c
}

// Records gives a copy of everything on the board: relationships, sessions,
// items, actions, each by id.
func (b *Board) Records() []Record {
	all := make([]Record, 0, len(b.relationships)+len(b.sessions)+len(b.items)+len(b.actions))
	all = appendRecords(all, b.relationships)
	all = appendRecords(all, b.sessions)
	all = appendRecords(all, b.items)
	return appendRecords(all, b.actions)
}

func appendRecords[R Record](all []Record, of map[ID]R) []Record {
	for _, id := range slices.Sorted(maps.Keys(of)) {
		all = append(all, of[id].copied())
	}
	return all
}

// Relationship gives the relationship, or fault.NotFound.
func (b *Board) Relationship(id ID) (Relationship, error) {
	r, err := find(b.relationships, id, "find relationship")
	return r.clone(), err
}

// Session gives the session, or fault.NotFound.
func (b *Board) Session(id ID) (Session, error) {
	s, err := find(b.sessions, id, "find session")
	return s.clone(), err
}

// Item gives the item, or fault.NotFound.
func (b *Board) Item(id ID) (AgendaItem, error) {
	it, err := find(b.items, id, "find item")
	return it.clone(), err
}

// Action gives the action, or fault.NotFound.
func (b *Board) Action(id ID) (Action, error) {
	a, err := find(b.actions, id, "find action")
	return a.clone(), err
}

func find[R any](in map[ID]R, id ID, op string) (R, error) {
	r, ok := in[id]
	if !ok {
		return r, fault.New(fault.NotFound, op)
	}
	return r, nil
}

// Relationships gives every relationship, archived ones last, then by name.
func (b *Board) Relationships() []Relationship {
	return sorted(b.relationships, nil, Relationship.clone, byStanding)
}

// Sessions gives every session, the latest first.
func (b *Board) Sessions() []Session {
	return sorted(b.sessions, nil, Session.clone, latestFirst)
}

// Items gives the items that keep takes (all for nil), by id.
func (b *Board) Items(keep func(AgendaItem) bool) []AgendaItem {
	return sorted(b.items, keep, AgendaItem.clone, byID[AgendaItem])
}

// Actions gives the actions that keep takes (all for nil), soonest due first.
func (b *Board) Actions(keep func(Action) bool) []Action {
	return sorted(b.actions, keep, Action.clone, soonestDue)
}

// sorted gives copies of the records that keep takes, ordered by compare.
func sorted[R any](in map[ID]R, keep func(R) bool, clone func(R) R, compare func(a, b R) int) []R {
	out := make([]R, 0, len(in))
	for _, r := range in {
		if keep == nil || keep(r) {
			out = append(out, clone(r))
		}
	}
	slices.SortFunc(out, compare)
	return out
}

// record gives the record of the key without copying, or Gone.
func (b *Board) record(k Key) Record {
	var r Record
	var ok bool
	switch k.Kind {
	case RelationshipRecord:
		r, ok = b.relationships[k.ID]
	case SessionRecord:
		r, ok = b.sessions[k.ID]
	case ItemRecord:
		r, ok = b.items[k.ID]
	case ActionRecord:
		r, ok = b.actions[k.ID]
	}
	if !ok {
		return Gone{k}
	}
	return r
}

// set puts the record in its place, or takes away what Gone names.
func (b *Board) set(r Record) {
	switch r := r.(type) {
	case Relationship:
		b.relationships[r.ID] = r
	case Session:
		b.sessions[r.ID] = r
	case AgendaItem:
		b.items[r.ID] = r
	case Action:
		b.actions[r.ID] = r
	case Gone:
		delete(b.relationships, ifKind(r.Of, RelationshipRecord))
		delete(b.sessions, ifKind(r.Of, SessionRecord))
		delete(b.items, ifKind(r.Of, ItemRecord))
		delete(b.actions, ifKind(r.Of, ActionRecord))
	}
}

// ifKind gives the key's id when it is of the kind, else 0, which names nothing.
func ifKind(k Key, kind RecordKind) ID {
	if k.Kind == kind {
		return k.ID
	}
	return 0
}
