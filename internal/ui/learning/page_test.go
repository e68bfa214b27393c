package learning

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
	"aftershift/internal/ui/widgets/fields"
)

// frame notes where the page leads.
type frame struct {
	*uitest.Frame
	copies []app.CopyOf
	copied []string
}

func (f *frame) OpenCopy(of app.CopyOf) { f.copies = append(f.copies, of) }
func (f *frame) Copy(text string)       { f.copied = append(f.copied, text) }

// scene is the page with its window and journal.
type scene struct {
	*Page
	frame *frame
	desk  *app.Desk
	clock *apptest.Clock
}

func newPage(t *testing.T) scene {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2025, 3, 6, 18, 0, 0, 0, time.UTC))
	f := &frame{Frame: uitest.NewFrame(t)}
	s := scene{New(d, f), f, d, c}
	f.Fill(s.Content())
	s.again()
	return s
}

// again lets the page come up.
func (s scene) again() {
	s.Show(0)
	s.settle()
}

func (s scene) settle() { s.frame.Settle(s.desk, s.presenter.Busy) }

func (s scene) press(keys ...fyne.KeyName) int {
	c := s.frame.Window().Canvas()
	for _, k := range keys {
		if k == fyne.KeyTab {
			c.FocusNext()
		} else {
			s.frame.Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
		s.settle()
	}
	return len(keys)
}

// A week is logged by keyboard in fewer than forty inputs, and what its rule asks is
// told in the same week.
func TestPage_week_by_keyboard(t *testing.T) {
	s := newPage(t)
	apptest.Must(t, s.desk.ChoosePack("california", "2025-01-06"))
	_, err := s.desk.SaveRelationship(supervision.Relationship{Name: "Ruth Adeyemi", Kind: supervision.ClinicalSupervisor, Credential: "LCSW"})
	apptest.Must(t, err)
	s.settle()
	s.turn(true)
	s.frame.Picture("hours-empty")
	s.Command("add-action")
	inputs := 1 + s.frame.Type("1") + s.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) + s.frame.Type("9.5") + s.press(fyne.KeyTab) + s.frame.Type("12") + s.press(fyne.KeyReturn)
	if inputs > 40 {
		t.Errorf("%d inputs", inputs)
	}
	log := s.desk.HoursLog()
	if len(log.Weeks) != 1 || log.Weeks[0].Minutes["psychotherapy"] != 720 || log.Weeks[0].Minutes["individual"] != 60 || log.Weeks[0].Minutes["client"] != 570 {
		t.Fatalf("%+v, said %v", log.Weeks, s.frame.Failures)
	}
	alerts := s.says.alerts(s.presenter.State.Hours, "2025-03-03")
	if len(alerts) != 1 || !strings.Contains(alerts[0], "12 h of psychotherapy need 2 units of supervision, 1 logged") {
		t.Errorf("%v", alerts)
	}
	s.frame.Picture("hours")
	apptest.Must(t, s.desk.Undo())
	s.settle()
	if len(s.presenter.State.Hours.Weeks) != 0 {
		t.Error("the week is still shown")
	}
}

// Twelve weeks, one of them short: told, and the sheet is asked for.
func TestPage_twelve_weeks_and_a_sheet(t *testing.T) {
	s := newPage(t)
	apptest.Must(t, s.desk.ChoosePack("california", ""))
	id, err := s.desk.SaveRelationship(supervision.Relationship{Name: "Ruth Adeyemi", Kind: supervision.ClinicalSupervisor, Credential: "LCSW"})
	apptest.Must(t, err)
	for i := range 12 {
		n := 60
		if i == 4 {
			n = 0
		}
		e := app.WeekEntry{Monday: journal.Date("2025-03-03").AddDays(-7 * i), Minutes: map[app.HoursKind]int{"individual": n, "client": 21 * 60, "other": 14 * 60}, With: id}
		apptest.Must(t, s.desk.LogWeek(e))
	}
	apptest.Must(t, s.desk.SignWeeks(id, "2024-12-01", "2025-01-26", "2025-01-31", "Blue folder"))
	s.settle()
	s.turn(true)
	s.frame.Picture("hours-twelve")
	if u := s.presenter.State.Hours.Unsigned; u.Fresh != 1 || u.Weeks != 4 || u.Overdue != 1 {
		t.Errorf("%+v", u)
	}
	s.askSheet()
	s.frame.Picture("hours-sheet")
	s.frame.Window().Canvas().Focused()
	for range 2 {
		s.press(fyne.KeyTab)
	}
	s.frame.Picture("hours-sheet-2")
}

