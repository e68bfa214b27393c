package writing_test

import (
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
)

// What came up in a session is found as discussed, and the rest is not.
func TestDesk_Search_for_what_was_discussed(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	account, err := d.Account(session)
	apptest.Must(t, err)
	said := map[app.ID]bool{}
	for _, a := range account {
		if a.Outcome.Session == session {
			for _, id := range a.Item.Entries {
				said[id] = true
			}
		}
	}
	found, err := d.Search(apptest.Ctx, "discussed:yes", app.Filter{}, 0)
	apptest.Must(t, err)
	for _, o := range found {
		if !said[o.ID] {
			t.Errorf("%v was not discussed", o.ID)
		}
	}
	if len(found) != len(said) || len(said) == 0 {
		t.Errorf("found %d of %d", len(found), len(said))
	}
}
