package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// notesToImport are so many that writing them takes a while.
const notesToImport = 400

// lines counts the lines of a text.
func lines(text string) int {
	if text == "" {
		return 0
	}
	return strings.Count(text, "\n") + 1
}

// Whenever an import is killed, all of its notes are there or none, and the next one
// brings all.
func TestKilled_import_is_whole_or_not_there(t *testing.T) {
	k := newKilled(t)
	k.run("init")
	notes := k.at("notes")
	k.must(os.Mkdir(notes, 0o700))
	for i := range notesToImport {
		text := fmt.Sprintf("%d %s", i, strings.Repeat("I stayed too long. ", 500))
		k.must(os.WriteFile(filepath.Join(notes, fmt.Sprintf("%d.md", i)), []byte(text), 0o600))
	}
	began := time.Now()
	k.run("import", notes, "--dry-run")
	most := 3 * time.Since(began) // looking takes a good part of taking in
	tries, none := max(*kills/4, 10), 0
	for range tries {
		c := k.command("import", notes)
		k.must(c.Start())
		time.Sleep(time.Duration(k.random.Int64N(int64(most))))
		_ = c.Process.Kill()
		_ = c.Wait()
		switch n := lines(k.run("list")); n {
		case 0:
			none++
		case notesToImport:
			k.must(os.Remove(k.at("j.aftershift")))
			k.run("init")
		default:
			t.Fatalf("%d of %d entries stay", n, notesToImport)
		}
	}
	k.run("import", notes)
	t.Attr("trials", fmt.Sprint(tries, " imports killed, none of it stayed ", none, " times, all of it ", tries-none))
}