// A need becomes a piece, gets a peer's view, and leads to its redacted copy; each
// field goes to the clipboard by one key.
func TestPage_need_to_piece(t *testing.T) {
	s := newPage(t)
	s.frame.Picture("year-empty")
	apptest.Must(t, s.desk.ChoosePack("england", ""))
	apptest.Must(t, s.desk.ChoosePack("pcf", ""))
	session := apptest.Planned(t, s.desk)
	item, err := s.desk.SaveItem(supervision.AgendaItem{Title: "Speaking first", Words: "I froze."})
	apptest.Must(t, err)
	apptest.Must(t, s.desk.AddToAgenda(session, item))
	apptest.Must(t, s.desk.StartSession(session, s.clock.Now()))
	apptest.Must(t, s.desk.Discuss(item, supervision.Outcome{Kind: supervision.LearningNeed, Text: "Say it in the first minute."}))
	apptest.Must(t, s.desk.EndSession(session, 40, nil))
	s.settle()
	s.frame.Picture("year-need")
	needs := s.presenter.State.Year.Needs
	if len(needs) != 1 {
		t.Fatalf("%+v", needs)
	}
	s.presenter.Make(needs[0])
	s.settle()
	piece := s.presenter.State.Year.Pieces[0]
	f := s.askPiece(piece)
	s.frame.Picture("piece")
	for i, q := range f.questions {
		if q.Peer {
			f.answers[i].SetText("Aaliyah Hussain saw it too.")
		}
	}
	f.shows["6"] = true
	f.submit()
	s.settle()
	piece = s.presenter.State.Year.Pieces[0]
	if !piece.HasPeer() || piece.Answer("learned") != "Say it in the first minute." || s.presenter.State.Competences.Rows[5].All() != 1 {
		t.Errorf("%+v, said %v", piece, s.frame.Failures)
	}
	s.frame.Picture("year")
	s.askFields(piece)
	s.frame.Picture("fields")
	for _, o := range test.LaidOutObjects(s.frame.Window().Canvas().Overlays().Top()) {
		if text, is := o.(*widgets.Text); is && strings.Contains(text.Text(), "Hussain") {
			t.Errorf("a field to be pasted elsewhere says %q", text.Text())
		}
	}
	s.press(fyne.KeyReturn)
	s.settle()
	if len(s.frame.copied) != 1 || s.frame.copied[0] != "Speaking first" {
		t.Errorf("%q", s.frame.copied)
	}
	if left := s.desk.SharedCopies(); len(left) != 1 || left[0].Kind != "cpd_fields" {
		t.Errorf("the register of what left has %+v", left)
	}
	s.askRules()
	s.frame.Picture("rules")
}

// What can't be is said beside the field, and nothing is lost.
func TestPage_says_what_cant_be(t *testing.T) {
	s := newPage(t)
	f := s.askPiece(app.CPDPiece{Date: s.desk.Today()})
	f.submit()
	if f.wrong.Text() == "" || len(s.desk.Pieces()) != 0 {
		t.Error("a piece without a title is kept")
	}
	f.title.SetText("A course")
	f.hours.SetText("lots")
	f.submit()
	if f.wrong.Text() != s.says.T("learning.wrong.hours") || f.title.Text() != "A course" {
		t.Error(f.wrong.Text())
	}
	f.hours.SetText("1:30")
	f.submit()
	s.settle()
	if all := s.desk.Pieces(); len(all) != 1 || all[0].Minutes != 90 {
		t.Errorf("%+v", all)
	}
	w := s.askWeek("2025-03-03")
	w.week.SetText("2025-03-10")
	w.submit()
	if w.wrong.Text() != s.says.T("learning.wrong.week") {
		t.Error(w.wrong.Text())
	}
}

