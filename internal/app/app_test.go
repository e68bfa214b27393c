package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document/formats"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_from_entry_to_shared_file(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	a := apptest.Write(t, d, "Aaliyah Hussain of 14 Corran Street rang on 01632 960118.", "A visit that frightened me",
		"I stayed with Aaliyah Hussain although I was frightened. Was I right to stay?", journal.Urgent)
	b := apptest.Write(t, d, "Nothing.", "Speaking up", "How do I speak up when I am the newest there?", journal.Next)
	session, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 4), Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	basket := d.Basket()
	if len(basket) != 2 || basket[0].Entry.ID != a.ID || basket[1].Entry.ID != b.ID {
		t.Fatalf("basket %v, want the urgent one first", basket)
	}
	if err := d.AddToAgenda(session, basket[0].Item.ID, basket[1].Item.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.AddStanding(session, supervision.StandingArriving); err != nil {
		t.Fatal(err)
	}
	agenda, ok := d.NextAgenda()
	if !ok || len(agenda.Items) != 3 || len(d.Basket()) != 0 {
		t.Fatalf("agenda %+v", agenda)
	}
	if err := d.MoveItem(session, agenda.Items[2].ID, 0); err != nil {
		t.Fatal(err)
	}
	copied, err := d.Copy(app.CopyOf{Paper: app.AgendaPaper{Session: session}, Audience: supervision.ForLineSupervisor})
	if err != nil {
		t.Fatal(err)
	}
	copied.Review.MaskAll()
	file := filepath.Join(t.TempDir(), d.FileName(copied, formats.Text))
	shared, err := d.SaveCopy(copied, formats.Text, file, false)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(raw); strings.Contains(text, "Aaliyah") || strings.Contains(text, "Hussain") || !strings.Contains(text, "Speaking up") {
		t.Errorf("shared file:\n%s", text)
	}
	if list := d.SharedCopies(); len(list) != 1 || list[0].SHA256 != shared.SHA256 {
		t.Errorf("register %v", list)
	}
}
