package vault

import (
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

// desk is where a test's vault lives: its own folder, and one for the anchor.
type desk struct {
	path    string
	options Options
	words   string
	key     seal.Key
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
	d.words, d.key = strings.Join(words, " "), v.keys.vault
	t.Cleanup(func() { v.Close() })
	return v
}

// unlock gives the key at hand, for tests that are not about secrets.
func (d *desk) unlock(slots, header) (seal.Key, error) { return d.key, nil }

func (d *desk) open(t testing.TB) *Vault {
	t.Helper()
	v, err := open(d.path, d.options, d.unlock)
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

// edit changes a vault's file at rest as somebody without a key could.
func edit(t testing.TB, path string, change func(*file)) {
	t.Helper()
	f, err := openFile(path, 0)
	must(t, err)
	closed := false
	defer func() {
		if !closed {
			_ = f.Close()
		}
	}()
	change(f)
	closed = true
	must(t, f.Close())
}

func blobAt(t testing.TB, f *file, table Table, id ID) []byte {
	t.Helper()
	blob, err := f.Value("SELECT blob FROM "+table.String()+" WHERE id = ?", id)
	must(t, err)
	return blob.([]byte)
}
