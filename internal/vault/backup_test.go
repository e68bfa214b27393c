package vault

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

func TestVault_Backup_is_whole_and_private(t *testing.T) {
	d, v := many(t, 50)
	entry(t, v, 70, "overview", strings.Repeat("details ", 5000))
	copied := filepath.Join(t.TempDir(), "copy")
	var progress atomic.Int64
	must(t, v.Backup(context.Background(), copied, &progress))
	if progress.Load() != int64(v.Rows()) {
		t.Errorf("progress %d of %d", progress.Load(), v.Rows())
	}
	info, err := os.Stat(copied)
	if err != nil || info.Mode().Perm() != platform.PrivateFile {
		t.Errorf("%v (%v)", info.Mode(), err)
	}
	if got := files(t, filepath.Dir(copied)); len(got) != 1 {
		t.Errorf("beside the copy: %v", got)
	}
	put(t, v, Draft, 1, "changed since")
	other := *d
	other.path, other.options = copied, d.options.ofCopy()
	c, err := Open(copied, Unlock{Passphrase: pass}, other.options)
	must(t, err)
	wantContent(t, c, Draft, 1, "draft 1")
	wantContent(t, c, Details, 70, strings.Repeat("details ", 5000))
	wantSound(t, c, 52)
	must(t, c.Close())
	must(t, v.Backup(context.Background(), copied, nil)) // over the older one
	c = other.open(t)
	wantContent(t, c, Draft, 1, "changed since")
}

func TestVault_Backup_failure_keeps_the_previous(t *testing.T) {
	_, v := many(t, 50)
	copied := filepath.Join(t.TempDir(), "copy")
	must(t, v.Backup(context.Background(), copied, nil))
	before := readAll(t, copied)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	wantKind(t, v.Backup(ctx, copied, nil), fault.Cancelled)
	must(t, v.file.remove(Draft, 3)) // behind the manifest's back: the copy can't be sound
	wantKind(t, v.Backup(context.Background(), copied, nil), fault.Tampered)
	if string(readAll(t, copied)) != string(before) || len(files(t, filepath.Dir(copied))) != 1 {
		t.Error("the previous copy was touched, or something is left")
	}
}

func TestVault_Backup_refuses_places(t *testing.T) {
	_, v := many(t, 1)
	dir := t.TempDir()
	target := filepath.Join(dir, "target")
	must(t, os.WriteFile(target, []byte("precious"), 0o600))
	link := filepath.Join(dir, "link")
	must(t, os.Symlink(target, link))
	wantKind(t, v.Backup(context.Background(), link, nil), fault.Permission)
	wantKind(t, v.Backup(context.Background(), filepath.Join(dir, "no", "copy"), nil), fault.NotFound)
	if string(readAll(t, target)) != "precious" {
		t.Error("target touched")
	}
}

// meanwhile does something over and over until stop is called, which waits for the last.
func meanwhile(do func(i int)) (stop func()) {
	done := make(chan struct{})
	var doing sync.WaitGroup
	doing.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-done:
				return
			default:
				do(i)
			}
		}
	})
	return func() { close(done); doing.Wait() }
}

// Saving goes on while a copy is made, and each copy is a state that was.
func TestVault_Backup_beside_updates(t *testing.T) {
	d, v := many(t, 600)
	stop := meanwhile(func(i int) {
		must(t, v.Update(func(tx *Tx) error {
			return firstError(tx.Put(Object, 1, fmt.Append(nil, i)), tx.Put(Object, 2, fmt.Append(nil, i)))
		}))
	})
	for i := range 5 {
		other := *d
		other.path, other.options = filepath.Join(filepath.Dir(d.path), fmt.Sprint("copy", i)), d.options.ofCopy()
		must(t, v.Backup(context.Background(), other.path, nil))
		c := other.open(t)
		one, _ := c.Get(Object, 1)
		two, _ := c.Get(Object, 2)
		if string(one) != string(two) {
			t.Errorf("half a change: %s and %s", one, two)
		}
		must(t, c.Close())
	}
	stop()
	wantSound(t, v, 602)
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestVault_Backup_closed_meanwhile(t *testing.T) {
	_, v := many(t, 10)
	to, err := os.CreateTemp(t.TempDir(), "")
	must(t, err)
	must(t, to.Close())
	f, err := openFile(to.Name(), 0)
	must(t, err)
	defer f.Close()
	pages, err := v.startCopy(f)
	must(t, err)
	must(t, v.Close())
	_, err = v.copySome(pages)
	wantKind(t, err, fault.Locked)
	must(t, pages.Close())
}

func TestVerifyFile_reports(t *testing.T) {
	d, v := many(t, 10)
	entry(t, v, 20, "overview", "details")
	must(t, v.Close())
	verify := func() (Report, error) {
		return VerifyFile(context.Background(), d.path, Unlock{Passphrase: pass}, d.options, nil)
	}
	report, err := verify()
	if err != nil || !report.Sound() || report.Intact != 12 {
		t.Errorf("%+v (%v)", report, err)
	}
	_, err = VerifyFile(context.Background(), d.path, Unlock{Passphrase: another}, d.options, nil)
	wantKind(t, err, fault.CannotUnlock)
	edit(t, d.path, func(f *file) {
		must(t, f.remove(Draft, 1))
		must(t, f.remove(Overview, 20))
		blob := blobAt(t, f, Draft, 2)
		blob[30] ^= 1
		must(t, f.put(sealedRow{Draft, 2, blob}))
	})
	report, err = verify()
	if want := (Report{Intact: 9, Damaged: 1, Missing: 2, Orphans: 1}); err != nil || report != want {
		t.Errorf("%+v (%v), want %+v", report, err, want)
	}
	if kind := fault.KindOf(report.Fault()); kind != fault.Damaged {
		t.Errorf("fault %v", kind)
	}
}

func TestVerifyFile_finds_stale_details(t *testing.T) {
	s := newStory(t)
	edit(t, s.path, func(f *file) { s.replay(t, f, Details, 1) })
	report, err := verifyFile(context.Background(), s.path, s.options, nil, s.unlock)
	if want := (Report{Intact: 8, Stale: 1}); err != nil || report != want {
		t.Errorf("%+v (%v), want %+v", report, err, want)
	}
	if kind := fault.KindOf(report.Fault()); kind != fault.Tampered {
		t.Errorf("fault %v", kind)
	}
}
