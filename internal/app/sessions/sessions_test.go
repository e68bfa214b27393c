package sessions_test

import (
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_AddNewItem_is_one_step(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 4), Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	item := supervision.AgendaItem{Title: "Leave", Words: "21 December to 2 January.", Function: supervision.Administrative}
	if _, err := d.AddNewItem(session, item); err != nil {
		t.Fatal(err)
	}
	a, _ := d.Agenda(session)
	if len(a.Items) != 1 || a.Items[0].Title != "Leave" {
		t.Fatalf("agenda %+v, want the new item", a.Items)
	}
	gaps, err := d.Gaps(session)
	if err != nil || len(gaps) != 2 || gaps[0] != supervision.Educational {
		t.Errorf("gaps %v %v, want learning and support", gaps, err)
	}
	if err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if a, _ = d.Agenda(session); len(a.Items) != 0 || len(d.Basket()) != 0 {
		t.Errorf("after undo: agenda %v, basket %v", a.Items, d.Basket())
	}
	if _, err := d.AddNewItem(session, supervision.AgendaItem{Title: "No words"}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("without words: %v, want invalid", err)
	}
	if len(d.Basket()) != 0 {
		t.Errorf("basket %v, want nothing left of the refused item", d.Basket())
	}
}

func TestDesk_CancelSession_puts_items_back(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 1), Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.AddNewItem(session, supervision.AgendaItem{Title: "Leave", Words: "In December."}); err != nil {
		t.Fatal(err)
	}
	c.Set(c.Now().AddDate(0, 0, 3))
	if missed := d.Missed(); len(missed) != 1 || missed[0].ID != session {
		t.Fatalf("missed %v, want the session that has gone by", missed)
	}
	if err := d.CancelSession(session, " "); fault.KindOf(err) != fault.Invalid {
		t.Errorf("without a reason: %v, want invalid", err)
	}
	if err := d.CancelSession(session, "Ruth was ill."); err != nil {
		t.Fatal(err)
	}
	basket := d.Basket()
	if len(basket) != 1 || basket[0].Item.Carried != 1 || len(d.Missed()) != 0 {
		t.Errorf("basket %v, missed %v", basket, d.Missed())
	}
	account, err := d.Account(session)
	if err != nil || len(account) != 1 || !account[0].Went {
		t.Errorf("account %v %v, want the item that went on", account, err)
	}
}

func TestDesk_SetShare_makes_a_flagged_entry_an_item(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "It was a hard visit.", "", "", journal.Urgent)
	if basket := d.Basket(); len(basket) != 1 || !basket[0].NeedsWords() {
		t.Fatalf("basket %v, want an entry that needs words", basket)
	}
	if err := d.SetShare(e.ID, journal.Share{Title: " A hard visit ", Words: "Was I right to stay?"}); err != nil {
		t.Fatal(err)
	}
	basket := d.Basket()
	if len(basket) != 1 || basket[0].NeedsWords() || basket[0].Item.Title != "A hard visit" {
		t.Fatalf("basket %v, want an item", basket)
	}
	if err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if basket = d.Basket(); len(basket) != 1 || !basket[0].NeedsWords() {
		t.Errorf("after undo: basket %v, want an entry that needs words", basket)
	}
	if err := d.SetShare(12345, journal.Share{}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("no such entry: %v", err)
	}
}
