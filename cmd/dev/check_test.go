package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/cmd/dev/project"
)

// parse makes sources of path and text pairs.
func parse(t *testing.T, pairs ...string) *sources {
	t.Helper()
	root := t.TempDir()
	for i := 0; i < len(pairs); i += 2 {
		write(t, filepath.Join(root, pairs[i]), pairs[i+1])
	}
	s, err := readSources(root)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReadSources_leavesFoldersOut(t *testing.T) {
	const text = "package a\n"
	s := parse(t, "a/a.go", text, "a/a_test.go", text, "a/testdata/b.go", "broken",
		"out/c.go", "broken", ".ci/d.go", "broken", "a/notes.md", "broken")
	if got := fmt.Sprint(s.paths()); got != "[a/a.go a/a_test.go]" {
		t.Errorf("read %s", got)
	}
	if n := len(s.program()); n != 1 {
		t.Errorf("%d program files", n)
	}
}

// spawns is bareGoroutines with the places named.
func spawns(places ...string) func(*sources) []string {
	own := map[string]string{}
	for _, place := range places {
		own[place] = "a reason"
	}
	return bareGoroutines(own)
}

// weighs is strayWeights with the files named that may hold weights.
func weighs(files ...string) func(*sources) []string {
	places := map[string]string{}
	for _, file := range files {
		places["internal/redact/evidence/"+file] = "a reason"
	}
	return strayWeights(places)
}

func TestSourceChecks_planted(t *testing.T) {
	long := "package a\n\nfunc f() {\n" + strings.Repeat("\n", maxFunction) + "}\n"
	cases := []struct {
		name, path, text string
		look             func(*sources) []string
		want             string // part of the only line; "" where nothing is to mend
	}{
		{"a short file", "a.go", "package a\n", tooLarge, ""},
		{"a long file", "a.go", "package a\n" + strings.Repeat("\n", maxFile), tooLarge, "401 lines"},
		{"a longer test", "a_test.go", "package a\n" + strings.Repeat("\n", maxFile), tooLarge, ""},
		{"a long function", "a.go", long, tooLarge, "f has 82 lines"},
		{"a long test function", "a_test.go", long, tooLarge, ""},

		{"a package comment", "a.go", "// Package a is a.\npackage a\n", uncommented, ""},
		{"no package comment", "a.go", "package a\n", uncommented, "no package comment"},
		{"a bare function", "a.go", "// Package a is a.\npackage a\n\nfunc F() {}\n", uncommented, "F has no comment"},
		{"a bare type", "a.go", "// Package a is a.\npackage a\n\ntype T int\n", uncommented, "T has no comment"},
		{"a bare method", "a.go", "// Package a is a.\npackage a\n\n// T is t.\ntype T int\n\nfunc (*T) M() {}\n", uncommented, "M has no comment"},
		{"a method of a private type", "a.go", "// Package a is a.\npackage a\n\ntype t int\n\nfunc (t) M() {}\n", uncommented, ""},
		{"a commented group", "a.go", "// Package a is a.\npackage a\n\n// Both.\nconst (\n\tA = 1\n\tB = 2\n)\n", uncommented, ""},
		{"a bare constant", "a.go", "// Package a is a.\npackage a\n\nconst (\n\tA = 1\n\tb = 2 // b\n)\n", uncommented, "A has no comment"},

		{"a blocking call", "a.go", "package a\n\nfunc f() { fyne.DoAndWait(nil) }\n", forbiddenCalls, "DoAndWait"},
		{"opening a browser", "a.go", "package a\n\nfunc f() { app().OpenURL(nil) }\n", forbiddenCalls, "OpenURL"},
		{"the clock in a room", "internal/vault/a.go", "package a\n\nvar now = time.Now\n", forbiddenCalls, "handed in"},
		{"the clock in main", "cmd/aftershift/a.go", "package a\n\nvar now = time.Now\n", forbiddenCalls, ""},
		{"the clock in a test", "internal/vault/a_test.go", "package a\n\nvar now = time.Now\n", forbiddenCalls, ""},
		{"another Now", "internal/vault/a.go", "package a\n\nvar now = clock.Now\n", forbiddenCalls, ""},

		{"time since in a room", "internal/app/a.go", "package a\n\nvar old = time.Since(then)\n", forbiddenCalls, "handed in"},
		{"a timer in a room", "internal/app/a.go", "package a\n\nvar tick = time.NewTicker(time.Second)\n", forbiddenCalls, ""},

		{"a goroutine", "internal/app/a.go", "package a\n\nfunc f() { go f() }\n", spawns(), "app.Go"},
		{"one of a room that may", "internal/platform/a.go", "package a\n\nfunc f() { go f() }\n", spawns("internal/platform"), ""},
		{"one of a room named alike", "internal/platforms/a.go", "package a\n\nfunc f() { go f() }\n", spawns(), "app.Go"},
		{"one of a test", "internal/app/a_test.go", "package a\n\nfunc f() { go f() }\n", spawns(), ""},
		{"a room that may and does not", "internal/platform/a.go", "package a\n", spawns("internal/platform"), "starts no goroutine"},

		{"a weight in the table", "internal/redact/evidence/rows.go", "package a\n\nvar a = odds(1.5)\n", weighs("rows.go"), ""},
		{"a weight in a detector", "internal/redact/detect/a.go", "package a\n\nvar a = 1.5\n", weighs(), "names its row"},
		{"evidence by a bare number", "internal/redact/detect/a.go", "package a\n\nfunc f() { g.Add(4) }\n", weighs(), "names its row"},
		{"evidence by its row", "internal/redact/detect/a.go", "package a\n\nfunc f() { g.Add(evidence.Titled) }\n", weighs(), ""},
		{"a table that isn't there", "internal/redact/detect/a.go", "package a\n", weighs("rows.go"), "isn't there"},
		{"a number elsewhere", "internal/app/a.go", "package a\n\nvar a = 1.5\n", weighs(), ""},

		{"a mark", "a.go", "package a\n\n// TO" + "DO: more\n", unfinished, "a.go:3"},
		{"a word like it", "a.go", "package a\n\n// todos of the day\n", unfinished, ""},
		{"a skipped test", "a_test.go", "package a\n\nfunc f(t *testing.T) { t.Skip() }\n", unfinished, "proves nothing"},
		{"skipping in a program", "a.go", "package a\n\nfunc f(r reader) { r.Skip() }\n", unfinished, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found := c.look(parse(t, c.path, c.text))
			if c.want == "" && len(found) > 0 {
				t.Errorf("found %q", found)
			}
			if c.want != "" && (len(found) != 1 || !strings.Contains(found[0], c.want)) {
				t.Errorf("found %q, want one line with %q", found, c.want)
			}
		})
	}
}

