//go:build linux

package tour

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestLockLeavesNothing locks the journal and searches the memory of the process
// for what stood there. Only root may read the memory of a process that forbids
// it; for others the clipboard alone is looked at.
func TestLockLeavesNothing(t *testing.T) {
	p := newWorker(t)
	p.open()
	words := p.makeJournal()
	p.press("ctrl+n")
	p.write("Zanderquill told me about the orchard wall.")
	p.press("ctrl+s")
	p.press("ctrl+a", "ctrl+c")
	if got := p.clipboard(); !strings.Contains(got, "Zanderquill") {
		t.Errorf("copied %q", got)
	}
	marks := []string{"Zanderquill", "orchard wall", secret, words}
	readable := os.Geteuid() == 0
	if readable && !slices.Contains(p.memory(marks), marks[0]) {
		t.Error("the search does not find what is on the screen")
	}
	before := p.w.program.Process.Pid
	p.do(Relock("ctrl+l"))
	if p.w.Ended() || p.w.program.Process.Pid != before {
		t.Fatal("the program is not the same process any more")
	}
	if !readable {
		t.Log("memory can be read by root alone")
	} else if left := p.memory(marks); len(left) > 0 {
		t.Errorf("in memory after locking: %q", left)
	}
	if got := p.clipboard(); strings.Contains(got, "Zanderquill") || strings.Contains(got, words) {
		t.Errorf("on the clipboard after locking: %q", got)
	}
	p.write(secret)
	p.do(Turn("Return"))
	if err := p.w.Close(); err != nil {
		t.Fatal(err)
	}
	if list := p.tell("list", "--json"); !strings.Contains(list, "Zanderquill") {
		t.Errorf("the entry is gone: %s", list)
	}
}

// memory gives which words stand in any readable part of the program's memory,
// in any form of found.
func (p *worker) memory(words []string) (hits []string) {
	p.Helper()
	folder := fmt.Sprintf("/proc/%d/", p.w.program.Process.Pid)
	maps, err := os.ReadFile(folder + "maps")
	if err != nil {
		p.Fatal(err)
	}
	mem, err := os.Open(folder + "mem")
	if err != nil {
		p.Fatal(err)
	}
	defer mem.Close()
	read := int64(0)
	for lines := bufio.NewScanner(bytes.NewReader(maps)); lines.Scan(); {
		var from, to int64
		var may string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &may); err != nil || may[0] != 'r' {
			continue
		}
		raw, err := io.ReadAll(io.NewSectionReader(mem, from, to-from))
		if err != nil && len(raw) == 0 {
			continue // the kernel's own pages can't be read
		}
		read += int64(len(raw))
		for _, one := range found(raw, words) {
			if !slices.Contains(hits, one) {
				hits = append(hits, one)
			}
		}
	}
	if read < 1<<20 {
		p.Errorf("only %d bytes of memory could be read", read)
	}
	return hits
}
