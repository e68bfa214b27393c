package sessions

import (
	"slices"
	"strings"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Bringing is what entries are brought to supervision with.
type Bringing struct {
	Entries []journal.ID
	Words   string // to share
	Want    supervision.Want
	Minutes int // 0 for UsualMinutes
}

// titleRunes is how much of the words makes a title where there is none.
const titleRunes = 60

// Bring makes an item of the entries and flags them. Its title is that of an
// entry's words to share, or else the first words of b.Words; nothing private
// gets into it. An item that stands for one of the entries becomes part of it.
// It gives the item; fault.Invalid without entries or words, or for limits;
// fault.Conflict where the same words have been talked about already, and for an
// entry that is part of an item with others, or of several.
func (d *Desk) Bring(b Bringing) (supervision.AgendaItem, error) {
	if len(b.Entries) == 0 || strings.TrimSpace(b.Words) == "" {
		return supervision.AgendaItem{}, fault.New(fault.Invalid, "bring to supervision")
	}
	entries := make([]journal.Entry, len(b.Entries))
	title := ""
	for i, id := range b.Entries {
		e, err := d.Library().Entry(id)
		if err != nil {
			return supervision.AgendaItem{}, err
		}
		if e.Trashed != nil || slices.Contains(b.Entries[:i], id) {
			return supervision.AgendaItem{}, fault.New(fault.Invalid, "bring to supervision: an entry in the trash, or twice")
		}
		if entries[i] = e; title == "" && e.Share.Title != journal.Excerpt(e.Share.Words, titleRunes) {
			title = strings.TrimSpace(e.Share.Title) // one that somebody wrote
		}
	}
	if title == "" {
		title = journal.Excerpt(b.Words, titleRunes)
	}
	if len(entries) == 1 {
		return d.bringOne(entries[0].ID, title, b)
	}
	return d.bringSeveral(entries, title, b)
}

// bringOne gives the entry its words to share; the item follows from them.
func (d *Desk) bringOne(entry journal.ID, title string, b Bringing) (supervision.AgendaItem, error) {
	if own, covered := core.ItemOf(d.Library().Board(), entry); covered && own.ID == 0 {
		return own, fault.New(fault.Conflict, "bring to supervision: part of an item with others")
	}
	if err := d.Remark(entry, "undo.flag", func(e *journal.Entry) {
		e.Share.Title, e.Share.Words = title, strings.TrimSpace(b.Words)
		e.Share.Want, e.Share.Minutes = string(b.Want), b.Minutes
		e.Flag = flagged(e.Flag)
	}); err != nil {
		return supervision.AgendaItem{}, err
	}
	it, found := d.ItemFor(entry)
	if !found {
		return it, fault.New(fault.Conflict, "bring to supervision: talked about already in these words")
	}
	return it, nil
}

func flagged(f journal.Flag) journal.Flag {
	if f == journal.NoFlag {
		return journal.Next
	}
	return f
}

// bringSeveral makes one item of all, with the items that some of them had, and
// then flags them.
func (d *Desk) bringSeveral(entries []journal.Entry, title string, b Bringing) (supervision.AgendaItem, error) {
	id, err := d.Library().NewID()
	if err != nil {
		return supervision.AgendaItem{}, err
	}
	it := supervision.AgendaItem{
		ID: id, Title: title, Words: strings.TrimSpace(b.Words), Want: b.Want, Minutes: b.Minutes,
		Entries: slices.Clone(b.Entries), Urgency: supervision.Next, Created: d.Today(),
	}
	if it.Minutes == 0 {
		it.Minutes = core.UsualMinutes
	}
	err = d.Change(supervision.Batch("undo.add_item", func(e *supervision.Edit) error {
		if err := e.Do(supervision.AddItem(it)); err != nil {
			return err
		}
		return joinInto(e, it)
	}))
	if err != nil {
		return it, err
	}
	return it, d.flagAll(entries)
}

// joinInto merges the items that stood for one of it's entries into it.
func joinInto(b *supervision.Edit, it supervision.AgendaItem) error {
	var others []journal.ID
	for _, entry := range it.Entries {
		if own, _ := core.ItemOf(b.Board, entry); own.ID != 0 && own.State == supervision.Waiting {
			others = append(others, own.ID)
		}
	}
	if len(others) == 0 {
		return nil
	}
	return b.Do(supervision.MergeItems(it.ID, others...))
}

func (d *Desk) flagAll(entries []journal.Entry) error {
	for _, e := range entries {
		if e.Flag == journal.NoFlag {
			if err := d.Flag(e.ID, journal.Next); err != nil {
				return err
			}
		}
	}
	return nil
}
