package input_test

import (
	"errors"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestReadFilter(t *testing.T) {
	f, err := input.ReadFilter("carers", "2026-01-01", "2026-02-01", "any")
	apptest.Must(t, err)
	if f != (app.Filter{Theme: "carers", Since: "2026-01-01", Until: "2026-02-01", Flag: app.AnyFlag}) {
		t.Errorf("filter %+v", f)
	}
	if f, err := input.ReadFilter("", "", "", ""); err != nil || f != (app.Filter{}) {
		t.Errorf("nothing typed: %+v %v", f, err)
	}
	for _, bad := range [][3]string{{"yesterday", "", ""}, {"", "2026-02-30", ""}, {"", "", "soon"}} {
		if _, err := input.ReadFilter("", bad[0], bad[1], bad[2]); !errors.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestRead_words_that_are_known(t *testing.T) {
	if w, err := input.ReadWant(""); err != nil || w != app.UsualWant {
		t.Errorf("no want: %q %v", w, err)
	}
	for _, w := range supervision.Wants() {
		if got, err := input.ReadWant(string(w)); err != nil || got != w {
			t.Errorf("%q: %v", w, err)
		}
	}
	for _, a := range supervision.Audiences() {
		if got, err := input.ReadAudience(string(a)); err != nil || got != a {
			t.Errorf("%q: %v", a, err)
		}
	}
	for _, bad := range []string{"", "everyone"} {
		if _, err := input.ReadAudience(bad); !errors.Is(err, fault.Invalid) {
			t.Errorf("audience %q: %v", bad, err)
		}
	}
	if _, err := input.ReadWant("everything"); !errors.Is(err, fault.Invalid) {
		t.Errorf("want: %v", err)
	}
	id := journal.ID(77)
	if got, err := input.ReadID(id.String()); err != nil || got != id {
		t.Errorf("id %v: %v", got, err)
	}
}

func TestDesk_Take_makes_an_entry_of_its_own(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "A", "A.", journal.Next)
	trashed := c.Now()
	e.Trashed, e.Revision, e.Written = &trashed, 7, c.Now().Add(-48*time.Hour)
	taken, err := d.Take(e)
	apptest.Must(t, err)
	if taken.ID == e.ID || taken.Revision != 1 || taken.Trashed != nil || !taken.Written.Equal(e.Written) || taken.Text() != "text" {
		t.Errorf("taken %+v", taken)
	}
	if len(d.Basket()) != 2 {
		t.Errorf("basket %v, want an item for each", d.Basket())
	}
	bare, err := d.Take(app.Entry{Sections: []journal.Section{{Key: "note", Text: "bare"}}})
	apptest.Must(t, err)
	if bare.Date != d.Today() || bare.Template != journal.QuickNote || !bare.Written.Equal(c.Now()) {
		t.Errorf("bare %+v", bare)
	}
	if _, err := d.Take(app.Entry{}); !errors.Is(err, fault.Invalid) {
		t.Errorf("empty: %v", err)
	}
	if _, err := d.Take(app.Entry{Title: "t", Flag: "soon"}); !errors.Is(err, fault.Invalid) {
		t.Errorf("against the rules: %v", err)
	}
}

func TestApp_Mask_counts_code_points(t *testing.T) {
	a, _ := apptest.NewApp(t)
	masked, spans, err := a.Mask("🌿 Leanne rang.", app.MaskOptions{Register: []app.Named{{Forms: []string{"Leanne"}}}})
	apptest.Must(t, err)
	if len(spans) != 1 || spans[0].Start != 2 || spans[0].End != 8 || masked == "🌿 Leanne rang." {
		t.Errorf("masked %q, spans %+v", masked, spans)
	}
}
