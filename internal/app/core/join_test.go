package core

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// kept puts a template and gives all with it as they are kept.
func kept(t *testing.T, all journal.OwnTemplates, o journal.OwnTemplate) (journal.OwnTemplates, journal.OwnTemplate) {
	t.Helper()
	all, o, err := all.Put(o)
	if err != nil {
		t.Fatal(err)
	}
	return all, o
}

func joined(t *testing.T, last, first journal.OwnTemplates) (all journal.OwnTemplates) {
	t.Helper()
	l, _ := json.Marshal(last)
	f, _ := json.Marshal(first)
	raw, err := joinTemplates(l, f)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func visit(id journal.TemplateID, sections ...string) journal.OwnTemplate {
	o := journal.OwnTemplate{ID: id, Name: "After a visit " + string(id)}
	for _, name := range sections {
		o.Sections = append(o.Sections, journal.OwnSection{Name: name})
	}
	return o
}

// Templates that were made in either copy are there, each once; one that both changed is
// called and arranged as the later said, and what was written under any section of
// either keeps its heading.
func TestJoinTemplates(t *testing.T) {
	both, made := kept(t, nil, visit("own/b", "Noticed", "To do"))
	here, _ := kept(t, both, visit("own/c", "Only here"))
	there, _ := kept(t, both, visit("own/a", "Only there"))

	changed := made
	changed.Name, changed.Sections = "Later name", []journal.OwnSection{made.Sections[0], {Name: "Added here"}}
	here, changed = kept(t, here, changed)
	other := made
	other.Sections = append(slices.Clone(made.Sections), journal.OwnSection{Name: "Added there"})
	there, other = kept(t, there, other)

	all := joined(t, here, there)
	if len(all) != 3 || all[0].ID != "own/a" || all[1].ID != "own/b" || all[2].ID != "own/c" {
		t.Fatalf("joined %+v", all)
	}
	if offered := all[1].Offered(); all[1].Name != "Later name" || len(offered) != 2 || offered[1].Name != "Added here" {
		t.Errorf("arranged by %+v", all[1])
	}
	for _, o := range []journal.OwnTemplate{changed, other} {
		for _, s := range o.Sections {
			if got, known := all.Section(s.Key); !known || got.Name != s.Name {
				t.Errorf("what was written under %q is headed %q", s.Name, got.Name)
			}
		}
	}
	if again := joined(t, all, there); len(again) != 3 || len(again[1].Sections) != len(all[1].Sections) {
		t.Errorf("joined again: %+v", again)
	}
}

// A template that was removed in the later copy stays removed, and known.
func TestJoinTemplates_removed(t *testing.T) {
	both, made := kept(t, nil, visit("own/b", "Noticed"))
	gone, err := both.Remove(made.ID)
	if err != nil {
		t.Fatal(err)
	}
	all := joined(t, gone, both)
	if _, known := all.Section(made.Sections[0].Key); len(all.Offered()) != 0 || !known {
		t.Errorf("joined %+v", all)
	}
	if all := joined(t, both, gone); len(all.Offered()) != 1 {
		t.Errorf("offered later, and gone: %+v", all)
	}
	if _, err := joinTemplates([]byte("{"), []byte("[]")); !errors.Is(err, fault.Damaged) {
		t.Errorf("unreadable: %v", err)
	}
}
