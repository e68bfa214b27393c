package journal

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"aftershift/internal/fault"
)

var shiftEnd = time.Date(2026, 3, 10, 22, 15, 0, 0, time.UTC)

// fullEntry gives a valid Entry with every field set.
func fullEntry() Entry {
	trashed := shiftEnd.Add(time.Hour)
	return Entry{
		ID: 42, Title: "After the visit", Template: WhatNow,
		Sections: []Section{{Key: "what", Text: "She opened the door."}, {Key: "so_what"}, {Key: "now_what", Text: "Ask."}},
		Date:     "2026-03-10", Written: shiftEnd, Updated: shiftEnd,
		Themes: []ThemeID{"carers"}, Impact: fullImpact(), Flag: Next,
		Share:      Share{Title: "A visit", Words: "I stayed.", Want: "think", Minutes: 10, WhoKnows: "nobody yet"},
		CaseRecord: CaseRecord{Belongs: true, Done: true, Note: "the time"},
		Enough:     true, Again: "2026-06-10", Links: []ID{7, 8}, Graphic: []string{"opened the door"},
		Revision: 3, Trashed: &trashed,
	}
}

func TestNew_is_valid_and_empty(t *testing.T) {
	for _, template := range Templates {
		e := New(7, template.ID, shiftEnd)
		if err := e.Validate(); err != nil || !e.Empty() || e.Late() || len(e.Sections) != len(template.Sections) {
			t.Errorf("%s: %+v, %v", template.ID, e, err)
		}
	}
}

