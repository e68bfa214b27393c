package vault

import (
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"aftershift/internal/vault/sqlfile"
)

// resident plays the part of looking at the desk's file in a process of its own, and
// gives the most memory that it held, in bytes, and how long that took.
func (d *desk) resident(t *testing.T) (memory int64, took time.Duration, said string) {
	t.Helper()
	c := d.child(exec.Command(os.Args[0]), "look")
	begun := time.Now()
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var most int64 // as the process itself saw it: what wait gives counts its parent in
	said, after, _ := strings.Cut(string(out), "VmHWM:")
	if _, err := fmt.Sscan(after, &most); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return most << 10, time.Since(begun), said
}

// What a hostile file costs a whole process that opens, verifies, salvages and
// restores it, in memory that the system counts: not more than an ordinary one by
// mostMemory, beyond the largest record that there may be.
func TestHostile_files_cost_a_process_no_memory(t *testing.T) {
	usual, _, said := newSmall(t).resident(t)
	if said != "open internal, verify internal, salvage internal, restore internal" { // the kind of no error
		t.Fatalf("an ordinary file: %s", said)
	}
	size := 20 << 20 // of a record
	if *thorough {
		size = 60 << 20
	}
	const one = int64(largestBlob)
	trials(t, 9, "hostile files looked at by a process of its own")
	for name, c := range map[string]struct {
		make  func(t *testing.T, d *desk)
		above int64 // admitted beside mostMemory
	}{
		"pages that claim each other": {func(t *testing.T, d *desk) { must(t, os.WriteFile(d.path, hostile(512<<10), 0o600)) }, 0},
		"the same under our name": {func(t *testing.T, d *desk) {
			b := hostile(8 << 20)
			binary.BigEndian.PutUint32(b[applicationAt:], applicationID)
			binary.BigEndian.PutUint32(b[userVersionAt:], formatVersion)
			b[journalingAt], b[journalingAt+1] = rollback, rollback
			must(t, os.WriteFile(d.path, b, 0o600))
		}, 0},
		// Salvage can't know of which table a row is.
		"a large overview": {func(t *testing.T, d *desk) { d.plant(t, Overview, 99, size) }, one},
		"large details":    {func(t *testing.T, d *desk) { d.plant(t, Details, 99, size) }, one},
		"three of them": {func(t *testing.T, d *desk) {
			for id := range ID(3) {
				d.plant(t, Object, 99+id, size)
			}
		}, one},
		"40,000 rows":       {func(t *testing.T, d *desk) { d.plantMany(t, 40_000) }, 0},
		"a sparse terabyte": {func(t *testing.T, d *desk) { must(t, os.Truncate(d.path, 1<<40)) }, 0},
		"a sparse terabyte of rollback journal": {func(t *testing.T, d *desk) {
			must(t, os.WriteFile(sqlfile.JournalOf(d.path), []byte("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"), 0o600))
			must(t, os.Truncate(sqlfile.JournalOf(d.path), 1<<40))
		}, 0},
		"costly slots": {func(t *testing.T, d *desk) { d.plantSlots(t) }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := newSmall(t)
			c.make(t, d)
			memory, took, said := d.resident(t)
			t.Logf("%d MB above the usual %d MB, %s: %s", (memory-usual)>>20, usual>>20, took.Round(time.Millisecond), said)
			if most := usual + mostMemory + c.above; memory > most {
				t.Errorf("%d MB, want %d at most: %s", memory>>20, most>>20, said)
			}
		})
	}
}

// plant writes a row that nobody sealed.
func (d *desk) plant(t *testing.T, table Table, id ID, size int) {
	t.Helper()
	edit(t, d.path, func(f *file) { must(t, f.put(sealedRow{table, id, make([]byte, size)})) })
}

func (d *desk) plantMany(t *testing.T, n int) {
	t.Helper()
	edit(t, d.path, func(f *file) {
		must(t, f.Exec("BEGIN"))
		for id := range ID(n) {
			must(t, f.put(sealedRow{Object, 1000 + id, make([]byte, 600)}))
		}
		must(t, f.Exec("COMMIT"))
	})
}

// plantSlots gives the file many passphrase slots, each as costly as the cheapest.
func (d *desk) plantSlots(t *testing.T) {
	t.Helper()
	_, _, slot := cheapSlot(t)
	edit(t, d.path, func(f *file) {
		must(t, f.Exec("DELETE FROM vault WHERE part = 1")) // so that all are tried
		for i := range 200 {
			slot.Salt[0] = byte(i)
			must(t, f.Exec("INSERT INTO vault(part, blob) VALUES(?, ?)", int64(100+i), slot.Marshal()))
		}
	})
}
