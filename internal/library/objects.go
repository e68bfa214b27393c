package library

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"

	"aftershift/internal/alliance"
	"aftershift/internal/copies"
	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// object is how everything that is not an entry is written: what it is, and the
// thing itself.
type object struct {
	Kind string          `json:"kind"`
	Body json.RawMessage `json:"body"`
	trace
}

// single is an object of which a journal has one, such as its settings.
type single struct {
	row  vault.ID
	body json.RawMessage
}

// ownKinds are the singles that the library itself keeps. The other kinds of
// objects are RecordKinds.
var ownKinds = []Kind{
	{Name: tombstoneKind, New: func() any { return new([]journal.ID) }},
	{Name: revivedKind, New: func() any { return new(map[journal.ID]int) }},
	{Name: lossKind, New: func() any { return new([]Loss) }},
}

// roomKinds returns the kinds of record of the rooms above supervision, in the order
// in which Board.Records gives them after supervision's own.
func roomKinds() []supervision.Kind {
	return slices.Concat(copies.Kinds(), learning.Kinds(), groups.Kinds(), alliance.Kinds())
}

// RecordKinds returns the table of every kind of record that a journal holds.
func RecordKinds() []supervision.Kind { return slices.Concat(supervision.Kinds(), roomKinds()) }

func (l *Library) openObjects(ctx context.Context) error {
	var records []supervision.Record
	damaged, err := unopened(l.vault.Each(ctx, vault.Object, func(row vault.ID, raw []byte) error {
		if r := l.takeObject(row, raw); r != nil {
			records = append(records, r)
		}
		return nil
	}))
	if err != nil {
		return fault.Wrap("read journal", err)
	}
	l.setAsideEach(vault.Object, "", damaged)
	if l.board, err = supervision.Load(records, l.more...); err != nil {
		return err
	}
	l.setAsideOdd()
	return nil
}

// takeObject gives the object where it belongs on the board, and keeps it where
// it doesn't. What this version can't read is set aside.
func (l *Library) takeObject(row vault.ID, raw []byte) supervision.Record {
	var o object
	if json.Unmarshal(raw, &o) != nil {
		l.setAside(Aside{Table: vault.Object, ID: journal.ID(row), Why: Newer})
		return nil
	}
	if r, err := supervision.Decode(supervision.RecordKind(o.Kind), o.Body, l.more...); err == nil && r.Key().ID == journal.ID(row) {
		if foreign(reflect.TypeOf(r), o.Body) {
			l.foreign[row] = o.Body
			l.setAside(objectAside(row, o, Fields))
		}
		return r
	}
	if o.Kind != earlierKind && !l.takeSingle(row, o) {
		l.setAside(objectAside(row, o, Newer))
	}
	return nil
}

// takeSingle keeps an object of which there is one, if this version knows its
// kind and can read it. Of two, the one with the greater id counts.
func (l *Library) takeSingle(row vault.ID, o object) bool {
	at := slices.IndexFunc(l.kinds, func(k Kind) bool { return k.Name == o.Kind })
	if at < 0 || json.Unmarshal(o.Body, l.kinds[at].New()) != nil {
		return false
	}
	if other, twice := l.single[o.Kind]; twice {
		l.setAside(objectAside(other.row, object{Kind: o.Kind, Body: other.body}, Newer))
	}
	l.single[o.Kind] = single{row, o.Body}
	if foreign(reflect.TypeOf(l.kinds[at].New()), o.Body) {
		l.setAside(objectAside(row, o, Fields))
	}
	return true
}

func objectAside(row vault.ID, o object, why Why) Aside {
	a := Aside{Table: vault.Object, ID: journal.ID(row), Kind: o.Kind, Why: why}
	a.Name, a.When, a.Words = glimpse(o.Body)
	if !a.OutOfUse() {
		a.Words = ""
	}
	return a
}

// setAsideOdd notes what records of the board name and isn't there, and which
// name it.
func (l *Library) setAsideOdd() {
	there := map[journal.ID]bool{}
	for _, id := range l.vault.IDs(vault.Object) {
		there[journal.ID(id)] = true
	}
	for id, kind := range l.board.Lost() {
		why := Missing
		if there[id] {
			why = Damaged // it is noted already, without its kind
		}
		l.setAside(Aside{Table: vault.Object, ID: id, Kind: string(kind), Why: why})
	}
	for _, key := range l.board.Odd() {
		a := Aside{Table: vault.Object, ID: key.ID, Kind: string(key.Kind), Why: Names}
		a.Name, a.When = l.boardName(key)
		l.setAside(a)
	}
}

// boardName gives what a record of the board is called, and its day.
func (l *Library) boardName(key supervision.Key) (name string, when journal.Date) {
	for _, r := range l.board.Records() {
		if r.Key() == key {
			raw, err := encode(r)
			if err == nil {
				name, when, _ = glimpse(raw)
			}
		}
	}
	return name, when
}

// Load reads the one object of the kind into v, a pointer. It gives
// fault.NotFound when none was saved yet.
func (l *Library) Load(kind string, v any) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	s, ok := l.single[kind]
	if !ok {
		return fault.New(fault.NotFound, "read "+kind)
	}
	return fault.Wrap("read "+kind, decode(s.body, v))
}

