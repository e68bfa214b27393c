package search

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"aftershift/internal/journal"
)

// about is a journal of two themes and two people, in which entry 1 was talked about.
var about = About{
	Day: func(typed string) (journal.Date, error) {
		if typed == "monday" {
			return "2026-11-23", nil
		}
		day, err := journal.ParseDate(typed)
		if err != nil {
			return "", errors.New("no day")
		}
		return day, nil
	},
	Themes: func(typed string) (all []journal.Theme) {
		for _, t := range []journal.Theme{{ID: "child", Name: "Child protection"}, {ID: "child/neglect", Name: "Neglect"}} {
			if strings.HasPrefix(strings.ToLower(t.Name), strings.ToLower(typed)) {
				all = append(all, t)
			}
		}
		return all
	},
	People: func(typed string) (all [][]string) {
		for _, forms := range [][]string{{"Leanne Mott", "Leanne"}, {"Ann Wilk", "Ann"}} {
			if strings.HasPrefix(strings.ToLower(forms[0]), strings.ToLower(typed)) {
				all = append(all, forms)
			}
		}
		return all
	},
	Templates: func(typed string) []journal.TemplateID {
		if typed == "quick" {
			return []journal.TemplateID{journal.QuickNote}
		}
		return nil
	},
	Today:     "2026-11-26",
	Discussed: func(id journal.ID) bool { return id == 1 },
}

// marked entries: what each has is what the test looks for.
func markedEntries() (*Texts, []journal.Overview) {
	entries := []journal.Entry{
		{
			ID: 1, Date: "2026-11-20", Written: journal.Date("2026-11-20").Time(), Again: "2026-12-20", Template: journal.QuickNote, Themes: []journal.ThemeID{"child/neglect"}, Flag: journal.Next,
			Impact:     journal.Impact{Hit: journal.LevelOf(7), Carrying: journal.LevelOf(6), Feelings: []journal.Feeling{"worried", "sea-sick"}},
			Sections:   []journal.Section{{Text: "Leanne’s door stood open"}},
			CaseRecord: journal.CaseRecord{Belongs: true},
		},
		{
			ID: 2, Date: "2026-11-23", Written: journal.Date("2026-11-20").Time(), Again: "2026-11-26", Template: journal.WhatNow, Themes: []journal.ThemeID{"child"}, Flag: journal.Urgent,
			Impact:     journal.Impact{Hit: journal.LevelOf(6), Carrying: journal.LevelOf(0), Feelings: []journal.Feeling{"settled"}},
			Sections:   []journal.Section{{Text: "Annual leave, and the annex"}},
			CaseRecord: journal.CaseRecord{Belongs: true, Done: true},
		},
		{ID: 3, Date: "2026-11-25", Enough: true, Template: journal.QuickNote, Sections: []journal.Section{{Text: "Ann Wilk came to the door"}}},
	}
	texts, list := &Texts{}, []journal.Overview{}
	for _, e := range entries {
		texts.Put(e, nil)
		list = append(list, e.Overview())
	}
	return texts, list
}

func TestQuery_marks(t *testing.T) {
	texts, list := markedEntries()
	for typed, want := range map[string][]journal.ID{
		"theme:neglect": {1}, `theme:"child protection"`: {1, 2}, "-theme:child": {3}, "THEME:Neglect": {1},
		"person:leanne": {1}, "person:ann": {3}, "-person:leanne": {2, 3},
		"feeling:worr": {1}, "feeling:fear": {1}, "feeling:seasick": nil, "feeling:sea": {1}, "feeling:calm": {2},
		"hit>6": {1}, "hit>=6": {1, 2}, "hit<7": {2}, "hit:6-7": {1, 2}, "hit:6": {2}, "hit=7": {1}, "hit<=10": {1, 2},
		"carrying>5": {1}, "carrying<1": {2}, "carrying:0": {2},
		"from:2026-11-23": {2, 3}, "to:2026-11-23": {1, 2}, "from:monday to:2026-11-23": {2},
		"flag:any": {1, 2}, "flag:next": {1}, "flag:urgent": {2}, "flag:none": {3}, "flag:yes": {1, 2},
		"template:quick": {1, 3}, "-template:quick": {2},
		"discussed:yes": {1}, "discussed:no": {2, 3}, "discussed:never": {2, 3},
		"record:open": {1}, "record:done": {2}, "record:none": {3},
		"short:open": {1}, "short:enough": {3}, "-short:open": {2, 3},
		"again:due": {2}, "again:set": {1, 2}, "again:none": {3},
		"door theme:neglect hit>6": {1}, "hit>6 door": {1}, "door -hit>6": {3}, "annex hit>6": nil,
		"note:door": nil, "door:": {1, 3}, "from>3": nil,
	} {
		if got := idsOf(texts.Find(Parse(typed, about), list, 0, nil)); !slices.Equal(got, want) {
			t.Errorf("%s finds %v, want %v", typed, got, want)
		}
	}
}

