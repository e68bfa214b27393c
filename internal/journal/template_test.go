package journal

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSwitch(t *testing.T) {
	for _, c := range []struct {
		name string
		from []Section
		to   TemplateID
		want []Section
	}{
		{"nothing", nil, QuickNote, []Section{{"note", ""}}},
		{"unknown template", nil, "later", []Section{{"note", ""}}},
		{"same key keeps", []Section{{"note", "a"}}, QuickNote, []Section{{"note", "a"}}},
		{
			"first section takes",
			[]Section{{"note", "a"}},
			WhatNow,
			[]Section{{"what", "a"}, {"so_what", ""}, {"now_what", ""}},
		},
		{
			"the rest stays behind",
			[]Section{{"what", "a"}, {"so_what", ""}, {"now_what", "c"}},
			QuickNote,
			[]Section{{"note", "a"}, {"now_what", "c"}},
		},
		{
			"comes home",
			[]Section{{"note", "a"}, {"now_what", "c"}},
			WhatNow,
			[]Section{{"what", "a"}, {"so_what", ""}, {"now_what", "c"}},
		},
		{
			"unknown section",
			[]Section{{"note", "a"}, {"later", "b"}},
			QuickNote,
			[]Section{{"note", "a"}, {"later", "b"}},
		},
		{
			"one key twice",
			[]Section{{"note", "a"}, {"note", ""}, {"note", "b"}},
			QuickNote,
			[]Section{{"note", "a\n\nb"}},
		},
		{"blanks are text", []Section{{"what", " "}}, QuickNote, []Section{{"note", " "}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Switch(c.from, c.to); !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestSwitch_never_loses_text(t *testing.T) {
	keys := rapid.SampledFrom([]string{"note", "what", "so_what", "now_what", "later", ""})
	ids := rapid.SampledFrom([]TemplateID{QuickNote, WhatNow, "later", ""})
	rapid.Check(t, func(t *rapid.T) {
		// Text is a mark, so that no other text can stand in for it.
		var sections []Section
		var marks []string
		for i, key := range rapid.SliceOfN(keys, 0, 8).Draw(t, "keys") {
			mark := strings.Repeat(string(rune('a'+i)), rapid.IntRange(0, 2).Draw(t, "length"))
			sections = append(sections, Section{key, mark})
			marks = append(marks, mark)
		}
		before := slices.Clone(sections)
		now := sections
		for _, id := range rapid.SliceOfN(ids, 1, 6).Draw(t, "templates") {
			now = Switch(now, id)
			checkArranged(t, now, id)
		}
		checkKept(t, now, marks)
		if !slices.Equal(sections, before) {
			t.Fatalf("the sections given were changed: %v", sections)
		}
	})
}

func checkArranged(t *rapid.T, sections []Section, id TemplateID) {
	for i, key := range TemplateByID(id).Sections {
		if sections[i].Key != key {
			t.Fatalf("section %d of %s is %q", i, id, sections[i].Key)
		}
	}
}

func checkKept(t *rapid.T, sections []Section, marks []string) {
	text := Entry{Sections: sections}.Text()
	for _, mark := range marks {
		if mark != "" && strings.Count(text, mark) != 1 {
			t.Fatalf("%q stands %d times in %q", mark, strings.Count(text, mark), text)
		}
	}
}

func TestTemplates_have_sections_of_their_own(t *testing.T) {
	seen := map[string]bool{}
	for _, template := range Templates {
		if len(template.Sections) == 0 || TemplateByID(template.ID).ID != template.ID {
			t.Errorf("%s is empty, or not found by its id", template.ID)
		}
		for _, key := range template.Sections {
			if seen[key] {
				t.Errorf("two sections are called %s", key)
			}
			seen[key] = true
		}
	}
}

func TestTemplateID_Heading_is_there_for_every_section(t *testing.T) {
	for _, c := range []struct {
		id      TemplateID
		section string
		want    string
	}{
		{QuickNote, "note", "template.quick.note"},
		{WhatNow, "so_what", "template.what.so_what"},
		{WhatNow, "note", "template.other"},
		{QuickNote, "", "template.other"},
		{"of a newer version", "note", "template.other"},
	} {
		if got := c.id.Heading(c.section); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.section, c.id, got, c.want)
		}
	}
}
