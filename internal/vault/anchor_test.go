package vault

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault/anchor"
)

// anchorFile gives where the desk's anchor stands.
func (d *desk) anchorFile(t testing.TB) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(d.options.AnchorDir, "*.anchor"))
	if err != nil || len(names) != 1 {
		t.Fatalf("anchors %v (%v)", names, err)
	}
	return names[0]
}

func wantRolledBack(t testing.TB, d *desk) {
	t.Helper()
	_, err := open(d.path, d.options, d.unlock)
	wantKind(t, err, fault.Tampered)
	if !errors.Is(err, ErrRolledBack) {
		t.Fatalf("cause %v", err)
	}
}

func TestAnchor_crash_without_close_is_a_successor(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	for session := range trailSize {
		anchored := readAll(t, d.anchorFile(t))
		for range 3 {
			put(t, v, Draft, 1, "draft")
		}
		must(t, v.Close())
		must(t, os.WriteFile(d.anchorFile(t), anchored, 0o600)) // as if Close had not come so far
		v = d.open(t)
		if v.Generation() != uint64(4+3*session) {
			t.Fatalf("generation %d", v.Generation())
		}
	}
}

// Where the anchor can't be written, the manifest's trail still leads back to it
// for as many sessions as it is long, and no longer.
func TestAnchor_stuck_for_some_sessions(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	must(t, v.Close())
	anchored := readAll(t, d.anchorFile(t))
	for range trailSize {
		v = d.open(t)
		put(t, v, Draft, 1, "draft")
		must(t, v.Close())
		must(t, os.WriteFile(d.anchorFile(t), anchored, 0o600))
	}
	v = d.open(t)
	put(t, v, Draft, 1, "draft")
	must(t, v.Close())
	must(t, os.WriteFile(d.anchorFile(t), anchored, 0o600))
	wantRolledBack(t, d)
}

// begun makes the vault with one draft, closes it, and gives its bytes.
func (d *desk) begun(t *testing.T) []byte {
	t.Helper()
	v := d.create(t)
	put(t, v, Draft, 1, "one")
	must(t, v.Close())
	return readAll(t, d.path)
}

func TestAnchor_older_and_parted_copies_show(t *testing.T) {
	d := newDesk(t)
	older := d.begun(t)
	v := d.open(t)
	put(t, v, Draft, 1, "two")
	put(t, v, Draft, 1, "three")
	must(t, v.Close())
	newest, anchored := readAll(t, d.path), readAll(t, d.anchorFile(t))

	must(t, os.WriteFile(d.path, older, 0o600))
	wantRolledBack(t, d)

	// the older copy, carried on elsewhere past the newest one's generation
	elsewhere := *d
	elsewhere.options.AnchorDir = ""
	v = elsewhere.open(t)
	for range 5 {
		put(t, v, Draft, 1, "elsewhere")
	}
	must(t, v.Close())
	wantRolledBack(t, d)

	readOnly := *d
	readOnly.options.ReadOnly = true
	wantRolledBack(t, &readOnly)
	readOnly.options.Restored = true
	v = readOnly.open(t)
	wantContent(t, v, Draft, 1, "elsewhere")
	must(t, v.Close())
	if string(readAll(t, d.anchorFile(t))) != string(anchored) {
		t.Fatal("reading moved the anchor")
	}

	restored := *d
	restored.options.Restored = true
	v = restored.open(t)
	put(t, v, Draft, 1, "restored")
	must(t, v.Close())
	v = d.open(t) // the question is settled
	must(t, v.Close())
	must(t, os.WriteFile(d.path, newest, 0o600))
	wantRolledBack(t, d)
}

func TestAnchor_broken_or_forged_is_a_question(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	must(t, v.Close())
	path := d.anchorFile(t)
	good := readAll(t, path)
	if len(good) != anchor.Size {
		t.Fatalf("anchor of %d bytes", len(good))
	}
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 1
		must(t, os.WriteFile(path, bad, 0o600))
		wantRolledBack(t, d)
	}
	for _, n := range []int{0, 1, anchor.Size - 1} {
		must(t, os.WriteFile(path, good[:n], 0o600))
		wantRolledBack(t, d)
	}
	must(t, os.Remove(path)) // none: the vault is new here
	must(t, d.open(t).Close())
	if string(readAll(t, path)) != string(good) {
		t.Error("anchor not written anew")
	}
}

func TestAnchor_unwritable_folder_shows_on_close(t *testing.T) {
	d := newDesk(t)
	must(t, os.WriteFile(d.options.AnchorDir, nil, 0o600)) // a file where the folder should be
	v, _, err := Create(d.path, pass, d.options)
	if err == nil { // reading the anchor fails, or writing it does
		err = v.Close()
	}
	if err == nil {
		t.Fatal("nobody said that there is no anchor")
	}
	d.options.AnchorDir = ""
	v, err = Open(d.path, Unlock{Passphrase: pass}, d.options)
	must(t, err)
	must(t, v.Close())
}

func TestManifest_descends(t *testing.T) {
	hash := func(b byte) [seal.HashSize]byte { return [seal.HashSize]byte{b} }
	m := manifest{generation: 10, previous: hash(9)}
	m.trail = m.trail.after(3, hash(3)).after(6, hash(6))
	for _, c := range []struct {
		name string
		from waypoint
		want bool
	}{
		{"itself", waypoint{10, hash(10)}, true},
		{"another of its age", waypoint{10, hash(11)}, false},
		{"the one before", waypoint{9, hash(9)}, true},
		{"another before", waypoint{9, hash(8)}, false},
		{"a session before", waypoint{6, hash(6)}, true},
		{"two sessions before", waypoint{3, hash(3)}, true},
		{"between sessions", waypoint{5, hash(5)}, false},
		{"another session", waypoint{6, hash(5)}, false},
		{"a later one", waypoint{11, hash(10)}, false},
	} {
		if got := m.descends(hash(10), c.from); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestParseManifest_what_marshal_gave(t *testing.T) {
	m := manifest{generation: 1, counts: [tableCount]uint64{1, 2, 3, 4, 5}}
	m.trail = m.trail.after(7, [seal.HashSize]byte{8})
	m.headerHash[0], m.previous[0], m.digests[4][31] = 1, 2, 3
	got, err := parseManifest(m.marshal())
	if err != nil || got != m || len(m.marshal()) != manifestSize {
		t.Errorf("%+v (%v)", got, err)
	}
	_, err = parseManifest(m.marshal()[1:])
	wantKind(t, err, fault.Damaged)
}
