package journal

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestEntry_Overview_takes_what_a_list_shows(t *testing.T) {
	e := fullEntry()
	o := e.Overview()
	same := o.ID == e.ID && o.Title == e.Title && o.Date == e.Date && o.Written.Equal(e.Written) &&
		o.Updated.Equal(e.Updated) && slices.Equal(o.Themes, e.Themes) && o.Hit == e.Impact.Hit &&
		o.Carrying == e.Impact.Carrying && o.Flag == e.Flag && o.Share == e.Share &&
		o.CaseRecord == e.CaseRecord && o.Enough == e.Enough && o.Again == e.Again && o.Revision == e.Revision && o.Trashed.Equal(*e.Trashed)
	if !same || o.Excerpt != "She …. Ask." {
		t.Errorf("%+v of %+v", o, e)
	}
}

func TestOverview_Name(t *testing.T) {
	for _, c := range []struct{ title, excerpt, want string }{
		{" After the visit ", "She opened", "After the visit"},
		{" ", "She opened", "She opened"},
		{"", "", ""},
		{"", strings.Repeat("words ", 20), "words words words words words words words words…"},
	} {
		if got := (Overview{Title: c.title, Excerpt: c.excerpt}).Name(); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.title, c.excerpt, got, c.want)
		}
	}
}

func TestOverview_Before_newest_first(t *testing.T) {
	want := []Overview{
		{ID: 1, Date: "2026-03-11", Written: shiftEnd},
		{ID: 5, Date: "2026-03-10", Written: shiftEnd.Add(time.Second)},
		{ID: 2, Date: "2026-03-10", Written: shiftEnd.In(time.FixedZone("east", 3600))},
		{ID: 3, Date: "2026-03-10", Written: shiftEnd},
	}
	for i, a := range want {
		for j, b := range want {
			if a.Before(b) != (i < j) {
				t.Errorf("%d before %d: %v", a.ID, b.ID, a.Before(b))
			}
		}
	}
}

func TestOverview_Before_is_a_strict_total_order(t *testing.T) {
	overview := rapid.Custom(func(t *rapid.T) Overview {
		return Overview{
			ID:   ID(rapid.IntRange(1, 3).Draw(t, "id")),
			Date: Date("2026-03-10").AddDays(rapid.IntRange(0, 2).Draw(t, "day")),
			Written: shiftEnd.Add(time.Duration(rapid.IntRange(0, 2).Draw(t, "written"))).
				In(time.FixedZone("", rapid.IntRange(-1, 1).Draw(t, "zone")*3600)),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := overview.Draw(t, "a"), overview.Draw(t, "b"), overview.Draw(t, "c")
		equal := a.ID == b.ID && a.Date == b.Date && a.Written.Equal(b.Written)
		if a.Before(a) || a.Before(b) && b.Before(a) {
			t.Fatal("not strict")
		}
		if a.Before(b) == b.Before(a) && !equal {
			t.Fatal("two differ, and neither is first")
		}
		if a.Before(b) && b.Before(c) && !a.Before(c) {
			t.Fatal("the order turns in a circle")
		}
	})
}

func TestExcerpt(t *testing.T) {
	for _, c := range []struct {
		name, text string
		limit      int
		want       string
	}{
		{"short", "one two", 7, "one two"},
		{"one too long", "one twos", 7, "one tw…"},
		{"cut at a space", "one two three", 9, "one two…"},
		{"lines", " one\n\n\ttwo\u00a0three ", 40, "one two three"},
		{"nothing", "", 5, ""},
		{"blanks", " \n ", 5, ""},
		{"begins after many blanks", strings.Repeat("\n", 5000) + "one", 5, "one"},
		{"blanks between", "one" + strings.Repeat(" ", 5000) + "two", 7, "one two"},
		{"blanks behind are no cut", "one" + strings.Repeat(" ", 5000), 3, "one"},
		{"counts runes, not bytes", "🙂🙂🙂🙂", 4, "🙂🙂🙂🙂"},
		{"cuts between runes", "🙂🙂🙂🙂🙂", 4, "🙂🙂🙂…"},
		{"bytes that are no text", "a\xff\xfeb", 9, "a\ufffd\ufffdb"},
		{"rune cut short", "a\xf0\x9f\x99", 9, "a\ufffd\ufffd\ufffd"},
		{"room for one", "one", 1, "…"},
		{"no room", "one", 0, "…"},
		{"less than no room", "one", -3, "…"},
		{"huge", strings.Repeat("é", 10<<20), 3, "éé…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Excerpt(c.text, c.limit); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestExcerpt_any_text(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.StringMatching(`[ab🙂é \n]{0,60}`),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		).Draw(t, "text")
		checkExcerpt(t, text, rapid.IntRange(1, 30).Draw(t, "limit"))
	})
}

func FuzzExcerpt(f *testing.F) {
	f.Add("one 🙂 two\n\nthree", 9)
	f.Add("\xff\xfe \xf0\x9f", 2)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		checkExcerpt(t, text, min(max(limit, 1), 1000))
	})
}

// checkExcerpt compares with the plain way: the whole text on one line, cut.
func checkExcerpt(t interface{ Fatalf(string, ...any) }, text string, limit int) {
	got := Excerpt(text, limit)
	line := []rune(strings.Join(strings.Fields(text), " "))
	want := string(line)
	if len(line) > limit {
		want = strings.TrimRight(string(line[:limit-1]), " ") + "…"
	}
	if got != want || !utf8.ValidString(got) {
		t.Fatalf("Excerpt(%q, %d) = %q, want %q", text, limit, got, want)
	}
}

func BenchmarkExcerpt(b *testing.B) {
	text := strings.Repeat("She opened the door and stayed.\n", 10_000)
	for b.Loop() {
		Excerpt(text, ExcerptRunes)
	}
}

func BenchmarkEntry_Overview(b *testing.B) {
	e := fullEntry()
	for b.Loop() {
		e.Overview()
	}
}
