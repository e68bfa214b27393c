package sharing_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document/formats"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// Of the names of themes that come with the program nothing is asked or masked; of one's
// own everything is, and of somebody in the register whatever the theme is called.
func TestDesk_Copy_themes_of_the_program_stay(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	own, err := d.AddTheme("Pemberton")
	apptest.Must(t, err)
	e := apptest.Write(t, d, "Private.", "A day", "It went well.", journal.Next)
	e.Themes = []journal.ThemeID{own.ID}
	for _, theme := range d.Themes() {
		if theme.Name == "Success" || theme.Name == "Kinship" {
			e.Themes = append(e.Themes, theme.ID)
		}
	}
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	for _, paper := range []app.Paper{app.CasePaper{Entry: e.ID}, app.DigestPaper{From: d.Today().AddDays(-9), Until: d.Today()}} {
		said := apptest.SavedText(t, d, app.CopyOf{Paper: paper, Audience: supervision.ForPortfolio}, formats.Text)
		if !strings.Contains(said, "Success") || !strings.Contains(said, "Kinship") || strings.Contains(said, "Pemberton") {
			t.Errorf("%s: %s", paper.Name(), said)
		}
	}
	_, err = d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Success"}, Role: "client"}})
	apptest.Must(t, err)
	if said := apptest.SavedText(t, d, app.CopyOf{Paper: app.CasePaper{Entry: e.ID}, Audience: supervision.ForPortfolio}, formats.Text); strings.Contains(said, "Success") {
		t.Errorf("somebody of the register stands in %s", said)
	}
}

// Nobody signs a page without what is signed: the places to sign come with what stands
// above them, and papers of figures don't call themselves reflective notes.
func TestDesk_Copy_hours_are_signed_below_their_sum(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.HeldSession(t, d, c)
	with := d.Relationships()[0].ID
	for week := range 14 {
		kinds := map[app.HoursKind]int{}
		for _, k := range learning.HoursKinds() {
			if k != "own" {
				kinds[k] = 60
			}
		}
		apptest.Must(t, d.LogWeek(app.WeekEntry{Monday: d.Today().AddDays(-7 * week), Minutes: kinds, With: with}))
	}
	for days := 10; days < 120; days += 7 {
		copied := draftOf(t, d, app.CopyOf{Paper: app.HoursPaper{With: with, From: d.Today().AddDays(-days), Until: d.Today()}, Audience: supervision.ForExternalSupervisor})
		copied.MaskAll()
		path := filepath.Join(t.TempDir(), "hours.pdf")
		_, err := d.SaveCopy(copied, formats.PDF, path, false)
		apptest.Must(t, err)
		out, err := exec.Command("pdftotext", path, "-").Output()
		apptest.Must(t, err)
		pages := strings.Split(string(out), "\f")
		last := pages[max(len(pages)-2, 0)]
		if !strings.Contains(last, "Signed") || !strings.Contains(last, "Whether hours count") {
			t.Errorf("%d days: the last page says %q", days, last)
		}
		if all := strings.Join(pages, " "); strings.Contains(all, "Reflective") || !slices.ContainsFunc(pages, func(p string) bool { return strings.Contains(p, "Not a case record") }) {
			t.Errorf("%d days: the foot says %q", days, last)
		}
	}
}
