package writing_test

import (
	"slices"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
)

// All that a query may ask for is found with the names of a real journal.
func TestDesk_Search_for_marks(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	a := apptest.Write(t, d, "Leanne’s door stood open.", "Speaking up", "How do I?", journal.Next)
	a.Themes, a.Impact.Hit, a.Impact.Feelings = []journal.ThemeID{"carers/respite"}, journal.LevelOf(8), []journal.Feeling{"worried"}
	a.CaseRecord.Belongs = true
	_, err := d.Save(a, "")
	apptest.Must(t, err)
	c.Set(c.Now().Add(time.Hour))
	b := apptest.Write(t, d, "A quiet day.", "", "", journal.NoFlag)
	b.Template, b.Date = journal.WhatNow, b.Date.AddDays(-3)
	_, err = d.Save(b, "")
	apptest.Must(t, err)
	_, err = d.SavePerson(app.Person{Person: app.Named{Forms: []string{"Leanne Mott", "Leanne"}}})
	apptest.Must(t, err)

	for typed, want := range map[string][]journal.ID{
		"theme:respite": {a.ID}, "theme:carers": {a.ID}, "-theme:carers": {b.ID}, "person:mott": {a.ID}, "feeling:worried": {a.ID},
		"hit>6": {a.ID}, "from:today": {a.ID}, "to:yesterday": {b.ID}, "to:-3 from:-3": {b.ID}, "flag:next": {a.ID},
		"template:what": {b.ID}, `template:"quick note"`: {a.ID}, "discussed:no": {a.ID, b.ID}, "discussed:yes": nil,
		"record:open": {a.ID}, "door hit>6 record:open": {a.ID}, "quiet hit>6": nil,
	} {
		found, err := d.Search(apptest.Ctx, typed, app.Filter{}, 0)
		apptest.Must(t, err)
		var ids []journal.ID
		for _, o := range found {
			ids = append(ids, o.ID)
		}
		if !slices.Equal(ids, want) {
			t.Errorf("%s finds %v, want %v", typed, ids, want)
		}
		for _, p := range d.ReadQuery(typed).Parts() {
			if p.Problem != "" {
				t.Errorf("%s: %s", typed, p.Problem)
			}
		}
	}
}

// No list shows what is graphic, whatever was searched for.
func TestDesk_Excerpt_withoutGraphic(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.WriteGraphic(t, d, "It was late. The floor was wet. Then quiet.", "The floor was wet.")
	for typed, want := range map[string]int{"floor": 0, "quiet": 1, "flag:none": 0} {
		line, found, err := d.Excerpt(e.ID, typed)
		apptest.Must(t, err)
		if line != "It was late. … Then quiet." || len(found) != want {
			t.Errorf("%s shows %q with %v", typed, line, found)
		}
	}
}
