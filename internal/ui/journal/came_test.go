package journal

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestCameCard_shows_what_came_of_the_entry(t *testing.T) {
	p, w, desk := openPage(t, 1, 1090, 760)
	e, err := desk.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Sections[0].Text, e.Flag = "Rang twice.", journal.Next
	e.Share = journal.Share{Title: "A visit", Words: "Was I right to stay?"}
	if _, err = desk.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	session, err := desk.PlanSession(app.Plan{Start: evening, Minutes: 60, Name: "Ruth"})
	if err != nil {
		t.Fatal(err)
	}
	item := desk.Basket()[0].Item.ID
	for _, do := range []func() error{
		func() error { return desk.AddToAgenda(session, item) },
		func() error { return desk.StartSession(session, evening) },
		func() error {
			return desk.Discuss(item, supervision.Outcome{Kind: supervision.Decision, Decision: "Two workers next time."})
		},
		func() error {
			_, err := desk.SaveAction(supervision.Action{Text: "Ring the school", Owner: supervision.Me, Item: item, Session: session})
			return err
		},
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	p.Show(e.ID)
	w.until("what came of it", p.editor.came.Content().Visible)
	drawn := test.RenderObjectToMarkup(p.editor.came.Content())
	for _, text := range []string{"What came of it", "Sun 22 Nov, with Ruth · Decision", "Decision: Two workers next time.", "→ Ring the school (me)"} {
		if !strings.Contains(drawn, text) {
			t.Errorf("%q is not shown", text)
		}
	}
	p.Command("new")
	if p.editor.came.Content().Visible() {
		t.Error("it still stands beside a new entry")
	}
}