// Save keeps v as the one object of the kind, which Open was told of. What a
// later version added lives on; it gives fault.NewerFormat where that can't be, and
// the kinds of vault.Vault.Update.
func (l *Library) Save(kind string, v any) error {
	k := keeping{of: []Single{{kind, v}}}
	return l.write(func(tx *vault.Tx) error { return k.put(l, tx) }, func() { k.done(l) })
}

// Single is what is to be kept as the one object of its kind.
type Single struct {
	Kind  string
	Value any
}

// keeping is some of them on their way to the disk.
type keeping struct {
	of     []Single
	now    map[string]single
	stones stone
}

func (k *keeping) put(l *Library, tx *vault.Tx) error {
	k.now = map[string]single{}
	var lost, back []journal.ID
	for _, one := range k.of {
		next, err := l.next(one)
		if err != nil {
			return err
		}
		gone, stands := listed(l.single[one.Kind].body, next.body)
		lost, back, k.now[one.Kind] = append(lost, gone...), append(back, stands...), next
		if err := l.putObject(tx, next.row, one.Kind, next.body); err != nil {
			return err
		}
	}
	var err error
	if k.stones, err = l.tombstones(nil, lost, back, nil); err != nil {
		return err
	}
	return k.stones.put(l, tx)
}

// next gives what stands in the place of the kind's object.
func (l *Library) next(one Single) (s single, err error) {
	if s.row, err = l.rowOf(one.Kind); err != nil {
		return s, err
	}
	body, err := encode(one.Value)
	if err == nil {
		s.body, err = carry(one.Value, l.single[one.Kind].body, body)
	}
	return s, fault.Wrap("keep "+one.Kind, err)
}

// done is called with mu held, once the disk has them.
func (k *keeping) done(l *Library) {
	maps.Copy(l.single, k.now)
	maps.Copy(l.single, k.stones.each())
}

// listed gives the ids of what a list has no more, and of what it has now: of a
// list of things that have one.
func listed(before, after json.RawMessage) (lost, now []journal.ID) {
	ids := func(raw json.RawMessage) (all []journal.ID) {
		var list []struct{ ID journal.ID }
		if json.Unmarshal(raw, &list) == nil {
			for _, one := range list {
				if one.ID != 0 {
					all = append(all, one.ID)
				}
			}
		}
		return all
	}
	now = ids(after)
	for _, id := range ids(before) {
		if !slices.Contains(now, id) {
			lost = append(lost, id)
		}
	}
	return lost, now
}

// rowOf gives the row of the one object of the kind, a new one where there is
// none. The caller holds l.writing.
func (l *Library) rowOf(kind string) (vault.ID, error) {
	if s, ok := l.single[kind]; ok {
		return s.row, nil
	}
	return l.vault.NewID()
}

// Op is an operation on the supervision board.
type Op = supervision.Op

// Change runs op on a copy of the board and keeps what it changed. When op or the
// disk fails, the board is as it was. The change is given back for undo. It gives
// op's errors, fault.NewerFormat where what a later version added to a record
// can't live on, and the kinds of vault.Vault.Update.
func (l *Library) Change(op Op) (supervision.Change, error) {
	return l.step(op, nil, func(*vault.Tx) error { return nil }, func() {})
}

// Board gives the supervision board as it was last kept. It stays as it is, and
// whoever reads it leaves it so.
func (l *Library) Board() *supervision.Board {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.board
}

// step is the one way to change anything: op on a copy of the board (may be nil),
// its changes and whatever write adds in one transaction, and then the copy takes
// the board's place and done runs, which holds mu. What is in gone, and what op
// takes off the board, gets a tombstone.
func (l *Library) step(op Op, gone []journal.ID, write func(*vault.Tx) error, done func()) (c supervision.Change, err error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	board := l.board
	if op != nil {
		board = board.Clone()
		if c, err = l.operate(board, op); err != nil {
			return supervision.Change{}, err
		}
	}
	stones, err := l.tombstones(gone, nil, nil, c.After)
	if err == nil {
		err = l.vault.Update(func(tx *vault.Tx) error {
			if err := write(tx); err != nil {
				return err
			}
			return errors.Join(l.putRecords(tx, c.After), stones.put(l, tx))
		})
	}
	if err != nil {
		return supervision.Change{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.board = board
	maps.Copy(l.single, stones.each())
	done()
	return c, nil
}

// operate runs op on the board, and takes out what it brought back of purged
// entries: an undo or a page may still hold an item as it was before.
func (l *Library) operate(board *supervision.Board, op Op) (supervision.Change, error) {
	c, err := board.Do(op)
	if err != nil || len(c.After) == 0 {
		return c, err
	}
	forgot, err := board.Do(supervision.ForgetEntries(l.purged()...))
	return supervision.Join(c.Label, c, forgot), err
}

// putRecords writes records as a change leaves them.
func (l *Library) putRecords(tx *vault.Tx, records []supervision.Record) error {
	for _, r := range records {
		if err := l.putRecord(tx, r); err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) putRecord(tx *vault.Tx, r supervision.Record) error {
	key := r.Key()
	row := vault.ID(key.ID)
	if isGone(r) {
		return tx.Delete(vault.Object, row)
	}
	body, err := encode(r)
	if err == nil {
		body, err = carry(r, l.foreign[row], body)
	}
	if err != nil {
		return err
	}
	return l.putObject(tx, row, string(key.Kind), json.RawMessage(body))
}
