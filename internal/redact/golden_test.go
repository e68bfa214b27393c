package redact

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
)

// marking is one note of testdata/notes. Half and Full are registers; the notes
// of the first file have one alone.
type marking struct {
	ID, Text, Writer string
	Register         []string
	Full             []string `json:"register_full"`
	Spans            []struct {
		Start, End int
		Type       Type
		Optional   bool
	}
}

var markingsOnce = sync.OnceValue(func() []marking {
	var out []marking
	for _, name := range []string{"sw_dev", "sw_dev2"} {
		out = append(out, readMarkings("testdata/notes/"+name+".jsonl.gz")...)
	}
	return out
})

func readMarkings(path string) []marking {
	file, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		panic(err)
	}
	var out []marking
	lines := bufio.NewScanner(packed)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m marking
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			panic(err)
		}
		out = append(out, m)
	}
	if lines.Err() != nil || len(out) == 0 {
		panic("no notes in " + path)
	}
	return out
}

// frozen gives what Mask finds in a note, by offset alone, with and without the
// note's register.
func frozen(m marking) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", m.ID)
	registers := [][]string{nil, append(m.Register[:len(m.Register):len(m.Register)], m.Full...)}
	for i, names := range registers {
		var o Options
		for _, name := range names {
			o.Register = append(o.Register, Person{Forms: []string{name}})
		}
		fmt.Fprintf(&b, "\t%s", [...]string{"none", "register"}[i])
		_, spans := engineOnce().Mask(m.Text, o)
		for _, s := range spans {
			fmt.Fprintf(&b, " %d-%d%s", s.Start, s.End, s.Type)
		}
	}
	return b.String()
}

const goldenFile = "testdata/notes/golden.txt"

// TestEngine_Mask_golden fails where a change moves what is found, and counts by
// writer what came and went. It prints no text.
func TestEngine_Mask_golden(t *testing.T) {
	var now []string
	for _, m := range markingsOnce() {
		now = append(now, frozen(m))
	}
	if *update {
		if err := os.WriteFile(goldenFile, []byte(strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Split(strings.TrimSpace(string(raw)), "\n")
	if len(before) != len(now) {
		t.Fatalf("%d notes, %d in %s", len(now), len(before), goldenFile)
	}
	type moved struct{ notes, came, went int }
	writers := map[string]moved{}
	for i, m := range markingsOnce() {
		came, went := unlikeFields(before[i], now[i])
		if came+went > 0 {
			w := writers[m.Writer]
			writers[m.Writer] = moved{w.notes + 1, w.came + came, w.went + went}
		}
	}
	for writer, w := range writers {
		t.Errorf("writer %q: %d notes moved, %d spans came, %d went; if that is meant, run with -update", writer, w.notes, w.came, w.went)
	}
}

// unlikeFields counts the fields that only the second line has, and those that
// only the first has. A field counts in its column alone.
func unlikeFields(before, now string) (came, went int) {
	seen := map[string]int{}
	for i, line := range []string{before, now} {
		for column, part := range strings.Split(line, "\t") {
			for _, f := range strings.Fields(part) {
				seen[fmt.Sprint(column, " ", f)] += 2*i - 1
			}
		}
	}
	for _, n := range seen {
		came += max(n, 0)
		went += max(-n, 0)
	}
	return came, went
}