func TestVerdict(t *testing.T) {
	c := check{name: "size", about: "no file over 400 lines"}
	if got := verdict(c, nil); got != "ok    size    no file over 400 lines\n" {
		t.Errorf("got %q", got)
	}
	got := verdict(c, []string{"a.go: 401 lines", "b.go: 500 lines"})
	if !strings.HasPrefix(got, "FAIL  size") || strings.Count(got, "\n") != 3 || !strings.Contains(got, "2 to mend") {
		t.Errorf("got %q", got)
	}
}

func TestRunCheck_unknownName(t *testing.T) {
	if err := runCheck(t.Context(), project.Project{Root: t.TempDir()}, []string{"beauty"}); err == nil {
		t.Error("took a check that is not there")
	}
}

func TestTooMuch(t *testing.T) {
	holding := func(files, lines int) *sources {
		s := &sources{}
		for i := range files {
			s.files = append(s.files, source{path: fmt.Sprintf("internal/a/%d.go", i), text: strings.Repeat("\n", lines/files)})
		}
		return s
	}
	for _, c := range []struct {
		name    string
		sources *sources
		grown   map[string]bounds
		want    string
	}{
		{"within", holding(30, 3480), nil, ""},
		{"too many files", holding(31, 310), nil, "31 files"},
		{"too many lines", holding(10, 3600), nil, "3600 lines"},
		{"over and known", holding(31, 3100), map[string]bounds{"internal/a": {31, 3500}}, ""},
		{"over and growing", holding(32, 3200), map[string]bounds{"internal/a": {31, 3500}}, "at most 31"},
		{"no longer over", holding(3, 300), map[string]bounds{"internal/a": {31, 3500}}, "no longer over"},
	} {
		got := strings.Join(tooMuch(c.sources, c.grown), "\n")
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