// Tab leads through a form that is taller than the window with what has the keyboard
// always in view.
func TestPage_pieceForm_followsTheKeyboard(t *testing.T) {
	s := newPage(t)
	apptest.Must(t, s.desk.ChoosePack("england", ""))
	s.settle()
	s.frame.Window().Resize(fyne.NewSize(1024, 420))
	s.Command("add-action")
	scroll := widgets.ScrollOfTop(s.frame.Window().Canvas())
	if scroll == nil {
		t.Fatal("the form fits: nothing to try")
	}
	driver := fyne.CurrentApp().Driver()
	moved := false
	for range 14 {
		s.press(fyne.KeyTab)
		fields.RevealInDialog(s.frame.Window())
		at, is := s.frame.Focused().(fyne.CanvasObject)
		y := driver.AbsolutePositionForObject(at).Y - driver.AbsolutePositionForObject(scroll).Y
		if _, button := at.(*widgets.Button); !is || button {
			continue // stands below what scrolls
		}
		if y < 0 || y+at.Size().Height > scroll.Size().Height {
			t.Errorf("%T stands at %.0f of %.0f", at, y, scroll.Size().Height)
		}
		moved = moved || scroll.Offset.Y > 0
	}
	if !moved {
		t.Error("nothing scrolled")
	}
}

// Hours are there before any rules are: they are added up, and held against nothing.
func TestPage_hours_without_rules(t *testing.T) {
	s := newPage(t)
	s.turn(true)
	s.settle()
	if !s.onHours || !s.hours.Visible() {
		t.Fatal("hours are out of reach")
	}
	apptest.Must(t, s.desk.LogWeek(app.WeekEntry{Monday: "2025-03-03", Minutes: map[app.HoursKind]int{"client": 600}}))
	s.settle()
	said := ""
	widgets.Walk(s.body, func(o fyne.CanvasObject) {
		if text, is := o.(*widgets.Text); is {
			said += text.Text() + "\n"
		}
	})
	if !strings.Contains(said, s.says.T("learning.norules")) {
		t.Errorf("says %q", said)
	}
}

// Rules are chosen one after another without opening their dialog again.
func TestPage_askRules_stays_open(t *testing.T) {
	s := newPage(t)
	s.askRules()
	s.presenter.Choose(app.ForHours, "alabama", "")
	s.settle()
	if s.frame.Window().Canvas().Overlays().Top() == nil || s.rules == nil {
		t.Fatal("choosing closed the dialog")
	}
	s.press(fyne.KeyEscape)
	if s.rules != nil {
		t.Error("a dialog that is closed is shown again")
	}
}

// Another week in the form brings its own hours, to be corrected there; what was typed
// already stays.
func TestPage_weekForm_turns_to_another_week(t *testing.T) {
	s := newPage(t)
	apptest.Must(t, s.desk.LogWeek(app.WeekEntry{Monday: "2025-02-17", Minutes: map[app.HoursKind]int{"client": 600, "individual": 60}}))
	s.turn(true)
	s.settle()
	f := s.askWeek("2025-03-03")
	if got := f.lines["client"].Text(); got != "" {
		t.Errorf("a week without hours begins with %q", got)
	}
	f.lines["group"].SetText("2")
	f.week.SetText("2025-02-17")
	f.turn("2025-02-17")
	if c, g := f.lines["client"].Text(), f.lines["group"].Text(); c != "10" || g != "2" {
		t.Errorf("client %q, group %q", c, g)
	}
	f.lines["client"].SetText("9")
	f.submit()
	s.settle()
	for _, w := range s.desk.HoursLog().Weeks {
		if w.Monday != "2025-02-17" || w.Minutes["client"] != 540 || w.Minutes["individual"] != 60 || w.Minutes["group"] != 120 {
			t.Errorf("%+v", w)
		}
	}
}

// The form says which kinds are with somebody else, keeps them there, and moves lines by
// their own supervisor alone; what changes nothing says so.
func TestPage_weekForm_says_who_supervised(t *testing.T) {
	s := newPage(t)
	group, err := s.desk.SaveRelationship(supervision.Relationship{Name: "Thursday group", Kind: supervision.PeerGroup})
	apptest.Must(t, err)
	ruth, err := s.desk.SaveRelationship(supervision.Relationship{Name: "Ruth", Kind: supervision.ClinicalSupervisor})
	apptest.Must(t, err)
	apptest.Must(t, s.desk.LogWeek(app.WeekEntry{Monday: "2025-03-03", Minutes: map[app.HoursKind]int{"group": 2}, With: group}))
	s.turn(true)
	s.settle()
	f := s.askWeek("2025-03-03")
	s.frame.Picture("week-theirs")
	if f.week.Text() != "3 Mar 2025" || f.with != 0 || f.theirText(group) != "Group supervision: with Thursday group" || len(f.theirs.Objects) != 1 {
		t.Errorf("%q, with %v, %q", f.week.Text(), f.with, f.theirText(group))
	}
	f.submit()
	if f.wrong.Text() != s.says.T("learning.form.unchanged") {
		t.Errorf("says %q", f.wrong.Text())
	}
	f.with, f.chosen = ruth, true
	f.lines["individual"].SetText("1")
	f.lines["group"].SetText("1:15")
	f.submit()
	s.settle()
	with := func(kind app.HoursKind) (all []journal.ID) {
		for _, h := range s.desk.HoursLog().Weeks[0].Lines {
			if h.Kind == kind {
				all = append(all, h.With)
			}
		}
		return all
	}
	if !slices.Equal(with("individual"), []journal.ID{ruth}) || !slices.Equal(with("group"), []journal.ID{group}) {
		t.Errorf("individual %v, group %v", with("individual"), with("group"))
	}
	s.clock.Set(time.Date(2025, 3, 7, 18, 0, 0, 0, time.UTC))
	f = s.askWeek("2025-03-03")
	f.with, f.chosen = group, true
	f.submit()
	s.settle()
	if !slices.Equal(with("individual"), []journal.ID{group}) {
		t.Errorf("individual %v", with("individual"))
	}
	if said := s.says.corrected(s.presenter.State.week("2025-03-03")); said != s.says.T("learning.corrected.with", "7 March") {
		t.Errorf("said %q", said)
	}
}

