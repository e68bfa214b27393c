package library

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"aftershift/internal/journal"
	"aftershift/internal/search"
)

// hostile are texts that trip other programs.
func hostile() map[string]string {
	return map[string]string{
		"nothing":            "",
		"a space":            " ",
		"NUL":                "before\x00after",
		"control marks":      "\x01\x07\x1b[31m\x7f\r\n\t",
		"invalid UTF-8":      "a\xff\xfe\xc3(\xed\xa0\x80 b",
		"byte order mark":    "\ufeffbegun",
		"direction marks":    "a\u202egnal\u202c b\u2066c\u2069\u200f",
		"joined emoji":       "👩🏽‍⚕️ 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
		"combining":          "e\u0301\u0323 \u1112\u1161\u11ab Z\u0351\u036b\u0343",
		"no letters":         "\u200b\u2060\u00ad\ufffd\uffff\U0010ffff",
		"SQL":                `'; DROP TABLE vault; -- " UNION SELECT * FROM sqlite_schema`,
		"query":              `NEAR/2 AND NOT "open (a OR b)* -c title:x ^y`,
		"format verbs":       "%s %d %!v(MISSING) {{.}} ${HOME} $(id)",
		"markup":             `<script>alert(1)</script> ![x](http://example.invalid/x.png) &amp;`,
		"JSON":               `{"id":1,"sections":null}\u0000\"`,
		"a path":             "../../etc/passwd\\C:\\con.txt",
		"folded differently": "İıſﬁǅΣςß Straße",
	}
}

// Every text comes back byte by byte from every field, is found or not without an
// error, and stands beside the others unharmed.
func TestLibrary_any_text_in_every_field_comes_back(t *testing.T) {
	l := newLibrary(t)
	var wanted []journal.Entry
	for name, text := range hostile() {
		for field, set := range fields() {
			e := entry(t, l, name+" in "+field, "2026-03-12")
			if field != "text" {
				text = string([]rune(text)) // marks are kept as JSON, which has no invalid UTF-8
			}
			set(&e, text)
			wanted = append(wanted, e)
		}
	}
	long := entry(t, l, strings.Repeat("long \u202e", journal.MaxText/9), "2026-03-12")
	wanted = append(wanted, long)
	for _, e := range wanted {
		if err := l.SaveDraft(e); err != nil {
			t.Fatal(err)
		}
		save(t, l, e)
	}
	l = again(t, l, cheap)
	texts := &search.Texts{}
	for _, e := range wanted {
		got, err := l.Entry(e.ID)
		must(t, err)
		if diff := cmp.Diff(e, got, cmp.AllowUnexported(journal.Level{})); diff != "" {
			t.Errorf("entry differs:\n%.2000s", diff)
		}
		texts.Put(got, nil)
	}
	for name, text := range hostile() {
		texts.Find(search.Parse(text, search.About{}), l.Overviews(), 0, nil)
		if q := search.Parse("before", search.About{}); name == "NUL" && len(texts.Find(q, l.Overviews(), 0, nil)) == 0 {
			t.Error("nothing is found behind a NUL")
		}
	}
	t.Attr("trials", fmt.Sprint(len(wanted), " entries with odd text in one field"))
}

// fields gives how to set each field that somebody types into.
func fields() map[string]func(*journal.Entry, string) {
	return map[string]func(*journal.Entry, string){
		"title":       func(e *journal.Entry, s string) { e.Title = s },
		"text":        func(e *journal.Entry, s string) { e.Sections[0].Text = s },
		"share title": func(e *journal.Entry, s string) { e.Share.Title = s },
		"share words": func(e *journal.Entry, s string) { e.Share.Words = s },
		"want":        func(e *journal.Entry, s string) { e.Share.Want = s },
		"who knows":   func(e *journal.Entry, s string) { e.Share.WhoKnows = s },
		"note":        func(e *journal.Entry, s string) { e.CaseRecord.Note = s },
		"body":        func(e *journal.Entry, s string) { e.Impact.Body = s },
		"theme":       func(e *journal.Entry, s string) { e.Themes = []journal.ThemeID{journal.ThemeID(s)} },
	}
}

// Whatever the computer's clock said when entries were written, they are listed by
// the day that they are about, the times come back, and none takes another's place.
func TestLibrary_order_whatever_the_clock_says(t *testing.T) {
	zone, err := time.LoadLocation("Europe/London")
	must(t, err)
	clocks := []time.Time{
		day, day.AddDate(-1, 0, 0), day.Add(-time.Second), day,
		time.Unix(0, 0).UTC(), time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC),
		time.Date(2026, 3, 29, 0, 59, 59, 0, zone), time.Date(2026, 3, 29, 1, 30, 0, 0, zone), // an hour that there is not
		time.Date(2026, 10, 25, 1, 30, 0, 0, zone), time.Date(2026, 10, 25, 1, 30, 0, 0, zone).Add(time.Hour), // one twice
		time.Date(2024, 2, 29, 12, 0, 0, 0, zone), time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("", 14*3600)),
	}
	l := newLibrary(t)
	saved := map[journal.ID]journal.Entry{}
	for i, now := range clocks {
		e := entry(t, l, fmt.Sprint("entry ", i), journal.DateOf(now))
		e.Written, e.Updated = now, now
		save(t, l, e)
		saved[e.ID] = e
		checkOrder(t, l, saved)
	}
	checkOrder(t, again(t, l, cheap), saved)
	t.Attr("trials", fmt.Sprint(len(clocks), " clocks"))
}

func checkOrder(t *testing.T, l *Library, saved map[journal.ID]journal.Entry) {
	t.Helper()
	list := l.Overviews()
	if len(list) != len(saved) {
		t.Fatalf("%d of %d listed", len(list), len(saved))
	}
	for i, o := range list {
		if i > 0 && list[i-1].Date < o.Date {
			t.Errorf("%s is listed before %s", list[i-1].Date, o.Date)
		}
		got, err := l.Entry(o.ID)
		must(t, err)
		if want := saved[o.ID]; !got.Written.Equal(want.Written) || !reflect.DeepEqual(got.Sections, want.Sections) {
			t.Errorf("%s came back as %s", want.Written, got.Written)
		}
	}
}
