package sharing_test

import (
	"path/filepath"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// No file is named after somebody of the register, in whatever copy and by whatever door.
func TestDesk_no_file_is_named_after_somebody(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Leanne Mottram", "Lee"}, Role: "client"}})
	apptest.Must(t, err)
	e := apptest.Write(t, d, "Private.", "A day", "It went well.", journal.Next)
	copied := draftOf(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor})
	copied.MaskAll()
	session, err := d.PlanSession(app.Plan{Start: c.Now().Add(48 * time.Hour), Minutes: 60, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	_, err = d.SetUpGroup(app.GroupSetUp{Name: "Tuesday group", Members: []app.Member{{Name: "Wioletta Kowalczyk"}}})
	apptest.Must(t, err)
	for name, told := range map[string]bool{
		"round for wioletta.txt": true, "Kowalczyk.txt": true, "Tuesday group.txt": false,
		"mottram.txt": true, "Notes_Leanne-Mottram.txt": true, "for lee.txt": true, "reflection.txt": false, "sleeping.txt": false, "agenda for Ruth.txt": false,
	} {
		for door, err := range map[string]error{
			"copy":     second(d.SaveCopy(copied, formats.Text, filepath.Join(t.TempDir(), name), false)),
			"calendar": d.SaveCalendar(session, filepath.Join(t.TempDir(), name), false),
		} {
			if got := fault.KindOf(err) == fault.Exposed; got != told || !told && err != nil {
				t.Errorf("%s as %s: %v", door, name, err)
			}
		}
	}
}

func second[T any](_ T, err error) error { return err }

// What a relationship is called stands at the head of a copy as it is: one that is called
// after somebody of the register holds the copy back, whoever is a party by that name not.
func TestDesk_no_head_is_named_after_somebody(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	for _, form := range []string{"Leanne Mottram", "Ruth Adeyemi"} {
		_, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{form}, Role: "client"}})
		apptest.Must(t, err)
	}
	for name, told := range map[string]bool{"Panel on Leanne Mottram": true, "Ruth Adeyemi": false, "Tuesday group": false} {
		session, err := d.PlanSession(app.Plan{Start: c.Now().Add(48 * time.Hour), Minutes: 60, Name: name})
		apptest.Must(t, err)
		_, err = d.AddNewItem(session, supervision.AgendaItem{Title: "Leave", Words: "In spring."})
		apptest.Must(t, err)
		copied := draftOf(t, d, app.CopyOf{Paper: app.AgendaPaper{Session: session}, Audience: supervision.ForMentor})
		copied.MaskAll()
		_, err = d.SaveCopy(copied, formats.Text, filepath.Join(t.TempDir(), "agenda.txt"), false)
		if got := fault.KindOf(err) == fault.Exposed; got != told || !told && err != nil {
			t.Errorf("with %q: %v", name, err)
		}
	}
}
