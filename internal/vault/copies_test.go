package vault

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/vault/sqlfile"
)

// older gives a vault and a copy of it from before its last change.
func older(t *testing.T) (d *desk, v *Vault, copied string) {
	t.Helper()
	d, v = many(t, 20)
	copied = filepath.Join(t.TempDir(), "copy")
	must(t, v.Backup(context.Background(), copied, nil))
	put(t, v, Draft, 1, "changed since")
	return d, v, copied
}

func TestVault_OpenCopy_reads_without_a_secret(t *testing.T) {
	_, v, copied := older(t)
	c, err := v.OpenCopy(copied)
	must(t, err)
	wantContent(t, c, Draft, 1, "draft 1")
	wantKind(t, c.Update(func(tx *Tx) error { return tx.Put(Draft, 1, nil) }), fault.Conflict)
	if c.Mark() != v.Mark() || len(v.Mark()) != 8 {
		t.Errorf("marks %q and %q", c.Mark(), v.Mark())
	}
	must(t, c.Close())
	report, err := v.VerifyCopy(context.Background(), copied, nil)
	must(t, err)
	if !report.Sound() {
		t.Errorf("report %+v", report)
	}
	_, stranger := many(t, 2)
	_, err = stranger.OpenCopy(copied)
	wantKind(t, err, fault.CannotUnlock)
	_, err = v.Rotate(context.Background(), pass, nil)
	must(t, err)
	_, err = v.OpenCopy(copied)
	wantKind(t, err, fault.CannotUnlock)
}

func TestVault_RestoreCopy_keeps_the_present_file(t *testing.T) {
	d, v, copied := older(t)
	aside := filepath.Join(t.TempDir(), "aside")
	closed, err := v.RestoreCopy(context.Background(), copied, aside, nil)
	must(t, err)
	if !closed {
		t.Fatal("still open")
	}
	wantKind(t, v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, nil) }), fault.Locked)
	back := d.open(t) // the anchor asks no question
	wantContent(t, back, Draft, 1, "draft 1")
	other := *d
	other.path, other.options = aside, d.options.ofCopy()
	wantContent(t, other.open(t), Draft, 1, "changed since")
}

func TestVault_RestoreCopy_of_a_broken_one_touches_nothing(t *testing.T) {
	_, v, copied := older(t)
	raw := readAll(t, copied)
	aside := filepath.Join(t.TempDir(), "aside")
	for name, content := range map[string][]byte{"cut": raw[:len(raw)/2], "nothing": nil, "flipped": flipped(raw)} {
		must(t, os.WriteFile(copied, content, 0o600))
		closed, err := v.RestoreCopy(context.Background(), copied, aside, nil)
		if err == nil || closed {
			t.Errorf("%s: closed %v, %v", name, closed, err)
		}
	}
	must(t, os.WriteFile(copied, raw, 0o600))
	must(t, os.WriteFile(aside, nil, 0o600))
	_, err := v.RestoreCopy(context.Background(), copied, aside, nil)
	wantKind(t, err, fault.Conflict)
	wantContent(t, v, Draft, 1, "changed since")
	if left := files(t, filepath.Dir(v.Path())); len(left) > 3 { // the file, its journal and its lock
		t.Errorf("left behind: %v", left)
	}
}

// flipped changes a bit in the middle of every page.
func flipped(raw []byte) []byte {
	out := append([]byte(nil), raw...)
	for at := 2048; at < len(out); at += 4096 {
		out[at] ^= 1
	}
	return out
}

func TestRestore_in_place_of_a_lost_and_of_a_broken_file(t *testing.T) {
	d, v, copied := older(t)
	must(t, v.Close())
	u := Unlock{Passphrase: pass}
	aside := filepath.Join(t.TempDir(), "aside")
	must(t, os.Remove(d.path))
	must(t, Restore(context.Background(), copied, d.path, aside, u, d.options, nil))
	if _, err := os.Stat(aside); err == nil {
		t.Error("something was kept of a file that was lost")
	}
	must(t, os.WriteFile(d.path, []byte("broken"), 0o600))
	must(t, os.WriteFile(sqlfile.JournalOf(d.path), []byte("left by a crash"), 0o600))
	must(t, Restore(context.Background(), copied, d.path, aside, u, d.options, nil))
	if string(readAll(t, aside)) != "broken" || string(readAll(t, sqlfile.JournalOf(aside))) != "left by a crash" {
		t.Error("the broken file was not kept")
	}
	wantContent(t, d.open(t), Draft, 1, "draft 1")
	wantKind(t, Restore(context.Background(), copied, d.path, aside+"2", u, d.options, nil), fault.InUse)
}

// Without a folder for anchors none is written, here or anywhere.
func TestRestore_without_anchor(t *testing.T) {
	d, v, copied := older(t)
	must(t, v.Close())
	t.Chdir(t.TempDir())
	d.options.AnchorDir = ""
	must(t, Restore(context.Background(), copied, d.path, d.path+".aside", Unlock{Passphrase: pass}, d.options, nil))
	wantContent(t, d.open(t), Draft, 1, "draft 1")
	if left := files(t, "."); len(left) != 0 {
		t.Errorf("written to the working folder: %v", left)
	}
}
