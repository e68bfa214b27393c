package supervision

import (
	"iter"
	"maps"
	"slices"

	"aftershift/internal/fault"
)

// Board is the whole state of supervision in memory. It isn't safe for
// concurrent use; its owner guards it. What its methods give are copies.
type Board struct {
	kinds   []Kind
	records map[RecordKind]map[ID]Record // has each of kinds; boards share what it holds
	odd     map[Key]bool                 // loaded records that don't go with the others
	lost    map[ID]RecordKind            // what loaded records name and that wasn't there
}

// NewBoard gives an empty board for records of Kinds and of more.
func NewBoard(more ...Kind) *Board {
	b := &Board{kinds: slices.Concat(Kinds(), more), records: map[RecordKind]map[ID]Record{}}
	for _, k := range b.kinds {
		b.records[k.Name] = map[ID]Record{}
	}
	return b
}

// Load gives a board for records of Kinds and of more, that holds copies of
// records, in any order. One that names something that isn't there, or that says
// otherwise, is taken as it is: Lost and Odd tell. It gives fault.Damaged when
// two share a key.
func Load(records []Record, more ...Kind) (*Board, error) {
	b := NewBoard(more...)
	for _, r := range records {
		if _, twice := b.record(r.Key()).(Gone); !twice {
			return nil, fault.New(fault.Damaged, "load supervision: a record stands twice")
		}
		if err := b.takes(r); err != nil {
			return nil, err
		}
		b.records[r.Key().Kind][r.Key().ID] = r.Clone()
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

// Clone gives a board of its own in the same state. It copies no records, and not the
// maps that hold them: put leaves both as they are.
func (b *Board) Clone() *Board {
	c := *b
	c.records = maps.Clone(b.records)
	return &c
}

// takes gives fault.Internal for a record of a kind that isn't in the table: it
// would be kept and never be read again.
func (b *Board) takes(r Record) error {
	if b.records[r.Key().Kind] == nil {
		return fault.New(fault.Internal, "keep record: its kind isn't in the table of kinds")
	}
	return nil
}

// Records gives a copy of everything on the board: kind by kind in the order of
// the table, each by id.
func (b *Board) Records() (all []Record) {
	for _, k := range b.kinds {
		of := b.records[k.Name]
		for _, id := range slices.Sorted(maps.Keys(of)) {
			all = append(all, of[id].Clone())
		}
	}
	return all
}

// Relationship gives the relationship, or fault.NotFound.
func (b *Board) Relationship(id ID) (Relationship, error) { return Find[Relationship](b, id) }

// Session gives the session, or fault.NotFound.
func (b *Board) Session(id ID) (Session, error) { return Find[Session](b, id) }

// Item gives the item, or fault.NotFound.
func (b *Board) Item(id ID) (AgendaItem, error) { return Find[AgendaItem](b, id) }

// Action gives the action, or fault.NotFound.
func (b *Board) Action(id ID) (Action, error) { return Find[Action](b, id) }

// Find returns a copy of the record of type R with the id, or fault.NotFound.
func Find[R Record](b *Board, id ID) (R, error) {
	if r := at[R](b, id); has[R](b, id) {
		return clone(r), nil
	}
	var none R
	return none, fault.New(fault.NotFound, "find "+string(none.Key().Kind))
}

// Relationships gives every relationship, archived ones last, then by name.
func (b *Board) Relationships() []Relationship { return sorted(b, nil, byStanding) }

// Sessions gives the sessions that keep takes (all for nil), the latest first.
func (b *Board) Sessions(keep func(Session) bool) []Session { return sorted(b, keep, latestFirst) }

// Items gives the items that keep takes (all for nil), by id.
func (b *Board) Items(keep func(AgendaItem) bool) []AgendaItem {
	return sorted(b, keep, byID[AgendaItem])
}

// Actions gives the actions that keep takes (all for nil), soonest due first.
func (b *Board) Actions(keep func(Action) bool) []Action { return sorted(b, keep, soonestDue) }

// Each returns copies of the records of type R that keep takes (all for nil), by id.
func Each[R Record](b *Board, keep func(R) bool) []R { return sorted(b, keep, byID[R]) }

// sorted gives copies of the records that keep takes, ordered by compare.
func sorted[R Record](b *Board, keep func(R) bool, compare func(a, b R) int) []R {
	out := []R{}
	if keep == nil {
		out = make([]R, 0, len(of[R](b)))
	}
	for r := range each[R](b) {
		if keep == nil || keep(r) {
			out = append(out, clone(r))
		}
	}
	slices.SortFunc(out, compare)
	return out
}

// of gives the records of a type as they stand on the board.
func of[R Record](b *Board) map[ID]Record {
	var zero R
	return b.records[zero.Key().Kind]
}

// each gives every record of a type without copying, in no order.
func each[R Record](b *Board) iter.Seq[R] {
	return func(yield func(R) bool) {
		for _, r := range of[R](b) {
			if !yield(r.(R)) { // set keeps each under its own kind
				return
			}
		}
	}
}

// at gives the record of the id without copying, or the zero value.
func at[R Record](b *Board, id ID) R {
	r, _ := of[R](b)[id].(R)
	return r
}

func has[R Record](b *Board, id ID) bool { return of[R](b)[id] != nil }

func clone[R Record](r R) R { return r.Clone().(R) }

// record gives the record of the key without copying, or Gone.
func (b *Board) record(k Key) Record {
	if r := b.records[k.Kind][k.ID]; r != nil {
		return r
	}
	return Gone{k}
}

// there reports whether the record that a key names is on the board, or is known
// to be lost; a key with id 0 names none, and that is there.
func (b *Board) there(k Key) bool {
	return k.ID == 0 || b.records[k.Kind][k.ID] != nil || b.lost[k.ID] == k.Kind
}

// put puts records in their places, and takes away what a Gone names. The maps of the
// kinds that it touches are made anew: other boards may have those that were there.
func (b *Board) put(records ...Record) {
	anew := map[RecordKind]bool{}
	for _, r := range records {
		k := r.Key()
		if !anew[k.Kind] {
			anew[k.Kind], b.records[k.Kind] = true, maps.Clone(b.records[k.Kind])
		}
		if _, gone := r.(Gone); gone {
			delete(b.records[k.Kind], k.ID)
		} else {
			b.records[k.Kind][k.ID] = r
		}
	}
}
