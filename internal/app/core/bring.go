package core

import (
	"slices"
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/supervision"
)

// What an item asks for when its writer has not said.
const (
	UsualWant    = supervision.WantReflection
	UsualMinutes = 10
)

// bring gives the operation that keeps the agenda item of a flagged entry in
// step with it: made when there are words to share, changed with them, gone
// with the flag. before is the entry as it was. An item that joins several
// entries, or is one of several of an entry, is edited on the agenda alone.
func bring(e, before journal.Entry, newID journal.ID, today journal.Date) library.Op {
	return supervision.Batch("undo.flag", func(b *supervision.Edit) error {
		item, covered := ItemOf(b.Board, e.ID)
		wanted := e.Flag != journal.NoFlag && strings.TrimSpace(e.Share.Title) != "" && e.Trashed == nil
		switch {
		case item.ID != 0 && wanted:
			return editIfNew(b, item, shared(item, e))
		case item.ID != 0:
			return takeAway(b, item)
		case wanted && !covered && !settledAlready(b.Board, e, before):
			return b.Do(supervision.AddItem(shared(supervision.AgendaItem{ID: newID, Created: today, Entries: []journal.ID{e.ID}}, e)))
		}
		return nil
	})
}

// ItemOf gives the live item that stands for this entry alone, if there is just
// one, and whether any live item covers the entry.
func ItemOf(b *supervision.Board, entry journal.ID) (own supervision.AgendaItem, covered bool) {
	parts := 0
	for _, it := range LiveItems(b, entry) {
		covered = true
		if len(it.Entries) == 1 {
			own = it
			parts++
		}
	}
	if parts > 1 {
		own = supervision.AgendaItem{}
	}
	return own, covered
}

// LiveItems gives the items of an entry that are still to be talked about.
func LiveItems(b *supervision.Board, entry journal.ID) []supervision.AgendaItem {
	return slices.DeleteFunc(b.ItemsOf(entry), func(it supervision.AgendaItem) bool {
		return it.Settled() || it.State == supervision.Discussed
	})
}

// settledAlready tells whether the entry was talked about and nothing was said
// anew since: it was flagged before, and its words to share are the same.
func settledAlready(b *supervision.Board, e, before journal.Entry) bool {
	return len(b.ItemsOf(e.ID)) > 0 && before.Flag != journal.NoFlag && before.Share == e.Share
}

// shared gives the item with the entry's words to share.
func shared(it supervision.AgendaItem, e journal.Entry) supervision.AgendaItem {
	it.Title, it.Words, it.WhoKnows = e.Share.Title, e.Share.Words, e.Share.WhoKnows
	it.Want, it.Minutes = supervision.Want(e.Share.Want), e.Share.Minutes
	if it.Want == "" {
		it.Want = UsualWant
	}
	if it.Minutes == 0 {
		it.Minutes = UsualMinutes
	}
	it.Urgency = supervision.Urgency(e.Flag)
	it.Themes = slices.Clone(e.Themes)
	return it
}

func editIfNew(b *supervision.Edit, is, to supervision.AgendaItem) error {
	if is.Title == to.Title && is.Words == to.Words && is.WhoKnows == to.WhoKnows && is.Want == to.Want &&
		is.Minutes == to.Minutes && is.Urgency == to.Urgency && slices.Equal(is.Themes, to.Themes) {
		return nil
	}
	return b.Do(supervision.EditItem(to))
}

// takeAway forgets an item that was never on an agenda, and withdraws one that
// has a history.
func takeAway(b *supervision.Edit, it supervision.AgendaItem) error {
	if it.State != supervision.Waiting || it.Carried > 0 || len(it.Earlier) > 0 {
		return b.Do(supervision.Withdraw(it.ID))
	}
	return b.Do(supervision.Change{
		Before: []supervision.Record{it},
		After:  []supervision.Record{supervision.Gone{Of: it.Key()}},
	}.Op())
}
