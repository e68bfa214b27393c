package main

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"aftershift/cmd/aftershift-cli/call"
)

// A journal that was put back is told by every command.
func TestScripts_rollback(t *testing.T) { runScripts(t, "rollback") }

// Looking changes no byte.
func TestScripts_looking(t *testing.T) { runScripts(t, "looking") }

// commandsThatOpen are all that open a journal, of one that holds an entry.
func commandsThatOpen(id string) [][]string {
	return [][]string{
		{"list"},
		{"list", "--json"},
		{"search", "door"},
		{"show", id},
		{"agenda", "show"},
		{"session", "list"},
		{"item", "list"},
		{"action", "list"},
		{"supervisor", "list"},
		{"add"},
		{"item", "add", "Title", "--words", "words"},
		{"supervisor", "add", "Miriam Vale"},
		{"item", "bring", id, "--words", "words"},
		{"export", "entries", "--audience", "mentor", "--format", "text", "--out", "out.txt", "--accept", "all"},
		{"rotate"},
		{"passphrase", "--new-passphrase-file", "next.txt"},
		{"backup", "--to", "."},
		{"verify"},
		{"verify", "--json"},
	}
}

// told demands that every command tells that the journal is older than it was,
// and changes nothing: told JOURNAL ID.
func told(ts *testscript.TestScript, _ bool, args []string) {
	journal := ts.MkAbs(args[0])
	before, err := os.ReadFile(journal)
	ts.Check(err)
	all := commandsThatOpen(args[1])
	all = append(all, []string{"salvage", journal, "--to", "salvaged.aftershift"}, []string{"restore", journal, "--dry-run"})
	for _, command := range all {
		code := exitOf(ts, append([]string{"--journal", journal}, command...))
		if code != call.ExitBroken || !strings.Contains(ts.ReadFile("stderr"), "older") {
			ts.Fatalf("%v ends with %d and says %q", command, code, ts.ReadFile("stderr"))
		}
	}
	ts.Check(os.Remove(ts.MkAbs("salvaged.aftershift")))
	if after, err := os.ReadFile(journal); err != nil || string(after) != string(before) {
		ts.Fatalf("the journal was changed (%v)", err)
	}
	ts.Logf("proved rollback N=%d commands", len(all))
}

func exitOf(ts *testscript.TestScript, args []string) int {
	var exit *exec.ExitError
	if err := ts.Exec("aftershift-cli", args...); errors.As(err, &exit) {
		return exit.ExitCode()
	} else {
		ts.Check(err)
	}
	return call.ExitOK
}

// lookedAt runs every command that only looks and demands that no byte changes
// anywhere: looked-at JOURNAL ID BACKUP.
func lookedAt(ts *testscript.TestScript, _ bool, args []string) {
	journal := []string{"--journal", ts.MkAbs(args[0])}
	all := [][]string{
		{"list"},
		{"search", "door"},
		{"show", args[1]},
		{"agenda", "show"},
		{"session", "list"},
		{"item", "list"},
		{"action", "list"},
		{"supervisor", "list"},
		{"verify"},
		{"restore", args[2], "--dry-run"},
	}
	before := everyByte(ts)
	for _, command := range all {
		if code := exitOf(ts, append(journal, command...)); code != call.ExitOK && !strings.Contains(args[0], "planted") {
			ts.Fatalf("%v ends with %d", command, code)
		}
		if after := everyByte(ts); after != before {
			ts.Fatalf("%v changed something:\n%s\nwas\n%s", command, after, before)
		}
	}
	ts.Logf("proved looking N=%d commands", len(all))
}

// everyByte names every file of the script with what it holds.
func everyByte(ts *testscript.TestScript) string {
	var all strings.Builder
	ts.Check(filepath.WalkDir(ts.MkAbs("."), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		fmt.Fprintf(&all, "%s %x\n", path, sha256.Sum256(raw))
		return err
	}))
	return all.String()
}

// fill writes words into a file: fill FILE WORD...
func fill(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(args[1:], "\n")), 0o600))
}

// putBack copies the anchors of vaults, and not those of places, from one folder
// to another.
func putBack(ts *testscript.TestScript, _ bool, args []string) {
	all, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*.anchor"))
	ts.Check(err)
	for _, path := range all {
		raw, err := os.ReadFile(path)
		ts.Check(err)
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[1]), filepath.Base(path)), raw, 0o600))
	}
}

// hot leaves the journal as a crash in the middle of a change does: hot JOURNAL.
func hot(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	half, journal := halfWay(ts, path)
	ts.Check(os.WriteFile(path, half, 0o600))
	ts.Check(os.WriteFile(path+"-journal", journal, 0o600))
}

// plantHot plants the rollback journal of one file beside others:
// plant-hot JOURNAL BACKUP...
func plantHot(ts *testscript.TestScript, _ bool, args []string) {
	raw, err := os.ReadFile(ts.MkAbs(args[0]) + "-journal")
	ts.Check(err)
	for _, path := range args[1:] {
		ts.Check(os.WriteFile(ts.MkAbs(path)+"-journal", raw, 0o600))
	}
}

// halfWay returns what stands on the disk in the middle of a change, and leaves
// the file as it was.
func halfWay(ts *testscript.TestScript, path string) (half, journal []byte) {
	query(ts, path, func(db *sql.DB) error {
		db.SetMaxOpenConns(1)
		for _, step := range []string{
			"PRAGMA journal_mode=PERSIST", "PRAGMA cache_size=1", "BEGIN IMMEDIATE",
			"UPDATE details SET blob = randomblob(9000)", "INSERT INTO draft SELECT 77 + value, randomblob(9000) FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3)",
		} {
			if _, err := db.Exec(step); err != nil {
				return err
			}
		}
		var err error
		if half, err = os.ReadFile(path); err == nil {
			journal, err = os.ReadFile(path + "-journal")
		}
		_, back := db.Exec("ROLLBACK")
		return errors.Join(err, back)
	})
	ts.Check(os.Remove(path + "-journal"))
	return half, journal
}
