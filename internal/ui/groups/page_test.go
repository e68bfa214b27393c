package groups

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/assets"
	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// frame notes where the page leads.
type frame struct {
	*uitest.Frame
	copies []app.CopyOf
	opened []string
}

func (f *frame) OpenCopy(of app.CopyOf)         { f.copies = append(f.copies, of) }
func (f *frame) Open(page string, _ journal.ID) { f.opened = append(f.opened, page) }

// scene is the page with its window and journal.
type scene struct {
	*Page
	t     *testing.T
	frame *frame
	desk  *app.Desk
	clock *apptest.Clock
}

func newPage(t *testing.T) scene {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	f := &frame{Frame: uitest.NewFrame(t)}
	s := scene{New(d, f), t, f, d, c}
	f.Fill(s.Content())
	return s
}

// again lets the page come up.
func (s scene) again() {
	s.Show(0)
	s.settle()
}

func (s scene) settle() { s.frame.Settle(s.desk, s.presenter.reading.Busy) }

func (s scene) press(key fyne.KeyName) int {
	s.frame.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	s.settle()
	return 1
}

// tab goes on to what comes next.
func (s scene) tab() int {
	s.frame.Window().Canvas().FocusNext()
	return 1
}

// words returns all that is shown on the page.
func (s scene) words() string {
	var b strings.Builder
	uitest.Walk(s.Content(), func(o fyne.CanvasObject) bool {
		said, is := o.(interface{ Text() string })
		if is {
			b.WriteString(said.Text() + "\n")
		}
		return !is
	})
	return b.String()
}

func (s scene) setUpFive() journal.ID {
	s.t.Helper()
	id, err := s.desk.SetUpGroup(app.GroupSetUp{Name: "Wednesday group", Group: app.Group{Confidentiality: "What is said here stays here."}, Members: readMembers("Amara, hospital, capacity\nJoe\nSinéad\nTomos")})
	apptest.Must(s.t, err)
	return id
}

// running gives the page of a group of five whose meeting goes on.
func running(t *testing.T) scene {
	t.Helper()
	s := newPage(t)
	s.setUpFive()
	s.again()
	s.begin()
	s.press(fyne.KeyReturn)
	return s
}

// Who has no group is asked to set one up, at once and by keyboard.
func TestPage_sets_up_a_group(t *testing.T) {
	s := newPage(t)
	s.again()
	inputs := s.frame.Type("Wednesday group")
	inputs += s.tab()
	for i, name := range []string{"Amara", "Joe", "Sinéad", "Tomos"} {
		if i > 0 {
			inputs += s.press(fyne.KeyReturn)
		}
		inputs += s.frame.Type(name)
	}
	for {
		inputs += s.tab()
		if b, is := s.frame.Focused().(*widgets.Button); is && b.Text() == "Set up group" {
			break
		}
	}
	inputs += s.press(fyne.KeyReturn)
	v, is := s.presenter.state.group()
	if !is || v.Relationship.Name != "Wednesday group" || len(v.Here()) != 5 || v.Relationship.CadenceDays != 28 {
		t.Fatalf("%+v", v)
	}
	if said := s.words(); !strings.Contains(said, "Sinéad") || !strings.Contains(said, "Read out at the start") {
		t.Errorf("the group:\n%s", said)
	}
	all := readMembers(" Amara , hospital, capacity, and doctors\n\nJoe")
	if len(all) != 2 || all[0].Name != "Amara" || all[0].Setting != "hospital" || all[0].Brings != "capacity, and doctors" || all[1].Name != "Joe" {
		t.Errorf("%+v", all)
	}
	t.Logf("%d inputs", inputs)
}

// Who presents is numbered, in the order that is proposed and then chosen.
func TestPage_numbersWhoPresents(t *testing.T) {
	s := newPage(t)
	id := s.setUpFive()
	s.again()
	v, err := s.desk.Group(id)
	apptest.Must(t, err)
	order := s.desk.Proposed(v, v.Uses.ID, nil).Presents
	row := s.inOrder(v, order, func(all []journal.ID) { order = all }).(*fyne.Container)
	name := func(i int) string {
		m := v.Here()[slices.IndexFunc(v.Here(), func(m app.GroupMember) bool { return m.ID == order[i] })]
		return fmt.Sprintf("%d. %s", i+1, s.desk.MemberName(m.Member))
	}
	texts := func() (all []string) {
		for _, o := range row.Objects {
			all = append(all, o.(*widgets.Chip).Text())
		}
		return all
	}
	for i := range order {
		if !slices.Contains(texts(), name(i)) {
			t.Errorf("%q is not among %q", name(i), texts())
		}
	}
	first := row.Objects[slices.Index(texts(), name(0))].(*widgets.Chip)
	first.Tapped(nil)
	first.Tapped(nil)
	if last := len(order) - 1; first.Text() != name(last) || !strings.HasPrefix(first.Text(), strconv.Itoa(len(order))) {
		t.Errorf("chosen last and called %q", first.Text())
	}
}

