package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var (
	ctx   = context.Background()
	pass  = seal.NewSecret("quiet harbour after rain")
	cheap = vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}}
	day   = time.Date(2026, 3, 12, 18, 30, 0, 0, time.UTC)
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// someKinds are singles of tests, of any shape.
var someKinds = []Kind{
	{Name: "settings", New: func() any { return new(any) }},
	{Name: "place", New: func() any { return new(any) }},
}

func newLibrary(t *testing.T) *Library {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "journal"), pass, cheap)
	must(t, err)
	return opened(t, v)
}

func opened(t *testing.T, v *vault.Vault) *Library {
	t.Helper()
	l, err := Open(ctx, v, someKinds...)
	must(t, err)
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// again closes the library and opens its file anew, with o.
func again(t *testing.T, l *Library, o vault.Options) *Library {
	t.Helper()
	path := l.Vault().Path()
	must(t, l.Close())
	v, err := vault.Open(path, vault.Unlock{Passphrase: pass}, o)
	must(t, err)
	return opened(t, v)
}

func entry(t *testing.T, l *Library, text string, on journal.Date) journal.Entry {
	t.Helper()
	id, err := l.NewID()
	must(t, err)
	e := journal.New(id, journal.QuickNote, day)
	e.Sections[0].Text, e.Date = text, on
	return e
}

func save(t *testing.T, l *Library, e journal.Entry) {
	t.Helper()
	_, err := l.SaveEntry(e, true, nil)
	must(t, err)
}

func ids(list []journal.Overview) (all []journal.ID) {
	for _, o := range list {
		all = append(all, o.ID)
	}
	return all
}

// adding gives the operation that adds an item for the entry.
func adding(t *testing.T, l *Library, of journal.ID) (journal.ID, Op) {
	t.Helper()
	id, err := l.NewID()
	must(t, err)
	return id, supervision.AddItem(supervision.AgendaItem{ID: id, Title: "A title", Words: "Words.", Entries: []journal.ID{of}})
}

func items(l *Library) (all []supervision.AgendaItem) {
	all = l.Board().Items(nil)
	return all
}

func TestLibrary_SaveEntry_comes_back_whole(t *testing.T) {
	l := newLibrary(t)
	e := entry(t, l, "a\x00b\xff, a line\n\nand another", "2026-03-11")
	e.Sections = append(e.Sections, journal.Section{Key: "empty"}, journal.Section{Key: "more", Text: "<b>&"})
	e.Title, e.Themes, e.Flag, e.Revision = "Title", []journal.ThemeID{"carers"}, journal.Next, 1
	e.Impact = journal.Impact{Hit: journal.LevelOf(0), Feelings: []journal.Feeling{"moved"}, Affect: &journal.Affect{Valence: -2}}
	trashed := day.Add(time.Hour)
	e.Trashed = &trashed
	save(t, l, e)
	l = again(t, l, cheap)
	got, err := l.Entry(e.ID)
	must(t, err)
	if diff := cmp.Diff(e, got, cmp.AllowUnexported(journal.Level{})); diff != "" {
		t.Errorf("entry differs:\n%s", diff)
	}
	if o, ok := l.Overview(e.ID); !ok || !cmp.Equal(o, e.Overview(), cmp.AllowUnexported(journal.Level{})) {
		t.Errorf("overview %+v", o)
	}
}

func TestLibrary_SaveEntry_keeps_nothing_of_the_caller(t *testing.T) {
	l := newLibrary(t)
	e := entry(t, l, "text", "2026-03-12")
	e.Themes = []journal.ThemeID{"carers"}
	save(t, l, e)
	e.Themes[0] = "spoilt"
	if o, _ := l.Overview(e.ID); o.Themes[0] != "carers" {
		t.Errorf("themes %v", o.Themes)
	}
}

func TestLibrary_Overviews_are_newest_first(t *testing.T) {
	l := newLibrary(t)
	old := entry(t, l, "old", "2026-01-01")
	young := entry(t, l, "young", "2026-03-01")
	middle := entry(t, l, "middle", "2026-02-01")
	for _, e := range []journal.Entry{middle, young, old} {
		save(t, l, e)
	}
	if got := ids(l.Overviews()); !slices.Equal(got, []journal.ID{young.ID, middle.ID, old.ID}) {
		t.Errorf("order %v", got)
	}
	old.Date = "2026-04-01"
	save(t, l, old)
	trashed := day
	middle.Trashed = &trashed
	save(t, l, middle)
	want := []journal.ID{old.ID, young.ID}
	if got := ids(l.Overviews()); !slices.Equal(got, want) {
		t.Errorf("moved: %v, want %v", got, want)
	}
	if got := ids(l.Trash()); !slices.Equal(got, []journal.ID{middle.ID}) {
		t.Errorf("trash %v", got)
	}
	if got := ids(again(t, l, cheap).Overviews()); !slices.Equal(got, want) {
		t.Errorf("opened again: %v, want %v", got, want)
	}
}

func TestLibrary_Revisions_are_kept_when_asked_for(t *testing.T) {
	l := newLibrary(t)
	e := entry(t, l, "one", "2026-03-12")
	for i, step := range []struct {
		text   string
		revise bool
	}{{"one", true}, {"two", true}, {"three", false}, {"four", true}} {
		e.Revision, e.Sections[0].Text = i+1, step.text
		_, err := l.SaveEntry(e, step.revise, nil)
		must(t, err)
	}
	save(t, l, entry(t, l, "another", "2026-03-12"))
	l = again(t, l, cheap)
	history, err := l.Revisions(ctx, e.ID)
	must(t, err)
	var texts []string
	for _, r := range history {
		texts = append(texts, r.Text())
	}
	if !slices.Equal(texts, []string{"one", "three"}) {
		t.Errorf("history %q", texts)
	}
}

func TestLibrary_drafts_stand_beside_the_entry(t *testing.T) {
	l := newLibrary(t)
	e := entry(t, l, "saved", "2026-03-12")
	save(t, l, e)
	draft := e.Clone()
	draft.Sections[0].Text = "draft"
	must(t, l.SaveDraft(draft))
	l = again(t, l, cheap)
	got, err := l.Draft(e.ID)
	must(t, err)
	saved, err := l.Entry(e.ID)
	must(t, err)
	if got.Text() != "draft" || saved.Text() != "saved" || !slices.Equal(l.Drafts(), []journal.ID{e.ID}) {
		t.Errorf("draft %q, saved %q, drafts %v", got.Text(), saved.Text(), l.Drafts())
	}
	save(t, l, draft)
	if _, err := l.Draft(e.ID); !errors.Is(err, fault.NotFound) || len(l.Drafts()) != 0 {
		t.Errorf("a draft is left after saving: %v", err)
	}
	must(t, l.DropDraft(e.ID))
	if n := again(t, l, cheap).Vault().Len(vault.Draft); n != 0 {
		t.Errorf("%d drafts in the file", n)
	}
}

func TestLibrary_AsWritten_reads_drafts_as_entries(t *testing.T) {
	l := newLibrary(t)
	saved, untouched, onlyDraft, empty := entry(t, l, "saved", "2026-03-12"), entry(t, l, "untouched", "2026-03-10"), entry(t, l, "only a draft", "2026-03-11"), entry(t, l, "", "2026-03-09")
	save(t, l, saved)
	save(t, l, untouched)
	saved.Sections[0].Text = "written on"
	for _, e := range []journal.Entry{saved, onlyDraft, empty} {
		must(t, l.SaveDraft(e))
	}
	l = again(t, l, cheap)
	l.AsWritten()
	if got, want := ids(l.Overviews()), []journal.ID{saved.ID, onlyDraft.ID, untouched.ID}; !slices.Equal(got, want) {
		t.Errorf("listed %v, want %v", got, want)
	}
	want := map[journal.ID]string{saved.ID: "written on", onlyDraft.ID: "only a draft", untouched.ID: "untouched"}
	each := map[journal.ID]string{}
	var mu sync.Mutex
	must(t, l.EachEntry(ctx, func(e journal.Entry) error {
		mu.Lock()
		defer mu.Unlock()
		each[e.ID] += e.Text()
		return nil
	}))
	if !maps.Equal(each, want) {
		t.Errorf("read one after another: %v, want %v", each, want)
	}
	for id, text := range want {
		o, _ := l.Overview(id)
		if e, err := l.Entry(id); err != nil || e.Text() != text || o.Excerpt != text {
			t.Errorf("%q is read as %q, listed as %q: %v", text, e.Text(), o.Excerpt, err)
		}
	}
}

func TestLibrary_Purge_takes_every_trace(t *testing.T) {
	l := newLibrary(t)
	gone, stays := entry(t, l, "gone", "2026-03-12"), entry(t, l, "stays", "2026-03-12")
	for _, e := range []journal.Entry{gone, stays} {
		save(t, l, e)
		save(t, l, e)
		must(t, l.SaveDraft(e))
	}
	onlyDraft := entry(t, l, "only a draft", "2026-03-12")
	must(t, l.SaveDraft(onlyDraft))
	purge(t, l, gone.ID, gone.ID, onlyDraft.ID, 12345)
	l = again(t, l, cheap)
	for table, want := range map[vault.Table]int{vault.Overview: 1, vault.Details: 1, vault.Revision: 1, vault.Draft: 1} {
		if n := l.Vault().Len(table); n != want {
			t.Errorf("%v holds %d records, want %d", table, n, want)
		}
	}
	if _, ok := l.Overview(stays.ID); !ok {
		t.Error("the other one is gone too")
	}
}

// withItem gives a library with an entry, and the id of an item that stands for it.
func withItem(t *testing.T) (*Library, journal.Entry, journal.ID) {
	t.Helper()
	l := newLibrary(t)
	e := entry(t, l, "text", "2026-03-12")
	item, add := adding(t, l, e.ID)
	_, err := l.SaveEntry(e, true, add)
	must(t, err)
	return l, e, item
}

func TestLibrary_SaveEntry_with_the_board_is_one_step(t *testing.T) {
	l, e, item := withItem(t)
	l = again(t, l, cheap)
	if all := items(l); len(all) != 1 || all[0].ID != item {
		t.Errorf("items %+v", all)
	}
	refused := errors.New("no")
	e.Title = "changed"
	if _, err := l.SaveEntry(e, true, func(*supervision.Board) (supervision.Change, error) { return supervision.Change{}, refused }); !errors.Is(err, refused) {
		t.Errorf("refused by the board: %v", err)
	}
	if o, _ := l.Overview(e.ID); o.Title != "" || l.Vault().Len(vault.Revision) != 0 {
		t.Errorf("overview %+v, %d revisions", o, l.Vault().Len(vault.Revision))
	}
}

// A write that the file refuses must leave memory as it was: here every write
// fails, because the file is open for reading alone.
func TestLibrary_failed_write_changes_nothing(t *testing.T) {
	l, e, _ := withItem(t)
	must(t, l.SaveDraft(e))
	must(t, l.Save("settings", "before"))
	readOnly := cheap
	readOnly.ReadOnly = true
	l = again(t, l, readOnly)
	before := image(l)
	changed := e.Clone()
	changed.Title, changed.Date = "changed", "2020-01-01"
	_, more := adding(t, l, e.ID)
	for name, try := range map[string]func() error{
		"save":       func() error { _, err := l.SaveEntry(changed, true, nil); return err },
		"save, more": func() error { _, err := l.SaveEntry(changed, true, more); return err },
		"change":     func() error { _, err := l.Change(more); return err },
		"withdraw": func() error {
			_, err := l.Change(supervision.Withdraw(items(l)[0].ID))
			return err
		},
		"new entry": func() error { _, err := l.SaveEntry(entry(t, l, "new", "2026-03-12"), true, more); return err },
		"draft":     func() error { return l.SaveDraft(entry(t, l, "new", "2026-03-12")) },
		"discard":   func() error { return l.DropDraft(e.ID) },
		"purge":     func() error { _, err := l.Purge(ctx, e.ID); return err },
		"single":    func() error { return l.Save("settings", "after") },
		"new kind":  func() error { return l.Save("place", "here") },
		"share":     func() error { return l.PutSharedCopy(SharedCopy{ID: 99, Kind: "agenda", Format: "pdf"}) },
	} {
		if err := try(); !errors.Is(err, fault.Conflict) {
			t.Errorf("%s: %v, want conflict", name, err)
		}
		if after := image(l); after != before {
			t.Errorf("%s changed\n%s\nto\n%s", name, before, after)
		}
	}
}

// image says what the library holds in memory.
func image(l *Library) string {
	var settings, place string
	_ = l.Load("settings", &settings) // not there is an image too
	_ = l.Load("place", &place)
	return fmt.Sprint(l.Overviews(), l.Drafts(), items(l), l.SharedCopies(), settings, place)
}

func TestLibrary_Change_gives_what_undoes_it(t *testing.T) {
	l := newLibrary(t)
	_, add := adding(t, l, 7)
	c, err := l.Change(add)
	must(t, err)
	_, err = l.Change(c.Inverse().Op())
	must(t, err)
	if n := len(items(l)); n != 0 || l.Vault().Len(vault.Object) != 1 {
		t.Errorf("%d items, %d records, want the tombstone alone", n, l.Vault().Len(vault.Object))
	}
}

func TestLibrary_Save_keeps_one_of_a_kind(t *testing.T) {
	l := newLibrary(t)
	var number int
	if err := l.Load("settings", &number); !errors.Is(err, fault.NotFound) {
		t.Errorf("nothing yet: %v", err)
	}
	var saving sync.WaitGroup
	for i := range 8 {
		saving.Go(func() {
			if err := l.Save("settings", i); err != nil {
				t.Error(err)
			}
		})
	}
	saving.Wait()
	must(t, l.Save("settings", 41))
	l = again(t, l, cheap)
	must(t, l.Load("settings", &number))
	if number != 41 || l.Vault().Len(vault.Object) != 1 {
		t.Errorf("read %d from %d records", number, l.Vault().Len(vault.Object))
	}
	var wrong []string
	if err := l.Load("settings", &wrong); !errors.Is(err, fault.Damaged) {
		t.Errorf("another type: %v", err)
	}
}

func TestLibrary_SharedCopies_are_newest_first(t *testing.T) {
	l := newLibrary(t)
	for i := range 3 {
		id, err := l.NewID()
		must(t, err)
		must(t, l.PutSharedCopy(SharedCopy{ID: id, At: day.AddDate(0, 0, i), Kind: "agenda", Format: "pdf"}))
	}
	list := l.SharedCopies()
	list[0].Kind = "spoilt"
	for name, l := range map[string]*Library{"as it is": l, "opened again": again(t, l, cheap)} {
		got := l.SharedCopies()
		if len(got) != 3 || !got[0].At.After(got[1].At) || !got[1].At.After(got[2].At) || got[0].Kind != "agenda" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestLibrary_EachEntry_gives_all_and_stops_at_an_error(t *testing.T) {
	l := newLibrary(t)
	want := map[journal.ID]string{}
	for i := range 40 {
		e := entry(t, l, fmt.Sprint("text ", i), "2026-03-12")
		save(t, l, e)
		want[e.ID] = e.Text()
	}
	var mu sync.Mutex
	got := map[journal.ID]string{}
	must(t, l.EachEntry(ctx, func(e journal.Entry) error {
		mu.Lock()
		defer mu.Unlock()
		got[e.ID] = e.Text()
		return nil
	}))
	if !cmp.Equal(got, want) {
		t.Errorf("got %d entries, want %d", len(got), len(want))
	}
	enough := errors.New("enough")
	if err := l.EachEntry(ctx, func(journal.Entry) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("stopped with %v", err)
	}
}

// copiedWith gives a library with one entry, and a copy of it.
func copiedWith(t *testing.T, text string) (l *Library, e journal.Entry, copied *Library) {
	t.Helper()
	l = newLibrary(t)
	e = entry(t, l, text, "2026-03-12")
	save(t, l, e)
	return l, e, backedUp(t, l)
}

// What reads many records says in one way that it was stopped, whoever noticed first.
func TestLibrary_stopped_is_cancelled(t *testing.T) {
	l, e, copied := copiedWith(t, "text")
	stopped, stop := context.WithCancel(ctx)
	stop()
	for name, try := range map[string]func() error{
		"open":       func() error { _, err := Open(stopped, l.Vault()); return err },
		"each":       func() error { return l.EachEntry(stopped, func(journal.Entry) error { return nil }) },
		"each by fn": func() error { return l.EachEntry(ctx, func(journal.Entry) error { return stopped.Err() }) },
		"revisions":  func() error { _, err := l.Revisions(stopped, e.ID); return err },
		"purge":      func() error { _, err := l.Purge(stopped, e.ID); return err },
		"recover":    func() error { _, err := l.Recover(stopped, copied); return err },
		"adopt":      func() error { _, err := l.Adopt(stopped, copied, []journal.ID{e.ID}); return err },
	} {
		if err := try(); !errors.Is(err, fault.Cancelled) {
			t.Errorf("%s: %v of kind %v, want cancelled", name, err, fault.KindOf(err))
		}
	}
}

func TestDecodeEntry_refuses_what_encodeEntry_did_not_write(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := journal.New(journal.ID(rapid.Int64Min(1).Draw(t, "id")), journal.WhatNow, day)
		for i := range e.Sections {
			e.Sections[i].Text = string(rapid.SliceOf(rapid.Byte()).Draw(t, "text"))
		}
		body, err := encodeEntry(e, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := decodeEntry(body)
		if err != nil || !cmp.Equal(got, e, cmp.AllowUnexported(journal.Level{})) {
			t.Fatalf("%v: %s", err, cmp.Diff(e, got, cmp.AllowUnexported(journal.Level{})))
		}
		cut := rapid.IntRange(0, len(body)-1).Draw(t, "cut")
		if _, _, err := decodeEntry(body[:cut]); !errors.Is(err, fault.Damaged) {
			t.Fatalf("cut at %d of %d: %v", cut, len(body), err)
		}
		if _, _, err := decodeEntry(append(body, 'x')); !errors.Is(err, fault.Damaged) {
			t.Fatalf("lengthened: %v", err)
		}
	})
}

func FuzzDecodeEntry(f *testing.F) {
	body, err := encodeEntry(journal.New(1, journal.QuickNote, day), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Add([]byte("\x02{}"))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Add([]byte(`#{"sections":[{}],"lengths":[-1]}   `))
	f.Fuzz(func(t *testing.T, body []byte) {
		if _, _, err := decodeEntry(body); err != nil && !errors.Is(err, fault.Damaged) {
			t.Errorf("%v, want damaged", err)
		}
	})
}

func TestOpen_lists_entries_of_which_only_the_details_are_left(t *testing.T) {
	l := newLibrary(t)
	whole, left, purged := entry(t, l, "whole", "2026-03-09"), entry(t, l, "left over", "2026-03-10"), entry(t, l, "purged", "2026-03-11")
	for _, e := range []journal.Entry{whole, left, purged} {
		save(t, l, e)
	}
	path, rescued := l.Vault().Path(), filepath.Join(t.TempDir(), "rescued")
	must(t, l.Close())
	loseOverviews(t, path, left.ID, purged.ID)
	_, err := vault.Salvage(ctx, path, rescued, vault.Unlock{Passphrase: pass}, cheap, nil, nil)
	must(t, err)
	v, err := vault.Open(rescued, vault.Unlock{Passphrase: pass}, cheap)
	must(t, err)
	l = opened(t, v)
	if got, want := ids(l.Overviews()), []journal.ID{purged.ID, left.ID, whole.ID}; !slices.Equal(got, want) {
		t.Fatalf("listed %v, want %v", got, want)
	}
	back, err := l.Entry(left.ID)
	must(t, err)
	if back.Text() != "left over" {
		t.Errorf("the text is %q", back.Text())
	}
	save(t, l, back)
	purge(t, l, purged.ID)
	if l.Vault().Len(vault.Overview) != 2 || l.Vault().Len(vault.Details) != 2 {
		t.Errorf("%d overviews and %d details", l.Vault().Len(vault.Overview), l.Vault().Len(vault.Details))
	}
	if report, err := l.Vault().Verify(ctx, nil); err != nil || !report.Sound() || report.Orphans != 0 {
		t.Errorf("verified %+v, %v", report, err)
	}
}

// loseOverviews breaks a closed journal's file.
func loseOverviews(t *testing.T, path string, ids ...journal.ID) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	defer db.Close()
	for _, id := range ids {
		_, err := db.Exec("DELETE FROM "+vault.Overview.String()+" WHERE id = ?", int64(id))
		must(t, err)
	}
}

// Who lists entries while others are saved and purged gets those of one moment, and
// what it got stays as it was.
func TestLibrary_Listed_while_entries_change(t *testing.T) {
	l := newLibrary(t)
	first, gone := entry(t, l, "before", "2026-03-12"), entry(t, l, "before", "2026-03-11")
	save(t, l, first)
	save(t, l, gone)
	before := l.Overviews()
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for range 200 {
				if n := len(l.Overviews()); n != 1 && n != 2 {
					t.Errorf("%d listed", n)
				}
			}
		})
	}
	first.Sections[0].Text = "after"
	for range 20 {
		save(t, l, first)
	}
	purge(t, l, gone.ID)
	all.Wait()
	if len(before) != 2 || before[0].Excerpt != "before" || before[1].Excerpt != "before" {
		t.Errorf("a list changed in the hand: %+v", before)
	}
	if now := l.Overviews(); len(now) != 1 || now[0].Excerpt != "after" {
		t.Errorf("listed %+v", now)
	}
}
