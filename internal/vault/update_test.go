package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

func TestVault_Update_survives_reopening(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	entry(t, v, 7, "overview", "details")
	put(t, v, Draft, 9, "draft")
	put(t, v, Object, 1, "")
	must(t, v.Close())
	must(t, v.Close())
	if got := files(t, filepath.Dir(d.path)); len(got) != 1 {
		t.Fatalf("at rest there are %v, want one file", got)
	}
	v = d.open(t)
	wantContent(t, v, Overview, 7, "overview")
	wantContent(t, v, Details, 7, "details")
	wantContent(t, v, Draft, 9, "draft")
	wantContent(t, v, Object, 1, "")
	if v.Generation() != 4 || v.Rows() != 4 || v.Len(Revision) != 0 || v.Len(9) != 0 || v.Path() != d.path {
		t.Fatalf("generation %d, rows %d", v.Generation(), v.Rows())
	}
	wantSound(t, v, 4)
}

func wantSound(t testing.TB, v *Vault, rows int) {
	t.Helper()
	report, err := v.Verify(context.Background(), nil)
	if err != nil || !report.Sound() || report.Intact != rows || report.Orphans != 0 || report.Fault() != nil {
		t.Fatalf("report %+v, %v", report, err)
	}
}

func TestVault_Update_error_changes_nothing(t *testing.T) {
	v := newDesk(t).create(t)
	entry(t, v, 7, "overview", "details")
	stop := errors.New("stop")
	err := v.Update(func(tx *Tx) error {
		must(t, tx.Delete(Overview, 7))
		return stop
	})
	if err != stop || v.Generation() != 2 {
		t.Fatalf("error %v, want fn's own", err)
	}
	wantContent(t, v, Details, 7, "details")
}

func TestVault_Update_without_changes_writes_nothing(t *testing.T) {
	v := newDesk(t).create(t)
	must(t, v.Update(func(*Tx) error { return nil }))
	if v.Generation() != 1 {
		t.Fatalf("generation %d", v.Generation())
	}
}

// Whatever order they are touched in, an overview vouches for the details that
// stand beside it, and Verify finds nothing stale.
func TestTx_overview_vouches_for_details(t *testing.T) {
	for name, change := range map[string]func(tx *Tx) error{
		"both":           func(tx *Tx) error { return tx.PutEntry(7, []byte("o"), []byte("d")) },
		"overview first": func(tx *Tx) error { return errors.Join(tx.Put(Overview, 7, nil), tx.Put(Details, 7, nil)) },
		"overview alone": func(tx *Tx) error { return tx.Put(Overview, 7, []byte("o")) },
		"details alone":  func(tx *Tx) error { return tx.Put(Details, 7, []byte("d")) },
		"details gone":   func(tx *Tx) error { return tx.Delete(Details, 7) },
		"both gone":      func(tx *Tx) error { return tx.Delete(Overview, 7) },
		"gone and back": func(tx *Tx) error {
			return errors.Join(tx.Delete(Overview, 7), tx.PutEntry(7, []byte("o"), []byte("d")))
		},
		"each gone":     func(tx *Tx) error { return errors.Join(tx.Delete(Details, 7), tx.Delete(Overview, 7)) },
		"nothing of it": func(tx *Tx) error { return tx.Delete(Details, 99) },
	} {
		t.Run(name, func(t *testing.T) {
			v := newDesk(t).create(t)
			entry(t, v, 7, "overview", "details")
			must(t, v.Update(change))
			wantSound(t, v, v.Rows())
		})
	}
}

func TestTx_details_need_an_overview(t *testing.T) {
	v := newDesk(t).create(t)
	wantKind(t, v.Update(func(tx *Tx) error { return tx.Put(Details, 7, nil) }), fault.Invalid)
	entry(t, v, 7, "overview", "details")
	wantKind(t, v.Update(func(tx *Tx) error {
		return errors.Join(tx.Delete(Overview, 7), tx.Put(Details, 7, []byte("alone")))
	}), fault.Invalid)
	wantContent(t, v, Details, 7, "details")
}

