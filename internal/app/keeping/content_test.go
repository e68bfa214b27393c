package keeping_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/alliance"
	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

const (
	contentPage = "../../library/CONTENT.md"
	reader      = "../../vault/spec/read.py"
	python      = "/usr/bin/python3" // Debian's, which has the libraries that the reader needs
)

// Every kind of record has its section, and every field and value its place, on
// the page that says what records hold.
func TestContent_page_names_every_kind_field_and_value(t *testing.T) {
	page, err := os.ReadFile(contentPage)
	apptest.Must(t, err)
	printer, err := os.ReadFile(reader)
	apptest.Must(t, err)
	words, err := os.ReadFile("../../../assets/locale/en/aside.json")
	apptest.Must(t, err)
	kinds := slices.Clone(everyKind[4:])
	types := []any{journal.Entry{}, journal.Overview{}, library.Loss{}, app.Settings{}, journal.Theme{}, app.Person{}}
	for _, k := range library.RecordKinds() {
		kinds, types = append(kinds, string(k.Name)), append(types, k.Zero)
	}
	for _, kind := range kinds {
		if !strings.Contains(string(page), "\n**"+kind+"**") {
			t.Errorf("no section for %s", kind)
		}
		if !strings.Contains(string(printer), `"`+kind+`": "`) {
			t.Errorf("the reader has no heading for %s", kind)
		}
		if !strings.Contains(string(words), `"aside.kind.`+kind+`": "`) {
			t.Errorf("no words for a damaged record of the kind %s", kind)
		}
	}
	for _, k := range core.Kinds {
		if !strings.Contains(string(page), "\n**"+k.Name+"**") {
			t.Errorf("no section for %s", k.Name)
		}
	}
	for _, v := range types {
		for _, name := range fieldsIn(reflect.TypeOf(v)) {
			if !strings.Contains(string(page), "`"+name+"`") && !strings.Contains(string(page), "| "+name) && !strings.Contains(string(page), ", "+name+" |") {
				t.Errorf("%T.%s is not said", v, name)
			}
		}
	}
	for _, value := range values() {
		if !strings.Contains(string(page), "`"+value+"`") {
			t.Errorf("the value %s is not said", value)
		}
	}
}

// fieldsIn gives the names of a type's fields in JSON, and of those within.
func fieldsIn(t reflect.Type) (names []string) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t.PkgPath() == "time" {
		return nil
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			names = append(names, name)
		}
		names = append(names, fieldsIn(f.Type)...)
	}
	return names
}

// values gives every value of every enum that is written.
func values() (all []string) {
	add := func(list any) {
		for v := reflect.ValueOf(list); v.Len() > 0; v = v.Slice(1, v.Len()) {
			all = append(all, v.Index(0).String())
		}
	}
	for _, f := range journal.Families {
		add(f.Words)
	}
	for _, t := range journal.Templates {
		all = append(all, string(t.ID))
	}
	for _, f := range app.Formats() {
		all = append(all, f.Name)
	}
	for _, list := range []any{
		journal.Kinds, journal.Needs, supervision.RelationshipKinds(), supervision.Mentorings(), supervision.Audiences(),
		supervision.SessionKinds(), supervision.Modes(), supervision.Wants(), supervision.Urgencies(), supervision.OutcomeKinds(),
		supervision.Owners(), supervision.Elsewheres(), supervision.Functions(), supervision.Lenses(), supervision.Stakeholders(),
		supervision.StandingKinds(), supervision.LabelSets(), alliance.Terms(), alliance.GoalStates(), alliance.Helps(),
	} {
		add(list)
	}
	return append(all, "next", "urgent", "waiting", "on_agenda", "discussed", "withdrawn", "solved_elsewhere",
		"parked", "planned", "open", "closed", "cancelled", "done", "dropped", "yes", "in_part", "no")
}

// The reader in Python prints every word of the journal of version 1 as Markdown.
func TestContent_reader_prints_the_whole_journal(t *testing.T) {
	if _, err := os.Stat(python); err != nil {
		t.Fatal("no " + python + ": type go run ./cmd/dev setup")
	}
	dir := t.TempDir()
	path, secret := filepath.Join(dir, "journal"), filepath.Join(dir, "secret")
	copyFile(t, todayFile, path)
	apptest.Must(t, os.WriteFile(secret, []byte(apptest.Passphrase), 0o600))
	out, err := exec.Command(python, reader, "--markdown", path, secret).Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	printed := strings.Join(strings.Fields(string(out)), " ")
	whole, _, _ := readFull(t, path)
	for p, raw := range whole.raw {
		if p.table != vault.Object {
			continue
		}
		var o struct{ Body any }
		apptest.Must(t, json.Unmarshal([]byte(raw), &o))
		for _, word := range wordsIn(o.Body) {
			if !strings.Contains(printed, strings.Join(strings.Fields(word), " ")) {
				t.Errorf("%q is not printed", word)
			}
		}
	}
	for _, e := range whole.entries {
		if !strings.Contains(printed, strings.Join(strings.Fields(e.Text()), " ")) {
			t.Errorf("%q is not printed", e.Text())
		}
	}
	flip(t, path, place{vault.Object, places(whole)[len(whole.raw)-1].id}, 60)
	out, err = exec.Command(python, reader, "--markdown", path, secret).Output()
	if err != nil || !strings.Contains(string(out), "1 records can't be read") || !strings.Contains(string(out), "Private one") {
		t.Errorf("with a damaged record: %v\n%s", err, out)
	}
}

func wordsIn(v any) (all []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, each := range v {
			all = append(all, wordsIn(each)...)
		}
	case map[string]any:
		for _, each := range v {
			all = append(all, wordsIn(each)...)
		}
	}
	return all
}
