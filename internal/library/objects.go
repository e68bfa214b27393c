package library

import (
	"context"
	"encoding/json"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// object is how everything that is not an entry is written: what it is, and the
// thing itself.
type object struct {
	Kind string          `json:"kind"`
	Body json.RawMessage `json:"body"`
}

// single is an object of which a journal has one, such as its settings.
type single struct {
	row  vault.ID
	body json.RawMessage
}

// shareKind marks the objects of the register of shared copies. Kinds of
// supervision.Record stand for themselves; every other kind is a single.
const shareKind = "share"

func (l *Library) openObjects(ctx context.Context) error {
	var records []supervision.Record
	err := l.vault.Each(ctx, vault.Object, func(row vault.ID, raw []byte) error {
		var o object
		if err := decode(raw, &o); err != nil {
			return err
		}
		switch supervision.RecordKind(o.Kind) {
		case supervision.RelationshipRecord, supervision.SessionRecord, supervision.ItemRecord, supervision.ActionRecord:
			r, err := supervision.Decode(supervision.RecordKind(o.Kind), o.Body)
			records = append(records, r)
			return err
		case shareKind:
			return l.takeShare(o.Body)
		}
		l.single[o.Kind] = single{row, o.Body}
		return nil
	})
	if err != nil {
		return fault.Wrap("read journal", err)
	}
	slices.SortFunc(l.shares, func(a, b SharedCopy) int { return b.At.Compare(a.At) })
	l.board, err = supervision.Load(records)
	return err
}

func putObject(tx *vault.Tx, row vault.ID, kind string, v any) error {
	body, err := encode(v)
	if err != nil {
		return err
	}
	raw, err := encode(object{kind, body})
	if err != nil {
		return err
	}
	return tx.Put(vault.Object, row, raw)
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

// Save keeps v as the one object of the kind, a short fixed word.
func (l *Library) Save(kind string, v any) error {
	body, err := encode(v)
	if err != nil {
		return err
	}
	var row vault.ID
	return l.write(func(tx *vault.Tx) (err error) {
		if row, err = l.rowOf(kind); err != nil {
			return err
		}
		return putObject(tx, row, kind, json.RawMessage(body))
	}, func() { l.single[kind] = single{row, body} })
}

// rowOf gives the row of the one object of the kind, a new one where there is
// none. The caller holds l.mu.
func (l *Library) rowOf(kind string) (vault.ID, error) {
	if s, ok := l.single[kind]; ok {
		return s.row, nil
	}
	return l.vault.NewID()
}

// Op is an operation on the supervision board.
type Op func(*supervision.Board) (supervision.Change, error)

// Change runs op and keeps what it changed. When op or the disk fails, the
// board is as it was. The change is given back for undo.
func (l *Library) Change(op Op) (supervision.Change, error) {
	return l.step(op, func(*vault.Tx) error { return nil }, func() {})
}

// Board calls read with the supervision board, which it must not change or
// keep.
func (l *Library) Board(read func(*supervision.Board)) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	read(l.board)
}

// step is the one way to change anything: op on the board (may be nil), its
// changes and whatever write adds in one transaction, and then done.
func (l *Library) step(op Op, write func(*vault.Tx) error, done func()) (c supervision.Change, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if op != nil {
		if c, err = l.operate(op); err != nil {
			return supervision.Change{}, err
		}
	}
	err = l.vault.Update(func(tx *vault.Tx) error {
		if err := write(tx); err != nil {
			return err
		}
		return putRecords(tx, c.After)
	})
	if err != nil {
		return supervision.Change{}, l.takeBack(c, err)
	}
	done()
	return c, nil
}

// operate runs op, and takes out what it brought back of purged entries: an undo
// or a page may still hold an item as it was before.
func (l *Library) operate(op Op) (supervision.Change, error) {
	c, err := op(l.board)
	if err != nil || len(c.After) == 0 {
		return c, err
	}
	forgot, err := l.board.ForgetEntries(l.purged()...)
	if err != nil {
		return supervision.Change{}, l.takeBack(c, err)
	}
	return supervision.Join(c.Label, c, forgot), nil
}

// takeBack undoes on the board what could not be kept, and gives err.
func (l *Library) takeBack(c supervision.Change, err error) error {
	if undo := l.board.Apply(c.Inverse()); undo != nil {
		return fault.As(fault.Internal, "take change back", undo)
	}
	return err
}

// putRecords writes records as a change leaves them.
func putRecords(tx *vault.Tx, records []supervision.Record) error {
	for _, r := range records {
		if err := putRecord(tx, r); err != nil {
			return err
		}
	}
	return nil
}

func putRecord(tx *vault.Tx, r supervision.Record) error {
	key := r.Key()
	if _, gone := r.(supervision.Gone); gone {
		return tx.Delete(vault.Object, vault.ID(key.ID))
	}
	return putObject(tx, vault.ID(key.ID), string(key.Kind), r)
}
