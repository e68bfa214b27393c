package sessions_test

import (
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_Preparing_says_why(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, _, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{
		Kind: supervision.Decision, Decision: "Two workers.", CaseRecord: supervision.CaseRecord{Belongs: true}, Minutes: 25,
	}))
	apptest.Must(t, d.EndSession(session, 60, nil))
	heavy := apptest.Write(t, d, "Private heavy one.", "", "", journal.NoFlag)
	apptest.Must(t, d.SetCarrying(heavy.ID, journal.LevelOf(8)))
	good := apptest.Write(t, d, "Private good one.", "", "", journal.NoFlag)
	good.Impact.Affect = &journal.Affect{Valence: 2}
	_, err := d.Save(good, "")
	apptest.Must(t, err)

	p := d.Preparing(0)
	reasons := map[supervision.Reason]app.Suggestion{}
	for _, s := range p.Suggestions {
		reasons[s.Reason] = s
	}
	if s := reasons[supervision.NotInCaseRecord]; s.Session != session || s.Title != items[0].Title {
		t.Errorf("case record: %+v", s)
	}
	if s := reasons[supervision.StillCarrying]; len(s.Entries) != 1 || s.Entries[0] != heavy.ID || s.Count != 8 || s.Day != heavy.Date {
		t.Errorf("still carried: %+v", s)
	}
	if s := reasons[supervision.NothingGood]; len(s.Entries) != 1 || s.Entries[0] != good.ID {
		t.Errorf("nothing good: %+v", s)
	}
	if len(p.Balance) != 1 || p.Balance[0].Minutes != 25 || p.Balance[0].Function != "" {
		t.Errorf("balance %+v", p.Balance)
	}
}

func TestDesk_Preparing_asks_about_what_is_carried_again_and_again(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	item, err := d.SaveItem(supervision.AgendaItem{Title: "Rota", Words: "Who decides?"})
	apptest.Must(t, err)
	for n := range supervision.AskAfter {
		if often := d.Preparing(0).Often; len(often) != 0 {
			t.Fatalf("asked after %d times", n)
		}
		session, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, n+1), Minutes: 60, Name: "Ruth"})
		apptest.Must(t, err)
		apptest.Must(t, d.AddToAgenda(session, item))
		apptest.Must(t, d.CancelSession(session, "Sick leave"))
	}
	if often := d.Preparing(0).Often; len(often) != 1 || often[0].ID != item {
		t.Errorf("often %+v", often)
	}
}

func TestDesk_Unpark_brings_back_what_was_kept_for_elsewhere(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	item, err := d.SaveItem(supervision.AgendaItem{Title: "Rota", Words: "Who decides?"})
	apptest.Must(t, err)
	apptest.Must(t, d.Park(item, supervision.Lot{Elsewhere: supervision.ForUnion}))
	if parked := d.Preparing(0).Parked; len(parked) != 1 || parked[0].ID != item || len(d.Basket()) != 0 {
		t.Errorf("parked %+v, waiting %+v", parked, d.Basket())
	}
	apptest.Must(t, d.Unpark(item))
	if parked := d.Preparing(0).Parked; len(parked) != 0 || len(d.Basket()) != 1 {
		t.Errorf("parked %+v, waiting %+v", parked, d.Basket())
	}
}
