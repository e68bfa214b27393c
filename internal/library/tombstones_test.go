package library

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// backedUp gives the library's journal as it is now, from a copy of its file.
func backedUp(t *testing.T, l *Library) *Library {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy")
	must(t, l.Vault().Backup(ctx, path, nil))
	v, err := l.Vault().OpenCopy(path)
	must(t, err)
	return opened(t, v)
}

func purge(t *testing.T, l *Library, ids ...journal.ID) {
	t.Helper()
	_, err := l.Purge(ctx, ids...)
	must(t, err)
}

func TestLibrary_Purge_leaves_ids_alone(t *testing.T) {
	l := newLibrary(t)
	gone := entry(t, l, "gone", "2026-03-12")
	save(t, l, gone)
	purge(t, l, gone.ID, 12345)
	purge(t, l, gone.ID)
	l = again(t, l, cheap)
	if got := l.Purged(); !slices.Equal(got, []journal.ID{gone.ID}) {
		t.Errorf("tombstones %v", got)
	}
	if n := l.Vault().Rows(); n != 1 {
		t.Errorf("%d records, want the tombstones alone", n)
	}
}

func TestLibrary_Adopt_brings_what_is_missing_and_nothing_else(t *testing.T) {
	l := newLibrary(t)
	purged, changed, lost := entry(t, l, "purged", "2026-03-10"), entry(t, l, "before", "2026-03-11"), entry(t, l, "lost", "2026-03-12")
	for _, e := range []journal.Entry{purged, changed, lost} {
		save(t, l, e)
	}
	lost.Revision, lost.Sections[0].Text = 2, "lost, second"
	save(t, l, lost)
	copied := backedUp(t, l)
	purge(t, l, purged.ID, lost.ID)
	must(t, l.Save(tombstoneKind, []journal.ID{purged.ID})) // the other one got lost some other way
	changed.Sections[0].Text = "since"
	save(t, l, changed)
	brought, err := l.Adopt(ctx, copied, []journal.ID{purged.ID, changed.ID, lost.ID})
	must(t, err)
	if !slices.Equal(brought, []journal.ID{lost.ID}) {
		t.Errorf("brought %v", brought)
	}
	l = again(t, l, cheap)
	if got := ids(l.Overviews()); !slices.Equal(got, []journal.ID{lost.ID, changed.ID}) {
		t.Errorf("entries %v", got)
	}
	for id, want := range map[journal.ID]string{changed.ID: "since", lost.ID: "lost, second"} {
		if e, err := l.Entry(id); err != nil || e.Text() != want {
			t.Errorf("%q, %v, want %q", e.Text(), err, want)
		}
	}
	history, err := l.Revisions(ctx, lost.ID)
	must(t, err)
	if len(history) != 1 || history[0].Text() != "lost" {
		t.Errorf("history %v", history)
	}
}

func TestLibrary_Adopt_is_one_step(t *testing.T) {
	l, here, copied := copiedWith(t, "here")
	if brought, err := l.Adopt(ctx, copied, []journal.ID{here.ID, 4711}); err == nil || len(brought) > 0 {
		t.Errorf("brought %v of an entry that is nowhere: %v", brought, err)
	}
	readOnly := copied.Vault()
	if err := readOnly.Update(func(tx *vault.Tx) error { return tx.Delete(vault.Draft, 1) }); !errors.Is(err, fault.Conflict) {
		t.Errorf("the copy can be written to: %v", err)
	}
}

func TestLibrary_Purge_takes_ids_off_items(t *testing.T) {
	l, e, item := withItem(t)
	before := items(l)[0]
	if !slices.Equal(before.Entries, []journal.ID{e.ID}) {
		t.Fatalf("item names %v", before.Entries)
	}
	purge(t, l, e.ID)
	l = again(t, l, cheap)
	if got := items(l)[0]; len(got.Entries) != 0 || got.ID != item || got.Title != before.Title {
		t.Errorf("item %+v", got)
	}
	before.Title = "As a page still had it"
	c, err := l.Change(supervision.EditItem(before))
	must(t, err)
	if got := items(l)[0]; len(got.Entries) != 0 || len(c.After) != 1 {
		t.Errorf("a late save names %v again, %d records", got.Entries, len(c.After))
	}
	l = again(t, l, cheap)
	if got := items(l)[0]; len(got.Entries) != 0 || got.Title != before.Title {
		t.Errorf("kept %+v", got)
	}
}

// Whatever kind of record is taken out for good leaves its id: no backup brings it
// back, though others name it still. Undoing takes the tombstone away again.
func TestLibrary_every_kind_taken_out_leaves_a_tombstone(t *testing.T) {
	l := newLibrary(t)
	var made []supervision.Change
	change := func(op Op) {
		t.Helper()
		c, err := l.Change(op)
		must(t, err)
		made = append(made, c)
	}
	change(supervision.AddRelationship(supervision.Relationship{ID: 21, Name: "Ruth", Kind: supervision.LineManager}))
	change(supervision.AddItem(supervision.AgendaItem{ID: 22, Title: "T", Words: "W."}))
	change(supervision.PlanSession(supervision.Session{ID: 23, With: 21, Start: day, Kind: supervision.Individual}))
	change(supervision.AddAction(supervision.Action{ID: 24, Text: "Ring", Owner: supervision.Me, Item: 22, Session: 23}))
	must(t, l.PutSharedCopy(SharedCopy{ID: 25, At: day, Kind: "agenda", Format: "text", File: "f"}))
	copied := backedUp(t, l)
	for i := len(made) - 1; i >= 0; i-- {
		change(made[i].Inverse().Op())
	}
	must(t, l.DropSharedCopy(25))
	if got := l.Purged(); !slices.Equal(got, []journal.ID{24, 23, 22, 21, 25}) {
		t.Fatalf("tombstones %v", got)
	}
	for _, id := range l.Purged() { // as where other records name them
		l.setAside(Aside{Table: vault.Object, ID: id, Why: Missing})
	}
	if n, err := l.Recover(ctx, copied); n != 0 || err != nil {
		t.Errorf("%d records came back: %v", n, err)
	}
	change(made[1].Op())
	l = again(t, l, cheap)
	if got := l.Purged(); !slices.Equal(got, []journal.ID{24, 23, 21, 25}) || len(items(l)) != 1 {
		t.Errorf("undone: tombstones %v", got)
	}
}
