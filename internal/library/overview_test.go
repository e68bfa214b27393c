package library

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/journal"
)

func drawOverview(t *rapid.T) journal.Overview {
	text := rapid.StringOf(rapid.SampledFrom([]rune("ab \"\\<&é\u2028\n{}[],:0")))
	moment := rapid.Custom(func(t *rapid.T) time.Time {
		zone := time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, "zone")*3600)
		return time.Unix(rapid.Int64Range(0, 1<<33).Draw(t, "at"), rapid.Int64Range(0, 999999999).Draw(t, "ns")).In(zone)
	})
	level := rapid.Map(rapid.IntRange(-1, 10), func(n int) journal.Level {
		if n < 0 {
			return journal.Level{}
		}
		return journal.LevelOf(n)
	})
	o := journal.Overview{
		ID: journal.ID(rapid.Int64Range(0, 1<<62).Draw(t, "id")), Title: text.Draw(t, "title"), Date: journal.Date(text.Draw(t, "date")),
		Written: moment.Draw(t, "written"), Updated: moment.Draw(t, "updated"), Hit: level.Draw(t, "hit"), Carrying: level.Draw(t, "carrying"),
		Flag: journal.Flag(text.Draw(t, "flag")), Share: journal.Share{Title: text.Draw(t, "share"), Minutes: rapid.IntRange(0, 9).Draw(t, "minutes")},
		CaseRecord: journal.CaseRecord{Belongs: rapid.Bool().Draw(t, "belongs")}, Enough: rapid.Bool().Draw(t, "enough"),
		Again: journal.Date(text.Draw(t, "again")), Excerpt: text.Draw(t, "excerpt"), Revision: rapid.IntRange(-3, 2000000000).Draw(t, "revision"),
	}
	for _, theme := range rapid.SliceOfN(text, 0, 3).Draw(t, "themes") {
		o.Themes = append(o.Themes, journal.ThemeID(theme))
	}
	if rapid.Bool().Draw(t, "trashed") {
		at := moment.Draw(t, "trashed_at")
		o.Trashed = &at
	}
	return o
}

// What is read quickly is what reading by reflection gives, of whatever bytes: of
// overviews, and of ones with bytes left out, put in or exchanged.
func TestQuickOverview_reads_as_json_does(t *testing.T) {
	quick := 0
	rapid.Check(t, func(t *rapid.T) {
		body, err := json.Marshal(drawOverview(t))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 3).Draw(t, "edits") {
			at := rapid.IntRange(0, len(body)).Draw(t, "at")
			end := min(len(body), at+rapid.IntRange(0, 2).Draw(t, "out"))
			in := rapid.SampledFrom([]string{"", "", " ", "0", "null", `"`, `\`, ",", "}", `"id":"",`, `"Title":"x",`, `"more":1,`, "\x00", "\xff", "\x7f", "é"}).Draw(t, "in")
			body = append(append(append([]byte(nil), body[:at]...), in...), body[end:]...)
		}
		got, ok := quickOverview(body)
		if !ok {
			return
		}
		quick++
		var want journal.Overview
		if err := json.Unmarshal(body, &want); err != nil {
			t.Fatalf("%s is read, and json says %v", body, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\n%+v, want\n%+v", body, got, want)
		}
	})
	if quick == 0 {
		t.Error("none was read quickly")
	}
}

// Every field that a list shows is read quickly: one that is forgotten makes all
// overviews that have it slow.
func TestQuickOverview_reads_every_field(t *testing.T) {
	at := time.Date(2026, 3, 1, 19, 0, 0, 0, time.UTC)
	o := journal.Overview{
		ID: 7, Title: "After the visit", Date: "2026-03-01", Written: at, Updated: at, Themes: []journal.ThemeID{"own/a"},
		Hit: journal.LevelOf(3), Carrying: journal.LevelOf(0), Flag: journal.Next, Share: journal.Share{Title: "a"},
		CaseRecord: journal.CaseRecord{Note: "b"}, Enough: true, Again: "2026-04-01", Excerpt: "It was “long”", Revision: 2, Trashed: &at,
	}
	v := reflect.ValueOf(o)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("%s is not tried", v.Type().Field(i).Name)
		}
	}
	body, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := quickOverview(body); !ok || !reflect.DeepEqual(got, o) {
		t.Errorf("%s: %v %+v", body, ok, got)
	}
}

// Members of a later version are found wherever they stand, quickly or not.
func TestForeign_finds_fields(t *testing.T) {
	for raw, want := range map[string]bool{
		`{}`: false, ` { "title" : "a{" , "share":{"title":"b"} } `: false, `null`: false, `{"themes":["a"],"trashed":null}`: false,
		`{"more":1}`: true, `{"share":{"title":"b","more":[]}}`: true, `{"Title":"a"}`: true, `{"\u0074itle":"a"}`: false, `{"\u0074itl":"a"}`: true,
		`{"title":"a","excerpt":"\"more\":1,"}`: false,
	} {
		if got := foreign(reflect.TypeFor[journal.Overview](), []byte(raw)); got != want {
			t.Errorf("%s: %v", raw, got)
		}
	}
}

func BenchmarkDecodeOverview(b *testing.B) {
	at := time.Date(2026, 3, 1, 19, 0, 0, 0, time.UTC)
	body, err := json.Marshal(journal.Overview{
		ID: 7, Title: "After the visit", Date: "2026-03-01", Written: at, Updated: at, Themes: []journal.ThemeID{"child-protection/neglect", "own/a"},
		Hit: journal.LevelOf(3), Excerpt: "It was a long day, and I kept talking to fill the silence. Nobody said a word until the doctor came.", Revision: 2,
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("quick", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = decodeOverview(body)
		}
	})
	b.Run("reflected", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var o journal.Overview
			_ = json.Unmarshal(body, &o)
		}
	})
}
