package actions

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
)

// scene is a page with its window and journal.
type scene struct {
	*Page
	frame *uitest.Frame
	desk  *app.Desk
}

// newPage gives the page of a journal with these actions.
func newPage(t testing.TB, actions ...supervision.Action) scene {
	t.Helper()
	_, d := apptest.Make(t, func() time.Time { return time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC) })
	for _, action := range actions {
		if _, err := d.SaveAction(action); err != nil {
			t.Fatal(err)
		}
	}
	f := uitest.NewFrame(t)
	p := New(d, f)
	f.Fill(p.Content())
	p.Show(0)
	f.Settle(d, p.presenter.Busy)
	return scene{p, f, d}
}

func (s scene) settle() { s.frame.Settle(s.desk, s.Page.presenter.Busy) }

func (s scene) press(key fyne.KeyName) {
	s.rows.TypedKey(&fyne.KeyEvent{Name: key})
	s.settle()
}

func mine(text string, due journal.Date) supervision.Action {
	return supervision.Action{Text: text, Owner: supervision.Me, Due: due}
}

// groups gives the names of the groups that show.
func (s scene) groups() string {
	var names []string
	for _, g := range s.presenter.State.Groups {
		names = append(names, g.Name)
	}
	return strings.Join(names, " ")
}

func TestPage_Show_groups_by_what_to_do(t *testing.T) {
	s := newPage(t,
		mine("Some day", ""), mine("Soon", "2026-11-25"), mine("Late", "2026-11-20"),
		supervision.Action{Text: "Template", Owner: supervision.Supervisor, Due: "2026-11-01"},
		supervision.Action{Text: "Form", Owner: supervision.Other, OwnerName: "Team manager"},
	)
	if got, want := s.groups(), "overdue week waiting later"; got != want {
		t.Fatalf("groups %q, want %q", got, want)
	}
	late := s.presenter.State.Groups[0].Deeds[0]
	if row := s.fill(late.ID.String()); row.Title != "Late" || row.Excerpt != "Me · was due Fri 20 Nov" || !row.Check || row.Checked {
		t.Errorf("row %+v", row)
	}
	if s.desk.DeedsDue() != 2 {
		t.Errorf("%d due, want the late one and the one of this week", s.desk.DeedsDue())
	}
	if got, _ := s.chosen(); got.Text != "Late" || s.frame.Window().Canvas().Focused() != s.rows {
		t.Errorf("chosen %q, want what is overdue, with the keyboard", got.Text)
	}
}

func TestPage_keys_do_ask_undo_reopen(t *testing.T) {
	s := newPage(t, mine("Ask the chair", "2026-11-20"))
	if s.card.worked.Visible() {
		t.Error("asks whether it worked before it is done")
	}
	s.press(fyne.KeySpace)
	done := s.desk.Deeds().Done
	if len(done) != 1 || done[0].DoneOn != "2026-11-22" {
		t.Fatalf("done %+v", done)
	}
	if !s.card.worked.Visible() || !s.card.again.Visible() || s.card.done.Visible() {
		t.Error("the card does not follow what was done")
	}
	s.card.answer(supervision.WorkedInPart)
	s.settle()
	if got := s.desk.Deeds().Done[0].DidItWork; got != supervision.WorkedInPart || !s.card.chips[got].Selected() {
		t.Errorf("worked %q", got)
	}
	s.card.answer(supervision.WorkedInPart)
	s.settle()
	if got := s.desk.Deeds().Done[0].DidItWork; got != "" {
		t.Errorf("the same answer again leaves %q, want it taken back", got)
	}
	s.press(fyne.KeySpace)
	if s.groups() != "overdue" {
		t.Fatalf("groups %q after it was opened again", s.groups())
	}
	if err := s.desk.Undo(); err != nil {
		t.Fatal(err)
	}
	s.settle()
	if s.groups() != "done" {
		t.Errorf("groups %q after undo, want done", s.groups())
	}
	if want := []string{"Action done", "Noted", "Noted", "Action open again"}; !slices.Equal(s.frame.Notices, want) {
		t.Errorf("said %q", s.frame.Notices)
	}
}

func TestPage_drop_needs_a_reason(t *testing.T) {
	s := newPage(t, mine("Ask the chair", ""))
	d, _ := s.chosen()
	reason := s.askWhy(d)
	reason.OnSubmitted("")
	s.settle()
	if s.groups() != "later" {
		t.Fatal("given up without a reason")
	}
	reason.SetText(" No longer needed ")
	reason.OnSubmitted("")
	s.settle()
	given := s.desk.Deeds().Dropped
	if len(given) != 1 || given[0].Reason != "No longer needed" {
		t.Fatalf("given up %+v", given)
	}
	if row := s.fill(given[0].ID.String()); row.Check || row.Excerpt != "Given up: No longer needed" {
		t.Errorf("row %+v", row)
	}
	s.toggle(given[0].ID.String())
	s.settle()
	if s.groups() != "dropped" {
		t.Error("what was given up can be ticked")
	}
	s.press(fyne.KeyDelete)
	if s.frame.Window().Canvas().Overlays().Top() != nil {
		t.Error("asks to give up what was given up")
	}
}

