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
	l := newLibrary(t)
	here := entry(t, l, "here", "2026-03-12")
	save(t, l, here)
	copied := backedUp(t, l)
	if brought, err := l.Adopt(ctx, copied, []journal.ID{here.ID, 4711}); err == nil || len(brought) > 0 {
		t.Errorf("brought %v of an entry that is nowhere: %v", brought, err)
	}
	readOnly := copied.Vault()
	if err := readOnly.Update(func(tx *vault.Tx) error { return tx.Delete(vault.Draft, 1) }); !errors.Is(err, fault.Conflict) {
		t.Errorf("the copy can be written to: %v", err)
	}
}

func TestLibrary_Purge_takes_ids_off_items(t *testing.T) {
	l := newLibrary(t)
	e := entry(t, l, "text", "2026-03-12")
	item, add := adding(t, l, e.ID)
	_, err := l.SaveEntry(e, true, add)
	must(t, err)
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
	c, err := l.Change(func(b *supervision.Board) (supervision.Change, error) { return b.EditItem(before) })
	must(t, err)
	if got := items(l)[0]; len(got.Entries) != 0 || len(c.After) != 1 {
		t.Errorf("a late save names %v again, %d records", got.Entries, len(c.After))
	}
	l = again(t, l, cheap)
	if got := items(l)[0]; len(got.Entries) != 0 || got.Title != before.Title {
		t.Errorf("kept %+v", got)
	}
}