func TestEntry_Validate(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Entry)
		ok    bool
	}{
		{"full", func(*Entry) {}, true},
		{"no text", func(e *Entry) { e.Sections = nil }, true},
		{"unknown template", func(e *Entry) { e.Template = "later" }, true},
		{"no id", func(e *Entry) { e.ID = 0 }, false},
		{"negative id", func(e *Entry) { e.ID = -1 }, false},
		{"text at the limit", func(e *Entry) { e.Sections = textOfSize(MaxText) }, true},
		{"text over the limit", func(e *Entry) { e.Sections = textOfSize(MaxText + 1) }, false},
		{"sections at the limit", func(e *Entry) { e.Sections = make([]Section, MaxSections) }, true},
		{"sections over the limit", func(e *Entry) { e.Sections = make([]Section, MaxSections+1) }, false},
		{"title at the limit", func(e *Entry) { e.Title = strings.Repeat("x", MaxTitle) }, true},
		{"title over the limit", func(e *Entry) { e.Title = strings.Repeat("x", MaxTitle+1) }, false},
		{"themes at the limit", func(e *Entry) { e.Themes = make([]ThemeID, MaxThemes) }, true},
		{"themes over the limit", func(e *Entry) { e.Themes = make([]ThemeID, MaxThemes+1) }, false},
		{"linked to itself", func(e *Entry) { e.Links = []ID{42} }, false},
		{"too many links", func(e *Entry) { e.Links = make([]ID, MaxLinks+1) }, false},
		{"too many graphic passages", func(e *Entry) { e.Graphic = make([]string, MaxGraphic+1) }, false},
		{"no day to look again", func(e *Entry) { e.Again = "soon" }, false},
		{"share title", func(e *Entry) { e.Share.Title = strings.Repeat("x", MaxTitle+1) }, false},
		{"share words at the limit", func(e *Entry) { e.Share.Words = strings.Repeat("x", MaxShare) }, true},
		{"share words over the limit", func(e *Entry) { e.Share.Words = strings.Repeat("x", MaxShare+1) }, false},
		{"who knows", func(e *Entry) { e.Share.WhoKnows = strings.Repeat("x", MaxTitle+1) }, false},
		{"eight hours", func(e *Entry) { e.Share.Minutes = 480 }, true},
		{"over eight hours", func(e *Entry) { e.Share.Minutes = 481 }, false},
		{"negative minutes", func(e *Entry) { e.Share.Minutes = -1 }, false},
		{"note at the limit", func(e *Entry) { e.CaseRecord.Note = strings.Repeat("x", MaxNote) }, true},
		{"note over the limit", func(e *Entry) { e.CaseRecord.Note = strings.Repeat("x", MaxNote+1) }, false},
		{"no flag", func(e *Entry) { e.Flag = NoFlag }, true},
		{"urgent", func(e *Entry) { e.Flag = Urgent }, true},
		{"unknown flag", func(e *Entry) { e.Flag = "any" }, false},
		{"no date", func(e *Entry) { e.Date = "" }, false},
		{"no such day", func(e *Entry) { e.Date = "2026-02-30" }, false},
		{"impact", func(e *Entry) { e.Impact.Need = "now" }, false},
	} {
		e := fullEntry()
		c.spoil(&e)
		if err := e.Validate(); c.ok != (err == nil) || !c.ok && !errors.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// textOfSize gives two sections of so many bytes together.
func textOfSize(size int) []Section {
	return []Section{{Key: "what", Text: strings.Repeat("x", size-9)}, {Key: "so_what", Text: strings.Repeat("y", 9)}}
}

func TestEntry_JSON_round_trip(t *testing.T) {
	for _, e := range []Entry{fullEntry(), New(7, QuickNote, shiftEnd)} {
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var got Entry
		if err := json.Unmarshal(raw, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e, got, cmp.AllowUnexported(Level{})); diff != "" {
			t.Errorf("read back otherwise (-written +read):\n%s", diff)
		}
	}
}

// Whatever the writer puts in, alone, keeps the entry from being thrown away.
func TestEntry_Empty_is_ended_by_any_mark(t *testing.T) {
	for name, mark := range map[string]func(*Entry){
		"title":    func(e *Entry) { e.Title = "x" },
		"text":     func(e *Entry) { e.Sections[2].Text = "x" },
		"theme":    func(e *Entry) { e.Themes = []ThemeID{"carers"} },
		"hit":      func(e *Entry) { e.Impact.Hit = LevelOf(0) },
		"carrying": func(e *Entry) { e.Impact.Carrying = LevelOf(0) },
		"feeling":  func(e *Entry) { e.Impact.Feelings = []Feeling{"low"} },
		"map":      func(e *Entry) { e.Impact.Affect = &Affect{} },
		"body":     func(e *Entry) { e.Impact.Body = "x" },
		"kind":     func(e *Entry) { e.Impact.Kinds = []Kind{Grief} },
		"need":     func(e *Entry) { e.Impact.Need = NeedHold },
		"flag":     func(e *Entry) { e.Flag = Next },
		"share":    func(e *Entry) { e.Share.WhoKnows = "x" },
		"record":   func(e *Entry) { e.CaseRecord.Belongs = true },
	} {
		e := New(7, WhatNow, shiftEnd)
		if mark(&e); e.Empty() {
			t.Errorf("%s: taken for empty", name)
		}
	}
}

func TestEntry_Empty_despite_blanks(t *testing.T) {
	e := New(7, WhatNow, shiftEnd)
	e.Title, e.Sections[0].Text, e.Impact.Body = " ", "\n\t ", " "
	e.Revision, e.Date = 2, "2026-03-01"
	if !e.Empty() {
		t.Error("blanks and a date are nothing to keep")
	}
}

func TestEntry_Late(t *testing.T) {
	west := time.FixedZone("west", -8*3600)
	for _, c := range []struct {
		name    string
		written time.Time
		want    bool
	}{
		{"same day", shiftEnd, false},
		{"next day", shiftEnd.Add(2 * time.Hour), true},
		{"next day in UTC, same day where it was written", time.Date(2026, 3, 10, 23, 0, 0, 0, west), false},
		{"day before", shiftEnd.AddDate(0, 0, -1), false},
		{"next year", shiftEnd.AddDate(1, 0, -300), true},
	} {
		if got := (Entry{Date: "2026-03-10", Written: c.written}).Late(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestEntry_Text_joins_what_is_there(t *testing.T) {
	if got := fullEntry().Text(); got != "She opened the door.\n\nAsk." {
		t.Errorf("%q", got)
	}
	if got := (Entry{}).Text(); got != "" {
		t.Errorf("an empty entry has the text %q", got)
	}
}

func TestShare_Ready(t *testing.T) {
	for share, want := range map[Share]bool{
		{}: false, {Title: "a"}: false, {Words: "b"}: false, {Title: " ", Words: "b"}: false,
		{Title: "a", Words: "\n"}: false, {Title: "a", Words: "b"}: true,
	} {
		if got := share.Ready(); got != want {
			t.Errorf("%+v: %v", share, got)
		}
	}
}

func TestEntry_Clone_is_equal_and_shares_nothing(t *testing.T) {
	e := fullEntry()
	clone := e.Clone()
	if !reflect.DeepEqual(e, clone) {
		t.Fatalf("%+v, want %+v", clone, e)
	}
	checkApart(t, "Entry", reflect.ValueOf(e), reflect.ValueOf(clone))
	if !reflect.DeepEqual(Entry{}.Clone(), Entry{}) {
		t.Error("the clone of an empty entry is not empty")
	}
}

func TestEntry_Overview_shares_nothing(t *testing.T) {
	e := fullEntry()
	o := e.Overview()
	e.Themes[0], *e.Trashed = "changed", time.Time{}
	if o.Themes[0] != "carers" || o.Trashed.IsZero() {
		t.Error("a change of the entry reaches its overview")
	}
}

// checkApart fails for a slice or pointer that two values share, and for one
// that is not set, which would show nothing. The zone of a time may be shared.
func checkApart(t *testing.T, path string, a, b reflect.Value) {
	if a.Type() == reflect.TypeFor[time.Time]() {
		return
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			checkApart(t, path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
		}
	case reflect.Slice, reflect.Pointer, reflect.Map:
		if a.IsNil() || a.Pointer() == b.Pointer() {
			t.Errorf("%s is shared, or not set", path)
		}
	}
}

// An entry comes back from a file that may have been changed or damaged; what
// can be read and is valid can be worked with and written again, the same.
func FuzzEntry_JSON(f *testing.F) {
	for _, e := range []Entry{fullEntry(), New(7, QuickNote, shiftEnd)} {
		raw, err := json.Marshal(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var e Entry
		if json.Unmarshal(raw, &e) != nil || e.Validate() != nil {
			return
		}
		e.Overview()
		e.Sections = Switch(e.Sections, TemplateByID(e.Template))
		written, err := json.Marshal(e)
		if err != nil {
			t.Fatal("a valid entry can't be written")
		}
		var again Entry
		if err := json.Unmarshal(written, &again); err != nil {
			t.Fatalf("%s can't be read: %v", written, err)
		}
		if rewritten, err := json.Marshal(again); err != nil || string(rewritten) != string(written) {
			t.Fatalf("%s became %s", written, rewritten)
		}
	})
}
