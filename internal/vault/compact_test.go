package vault

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

func TestVault_Compact_givesTheRoomBack(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "kept")
	for id := ID(2); id < 40; id++ {
		put(t, v, Object, id, strings.Repeat("gone ", 2000))
	}
	var blob []byte
	blob = append(blob, blobAt(t, v.file, Object, 7)...)
	must(t, v.Update(func(tx *Tx) error {
		for id := ID(2); id < 40; id++ {
			if err := tx.Delete(Object, id); err != nil {
				return err
			}
		}
		return nil
	}))
	before, err := os.Stat(d.path)
	must(t, err)
	generation := v.Generation()
	must(t, v.Compact())
	after, err := os.Stat(d.path)
	must(t, err)
	if after.Size() > before.Size()/4 || v.Generation() != generation {
		t.Errorf("%d bytes became %d, generation %d became %d", before.Size(), after.Size(), generation, v.Generation())
	}
	wantSound(t, v, 1)
	put(t, v, Draft, 2, "after")
	must(t, v.Close())
	wantKind(t, v.Compact(), fault.Locked)
	raw, err := os.ReadFile(d.path)
	must(t, err)
	if bytes.Contains(raw, blob[len(blob)/2:len(blob)/2+32]) {
		t.Error("sealed bytes of a removed record are left")
	}
	if got := files(t, filepath.Dir(d.path)); len(got) != 1 {
		t.Errorf("at rest there are %v, want one file", got)
	}
	v = d.open(t)
	wantContent(t, v, Draft, 1, "kept")
	wantContent(t, v, Draft, 2, "after")
	wantSound(t, v, 2)
	must(t, v.Close())
	d.options.ReadOnly = true
	v = d.open(t)
	wantKind(t, v.Compact(), fault.Conflict)
}
