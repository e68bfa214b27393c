package vault

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// cheap are the least parameters that a file may have.
var cheap = seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}

var (
	pass    = seal.NewSecret("four quiet herons")
	another = seal.NewSecret("five loud geese")
)

// place in which a test's vault lives: its own folder, and one for the anchor.
type desk struct {
	path    string
	options Options
	words   string
}

func newDesk(t testing.TB) *desk {
	dir := t.TempDir()
	return &desk{path: filepath.Join(dir, "home", "journal.aftershift"), options: Options{
		Params: cheap, AnchorDir: filepath.Join(dir, "anchor"),
	}}
}

func (d *desk) create(t testing.TB) *Vault {
	t.Helper()
	v, words, err := Create(d.path, pass, d.options)
	if err != nil {
		t.Fatal(err)
	}
	d.words = strings.Join(words, " ")
	t.Cleanup(func() { v.Close() })
	return v
}

func (d *desk) open(t testing.TB) *Vault {
	t.Helper()
	v, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantKind(t testing.TB, err error, kind fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != kind {
		t.Fatalf("error %v, want kind %v", err, kind)
	}
}

func put(t testing.TB, v *Vault, table Table, id ID, content string) {
	t.Helper()
	must(t, v.Update(func(tx *Tx) error { return tx.Put(table, id, []byte(content)) }))
}

func entry(t testing.TB, v *Vault, id ID, overview, details string) {
	t.Helper()
	must(t, v.Update(func(tx *Tx) error { return tx.PutEntry(id, []byte(overview), []byte(details)) }))
}

func wantContent(t testing.TB, v *Vault, table Table, id ID, want string) {
	t.Helper()
	got, err := v.Get(table, id)
	if err != nil || string(got) != want {
		t.Fatalf("%v %d holds %q (%v), want %q", table, id, got, err, want)
	}
}

func files(t testing.TB, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

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
	if v.Generation() != 4 || v.Rows() != 4 || v.Len(Revision) != 0 {
		t.Fatalf("generation %d, rows %d", v.Generation(), v.Rows())
	}
	report, err := v.Verify(context.Background(), nil)
	if err != nil || !report.Sound() || report.Intact != 4 {
		t.Fatalf("report %+v, %v", report, err)
	}
}

func TestVault_Update_error_changes_nothing(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	entry(t, v, 7, "overview", "details")
	stop := errors.New("stop")
	err := v.Update(func(tx *Tx) error {
		must(t, tx.Delete(Overview, 7))
		return stop
	})
	if err != stop {
		t.Fatalf("error %v, want fn's own", err)
	}
	wantContent(t, v, Details, 7, "details")
}

func TestVault_Rotate_then_salvage_and_backup(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	entry(t, v, 7, "overview", strings.Repeat("details ", 3000))
	ctx := context.Background()
	copied := filepath.Join(filepath.Dir(d.path), "copy")
	must(t, v.Backup(ctx, copied, nil))
	words, err := v.Rotate(ctx, pass, nil)
	must(t, err)
	wantContent(t, v, Overview, 7, "overview")
	put(t, v, Draft, 5, "after")
	must(t, v.Close())
	v = d.open(t)
	if !v.CheckRecoveryWords(strings.Join(words, ", ")) || v.CheckRecoveryWords(d.words) {
		t.Fatal("recovery words after rotation")
	}
	must(t, v.Close())
	to := filepath.Join(filepath.Dir(d.path), "saved")
	report, err := Salvage(ctx, d.path, to, Unlock{Passphrase: pass}, d.options, nil)
	must(t, err)
	if !report.Sound() || report.Intact != 3 {
		t.Fatalf("%+v", report)
	}
	a, _ := os.ReadFile(d.path)
	if bytes.Contains(a, []byte("details ")) {
		t.Fatal("content in clear")
	}
	t.Log(files(t, filepath.Dir(d.path)))
}
