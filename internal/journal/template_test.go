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
		{"nothing", nil, QuickNote, []Section{{Key: "note", Text: ""}}},
		{"unknown template", nil, "later", []Section{{Key: "note", Text: ""}}},
		{"same key keeps", []Section{{Key: "note", Text: "a"}}, QuickNote, []Section{{Key: "note", Text: "a"}}},
		{
			"first section takes",
			[]Section{{Key: "note", Text: "a"}},
			WhatNow,
			[]Section{{Key: "what", Text: "a", From: "note"}, {Key: "so_what", Text: ""}, {Key: "now_what", Text: ""}},
		},
		{
			"the rest stays behind",
			[]Section{{Key: "what", Text: "a"}, {Key: "so_what", Text: ""}, {Key: "now_what", Text: "c"}},
			QuickNote,
			[]Section{{Key: "note", Text: "a", From: "what"}, {Key: "now_what", Text: "c"}},
		},
		{
			"comes home",
			[]Section{{Key: "note", Text: "a", From: "what"}, {Key: "now_what", Text: "c"}},
			WhatNow,
			[]Section{{Key: "what", Text: "a"}, {Key: "so_what", Text: ""}, {Key: "now_what", Text: "c"}},
		},
		{
			"unknown section",
			[]Section{{Key: "note", Text: "a"}, {Key: "later", Text: "b"}},
			QuickNote,
			[]Section{{Key: "note", Text: "a"}, {Key: "later", Text: "b"}},
		},
		{
			"one key twice",
			[]Section{{Key: "note", Text: "a"}, {Key: "note", Text: ""}, {Key: "note", Text: "b"}},
			QuickNote,
			[]Section{{Key: "note", Text: "a\n\nb"}},
		},
		{"blanks are text", []Section{{Key: "what", Text: " "}}, QuickNote, []Section{{Key: "note", Text: " ", From: "what"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Switch(c.from, TemplateByID(c.to)); !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestSwitch_never_loses_text(t *testing.T) {
	keys := rapid.SampledFrom([]string{"note", "what", "so_what", "now_what", "analysis", "later", ""})
	ids := rapid.SampledFrom([]TemplateID{QuickNote, WhatNow, Gibbs, "later", ""})
	rapid.Check(t, func(t *rapid.T) {
		// Text is a mark, so that no other text can stand in for it.
		var sections []Section
		var marks []string
		for i, key := range rapid.SliceOfN(keys, 0, 8).Draw(t, "keys") {
			mark := strings.Repeat(string(rune('a'+i)), rapid.IntRange(0, 2).Draw(t, "length"))
			sections = append(sections, Section{Key: key, Text: mark})
			marks = append(marks, mark)
		}
		before := slices.Clone(sections)
		now := sections
		for _, id := range rapid.SliceOfN(ids, 1, 6).Draw(t, "templates") {
			now = Switch(now, TemplateByID(id))
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
		{QuickNote, "analysis", "template.gibbs.analysis"},
		{QuickNote, "", "template.other"},
		{"of a newer version", "note", "template.other"},
	} {
		if got := c.id.Heading(c.section); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.section, c.id, got, c.want)
		}
	}
}

// Through any templates and back, every word stands in the section in which it
// was written.
func TestSwitch_and_back_gives_what_was_there(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		home := rapid.SampledFrom(Templates).Draw(t, "template")
		sections := Switch(nil, home)
		for i := range sections {
			sections[i].Text = rapid.SampledFrom([]string{"", "one", " two\n\nlines", "\n"}).Draw(t, "text")
		}
		now := sections
		for _, by := range rapid.Permutation(Templates).Draw(t, "way") {
			now = Switch(now, by)
		}
		if got := Switch(now, home); !slices.Equal(got, sections) {
			t.Fatalf("%v, was %v", got, sections)
		}
	})
}

// Seven templates are offered; the rest folds out.
func TestTemplates_seven_are_offered(t *testing.T) {
	offered := 0
	for i, template := range Templates {
		if !template.More {
			offered++
			if i >= 7 {
				t.Errorf("%s stands behind the further ones", template.ID)
			}
		}
	}
	if offered != 7 {
		t.Errorf("%d are offered", offered)
	}
}