// The page says how long the run-sheet gives each case of the next meeting, in the time
// that the group has, and the clock as the user reads it.
func TestPage_shares_out_the_time_of_the_group(t *testing.T) {
	s := newPage(t)
	s.setUpFive()
	s.again()
	if said := s.words(); !strings.Contains(said, "75 minutes") || !strings.Contains(said, "5 cases, 12 minutes each") || strings.Contains(said, "65 minutes") {
		t.Errorf("the group:\n%s", said)
	}
	v, _ := s.presenter.state.group()
	if one := s.says.cases(v.Uses, app.MeetingStart{Presents: []journal.ID{v.Members[0].ID}, Minutes: 75}); one != "one case, 60 minutes" {
		t.Error(one)
	}
	american, err := words.Load(assets.Locale(), "en", "en-US")
	apptest.Must(t, err)
	at := app.MeetingSitting{}
	at.Began = time.Date(2026, 11, 29, 15, 4, 0, 0, s.desk.Now().Location())
	if said := (says{american, s.desk, present.Days{Words: american}}).began(at); !strings.HasSuffix(said, "began 3:04 PM") {
		t.Error(said)
	}
}

// A meeting is held by keyboard: begun, gone through, prompts unfolded, paused; nothing
// private is on the screen until it is asked for, and what is written is kept.
func TestPage_holds_a_meeting(t *testing.T) {
	s := newPage(t)
	id := s.setUpFive()
	s.again()
	if said := s.words(); !strings.Contains(said, "Amara") || !strings.Contains(said, "Not agreed yet") {
		t.Fatalf("the group:\n%s", said)
	}
	s.begin()
	s.press(fyne.KeyReturn)
	said := s.words()
	if !strings.Contains(said, "Opening") || !strings.Contains(said, "What is said here stays here.") || !strings.Contains(said, "Pause") {
		t.Fatalf("the meeting:\n%s", said)
	}
	s.press(fyne.KeyRight)
	if said = s.words(); !strings.Contains(said, "Presents") || strings.Contains(said, "clash") {
		t.Errorf("the next phase:\n%s", said)
	}
	s.press(fyne.KeyP)
	if said = s.words(); !strings.Contains(said, "When views clash") || !strings.Contains(said, "We see this in two ways.") {
		t.Errorf("prompts:\n%s", said)
	}
	s.promptsInSight()
	s.press(fyne.KeySpace)
	if said = s.words(); !strings.Contains(said, "Go on") {
		t.Errorf("paused:\n%s", said)
	}
	s.press(fyne.KeyLeft)
	if !s.Command("safe-screen") {
		t.Fatal("no safe screen")
	}
	s.settle()
	s.frame.Type("Marker learning")
	s.run.others.Focus()
	s.frame.Type("Marker others")
	apptest.Must(t, s.Flush())
	s.Command("safe-screen")
	s.settle()
	if said = s.words(); strings.Contains(said, "Marker") && s.run.private.Visible() {
		t.Errorf("on the safe screen:\n%s", said)
	}
	v, err := s.desk.Group(id)
	apptest.Must(t, err)
	sit, err := s.desk.Meeting(v.Running)
	apptest.Must(t, err)
	if sit.Learning != "Marker learning" || sit.Note.Text != "Marker others" || !sit.Clock.Since.IsZero() {
		t.Errorf("%q %q %+v", sit.Learning, sit.Note.Text, sit.Clock)
	}
	s.Command("end-session")
	s.settle()
	if v, _ = s.desk.Group(id); v.Running != 0 || len(v.Notes) != 1 {
		t.Errorf("%+v", v.Running)
	}
	if said = s.words(); !strings.Contains(said, "Start meeting") || !strings.Contains(said, "A note about others’ cases") {
		t.Errorf("after it:\n%s", said)
	}
	s.clock.Set(s.clock.Now().Add(31 * 24 * time.Hour))
	s.again()
	if said = s.words(); strings.Contains(said, "Marker others") {
		t.Errorf("31 days later:\n%s", said)
	}
}

