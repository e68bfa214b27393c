package vault

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/vault/anchor"
)

func TestVault_Rotate_seals_all_anew(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	entry(t, v, 7, "overview", "details")
	old := readAll(t, d.path)
	oldKey := v.keys.vault
	var progress atomic.Int64
	words, err := v.Rotate(context.Background(), pass, &progress)
	must(t, err)
	if progress.Load() != 3 || v.Generation() != 4 || v.keys.vault.Equal(oldKey) || v.header.epoch != 2 {
		t.Errorf("progress %d, generation %d, epoch %d", progress.Load(), v.Generation(), v.header.epoch)
	}
	entry(t, v, 8, "more", "after") // the vault goes on
	wantSound(t, v, 5)
	must(t, v.Close())
	if got := files(t, filepath.Dir(d.path)); len(got) != 1 {
		t.Errorf("left: %v", got)
	}
	wantShut(t, d, Unlock{Words: d.words})
	wantOpens(t, d, Unlock{Words: strings.Join(words, " ")})
	wantOpens(t, d, Unlock{Passphrase: pass})
	_, err = open(d.path, d.options, d.unlock) // the leaked key
	wantKind(t, err, fault.Damaged)
	// the file from before the leak was mended is not taken back
	must(t, os.WriteFile(d.path, old, 0o600))
	_, err = Open(d.path, Unlock{Passphrase: pass}, d.options)
	wantKind(t, err, fault.Tampered)
	for _, row := range []string{"overview", "details", "draft"} {
		if bytes.Contains(old, []byte(row+" ")) {
			t.Errorf("%q stands in clear", row)
		}
	}
}

func TestVault_Rotate_refused_changes_nothing(t *testing.T) {
	d, v := many(t, 30)
	before := readAll(t, d.path)
	_, err := v.Rotate(context.Background(), another, nil)
	wantKind(t, err, fault.CannotUnlock)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = v.Rotate(ctx, pass, nil)
	wantKind(t, err, fault.Cancelled)
	if !bytes.Equal(before, readAll(t, d.path)) {
		t.Error("the file was touched")
	}
	wantSound(t, v, 30)
	put(t, v, Draft, 1, "goes on")
	must(t, v.Close())
	if got := files(t, filepath.Dir(d.path)); len(got) != 1 {
		t.Errorf("left: %v", got)
	}
}

// A crash before or after the new file takes its name leaves a vault that opens
// with exactly one of the keys, and raises no question.
func TestVault_Rotate_crash_on_either_side_of_the_rename(t *testing.T) {
	for _, renamed := range []bool{false, true} {
		d, v := many(t, 5)
		succession, _, err := v.successor(pass)
		must(t, err)
		succession.rows = func(put func(sealedRow) error) error {
			return v.resealAll(context.Background(), succession, put, nil)
		}
		next, err := build(v.path, succession)
		must(t, err)
		must(t, v.anchorBoth(next.state, succession.keys))
		must(t, v.file.Close())
		if renamed {
			must(t, next.file.Commit())
		}
		v.lock.Release() // the process ends here
		v.file = nil
		v, err = Open(d.path, Unlock{Passphrase: pass}, d.options)
		must(t, err)
		if v.keys.vault.Equal(succession.keys.vault) != renamed {
			t.Errorf("renamed %v, but the other key", renamed)
		}
		wantSound(t, v, 5)
		must(t, v.Close())
		if size := len(readAll(t, d.anchorFile(t))); size != anchor.Size {
			t.Errorf("anchor of %d bytes after opening", size)
		}
	}
}

// vanishing builds the file that takes the place of v's, which is gone before it does.
func vanishing(t *testing.T, v *Vault) (built, keys) {
	t.Helper()
	succession, _, err := v.successor(pass)
	must(t, err)
	succession.rows = func(put func(sealedRow) error) error {
		return v.resealAll(context.Background(), succession, put, nil)
	}
	next, err := build(v.path, succession)
	must(t, err)
	must(t, os.Remove(next.file.TempPath()))
	return next, succession.keys
}

// Where the new file can't take its name the old one goes on.
func TestVault_Rotate_rename_fails(t *testing.T) {
	d, v := many(t, 5)
	next, keys := vanishing(t, v)
	if replaced, err := v.replaceBy(next, keys); err == nil || replaced {
		t.Fatal("replaced by nothing")
	}
	wantSound(t, v, 5)
	put(t, v, Draft, 1, "goes on")
	must(t, v.Close())
	wantContent(t, d.open(t), Draft, 1, "goes on")
}

// Where even the old file is gone the vault closes.
func TestVault_Rotate_file_vanishes(t *testing.T) {
	_, v := many(t, 5)
	next, keys := vanishing(t, v)
	must(t, os.Remove(v.path))
	if tell, err := v.replaceBy(next, keys); err == nil || !tell {
		t.Fatal("replaced by nothing, or the words kept back")
	}
	wantKind(t, v.Update(func(*Tx) error { return nil }), fault.Locked)
	must(t, v.Close())
	lock, err := platform.Lock(lockOf(v.path))
	must(t, err)
	must(t, lock.Release())
}

func TestVault_Rotate_epoch_wraps(t *testing.T) {
	_, v := many(t, 1)
	v.header.epoch = 255
	d, _, err := v.successor(pass)
	if err != nil || d.header.epoch != 1 {
		t.Errorf("epoch %d (%v)", d.header.epoch, err)
	}
}

// Reading goes on while the key changes.
func TestVault_Rotate_beside_readers(t *testing.T) {
	_, v := many(t, 600)
	done := make(chan struct{})
	var reader sync.WaitGroup
	reader.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			n := 0
			if err := v.Each(context.Background(), Draft, func(ID, []byte) error { n++; return nil }); err != nil || n != 600 {
				t.Errorf("%d records (%v)", n, err)
				return
			}
		}
	})
	for range 3 {
		_, err := v.Rotate(context.Background(), pass, nil)
		must(t, err)
	}
	close(done)
	reader.Wait()
}
