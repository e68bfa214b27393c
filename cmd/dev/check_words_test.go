package main

import (
	"path/filepath"
	"strings"
	"testing"

	"aftershift/cmd/dev/project"
)

func TestCheckWords(t *testing.T) {
	const source = `package a

//words:prefix journal.feeling.

var (
	title  = words.T("journal.new")
	count  = words.N("journal.days", 2)
	other  = "vault.db"     // no locale file is called vault
	noted  = feeling + name
	joined = "journal.need." + name
)
`
	const whole = `"journal.new": "New entry", "journal.days.one": "%d day", "journal.days.other": "%d days",
		"journal.feeling.sad": "sad", "journal.need.rest": "rest"`
	cases := []struct {
		name, file, pairs string
		want              []string // parts of the lines, in order
	}{
		{"complete", "journal.json", whole, nil},
		{"no text", "journal.json", strings.Replace(whole, `"journal.new": "New entry", `, "", 1), []string{`a/a.go:6: no text for "journal.new"`}},
		{"one of two counts", "journal.json", strings.Replace(whole, `"journal.days.one": "%d day", `, "", 1), []string{`no text for "journal.days"`}},
		{"used nowhere", "journal.json", whole + `, "journal.old": "Old"`, []string{`"journal.old" is used nowhere`}},
		{"an empty text", "journal.json", strings.Replace(whole, "New entry", " ", 1), []string{`"journal.new" has no text`}},
		{"another page's key", "journal.json", whole + `, "people.new": "New"`, []string{`must begin with "journal."`, "used nowhere"}},
		{"words of several pages", "shared.json", whole, nil},
		{"a form nobody reads", "journal.json", whole + `, "journal.newEntry": "New"`, []string{"lower-case", "used nowhere"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := project.Project{Root: t.TempDir()}
			write(t, p.Path(localeFolder+"/"+c.file), "{"+c.pairs+"}")
			found, err := checkWords(t.Context(), p, parse(t, "a/a.go", source))
			if err != nil {
				t.Fatal(err)
			}
			if len(found) != len(c.want) {
				t.Fatalf("found %q, want %q", found, c.want)
			}
			for i, want := range c.want {
				if !strings.Contains(found[i], want) {
					t.Errorf("found %q, want a line with %q", found[i], want)
				}
			}
		})
	}
}

func TestCheckWords_testsDoNotCount(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	write(t, p.Path(localeFolder+"/journal.json"), `{"journal.new": "New"}`)
	s := parse(t, "a/a_test.go", "package a\n\nvar key = \"journal.new\"\n")
	found, err := checkWords(t.Context(), p, s)
	if err != nil || len(found) != 1 {
		t.Errorf("found %q, %v", found, err)
	}
}

func TestCheckWords_brokenFile(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	write(t, p.Path(filepath.ToSlash(localeFolder+"/journal.json")), `{"journal.new": 3}`)
	if _, err := checkWords(t.Context(), p, parse(t, "a/a.go", "package a\n")); err == nil || !strings.Contains(err.Error(), "journal.json") {
		t.Errorf("got %v", err)
	}
}
