package writing_test

import (
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/supervision"
)

// What was talked about in a session is found as discussed, and the rest is not.
func TestDesk_Search_for_what_was_discussed(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, entries, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{Kind: supervision.Decision, Text: "It was right to stay."}))
	for typed, want := range map[string]int{"discussed:yes": 1, "discussed:no": len(entries) - 1} {
		found, err := d.Search(apptest.Ctx, typed, app.Filter{}, 0)
		apptest.Must(t, err)
		if len(found) != want {
			t.Errorf("%s: %d, want %d", typed, len(found), want)
		}
		for _, o := range found {
			if yes := o.ID == items[0].Entries[0]; yes != (typed == "discussed:yes") {
				t.Errorf("%s finds %v", typed, o.ID)
			}
		}
	}
}
