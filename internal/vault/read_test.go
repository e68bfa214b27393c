package vault

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"aftershift/internal/fault"
)

// many gives a vault with n drafts whose contents name their ids.
func many(t testing.TB, n int) (*desk, *Vault) {
	d := newDesk(t)
	v := d.create(t)
	must(t, v.Update(func(tx *Tx) error {
		for id := ID(1); id <= ID(n); id++ {
			must(t, tx.Put(Draft, id, fmt.Appendf(nil, "draft %d", id)))
		}
		return nil
	}))
	return d, v
}

func TestVault_Each_in_order_with_content(t *testing.T) {
	for _, n := range []int{0, 1, batchRows, batchRows + 1, 3*batchRows - 1} {
		_, v := many(t, n)
		next := ID(1)
		must(t, v.Each(context.Background(), Draft, func(id ID, content []byte) error {
			if id != next || string(content) != fmt.Sprintf("draft %d", id) {
				t.Fatalf("draft %d is %q, want %d", id, content, next)
			}
			next++
			return nil
		}))
		if next != ID(n+1) {
			t.Fatalf("%d of %d", next-1, n)
		}
	}
}

func TestVault_Each_large_records_come_in_small_batches(t *testing.T) {
	v := newDesk(t).create(t)
	big := strings.Repeat("x", batchBytes/2)
	for id := ID(1); id <= 5; id++ {
		put(t, v, Object, id, big)
	}
	rows, err := v.file.batch(Object, 0)
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows in a batch (%v)", len(rows), err)
	}
	n := 0
	must(t, v.Each(context.Background(), Object, func(_ ID, content []byte) error { n += len(content); return nil }))
	if n != 5*len(big) {
		t.Fatalf("%d bytes", n)
	}
}

func TestVault_Each_stops(t *testing.T) {
	defer goleak.VerifyNone(t)
	_, v := many(t, 3*batchRows)
	stop := errors.New("stop")
	if err := v.Each(context.Background(), Draft, func(id ID, _ []byte) error { return stop }); err != stop {
		t.Errorf("fn's error became %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	wantKind(t, v.Each(ctx, Draft, func(ID, []byte) error {
		if n++; n == 10 {
			cancel()
		}
		return nil
	}), fault.Cancelled)
	if n != 10 {
		t.Errorf("%d calls after the end", n-10)
	}
	wantKind(t, v.Each(ctx, Draft, func(ID, []byte) error { t.Error("called"); return nil }), fault.Cancelled)
	wantKind(t, v.Each(context.Background(), 0, nil), fault.Invalid)
}

func TestVault_Each_may_call_the_vault(t *testing.T) {
	_, v := many(t, batchRows+10)
	must(t, v.Each(context.Background(), Draft, func(id ID, content []byte) error {
		wantContent(t, v, Draft, id, string(content))
		if id%200 == 0 {
			put(t, v, Object, id, "while listing")
		}
		return nil
	}))
	if v.Len(Object) != 2 {
		t.Errorf("%d objects", v.Len(Object))
	}
}

// Readers never see half a change, and never call a changed record damaged.
func TestVault_Each_beside_updates(t *testing.T) {
	_, v := many(t, 2*batchRows)
	stop := meanwhile(func(i int) { put(t, v, Draft, ID(i%(2*batchRows)+1), "changed") })
	for range 20 {
		n := 0
		must(t, v.Each(context.Background(), Draft, func(ID, []byte) error { n++; return nil }))
		if n != 2*batchRows {
			t.Errorf("%d records", n)
		}
	}
	stop()
}

func TestVault_Get_missing(t *testing.T) {
	_, v := many(t, 1)
	for _, p := range []place{{Draft, 2}, {Object, 1}, {0, 1}, {9, 1}, {Draft, -1}} {
		_, err := v.Get(p.table, p.id)
		wantKind(t, err, fault.NotFound)
	}
}

func TestVault_damaged_record_is_named_and_the_rest_shown(t *testing.T) {
	d, v := many(t, 20)
	must(t, v.Close())
	edit(t, d.path, func(f *file) {
		blob := blobAt(t, f, Draft, 7)
		blob[recordHead] ^= 1 // ciphertext: nonce and tag are what the manifest knows
		must(t, f.put(sealedRow{Draft, 7, blob}))
	})
	v = d.open(t)
	_, err := v.Get(Draft, 7)
	wantKind(t, err, fault.Damaged)
	n := 0
	err = v.Each(context.Background(), Draft, func(ID, []byte) error { n++; return nil })
	wantKind(t, err, fault.Damaged)
	var bad *Unreadable
	if n != 19 || !errors.As(err, &bad) || bad.Table != Draft || len(bad.IDs) != 1 || bad.IDs[0] != 7 {
		t.Errorf("%d shown, %v", n, err)
	}
	if !strings.Contains(err.Error(), "1 unreadable in draft") {
		t.Errorf("message %q", err)
	}
	report, err := v.Verify(context.Background(), nil)
	must(t, err)
	if report.Intact != 19 || report.Damaged != 1 || report.Sound() || fault.KindOf(report.Fault()) != fault.Damaged {
		t.Errorf("report %+v", report)
	}
	_, err = v.Rotate(context.Background(), pass, nil)
	wantKind(t, err, fault.Damaged)
	must(t, v.Backup(context.Background(), d.path+".copy", nil)) // as it stands
	copied := blobAt(t, v.file, Draft, 7)
	edit(t, d.path+".copy", func(f *file) {
		if !bytes.Equal(blobAt(t, f, Draft, 7), copied) {
			t.Error("the damaged record differs in the copy")
		}
	})
	wantContent(t, v, Draft, 8, "draft 8")
}

func TestVault_row_changed_behind_the_back(t *testing.T) {
	_, v := many(t, 3)
	old := blobAt(t, v.file, Draft, 2)
	put(t, v, Draft, 2, "newer")
	must(t, v.file.put(sealedRow{Draft, 2, old}))
	_, err := v.Get(Draft, 2)
	wantKind(t, err, fault.Tampered)
	wantKind(t, v.Each(context.Background(), Draft, func(ID, []byte) error { return nil }), fault.Damaged)
	report, err := v.Verify(context.Background(), nil)
	must(t, err)
	if report.Intact != 3 || report.Complete || fault.KindOf(report.Fault()) != fault.Tampered {
		t.Errorf("report %+v", report)
	}
	for _, stump := range []string{"", "x", strings.Repeat("x", recordLeast-1)} {
		must(t, v.file.put(sealedRow{Draft, 2, []byte(stump)}))
		_, err = v.Get(Draft, 2)
		wantKind(t, err, fault.Tampered)
	}
}
