package sharing_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// planted are identifiers of every class, each with the sentence that it stands in.
var planted = []struct{ says, secret string }{
	{"I met Aaliyah Hussain at the door.", "Hussain"},
	{"Mr Pemberton stood there.", "Pemberton"},
	{"Siobhán O’Rourke rang.", "Rourke"},
	{"Her aunt, Wioletta Kowalczyk, came.", "Kowalczyk"},
	{"Dr Nkemelu wrote.", "Nkemelu"},
	{"My colleague Tomasz Zielinski helped.", "Zielinski"},
	{"Mrs Ferreira-Lopes waited.", "Ferreira"},
	{"I spoke to Nguyễn Thi Lan.", "Nguyễn"},
	{"Łukasz Wójcik was there.", "Wójcik"},
	{"Jean-Baptiste Lefebvre left.", "Lefebvre"},
	{"The number is 0161 496 0719.", "4960719"},
	{"Ring 07700 900123 first.", "900123"},
	{"Ring +44 20 7946 0958.", "79460958"},
	{"Ring (555) 010-4477.", "0104477"},
	{"Write to a.hussain@example.org.", "example.org"},
	{"Write to duty.desk@council.example.", "council.example"},
	{"See https://files.example.net/case/77.", "files.example.net"},
	{"The NHS number is 943 476 5919.", "4765919"},
	{"NI number QQ 12 34 56 C.", "123456"},
	{"The reference is CP-48213.", "48213"},
	{"They live at 14 Corran Street.", "Corran"},
	{"The postcode is BS3 1AB.", "1AB"},
	{"They moved to 7 Mill\u00a0Lane, SO15 2GT.", "2GT"},
	{"Born on 3 March 2014.", "2014"},
	{"We met on 12/05/2025.", "2025"},
	{"SSN 078-05-1120.", "078051120"},
	{"The plate was AB12 CDE.", "CDE"},
	{"IP 203.0.113.77.", "203.0.113"},
	{"She is at Oakfield Primary School.", "Oakfield"},
	{"He goes to Larkhill Surgery.", "Larkhill"},
}

// A journal with names of every class in every field, private and to be shared: no
// paper for anybody, in any format, has one of them.
func TestDesk_planted_names_leave_in_no_paper(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	var all strings.Builder
	for i, p := range planted {
		fmt.Fprintf(&all, "%s\n", p.says)
		if i%7 == 3 {
			all.WriteString("\n")
		}
	}
	words := all.String()
	soft := strings.Replace(words, "Hussain", "Hus\u00adsain", 1)
	e := apptest.Write(t, d, words, "Aaliyah Hussain and Mr Pemberton", soft, journal.Next)
	e.Title, e.Impact = "Mrs Ferreira-Lopes", journal.Impact{Hit: journal.LevelOf(7), Body: "Like when Mr Pemberton rang 0161 496 0719."}
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	it, _ := d.ItemFor(e.ID)
	it.KeyQuestion, it.Private, it.WhoKnows = "What would Wioletta Kowalczyk say?", words, "Dr Nkemelu"
	_, err = d.SaveItem(it)
	apptest.Must(t, err)
	session := apptest.Planned(t, d)
	apptest.Must(t, d.AddToAgenda(session, it.ID))
	apptest.Must(t, d.StartSession(session, c.Now()))
	apptest.Must(t, d.Discuss(it.ID, supervision.Outcome{
		Kind: supervision.LearningNeed, Text: words, Decision: "Ring Mr Pemberton on 0161 496 0719.", Rationale: "The reference is CP-48213.", DecidedBy: "Dr Nkemelu",
	}))
	_, err = d.SaveAction(supervision.Action{Text: "Visit 14 Corran Street with Tomasz Zielinski", Owner: supervision.Other, OwnerName: "Mrs Ferreira-Lopes", Item: it.ID, Session: session})
	apptest.Must(t, err)
	apptest.Must(t, d.EndSession(session, 40, nil))
	papers := []app.Paper{
		app.EntriesPaper{Entries: []journal.ID{e.ID}, Private: true, Impact: true},
		app.CasePaper{Entry: e.ID, Private: true, Impact: true},
		app.RecordPaper{Session: session},
		app.DigestPaper{From: d.Today().AddDays(-9), Until: d.Today().AddDays(9), Impact: true},
	}
	folder := t.TempDir()
	for n, paper := range papers {
		for m, audience := range supervision.Audiences() {
			made := draftOf(t, d, app.CopyOf{Paper: paper, Audience: audience})
			made.MaskAll()
			for _, f := range app.Formats() {
				path := filepath.Join(folder, f.FileName(fmt.Sprint(n, m)))
				if _, err := d.SaveCopy(made, f, path, false); err != nil {
					t.Fatalf("%T for %s as %s: %v", paper, audience, f.Name, err)
				}
				left := plantedIn(t, f, path)
				if len(left) > 0 {
					t.Errorf("%T for %s as %s holds %q", paper, audience, f.Name, left)
				}
			}
		}
	}
}

// plantedIn gives the planted names that a reader finds in a file.
func plantedIn(t *testing.T, f app.Format, path string) (left []string) {
	t.Helper()
	contents := document.Contents{Text: apptest.ReadBack(t, f, path)}
	for _, p := range planted {
		if len(document.Check(contents, []string{p.secret})) > 0 {
			left = append(left, p.secret)
		}
	}
	return left
}