// promptsInSight fails unless all words for views that clash are above the fold, in a page
// as large as the window of a small laptop leaves it, with a notice above.
func (s scene) promptsInSight() {
	s.t.Helper()
	s.frame.Window().Resize(fyne.NewSize(1090, 660))
	last := s.run.prompts.Objects[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0]
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y + last.Size().Height
	if s.run.scroll.Offset.Y != 0 || bottom > 660 {
		s.t.Errorf("words for views that clash end at %v of 660, scrolled by %v", bottom, s.run.scroll.Offset.Y)
	}
}

// In a low window the prompts that can't wait come into view, and the clock comes back as
// they are folded.
func TestPage_bringsPromptsIntoView(t *testing.T) {
	s := running(t)
	s.frame.Window().Resize(fyne.NewSize(760, 420))
	s.press(fyne.KeyP)
	last := s.run.prompts.Objects[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0]
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y + last.Size().Height
	if s.run.scroll.Offset.Y == 0 || bottom > 420 {
		t.Errorf("they end at %v of 420, scrolled by %v", bottom, s.run.scroll.Offset.Y)
	}
	s.press(fyne.KeyP)
	if s.run.scroll.Offset.Y != 0 {
		t.Errorf("folded, scrolled by %v", s.run.scroll.Offset.Y)
	}
}

// What a meeting is held by has the keyboard as the page comes up, and has it again after
// a click somewhere and after Escape in a field, which doesn't lead away.
func TestPage_keepsTheKeyboardInAMeeting(t *testing.T) {
	s := newPage(t)
	id := s.setUpFive()
	s.again()
	if s.frame.Focused() != s.first || s.Escaped() {
		t.Errorf("%T has the keyboard", s.frame.Focused())
	}
	s.begin()
	s.press(fyne.KeyReturn)
	s.press(fyne.KeyRight)
	if said := s.words(); !strings.Contains(said, "Your case, 1 of 5") {
		t.Errorf("whose case:\n%s", said)
	}
	s.frame.Window().Canvas().Unfocus()
	s.Command("prompts")
	s.settle()
	if s.frame.Focused() != s.run.keys {
		t.Errorf("after a click, %T has the keyboard", s.frame.Focused())
	}
	s.first.Show()
	s.frame.Window().Canvas().Focus(s.first) // as a form does that closes late
	s.Command("prompts")
	s.settle()
	if s.frame.Focused() != s.run.keys {
		t.Errorf("after a form, %T has the keyboard", s.frame.Focused())
	}
	s.Command("safe-screen")
	s.settle()
	s.run.others.Focus()
	if !s.Escaped() || s.frame.Focused() != s.run.keys {
		t.Errorf("after Escape, %T has the keyboard", s.frame.Focused())
	}
	s.frame.Window().Canvas().Unfocus()
	s.again()
	if s.frame.Focused() != s.run.keys {
		t.Errorf("coming back, %T has the keyboard", s.frame.Focused())
	}
	if v, _ := s.desk.Group(id); v.Running == 0 {
		t.Error("the meeting is over")
	}
}

// Everything of a group is one question away: turns swapped, somebody added, what was
// agreed, a paper, a case.
func TestPage_forms(t *testing.T) {
	s := newPage(t)
	s.setUpFive()
	s.again()
	for _, open := range []func(){s.askSwap, s.askAgreed, func() { s.askMember(app.Member{Group: s.presenter.state.At}) }, s.askProcedure, s.askCase, s.askRound, func() { s.askSetUp(0) }} {
		open()
		s.settle()
		if len(s.frame.Window().Canvas().Overlays().List()) == 0 {
			t.Error("a form doesn't come up")
		}
		widgets.CloseTop(s.frame.Window().Canvas())
	}
	s.Command("copy")
	if len(s.frame.copies) != 1 {
		t.Errorf("%+v", s.frame.copies)
	}
}

func TestClock(t *testing.T) {
	for n, want := range map[int]string{140: "2:20", 0: "0:00", -10: "+0:10", 3600: "60:00"} {
		if got := clock(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
