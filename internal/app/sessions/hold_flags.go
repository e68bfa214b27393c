package sessions

import (
	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/supervision"
)

// settle is change for what may end or revive an item: the flags of the entries
// behind it follow, and undo takes both back. The board is kept first, and its
// errors alone are given: once it is kept, the step is done.
func (d *Desk) settle(op library.Op) error {
	var before map[journal.ID]bool
	c, err := d.Library().Change(func(b *supervision.Board) (supervision.Change, error) {
		was := b.Clone()
		c, err := b.Do(op)
		before = pendingIn(was, c)
		return c, err
	})
	if err != nil {
		return err
	}
	if len(c.After) == 0 {
		return nil
	}
	was, now := d.flagsAfter(before)
	d.setFlags(now)
	d.Did(c.Label, d.settling(c.Inverse(), was), d.settling(c, now))
	d.Tell(core.Event{Kind: core.SupervisionChanged})
	return nil
}

func (d *Desk) settling(c supervision.Change, flags map[journal.ID]journal.Flag) func() error {
	return func() error {
		if err := d.Applying(c)(); err != nil {
			return err
		}
		d.setFlags(flags)
		return nil
	}
}

// pendingIn gives the entries behind the items that c touched, or whose session it
// did, and whether something of each was still to be talked about on b.
func pendingIn(b *supervision.Board, c supervision.Change) map[journal.ID]bool {
	found := map[journal.ID]bool{}
	for _, r := range c.After {
		for _, it := range behind(b, r) {
			for _, entry := range it.Entries {
				found[entry] = pending(b, entry)
			}
		}
	}
	return found
}

// behind gives the item of a record, or the items that a session lists.
func behind(b *supervision.Board, r supervision.Record) []supervision.AgendaItem {
	switch r := r.(type) {
	case supervision.AgendaItem:
		return []supervision.AgendaItem{r}
	case supervision.Session:
		items, _ := b.Agenda(r.ID) // none for one that is not there yet
		return items
	}
	return nil
}

// pending tells whether an item of the entry is still to be talked about. One
// that is ticked counts until its session is closed.
func pending(b *supervision.Board, entry journal.ID) bool {
	items, _ := b.ByEntry(entry)
	for _, it := range items {
		if it.Settled() {
			continue
		}
		s, err := b.Session(it.Session)
		if it.State != supervision.Discussed || err == nil && s.State == supervision.Open {
			return true
		}
	}
	return false
}

// flagsAfter gives the flags that entries have, and those they get: none once
// nothing of them is to be talked about, and one again when there is.
func (d *Desk) flagsAfter(before map[journal.ID]bool) (was, now map[journal.ID]journal.Flag) {
	was, now = map[journal.ID]journal.Flag{}, map[journal.ID]journal.Flag{}
	b := d.Library().Board()
	for entry, waited := range before {
		waits := pending(b, entry)
		if waits == waited {
			continue
		}
		now[entry] = journal.NoFlag
		if waits {
			now[entry] = flagOf(b, entry)
		}
	}
	for entry := range now {
		if o, there := d.Library().Overview(entry); there {
			was[entry] = o.Flag
		} else {
			delete(now, entry)
		}
	}
	return was, now
}

// flagOf gives the flag that goes with the items of an entry.
func flagOf(b *supervision.Board, entry journal.ID) journal.Flag {
	items, _ := b.ByEntry(entry)
	for _, it := range items {
		if !it.Settled() && it.Urgency == supervision.Urgent {
			return journal.Urgent
		}
	}
	return journal.Next
}

// setFlags gives entries their flags and leaves everything else of them, their
// items too. A flag that can't be kept, as that of an entry that is damaged or
// whose draft can't be saved as it is, stays behind: it does no harm, as the
// item covers its entry, and it can be taken away in the journal.
func (d *Desk) setFlags(flags map[journal.ID]journal.Flag) {
	for id, flag := range flags {
		_ = d.Mark(id, func(e *journal.Entry) bool {
			changes := e.Flag != flag && e.Trashed == nil
			e.Flag = flag
			return changes
		})
	}
}