// Rows that a spreadsheet put on the clipboard are taken in once one has seen what they
// come to, can be undone, and are told of line by line where they are wrong.
func TestPage_askTable(t *testing.T) {
	s := newPage(t)
	s.turn(true)
	f := s.askTable()
	paste := func(text string) {
		f.text.SetText(text)
		f.read()
	}
	paste("week\tkind\thours\n2025-03-03\tclient\tmany\n")
	if !strings.Contains(f.wrong.Text(), "line 2") || !f.take.Disabled() {
		t.Errorf("says %q", f.wrong.Text())
	}
	paste("week\tkind\thours\tsupervisor\n2025-03-03\tclient\t9.5\t\n2025-02-24\tindividual\t1\tRuth Vale\n")
	if f.wrong.Text() != "" || !strings.Contains(f.says.Text(), "2 rows, 10:30 h") && !strings.Contains(f.says.Text(), "2 rows, 10.5 h") || !strings.Contains(f.says.Text(), "Ruth Vale") {
		t.Errorf("says %q, %q", f.says.Text(), f.wrong.Text())
	}
	f.submit()
	s.settle()
	if log := s.desk.HoursLog(); len(log.Weeks) != 2 || log.Weeks[0].Minutes["client"] != 570 {
		t.Errorf("%+v", log.Weeks)
	}
	apptest.Must(t, s.desk.Undo())
	if log := s.desk.HoursLog(); len(log.Weeks) != 0 {
		t.Errorf("after undo %+v", log.Weeks)
	}
}

// A week is corrected from its row by keyboard: the old value stays in sight, and what was
// signed waits for a signature again.
func TestPage_week_corrected_from_its_row(t *testing.T) {
	s := newPage(t)
	for i, n := range []int{20, 19} {
		apptest.Must(t, s.desk.LogWeek(app.WeekEntry{Monday: journal.Date("2025-02-24").AddDays(-7 * i), Minutes: map[app.HoursKind]int{"client": n * 60}}))
	}
	apptest.Must(t, s.desk.SignWeeks(0, "2025-02-17", "2025-02-23", "2025-02-28", "Blue folder"))
	s.turn(true)
	s.settle()
	var rows *charts.Rows
	widgets.Walk(s.body, func(o fyne.CanvasObject) {
		if r, is := o.(*charts.Rows); is {
			rows = r
		}
	})
	s.frame.Window().Canvas().Focus(rows)
	s.press(fyne.KeyDown, fyne.KeyReturn)
	s.press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.frame.Type("18.5")
	s.press(fyne.KeyReturn)
	week := s.presenter.State.Hours.Weeks[1]
	if h := week.Lines[0]; h.Minutes != 1110 || len(h.Was) != 1 || h.Was[0].Minutes != 1140 || h.Was[0].Signed == "" || h.Signed != "" {
		t.Fatalf("%+v", week.Lines)
	}
	if said := s.says.corrected(week); !strings.HasPrefix(said, "19 h before") || s.says.corrected(s.presenter.State.Hours.Weeks[0]) != "" {
		t.Errorf("says %q", said)
	}
}