func TestParse_parts(t *testing.T) {
	for typed, want := range map[string][]Part{
		"door":                nil,
		`door "stood open" x`: {{Kind: Phrase, Value: "stood open"}},
		"-door":               {{Kind: Words, Not: true, Value: "door"}},
		"theme:neg":           {{Kind: Theme, Sign: ":", Value: "neg", Name: "Neglect"}},
		`-theme:"Child prot"`: {{Kind: Theme, Not: true, Sign: ":", Value: "Child prot", Name: "Child protection"}},
		"x hit>6":             {{Kind: Hit, Sign: ">", Value: "6", Low: 7, High: 10}},
		"from:monday":         {{Kind: From, Sign: ":", Value: "monday", Name: "2026-11-23"}},
		"record:o":            {{Kind: Record, Sign: ":", Value: "o", Name: "open"}},
		// what is not understood is told, each with why
		"theme:zzz":       {{Kind: Theme, Sign: ":", Value: "zzz", Problem: NoTheme}},
		"theme: door":     {{Kind: Theme, Sign: ":", Problem: NoValue}},
		"person:nobody":   {{Kind: Person, Sign: ":", Value: "nobody", Problem: NoPerson}},
		"hit>ten":         {{Kind: Hit, Sign: ">", Value: "ten", Problem: NoNumber}},
		"hit>10":          {{Kind: Hit, Sign: ">", Value: "10", Low: 11, High: 10, Problem: NoNumber}},
		"hit:11":          {{Kind: Hit, Sign: ":", Value: "11", Problem: NoNumber}},
		"carrying:6-3":    {{Kind: Carrying, Sign: ":", Value: "6-3", Problem: NoNumber}},
		"from:someday":    {{Kind: From, Sign: ":", Value: "someday", Problem: NoDay}},
		"flag:soon":       {{Kind: Flag, Sign: ":", Value: "soon", Problem: NoFlag}},
		"template:gone":   {{Kind: Template, Sign: ":", Value: "gone", Problem: NoTemplate}},
		"discussed:maybe": {{Kind: Discussed, Sign: ":", Value: "maybe", Problem: NoChoice}},
		"short:long":      {{Kind: Short, Sign: ":", Value: "long", Problem: NoChoice}},
		"again:d":         {{Kind: Again, Sign: ":", Value: "d", Name: "due"}},
		"record:lost":     {{Kind: Record, Sign: ":", Value: "lost", Problem: NoChoice}},
	} {
		got := Parse(typed, about).Parts()
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Part{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", typed, diff)
		}
	}
	many := Parse(strings.Repeat("word ", 40), about).Parts()
	if len(many) != 1 || many[0].Problem != TooMany {
		t.Errorf("words beyond the last that is looked for: %+v", many)
	}
}

func TestParse_what_is_not_understood_narrows_nothing(t *testing.T) {
	texts, list := markedEntries()
	for _, typed := range []string{"door theme:zzz", "door hit>", "from:someday door"} {
		if got := idsOf(texts.Find(Parse(typed, about), list, 0, nil)); !slices.Equal(got, []journal.ID{1, 3}) {
			t.Errorf("%s finds %v", typed, got)
		}
	}
	if !Parse("theme:zzz", about).Empty() || !Parse("hit>", About{}).Empty() {
		t.Error("what is not understood alone is something to look for")
	}
}

func TestQuery_Without_takes_one_part_and_leaves_the_others(t *testing.T) {
	for _, c := range []struct {
		typed string
		part  int
		want  string
	}{
		{"door theme:neglect open", 0, "door open"},
		{`theme:"child protection" hit>6`, 0, "hit>6"},
		{`Chloë “stood open” -gone`, 0, "Chloë -gone"},
		{"Straße -Größe x", 0, "Straße x"},
		{"hit>6", 0, ""},
	} {
		q := Parse(c.typed, about)
		if got := q.Without(q.Parts()[c.part]); got != c.want {
			t.Errorf("%s without part %d is %q, want %q", c.typed, c.part, got, c.want)
		}
	}
}

func TestQuery_Without_leaves_every_other_part_as_it_was(t *testing.T) {
	pieces := []string{"door", `"stood open"`, "-gone", "theme:neglect", "-theme:child", "hit>6", "from:monday", "theme:zzz", "flag:any", "Chloë", "“nicht weit”", "ß-ss"}
	rapid.Check(t, func(t *rapid.T) {
		typed := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 10).Draw(t, "pieces"), " ")
		q := Parse(typed, about)
		parts := q.Parts()
		if len(parts) == 0 {
			return
		}
		gone := rapid.IntRange(0, len(parts)-1).Draw(t, "gone")
		got := Parse(q.Without(parts[gone]), about).Parts()
		want := slices.Delete(slices.Clone(parts), gone, gone+1)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Part{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s without part %d: %s", typed, gone, diff)
		}
	})
}

func TestExcerpt_marks_both_ways_of_writing(t *testing.T) {
	for typed, want := range map[string]string{
		"wellbeing": "his [well-being] today", "being": "his well-[being] today",
		`"his wellbeing"`: "[his well-being] today",
	} {
		if got := marked("his well-being today", typed, 80); got != want {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
	}
	line, spans := Excerpt("then Leanne’s door", Parse("person:leanne", about), 80)
	if len(spans) != 1 || line[spans[0].Start:spans[0].End] != "Leanne’s" {
		t.Errorf("%q %v", line, spans)
	}
}
