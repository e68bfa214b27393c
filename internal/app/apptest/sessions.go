package apptest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// HeldSession gives a session that is over, with one item of each fate, actions
// before it and from it, notes and corrections.
func HeldSession(t *testing.T, d *app.Desk, c *Clock) journal.ID {
	t.Helper()
	Must(t, d.SetSettings(func(s *app.Settings) { s.Author = "Jo Whitlock" }))
	earlier, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, -28), Minutes: 60, Name: "Ruth Adeyemi"})
	Must(t, err)
	_, err = d.AddNewItem(earlier, supervision.AgendaItem{Title: "Leave", Words: "In December."})
	Must(t, err)
	Must(t, d.StartSession(earlier, c.Now().AddDate(0, 0, -28)))
	for _, a := range []supervision.Action{
		{Text: "Read the lone-working policy", Owner: supervision.Me, Due: "2026-03-10", Session: earlier},
		{Text: "Send the template", Owner: supervision.Supervisor, Session: earlier},
	} {
		_, err = d.SaveAction(a)
		Must(t, err)
	}
	Must(t, d.EndSession(earlier, 60, nil))
	e := Write(t, d, Marker, "A visit that frightened me", Planted, journal.Urgent)
	session, err := d.PlanSession(app.Plan{Start: c.Now(), Minutes: 60, Name: "Ruth Adeyemi"})
	Must(t, err)
	for _, w := range d.Basket() {
		if w.Entry.ID == e.ID {
			w.Item.Private = Marker
			_, err = d.SaveItem(w.Item)
			Must(t, err)
			Must(t, d.AddToAgenda(session, w.Item.ID))
		}
	}
	_, err = d.AddNewItem(session, supervision.AgendaItem{Title: "Speaking up", Words: "In big meetings.", Minutes: 10, Want: supervision.WantAdvice})
	Must(t, err)
	Must(t, d.AddStanding(session, supervision.StandingKinds()[0]))
	return session
}

// SavedText gives all that is in the saved file of a copy with everything masked.
func SavedText(t *testing.T, d *app.Desk, of app.CopyOf, f app.Format) string {
	t.Helper()
	c, err := d.Copy(of)
	Must(t, err)
	c.Review.MaskAll()
	file := filepath.Join(t.TempDir(), d.FileName(c, f))
	_, err = d.SaveCopy(c, f, file, false)
	Must(t, err)
	return ReadBack(t, f, file)
}

// ReadBack gives all that is in a finished file, whatever its format.
func ReadBack(t *testing.T, f app.Format, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := f.Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.TrimSuffix(c.Text+"\n"+c.Margins, "\n")
	for _, m := range c.Metadata {
		all += "\n" + m
	}
	if c.Pages > 0 {
		all += string(raw)
	}
	return all
}

// Planted is a passage with everything that must not leave.
const Planted = "I stayed with Aaliyah Hussain at 14 Corran Street, BS3 1AB. Mr Hussain rang on 01632 960118 " +
	"about NHS number 943 476 5919, ref CP-48213, and wrote from aaliyah@example.org. Was I right to stay?"

// Telling are the words of Planted that would say who it is about.
var Telling = []string{"Aaliyah", "Hussain", "Corran", "BS3", "01632", "960118", "943 476", "9434765919", "CP-48213", "48213", "example.org"}