// A piece half written and left comes back in its form; one that was kept doesn't.
func TestPage_piece_left_with_Escape_waits(t *testing.T) {
	s := newPage(t)
	s.Command("add-action")
	s.frame.Type("Half a thought")
	s.press(fyne.KeyEscape)
	if top := s.frame.Window().Canvas().Overlays().Top(); top != nil {
		t.Fatal("the form stands open")
	}
	f := s.askPiece(app.CPDPiece{Date: s.desk.Today()})
	if f.title.Text() != "Half a thought" {
		t.Fatalf("%q came back", f.title.Text())
	}
	f.submit()
	s.settle()
	if f = s.askPiece(app.CPDPiece{Date: s.desk.Today()}); f.title.Text() != "" || len(s.desk.Pieces()) != 1 {
		t.Errorf("%q stands in a new form, %d pieces", f.title.Text(), len(s.desk.Pieces()))
	}
}

// A piece is begun from an entry, with its shared words; a name in an answer is told of
// below its field, and what was half written waits with its entry.
func TestPage_piece_from_an_entry(t *testing.T) {
	s := newPage(t)
	e, err := s.desk.NewEntry()
	apptest.Must(t, err)
	e.Share = journal.Share{Title: "Speaking first", Words: "Say it in the first minute."}
	e, err = s.desk.Save(e, "")
	apptest.Must(t, err)
	s.turn(true)
	s.Show(e.ID)
	s.settle()
	words := []string{"Speaking first", "Say it in the first minute."}
	standing := func() (there int) {
		for _, w := range s.Written() {
			for _, text := range w.Texts {
				if slices.Contains(words, text) {
					there++
				}
			}
		}
		return there
	}
	s.frame.Type("!")
	words[0] = "Speaking first!"
	if s.onHours || standing() != 2 {
		t.Fatalf("the form doesn't begin from the entry: %+v", s.Written())
	}
	s.press(fyne.KeyEscape)
	s.askFrom(e.ID)
	s.press(fyne.KeyReturn)
	all := s.desk.Pieces()
	if len(all) != 1 || all[0].Title != "Speaking first!" || all[0].Answer("learned") != words[1] || !slices.Equal(all[0].Entries, []journal.ID{e.ID}) {
		t.Errorf("%+v, said %v", all, s.frame.Failures)
	}
}

// Who is named in an answer is told of below it.
func TestPage_pieceForm_asks_about_names(t *testing.T) {
	s := newPage(t)
	f := s.askPiece(app.CPDPiece{Date: s.desk.Today(), Peer: "Aaliyah Hussain saw it too."})
	s.frame.Ring()
	asks := s.says.T("hint.named", "Aaliyah Hussain")
	s.frame.Until(t, "asked about her", func() bool { return strings.Contains(s.inDialog(), asks) })
	f.dialog.Close()
}

// inDialog returns the words of the dialog that stands open.
func (s scene) inDialog() (said string) {
	for _, o := range test.LaidOutObjects(s.frame.Window().Canvas().Overlays().Top()) {
		if text, is := o.(*widgets.Text); is && text.Size().Height >= text.MinSize().Height {
			said += text.Text() + "\n"
		}
	}
	return said
}

// What was written in an entry without words to share can be read beside the form, and is
// not taken over.
func TestPage_askFrom_shows_what_was_written(t *testing.T) {
	s := newPage(t)
	e := apptest.Write(t, s.desk, "The silence said more.", "", "", "")
	s.settle()
	s.askFrom(e.ID)
	var fold *widgets.FoldOut
	read := false
	for _, o := range test.LaidOutObjects(s.frame.Window().Canvas().Overlays().Top()) {
		if found, is := o.(*widgets.FoldOut); is {
			fold = found
		}
	}
	if fold == nil || fold.Open() {
		t.Fatalf("fold %v", fold)
	}
	fold.SetOpen(true)
	fold.OnTurned(true)
	for _, o := range test.LaidOutObjects(s.frame.Window().Canvas().Overlays().Top()) {
		if text, is := o.(*widgets.Text); is {
			read = read || strings.Contains(text.Text(), "The silence said more.")
		}
	}
	if !read {
		t.Error("the entry's own words can't be read")
	}
	for _, a := range s.desk.Pieces() {
		t.Errorf("%+v", a)
	}
}

// Hours of a column stand in one way, quarters or not.
func TestClock(t *testing.T) {
	if all := []string{clock(2), clock(33*60 + 30), clock(60)}; !slices.Equal(all, []string{"0:02", "33:30", "1:00"}) {
		t.Errorf("%q", all)
	}
}