func TestTx_Put_Delete_refuse(t *testing.T) {
	v := newDesk(t).create(t)
	huge := make([]byte, MaxRecord+1)
	for name, change := range map[string]func(tx *Tx) error{
		"no table":       func(tx *Tx) error { return tx.Put(0, 7, nil) },
		"unknown table":  func(tx *Tx) error { return tx.Put(6, 7, nil) },
		"no id":          func(tx *Tx) error { return tx.Put(Draft, 0, nil) },
		"negative id":    func(tx *Tx) error { return tx.PutEntry(-1, nil, nil) },
		"huge":           func(tx *Tx) error { return tx.Put(Draft, 7, huge) },
		"delete nowhere": func(tx *Tx) error { return tx.Delete(77, 7) },
	} {
		err := v.Update(change)
		if fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if v.Rows() != 0 {
		t.Error("something was put")
	}
}

func TestTx_Get_shows_what_was_put(t *testing.T) {
	v := newDesk(t).create(t)
	put(t, v, Draft, 1, "old")
	put(t, v, Draft, 2, "gone")
	must(t, v.Update(func(tx *Tx) error {
		content := []byte("new")
		must(t, tx.Put(Draft, 1, content))
		content[0] = 'X' // the caller's bytes are his own
		must(t, tx.Delete(Draft, 2))
		got, err := tx.Get(Draft, 1)
		if err != nil || string(got) != "new" {
			t.Errorf("put shows as %q (%v)", got, err)
		}
		_, err = tx.Get(Draft, 2)
		wantKind(t, err, fault.NotFound)
		wantContent(t, v, Draft, 1, "old") // nobody else sees it yet
		wantContent(t, v, Draft, 2, "gone")
		return nil
	}))
	wantContent(t, v, Draft, 1, "new")
}

func TestVault_Update_closed_or_read_only(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	must(t, v.Close())
	nothing := func(*Tx) error { return nil }
	wantKind(t, v.Update(nothing), fault.Locked)
	_, err := v.Get(Draft, 1)
	wantKind(t, err, fault.Locked)
	wantKind(t, v.Each(context.Background(), Draft, nil), fault.Locked)
	wantKind(t, v.Backup(context.Background(), d.path+"2", nil), fault.Locked)
	_, err = v.Verify(context.Background(), nil)
	wantKind(t, err, fault.Locked)
	_, err = v.Rotate(context.Background(), pass, nil)
	wantKind(t, err, fault.Locked)
	wantKind(t, v.ChangePassphrase(pass, another), fault.Locked)
	wantKind(t, v.CheckPassphrase(pass), fault.Locked)
	if v.CheckRecoveryWords(d.words) {
		t.Error("words checked on a closed vault")
	}
	d.options.ReadOnly = true
	v = d.open(t)
	wantKind(t, v.Update(nothing), fault.Conflict)
	wantContent(t, v, Draft, 1, "draft")
}

// Contents that trip other programs come back byte by byte.
func TestVault_Get_any_bytes(t *testing.T) {
	v := newDesk(t).create(t)
	for i, content := range []string{
		"", "\x00", "\x00\x00\x00\x00", "\xff\xfe invalid", "'; DROP TABLE vault; --", "\u202eright to left\u202c",
		"👩🏽‍⚕️👨‍👩‍👧", "NEAR/2 AND \"", strings.Repeat("x", 252), strings.Repeat("x", 10<<20),
	} {
		id := ID(i + 1)
		short := content[:min(len(content), Overview.most())]
		entry(t, v, id, short, content)
		put(t, v, Revision, id, content)
		for table, want := range map[Table]string{Overview: short, Details: content, Revision: content} {
			wantContent(t, v, table, id, want)
		}
	}
	wantSound(t, v, 30)
	trials(t, v.Rows(), "records of odd bytes")
}

func TestVault_NewID_free_and_positive(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	seen := map[ID]bool{}
	for range 1000 {
		id, err := v.NewID()
		if err != nil || id <= 0 || seen[id] {
			t.Fatalf("id %d (%v)", id, err)
		}
		seen[id] = true
	}
	// zero and a taken id are drawn again
	put(t, v, Object, 3, "")
	v.options.Rand = strings.NewReader("\x00\x00\x00\x00\x00\x00\x00\x01" + "\x00\x00\x00\x00\x00\x00\x00\x06" + "\x80\x00\x00\x00\x00\x00\x00\x08")
	if id, err := v.NewID(); err != nil || id != 1<<62+4 {
		t.Errorf("id %d (%v)", id, err)
	}
	_, err := v.NewID()
	wantKind(t, err, fault.Internal)
}

func TestVault_Update_full_disk_then_space(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	entry(t, v, 7, "overview", "details")
	pages, err := v.file.Value("PRAGMA page_count")
	must(t, err)
	must(t, v.file.Exec(fmt.Sprintf("PRAGMA max_page_count=%d", pages)))
	long := []byte(strings.Repeat("long ", 5000))
	wantKind(t, v.Update(func(tx *Tx) error { return tx.PutEntry(7, []byte("new"), long) }), fault.DiskFull)
	wantContent(t, v, Details, 7, "details")
	wantContent(t, v, Overview, 7, "overview")
	wantSound(t, v, 2)
	must(t, v.file.Exec("PRAGMA max_page_count=1000000"))
	entry(t, v, 7, "new", string(long))
	must(t, v.Close())
	wantContent(t, d.open(t), Details, 7, string(long))
}

func TestVault_Update_lost_file_closes(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	must(t, v.file.Drop())
	if err := v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, []byte("new")) }); err == nil {
		t.Fatal("saved into nothing")
	}
	wantKind(t, v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, nil) }), fault.Locked)
	wantContent(t, d.open(t), Draft, 1, "draft")
}

