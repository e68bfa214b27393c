package vault

import (
	"encoding/hex"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"aftershift/internal/vault/sqlfile"
)

// A power loss is played back from the system calls that saves really made: at
// any moment, what was synced is on the disk, and of what was written since any
// choice of sectors.

// sector is what a disk writes whole or not at all.
const sector = 512

// diskCall is one system call that bears on a file's bytes, or a word that the
// process said.
type diskCall struct {
	file string // path; "" where it said a number
	kind string // write, sync, cut, remove, make, folder, said
	at   int
	data []byte
}

// disk is what stands in files.
type disk map[string][]byte

func (d disk) write(file string, at int, data []byte) {
	b := d[file]
	if grown := at + len(data) - len(b); grown > 0 {
		b = append(b, make([]byte, grown)...)
	}
	copy(b[at:], data)
	d[file] = b
}

// after gives the disk when power goes after n calls, and what had been said.
func after(start disk, calls []diskCall, n int, chance *rand.Rand) (d disk, said int) {
	d = disk{}
	for file, content := range start {
		d[file] = append([]byte(nil), content...)
	}
	synced := map[string]int{} // the last sync of each file
	for i, c := range calls[:n] {
		if c.kind == "sync" {
			synced[c.file] = i
		}
	}
	keep := chance.Float64()
	for i, c := range calls[:n] {
		sure := i < synced[c.file]
		switch c.kind {
		case "said":
			said = c.at
		case "write":
			for from := 0; from < len(c.data); {
				to := min(len(c.data), from+sector-(c.at+from)%sector)
				if sure || chance.Float64() < keep {
					d.write(c.file, c.at+from, c.data[from:to])
				}
				from = to
			}
		case "cut":
			if sure || chance.Float64() < keep {
				d[c.file] = append(d[c.file], make([]byte, max(0, c.at-len(d[c.file])))...)[:c.at]
			}
		}
	}
	return d, said
}

var (
	diskLine = regexp.MustCompile(`^(\d+) +(\w+)\((.*)\) += (-?\d+)`)
	quoted   = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)
)

// diskCalls reads strace's log.
func diskCalls(t testing.TB, log string) (calls []diskCall) {
	open, begun := map[string]string{}, map[string]string{}
	for line := range strings.Lines(log) {
		line = strings.TrimSpace(line)
		pid, rest, _ := strings.Cut(line, " ")
		if head, cut := strings.CutSuffix(line, " <unfinished ...>"); cut {
			begun[pid] = head
			continue
		}
		if at := strings.Index(rest, " resumed>"); at >= 0 {
			line = begun[pid] + rest[at+len(" resumed>"):]
		}
		m := diskLine.FindStringSubmatch(line)
		if m == nil || strings.HasPrefix(m[4], "-") {
			continue
		}
		fd, _, _ := strings.Cut(m[3], ",")
		var data []byte
		if q := quoted.FindStringSubmatch(m[3]); q != nil {
			var err error
			data, err = hex.DecodeString(strings.ReplaceAll(q[1], `\x`, ""))
			must(t, err)
		}
		switch m[2] {
		case "openat":
			open[m[4]] = string(data)
		case "pwrite64":
			at, err := strconv.Atoi(m[3][strings.LastIndex(m[3], " ")+1:])
			must(t, err)
			calls = append(calls, diskCall{open[fd], "write", at, data})
		case "fsync", "fdatasync":
			calls = append(calls, diskCall{file: open[fd], kind: "sync"})
		case "ftruncate":
			at, err := strconv.Atoi(m[3][strings.LastIndex(m[3], " ")+1:])
			must(t, err)
			calls = append(calls, diskCall{open[fd], "cut", at, nil})
		case "write":
			if n, err := strconv.Atoi(strings.TrimSpace(string(data))); err == nil && fd == "1" {
				calls = append(calls, diskCall{kind: "said", at: n})
			}
		}
	}
	return calls
}

func TestVault_Update_power_loss(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.options.AnchorDir = ""
	must(t, d.create(t).Close())
	start := disk{d.path: readAll(t, d.path)}
	log := filepath.Join(t.TempDir(), "log")
	out, err := d.child(exec.Command(tool(t, strace), "-f", "-qq", "-xx", "-s", "1000000", "-o", log,
		"-e", "trace=openat,pwrite64,write,fsync,fdatasync,ftruncate", os.Args[0]), "write some").Output()
	if err != nil || strings.Count(string(out), "\n") != powerSaves {
		t.Fatalf("%q (%v)", out, err)
	}
	calls := diskCalls(t, string(readAll(t, log)))
	losses := 500
	if *thorough {
		losses = 5000
	}
	chance := rand.New(rand.NewPCG(1, 2))
	old, fresh := 0, 0
	for trial := range losses {
		n := chance.IntN(len(calls) + 1)
		left, said := after(start, calls, n, chance)
		must(t, os.WriteFile(d.path, left[d.path], 0o600))
		_ = os.Remove(sqlfile.JournalOf(d.path))
		if journal, made := left[sqlfile.JournalOf(d.path)]; made {
			must(t, os.WriteFile(sqlfile.JournalOf(d.path), journal, 0o600))
		}
		v, err := open(d.path, d.options, d.unlock)
		if err != nil {
			t.Fatalf("trial %d, power lost after call %d of %d, %d said: %v", trial, n, len(calls), said, err)
		}
		found := v.Len(Overview)
		if found < said || found > said+1 {
			t.Errorf("trial %d: said %d, holds %d", trial, said, found)
		}
		for i := 1; i <= found; i++ {
			wantContent(t, v, Details, ID(i), string(textOf(30*i)))
		}
		must(t, v.Close())
		old, fresh = old+said+1-found, fresh+found-said
	}
	t.Logf("%d calls; %d times the old state, %d times the new one", len(calls), old, fresh)
	trials(t, losses, "power losses")
}
