package sharing_test

import (
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document/formats"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// The fields of a piece mask the people that its copy masks, by the same names, and leave
// plain words that begin a sentence.
func TestDesk_FieldTexts(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for _, name := range []string{"Bettina O’Hara", "Kwame"} {
		_, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{name}, Role: "colleague"}})
		apptest.Must(t, err)
	}
	piece := app.CPDPiece{Title: "Promises and what I can stand by", Date: d.Today(), Tried: "Yes, with Kwame and Bettina O’Hara."}
	for _, q := range d.Questions(piece) {
		if !q.Peer {
			piece = piece.Answering(q.ID, "Kwame asked what I promised. Bettina O’Hara and Mr Jenkins listened.")
		}
	}
	id, err := d.SavePiece(piece)
	apptest.Must(t, err)
	all, err := d.FieldTexts(id)
	apptest.Must(t, err)
	copied := strings.Join(strings.Fields(apptest.SavedText(t, d, app.CopyOf{Paper: app.CPDPaper{Piece: id}, Audience: supervision.ForPortfolio}, formats.Text)), " ")
	for i, f := range all {
		if i > 0 && (f.Masked < 2 || !strings.Contains(copied, strings.Join(strings.Fields(f.Text), " "))) {
			t.Errorf("%s says %q, with %d masked; the copy %q", f.Name, f.Text, f.Masked, copied)
		}
		for _, name := range []string{"Kwame", "Bettina", "O’Hara", "Jenkins"} {
			if strings.Contains(f.Text, name) {
				t.Errorf("%s says %q", f.Name, f.Text)
			}
		}
	}
	if title := all[0]; len(all) < 4 || title.Text != piece.Title || title.Masked > 0 {
		t.Errorf("%+v", all)
	}
}

// A sheet says a note of a week once, that somebody else supervised before, and names
// nobody as its writer whom it doesn't name.
func TestHoursPaper_says_each_once(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	ruth, err := d.SaveRelationship(supervision.Relationship{Name: "Ruth", Kind: supervision.ClinicalSupervisor})
	apptest.Must(t, err)
	week := app.WeekOf(d.Today())
	e := app.WeekEntry{Monday: week, Minutes: map[app.HoursKind]int{"individual": 60, "client": 600, "other": 120}, Note: "By phone."}
	apptest.Must(t, d.LogWeek(e))
	e.Note, e.Instead = "", map[journal.ID]journal.ID{0: ruth}
	apptest.Must(t, d.LogWeek(e))
	paper := app.HoursPaper{With: ruth, From: week, Until: d.Today()}
	said := apptest.SavedText(t, d, app.CopyOf{Paper: paper, Audience: supervision.ForExternalSupervisor}, formats.Text)
	said = strings.Join(strings.Fields(said), " ")
	if strings.Count(said, "By phone.") != 1 || strings.Contains(said, "named above") || strings.Count(said, "somebody else") != 3 {
		t.Errorf("says %q", said)
	}
}