func TestVault_Update_dry_source(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	must(t, v.Close())
	d.options.Rand = strings.NewReader(strings.Repeat("n", 24)) // one nonce, none for the manifest
	v = d.open(t)
	wantKind(t, v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, nil) }), fault.Internal)
	wantKind(t, v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, nil) }), fault.Internal)
	wantContent(t, v, Draft, 1, "draft")
	wantSound(t, v, 1)
}

// A vault does what a map does, over any course of changes, failures and
// reopenings.
func TestVault_like_a_map(t *testing.T) {
	first := newDesk(t)
	must(t, first.create(t).Close())
	empty := readAll(t, first.path)
	courses := 0
	rapid.Check(t, func(rt *rapid.T) {
		courses++
		d := newDesk(t) // its own folder and anchor, the same key
		d.key = first.key
		must(t, os.MkdirAll(filepath.Dir(d.path), 0o700))
		must(t, os.WriteFile(d.path, empty, 0o600))
		v := d.open(t)
		defer func() { v.Close() }()
		model := map[place]string{}
		for range rapid.IntRange(1, 12).Draw(rt, "updates") {
			model = step(t, rt, v, model)
			if rapid.IntRange(0, 3).Draw(rt, "reopen") == 0 {
				must(t, v.Close())
				v = d.open(t)
			}
		}
		if v.Rows() != len(model) {
			rt.Fatalf("%d rows, want %d", v.Rows(), len(model))
		}
		for p, content := range model {
			wantContent(t, v, p.table, p.id, content)
		}
		wantSound(t, v, len(model))
	})
	trials(t, courses, "courses of changes, failures and reopenings")
}

// step makes one Update and gives the model after it.
func step(t *testing.T, rt *rapid.T, v *Vault, model map[place]string) map[place]string {
	next := map[place]string{}
	for p, content := range model {
		next[p] = content
	}
	cancel := rapid.IntRange(0, 4).Draw(rt, "cancel") == 0
	stop := errors.New("stop")
	err := v.Update(func(tx *Tx) error {
		for range rapid.IntRange(0, 6).Draw(rt, "changes") {
			changeOne(t, rt, tx, next)
		}
		if cancel {
			return stop
		}
		return nil
	})
	if cancel {
		if err != stop {
			rt.Fatalf("cancelled update gives %v", err)
		}
		return model
	}
	must(t, err)
	return next
}

func changeOne(t *testing.T, rt *rapid.T, tx *Tx, model map[place]string) {
	p := place{rapid.SampledFrom([]Table{Overview, Draft, Revision, Object}).Draw(rt, "table"), rapid.Int64Range(1, 6).Draw(rt, "id")}
	content := rapid.String().Draw(rt, "content")
	below := place{Details, p.id}
	switch rapid.IntRange(0, 2).Draw(rt, "what") {
	case 0:
		must(t, tx.Delete(p.table, p.id))
		delete(model, p)
		if p.table == Overview {
			delete(model, below)
		}
	case 1:
		must(t, tx.Put(p.table, p.id, []byte(content)))
		model[p] = content
	case 2:
		must(t, tx.PutEntry(p.id, []byte(content), []byte(content+content)))
		model[place{Overview, p.id}], model[below] = content, content+content
	}
}

// What an Update takes can be opened again.
func TestTx_Put_longest_overview(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	most := Overview.most()
	wantKind(t, v.Update(func(tx *Tx) error { return tx.Put(Overview, 7, make([]byte, most+1)) }), fault.Invalid)
	put(t, v, Overview, 7, string(make([]byte, most)))
	must(t, v.Close())
	v = d.open(t)
	wantSound(t, v, 1)
	must(t, v.Close())
}

// Taking away what no record can be changes nothing, and nothing is the worse for it.
func TestTx_Delete_no_record(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	must(t, v.Update(func(tx *Tx) error {
		for _, id := range []ID{-1 << 63, -5, 0, 1 << 62} {
			if err := tx.Delete(Draft, id); err != nil {
				return err
			}
		}
		return tx.Put(Draft, 2, []byte("another"))
	}))
	must(t, v.Close())
	v = d.open(t)
	wantSound(t, v, 2)
	must(t, v.Close())
}

// A row of zeros that somebody planted is a damaged record like any other: once the
// holder has saved beside it, it is told of and keeps nobody from backing up.
func TestVerify_a_row_of_zeros(t *testing.T) {
	d, v := many(t, 3)
	must(t, v.Close())
	edit(t, d.path, func(f *file) { must(t, f.put(sealedRow{Object, 77, make([]byte, 600)})) })
	d.options.AsFound = true
	v = d.open(t)
	put(t, v, Draft, 99, "saved")
	report, err := v.Verify(context.Background(), nil)
	if err != nil || !report.Complete || report.Damaged != 1 {
		t.Errorf("%+v, %v", report, err)
	}
	must(t, v.Backup(context.Background(), filepath.Join(t.TempDir(), "backup"), nil))
	must(t, v.Close())
}
