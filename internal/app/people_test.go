package app_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
)

func registered(t *testing.T, d *app.Desk, p redact.Person) journal.ID {
	t.Helper()
	kept, err := d.SavePerson(app.Person{Person: p})
	apptest.Must(t, err)
	return kept.ID
}

func TestDesk_MergePerson_is_one_and_comes_apart_again(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	lee := registered(t, d, redact.Person{Forms: []string{"Lee", "Mrs M"}, Role: "mother", Code: "Parent A"})
	leanne := registered(t, d, redact.Person{Forms: []string{"Leanne Mottram", "Lee"}, Relation: "mother of Kai"})
	before := d.People()
	apptest.Must(t, d.MergePerson(lee, leanne))
	want := redact.Person{Forms: []string{"Leanne Mottram", "Lee", "Mrs M"}, Role: "mother", Relation: "mother of Kai", Code: "Parent A"}
	if all := d.People(); len(all) != 1 || !cmp.Equal(all[0].Person, want) || all[0].ID != leanne {
		t.Fatalf("register %+v", all)
	}
	if d.CanUndo() != "undo.person.merge" {
		t.Errorf("to be undone: %s", d.CanUndo())
	}
	apptest.Must(t, d.Undo())
	if got := d.People(); !cmp.Equal(got, before) {
		t.Errorf("after undo %+v", got)
	}
	apptest.Must(t, d.Redo())
	if len(d.People()) != 1 {
		t.Error("redo left two")
	}
}

func TestDesk_MergePerson_refuses(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	one := registered(t, d, redact.Person{Forms: []string{"Kai"}})
	many := redact.Person{}
	for i := range 50 {
		many.Forms = append(many.Forms, "Form "+strings.Repeat("x", i+1))
	}
	full := registered(t, d, many)
	for name, got := range map[string]struct {
		err  error
		want fault.Kind
	}{
		"gone":     {d.MergePerson(one, 77), fault.NotFound},
		"itself":   {d.MergePerson(one, one), fault.Invalid},
		"too many": {d.MergePerson(one, full), fault.Invalid},
	} {
		if fault.KindOf(got.err) != got.want {
			t.Errorf("%s: %v", name, got.err)
		}
	}
	if len(d.People()) != 2 {
		t.Error("a refused merge changed the register")
	}
}

func TestDesk_EntriesNaming_counts_as_the_search_does(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Write(t, d, "Met Leanne Mottram.", "", "", journal.NoFlag)
	apptest.Write(t, d, "LEE's flat was cold.", "", "", journal.NoFlag)
	apptest.Write(t, d, "A walk in Leeds, and the lees of it.", "", "", journal.NoFlag)
	for _, c := range []struct {
		forms []string
		want  int
	}{{[]string{"Leanne Mottram", "Lee"}, 3}, {[]string{"Leanne"}, 1}, {[]string{"Nobody"}, 0}, {nil, 0}} {
		if n, err := d.EntriesNaming(t.Context(), c.forms); err != nil || n != c.want {
			t.Errorf("%v: in %d, %v; want %d", c.forms, n, err, c.want)
		}
	}
}

func TestDesk_legend(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	if _, err := d.OpenLegend("brass lantern"); fault.KindOf(err) != fault.NotFound || d.HasLegend() {
		t.Fatalf("a new journal has a legend: %v", err)
	}
	l, err := d.BeginLegend("brass lantern")
	apptest.Must(t, err)
	lines := []app.LegendLine{{Code: "K1", Name: "Leanne Mottram"}, {Code: "K2", Name: "Kai Mottram"}}
	apptest.Must(t, d.KeepLegend(l, append([]app.LegendLine{{Code: " ", Name: ""}}, lines...)))
	d = apptest.Reopened(t, d)
	if _, err := d.OpenLegend("another"); fault.KindOf(err) != fault.CannotUnlock {
		t.Errorf("opened with another passphrase: %v", err)
	}
	l, err = d.OpenLegend("brass lantern")
	apptest.Must(t, err)
	got, err := d.ReadLegend(l)
	if err != nil || !cmp.Equal(got, lines) {
		t.Errorf("reads %+v, %v", got, err)
	}
	if strings.Contains(string(d.Settings().Legend), "Mottram") {
		t.Error("the legend is kept readable")
	}
	apptest.Must(t, d.KeepLegend(l, lines[:1]))
	apptest.Must(t, d.Undo())
	if got, err := d.ReadLegend(l); err != nil || !cmp.Equal(got, lines) {
		t.Errorf("after undo %+v, %v", got, err)
	}
	apptest.Must(t, d.DropLegend())
	if _, err := d.ReadLegend(l); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a legend that was thrown away: %v", err)
	}
	other, err := d.BeginLegend("other words")
	apptest.Must(t, err)
	if _, err := d.ReadLegend(l); fault.KindOf(err) != fault.Conflict {
		t.Errorf("another legend reads as the first: %v", err)
	}
	if got, err := d.ReadLegend(other); err != nil || len(got) != 0 {
		t.Errorf("a new legend %+v, %v", got, err)
	}
	if _, err := d.BeginLegend("again"); fault.KindOf(err) != fault.Conflict {
		t.Errorf("two legends: %v", err)
	}
	if _, err := d.BeginLegend(""); fault.KindOf(err) != fault.Invalid {
		t.Errorf("an empty passphrase: %v", err)
	}
}

// Every bit of a kept legend counts: one that was changed is refused, and says
// nothing.
func TestDesk_legend_that_was_changed_is_refused(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	l, err := d.BeginLegend("brass lantern")
	apptest.Must(t, err)
	apptest.Must(t, d.KeepLegend(l, []app.LegendLine{{Code: "K1", Name: "Leanne Mottram"}}))
	kept := d.Settings().Legend
	for _, at := range []int{0, 20, 60, 120, len(kept) / 2, len(kept) - 1} {
		broken := append([]byte(nil), kept...)
		broken[at] ^= 1
		apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Legend = broken }))
		if _, err := d.ReadLegend(l); err == nil {
			t.Errorf("byte %d changed, and it is read", at)
		}
	}
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Legend = kept[:30] }))
	if _, err := d.OpenLegend("brass lantern"); fault.KindOf(err) != fault.Damaged {
		t.Errorf("cut short: %v", err)
	}
}
