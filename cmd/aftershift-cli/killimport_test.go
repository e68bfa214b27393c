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

// everything gives the whole journal, readable.
func (k *killed) everything() string {
	folder, err := os.MkdirTemp(k.dir, "out")
	k.must(err)
	defer os.RemoveAll(folder)
	k.run("export", "all", "--to", folder)
	files, err := filepath.Glob(filepath.Join(folder, "*", "journal.json"))
	k.must(err)
	if len(files) != 1 {
		k.t.Fatalf("exported %v", files)
	}
	raw, err := os.ReadFile(files[0])
	k.must(err)
	return string(raw)
}

// Whenever an import is killed, all of it is there or none: no note, and no theme or
// person either, and the next one brings all.
func TestKilled_import_is_whole_or_not_there(t *testing.T) {
	k := newKilled(t)
	k.run("init")
	notes := k.at("notes")
	k.must(os.Mkdir(notes, 0o700))
	for i := range notesToImport {
		text := fmt.Sprintf("---\ntags: [lantern duty]\n---\n%d %s", i, strings.Repeat("I stayed too long. ", 500))
		k.must(os.WriteFile(filepath.Join(notes, fmt.Sprintf("%d.md", i)), []byte(text), 0o600))
	}
	began := time.Now()
	k.run("import", notes, "--dry-run")
	most := 3 * time.Since(began) // looking takes a good part of taking in
	tries, none := max(*kills/4, 10), 0
	for range tries {
		c := k.command("import", notes, "--person", "Tom Reyes")
		k.must(c.Start())
		time.Sleep(time.Duration(k.random.Int64N(int64(most))))
		_ = c.Process.Kill()
		_ = c.Wait()
		switch n := lines(k.run("list")); n {
		case 0:
			none++
			if all := k.everything(); strings.Contains(all, "lantern duty") || strings.Contains(all, "Tom Reyes") {
				t.Fatal("no entry stays, but a theme or a person does")
			}
		case notesToImport:
			k.must(os.Remove(k.at("j.aftershift")))
			k.run("init")
		default:
			t.Fatalf("%d of %d entries stay", n, notesToImport)
		}
	}
	k.run("import", notes, "--person", "Tom Reyes")
	if all := k.everything(); !strings.Contains(all, "lantern duty") || !strings.Contains(all, "Tom Reyes") {
		t.Error("a theme or a person is missing after an import that ended")
	}
	t.Attr("trials", fmt.Sprint(tries, " imports killed, none of it stayed ", none, " times, all of it ", tries-none))
}
