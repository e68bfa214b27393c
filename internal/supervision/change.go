package supervision

import (
	"reflect"
	"strings"

	"aftershift/internal/fault"
)

// Change is what an operation did: how each touched record was before and is
// after, record for record in the order of touching. Label is the key of the text
// that names the operation in a line such as "Undo: put on agenda", or plain words
// for one that is never undone by itself.
type Change struct {
	Label         string
	Before, After []Record
}

// Inverse gives the change that takes c back.
func (c Change) Inverse() Change {
	return Change{Label: c.Label, Before: c.After, After: c.Before}
}

// Join gives one change with the effect of changes made one after another, so
// that a step of several operations is stored and undone as one.
func Join(label string, changes ...Change) Change {
	joined := Change{Label: label}
	at := map[Key]int{}
	for _, c := range changes {
		for i, after := range c.After {
			if k, seen := at[after.Key()]; seen {
				joined.After[k] = after
				continue
			}
			at[after.Key()] = len(joined.After)
			joined.Before = append(joined.Before, c.Before[i])
			joined.After = append(joined.After, after)
		}
	}
	return joined
}

// Apply makes a change that was made before, or the inverse of one. It gives
// fault.Conflict, and changes nothing, when a touched record is no longer as it
// was, or when something made since depends on what the change would take away.
func (b *Board) Apply(c Change) error {
	if len(c.Before) != len(c.After) {
		return fault.New(fault.Invalid, "apply change")
	}
	for _, r := range c.Before {
		if !reflect.DeepEqual(b.record(r.Key()), r) {
			return fault.New(fault.Conflict, "apply change: changed since")
		}
	}
	for _, r := range c.After {
		if err := b.takes(r); err != nil {
			return err
		}
	}
	was, after := b.Clone(), make([]Record, len(c.After))
	for i, r := range c.After {
		after[i] = r.Clone()
	}
	b.put(after...)
	if err := b.Check(); err != nil {
		*b = *was
		return fault.As(fault.Conflict, "apply change", err)
	}
	return nil
}

// Op is an operation on a board. Board.Do makes it.
type Op func(*Board) (Change, error)

// Do makes an operation. It gives the operation's errors, and then has changed
// nothing.
func (b *Board) Do(op Op) (Change, error) { return op(b) }

// Op gives the operation that is Board.Apply of the change.
func (c Change) Op() Op {
	return func(b *Board) (Change, error) { return c, b.Apply(c) }
}

// Edit is a board in the midst of a Batch: what was done so far can be read in it.
type Edit struct {
	*Board
	done []Change
}

// Do makes one operation of the batch. It gives the operation's errors.
func (e *Edit) Do(op Op) error {
	c, err := op(e.Board)
	e.done = append(e.done, c)
	return err
}

// Batch makes one operation of all that steps does, or of nothing where steps gives
// an error. label is as in Change.
func Batch(label string, steps func(*Edit) error) Op {
	return func(b *Board) (Change, error) {
		e := &Edit{Board: b.Clone()}
		if err := steps(e); err != nil {
			return Change{}, err
		}
		*b = *e.Board
		return Join(label, e.done...), nil
	}
}

// Add returns the operation that adds records of a room's own kinds; label is as in
// Change. It gives fault.Invalid, fault.NotFound where one names what isn't there, and
// fault.Conflict where an id is in use.
func Add(label string, records ...Record) Op {
	return operation(label, func(e *draft) {
		for _, r := range records {
			e.add(r)
			e.named(r)
		}
	})
}

// Revise returns the operation that puts in the place of the record with the id what
// to makes of it: another of its type, or Gone. It gives fault.NotFound,
// fault.Invalid, and the errors of to.
func Revise[R Record](label string, id ID, to func(R) (Record, error)) Op {
	return operation(label, func(e *draft) {
		if was := pick[R](e, id, "find record"); e.err == nil {
			is, err := to(was)
			if e.fail(err); err == nil {
				e.put(is)
				e.named(is)
			}
		}
	})
}

// named fails unless everything that r names is there, or is known to be lost.
func (e *draft) named(r Record) {
	for _, k := range r.Refers() {
		e.demand(e.touched[k] != nil || e.on.there(k), fault.NotFound, "find "+string(k.Kind))
	}
}

// operation gives the operation that do drafts.
func operation(label string, do func(e *draft)) Op {
	return func(b *Board) (Change, error) {
		e := &draft{on: b, label: label, touched: map[Key]Record{}}
		do(e)
		return e.commit()
	}
}

// nameOf gives a label as errors name it.
func nameOf(label string) string { return strings.TrimPrefix(label, "undo.") }

// draft collects what an operation changes, over a board that stays as it is
// until commit. The first error sticks and commit gives it.
type draft struct {
	on      *Board
	label   string
	touched map[Key]Record
	order   []Key
	err     error
}

// fail keeps the first error; nil is none.
func (e *draft) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// demand fails with the kind unless ok.
func (e *draft) demand(ok bool, kind fault.Kind, op string) {
	if !ok {
		e.fail(fault.New(kind, op))
	}
}

func (e *draft) put(r Record) {
	e.fail(e.on.takes(r))
	k := r.Key()
	if _, seen := e.touched[k]; !seen {
		e.order = append(e.order, k)
	}
	e.touched[k] = r.Clone()
}

// add puts a new record; its id must be free.
func (e *draft) add(r Record) {
	_, free := e.get(r.Key()).(Gone)
	e.demand(free, fault.Conflict, "add record: id in use")
	e.put(r)
}

func (e *draft) get(k Key) Record {
	if r, ok := e.touched[k]; ok {
		return r.Clone()
	}
	return e.on.record(k).Clone()
}

// pick gives the record of the id as the edit leaves it, or fails.
func pick[R Record](e *draft, id ID, op string) R {
	var none R
	r, ok := e.get(Key{none.Key().Kind, id}).(R)
	e.demand(ok, fault.NotFound, op)
	return r
}

func (e *draft) relationship(id ID) Relationship {
	return pick[Relationship](e, id, "find relationship")
}
func (e *draft) session(id ID) Session { return pick[Session](e, id, "find session") }
func (e *draft) item(id ID) AgendaItem { return pick[AgendaItem](e, id, "find item") }
func (e *draft) action(id ID) Action   { return pick[Action](e, id, "find action") }

// commit checks every touched record and makes the change. Where anything is
// wrong, the board stays as it was.
func (e *draft) commit() (Change, error) {
	if e.err != nil {
		return Change{}, fault.Wrap(nameOf(e.label), e.err)
	}
	c := Change{Label: e.label}
	for _, k := range e.order {
		after := e.touched[k]
		if err := after.Validate(); err != nil {
			return Change{}, fault.Wrap(nameOf(e.label), err)
		}
		c.Before = append(c.Before, e.on.record(k).Clone())
		c.After = append(c.After, after.Clone())
	}
	made := make([]Record, len(e.order))
	for i, k := range e.order {
		made[i] = e.touched[k]
	}
	e.on.put(made...)
	return c, nil
}
