package vault

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"aftershift/internal/fault"
)

func (d *desk) backedUp(t *testing.T, v *Vault) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "copy")
	must(t, v.Backup(context.Background(), path, nil))
	return path
}

func wantStand(t *testing.T, v *Vault, path string, want Stand) {
	t.Helper()
	if got, err := v.Peek(path); err != nil || got != want {
		t.Errorf("the copy stands at %+v (%v), want %+v", got, err, want)
	}
}

func TestVault_Peek_where_a_copy_stands(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "one")
	first := d.backedUp(t, v)
	begun := v.Generation()
	wantStand(t, v, first, Stand{Generation: begun, Same: true})
	put(t, v, Draft, 1, "two")
	wantStand(t, v, first, Stand{Generation: begun})
	second := d.backedUp(t, v)
	must(t, v.Close())

	must(t, os.WriteFile(d.path, readAll(t, first), 0o600)) // an older file put back
	back := *d
	back.options.Restored = true
	v = back.open(t)
	s, err := v.Peek(second)
	must(t, err)
	if s.Same || !s.Ahead(begun) || s.Ahead(s.Generation+1) {
		t.Errorf("the newer copy stands at %+v, and the vault at %d", s, v.Generation())
	}

	second = d.backedUp(t, v)
	_, err = v.Rotate(context.Background(), pass, nil)
	must(t, err)
	wantStand(t, v, second, Stand{Earlier: true})
	if (Stand{Generation: 1 << 40, Earlier: true}).Ahead(1) {
		t.Error("a copy of which nothing is known counts as ahead")
	}
}

func TestVault_Peek_refuses_what_is_no_copy(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "one")
	other := newDesk(t)
	foreign := other.backedUp(t, other.create(t))
	whole := readAll(t, d.backedUp(t, v))
	broken := filepath.Join(t.TempDir(), "broken")
	for _, c := range []struct {
		path  string
		bytes []byte
		kind  fault.Kind
	}{
		{foreign, nil, fault.CannotUnlock},
		{filepath.Join(t.TempDir(), "none"), nil, fault.NotFound},
		{t.TempDir(), nil, fault.Permission},
		{broken, []byte("a letter"), fault.Invalid},
		{broken, whole[:len(whole)/2], fault.Damaged},
	} {
		if c.bytes != nil {
			must(t, os.WriteFile(c.path, c.bytes, 0o600))
		}
		_, err := v.Peek(c.path)
		wantKind(t, err, c.kind)
	}
	must(t, os.WriteFile(broken, whole, 0o600))
	edit(t, broken, func(f *file) {
		p, err := f.parts()
		must(t, err)
		p.manifest[len(p.manifest)-1] ^= 1
		must(t, f.putPart(partManifest, p.manifest))
	})
	_, err := v.Peek(broken)
	wantKind(t, err, fault.Damaged)
}

// A copy that holds a later state tells of a rollback also where the anchors went
// back too, until the holder takes the older file knowingly; then what was given
// up is known, and a state after it shows again.
func TestOpen_a_witness_is_ahead(t *testing.T) {
	d := newDesk(t)
	older := d.begun(t)
	v := d.open(t)
	put(t, v, Draft, 1, "two")
	copied, given := d.backedUp(t, v), v.Generation()
	must(t, v.Close())
	must(t, os.WriteFile(d.path, older, 0o600))
	must(t, os.RemoveAll(d.options.AnchorDir))

	d.options.Witnesses = func() []string { return []string{filepath.Join(t.TempDir(), "none"), copied} }
	wantRolledBack(t, d)
	knowing := *d
	knowing.options.Restored = true
	v = knowing.open(t)
	if v.LeftBehind() != given {
		t.Errorf("left behind up to %d, want %d", v.LeftBehind(), given)
	}
	must(t, v.Close())
	v = d.open(t) // the question is settled
	if v.LeftBehind() != given {
		t.Errorf("then left behind up to %d, want %d", v.LeftBehind(), given)
	}
	older = readAll(t, d.path)
	for range 4 {
		put(t, v, Draft, 1, "later")
	}
	copied = d.backedUp(t, v)
	must(t, v.Close())
	must(t, os.WriteFile(d.path, older, 0o600))
	wantRolledBack(t, d)
}

func TestVault_LeftBehind_nothing(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	if n := v.LeftBehind(); n != 0 {
		t.Errorf("left behind up to %d in a new vault", n)
	}
	must(t, v.Close())
	d.options.AnchorDir = ""
	if n := d.open(t).LeftBehind(); n != 0 {
		t.Errorf("left behind up to %d without anchors", n)
	}
}

func TestVault_IDs_Has_Len(t *testing.T) {
	v := newDesk(t).create(t)
	for _, id := range []ID{7, 2, 9} {
		put(t, v, Draft, id, "draft")
	}
	if got := v.IDs(Draft); !slices.Equal(got, []ID{2, 7, 9}) || v.Len(Draft) != 3 || !v.Has(Draft, 7) || v.Has(Draft, 8) {
		t.Errorf("ids %v, %d of them; 7: %v, 8: %v", got, v.Len(Draft), v.Has(Draft, 7), v.Has(Draft, 8))
	}
	for _, unknown := range []Table{0, 200} {
		if v.IDs(unknown) != nil || v.Len(unknown) != 0 || v.Has(unknown, 7) {
			t.Errorf("table %d, which isn't there, holds something", unknown)
		}
	}
}

// A lock that can't be had, and a file that is none, leave no lock behind.
func TestOpen_to_read_what_is_no_journal(t *testing.T) {
	d := newDesk(t)
	must(t, os.MkdirAll(filepath.Dir(d.path), 0o700))
	must(t, os.WriteFile(d.path, []byte("a letter"), 0o600))
	d.options.ReadOnly = true
	for range 2 {
		_, err := open(d.path, d.options, d.unlock)
		wantKind(t, err, fault.Invalid)
		if !errors.Is(err, ErrUnrecognised) {
			t.Errorf("cause %v", err)
		}
	}
}