func TestPage_form_adds_and_changes(t *testing.T) {
	s := newPage(t)
	if !s.empty.Visible() || s.list.Visible() {
		t.Error("a page without actions does not say so")
	}
	if !s.Command("add-action") || s.frame.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("the menu adds nothing")
	}
	s.frame.Window().Canvas().Overlays().Top().Hide()
	f := s.ask(app.Deed{})
	f.submit()
	if got := f.wrong.Text(); got != "Write what will be done." {
		t.Errorf("without a text: %q", got)
	}
	f.what.SetText("Send the template")
	f.choose(supervision.Other)
	f.submit()
	if got := f.wrong.Text(); got != "Write who takes it on." {
		t.Errorf("without a name: %q", got)
	}
	f.name.SetText("Team manager")
	f.due.SetText("someday soon")
	uitest.Refuses(t, f.submit, f.wrong, "Write the day like")
	f.due.SetText("+7")
	f.submit()
	s.settle()
	waiting := s.desk.Deeds().Waiting
	if len(waiting) != 1 || waiting[0].Due != "2026-11-29" || waiting[0].OwnerName != "Team manager" {
		t.Fatalf("waiting %+v", waiting)
	}
	f = s.ask(waiting[0])
	f.choose(supervision.Me)
	f.due.SetText("")
	f.submit()
	s.settle()
	if later := s.desk.Deeds().Later; len(later) != 1 || later[0].OwnerName != "" || later[0].ID != waiting[0].ID {
		t.Errorf("later %+v", later)
	}
	if len(s.frame.Failures) > 0 {
		t.Error(s.frame.Failures)
	}
}

func TestPage_card_says_whence(t *testing.T) {
	s := newPage(t)
	met := time.Date(2026, 11, 12, 10, 0, 0, 0, time.UTC)
	session, err := s.desk.PlanSession(app.Plan{Start: met, Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	item, err := s.desk.AddNewItem(session, supervision.AgendaItem{Title: "Speaking up", Words: "In big meetings.", Private: "the secret part"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.desk.SaveAction(supervision.Action{Text: "Share the plan", Owner: supervision.Supervisor, Item: item}); err != nil {
		t.Fatal(err)
	}
	s.settle()
	d, _ := s.chosen()
	if got, want := s.says.whence(d, s.desk.Now()), "Speaking up\nSession of Thu 12 Nov with Ruth Adeyemi"; got != want {
		t.Errorf("whence %q, want %q", got, want)
	}
	if got := s.says.owner(d); got != "Ruth Adeyemi" {
		t.Errorf("owner %q, want the name of who the session was with", got)
	}
}

func TestSays_taken(t *testing.T) {
	s := newPage(t)
	now := s.desk.Now()
	for name, c := range map[string]struct {
		of   supervision.Action
		want string
	}{
		"some day":     {mine("", ""), "Me"},
		"due":          {mine("", "2026-11-27"), "Me · by Fri 27 Nov"},
		"another year": {mine("", "2027-01-04"), "Me · by Mon 4 Jan 2027"},
		"supervisor":   {supervision.Action{Owner: supervision.Supervisor}, "Supervisor"},
		"done":         {supervision.Action{Owner: supervision.Me, State: supervision.Done, DoneOn: "2026-11-20"}, "Me · done Fri 20 Nov"},
	} {
		if c.of.State == "" {
			c.of.State = supervision.ToDo
		}
		if got := s.says.taken(app.Deed{Action: c.of}, now); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPage_card_grows_with_what_is_chosen(t *testing.T) {
	s := newPage(t, mine("Ask the chair", "2026-11-20"), mine("Send the template", ""))
	s.presenter.SetDone(s.desk.Deeds().Later[0].ID, true)
	s.settle()
	s.press(fyne.KeyHome)
	s.press(fyne.KeyEnd)
	if d, _ := s.chosen(); d.State != supervision.Done {
		t.Fatalf("chosen %+v, want what was done", d.Action)
	}
	if tall := s.card.content.MinSize().Height; s.card.content.Size().Height < tall {
		t.Errorf("the card is %v high, its words need %v", s.card.content.Size().Height, tall)
	}
}
