package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/ui/palette"
)

// names gives what a group offers for what is typed.
func names(g palette.Group, typed string) (all []string) {
	for _, i := range g.Names.Match(typed, 50) {
		all = append(all, g.Item(i).Name)
	}
	return all
}

func (s *scene) key(names ...fyne.KeyName) {
	for _, name := range names {
		s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestPalette_goes_everywhere_by_typing(t *testing.T) {
	s := newPlay(t)
	desk := s.enterSample()
	entry := desk.List(app.Filter{})[1]
	person := desk.People()[0]
	for typed, want := range map[string]string{
		"people": peoplePage, app.EntryName(s.Words(), entry): journalPage, person.Forms[0]: peoplePage, "settin": settingsPage, "next: ": sessionPage,
	} {
		s.room.do(command{name: "palette", run: (*room).openPalette})
		test.Type(s.window.Canvas().Focused(), typed)
		s.key(fyne.KeyReturn)
		s.runPosted()
		if s.room.present != want || s.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%q leads to %s", typed, s.room.present)
		}
	}
	s.room.do(command{name: "palette", run: (*room).openPalette})
	test.Type(s.window.Canvas().Focused(), "neglect")
	s.key(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
}

// Who comes from another program, or leaves for one, finds where by either word.
func TestPalette_leads_in_and_out(t *testing.T) {
	s := newPlay(t)
	s.enterSample()
	for _, typed := range []string{"import", "bring in", "export", "move ever"} {
		g := s.room.commandGroup()
		found := g.Names.Match(typed, 3)
		if len(found) == 0 || g.Item(found[0]).Key != "moving" {
			t.Errorf("%q leads to %v", typed, found)
			continue
		}
		g.Item(found[0]).Open()
		s.runPosted()
		if s.room.present != backupsPage {
			t.Errorf("%q leads to %s", typed, s.room.present)
		}
	}
}

// What one has with others is found by what it is called.
func TestPalette_leads_to_supervisors_goals_and_agreements(t *testing.T) {
	s := newPlay(t)
	s.enterSample()
	for typed, want := range map[string]string{
		"supervisor": peoplePage, "add supervisor": peoplePage, "mentor": peoplePage, "goal": peoplePage, "agree": peoplePage, "network": peoplePage,
		"peer group": groupsPage, "meeting": groupsPage,
	} {
		g := s.room.commandGroup()
		found := g.Names.Match(typed, 3)
		if len(found) == 0 || g.Item(found[0]).Key != "page-"+want {
			t.Errorf("%q leads to %v", typed, found)
		}
	}
}

// On every page the palette opens by its keys, and Escape gives the keyboard back
// to where it was.
func TestPalette_Escape_leads_back_on_every_page(t *testing.T) {
	s := newPlay(t)
	s.enterSample()
	for _, spec := range pageSpecs {
		if spec.frozen {
			continue
		}
		s.room.Open(spec.name, 0)
		before := s.window.Canvas().Focused()
		s.room.do(command{name: "palette", run: (*room).openPalette})
		if s.window.Canvas().Overlays().Top() == nil || s.window.Canvas().Focused() == before {
			t.Fatalf("%s: no palette", spec.name)
		}
		s.key(fyne.KeyEscape)
		if after := s.window.Canvas().Focused(); s.window.Canvas().Overlays().Top() != nil || after != before || s.room.present != spec.name {
			t.Errorf("%s: %T has the keyboard, %T had it", spec.name, after, before)
		}
	}
}

// Each command is offered where it does something, and nowhere else.
func TestPalette_commands_are_those_of_the_page(t *testing.T) {
	s := newPlay(t)
	s.enterSample()
	for _, menu := range commands {
		for _, c := range menu.items {
			if c.name != "" && c.run == nil && len(c.on) == 0 {
				t.Errorf("%s is nobody's", c.name)
			}
		}
	}
	s.room.Open(peoplePage, 0)
	offered := names(s.room.commandGroup(), "")
	for _, not := range []string{"Save", "Delete entry", "Move up", "Discussed: go on", "Go to anything"} {
		if slices.Contains(offered, not) {
			t.Errorf("people offers %q", not)
		}
	}
	if !slices.Contains(offered, "New entry") || !slices.Contains(offered, "Lock") {
		t.Errorf("people offers %q", offered)
	}
	s.room.Open(supervisionPage, 0)
	if offered := names(s.room.commandGroup(), ""); !slices.Contains(offered, "Move up") {
		t.Errorf("supervision offers %q", offered)
	}
}

// The look and the size of text are chosen from the palette too, and kept.
func TestPalette_choosesTheLook(t *testing.T) {
	s := newPlay(t)
	s.enterSample()
	for _, typed := range []string{"look: dark", "larger text"} {
		s.room.do(command{name: "palette", run: (*room).openPalette})
		test.Type(s.window.Canvas().Focused(), typed)
		s.key(fyne.KeyReturn)
		s.runPosted()
	}
	if p := s.app.Preferences(); p.Theme != "dark" || p.TextSize != 110 {
		t.Errorf("kept %+v", p)
	}
}

// From an entry one goes to a piece of professional development by typing a word of it;
// where no entry is open, and on other pages, it isn't offered.
func TestPalette_learns_from_the_entry_that_is_open(t *testing.T) {
	s := newPlay(t)
	desk := s.enterSample()
	offered := func() bool {
		return slices.Contains(names(s.room.commandGroup(), "learn from"), s.room.t("shell.command.learn"))
	}
	s.room.Open(peoplePage, 0)
	if offered() {
		t.Error("offered beside people")
	}
	entry := desk.List(app.Filter{})[1]
	s.room.Open(journalPage, entry.ID)
	for deadline := time.Now().Add(time.Minute); !offered(); time.Sleep(5 * time.Millisecond) { // it is read aside
		if s.runPosted(); time.Now().After(deadline) {
			t.Fatal("not offered beside an entry")
		}
	}
	s.room.do(command{name: "palette", run: (*room).openPalette})
	test.Type(s.window.Canvas().Focused(), "learn from")
	s.key(fyne.KeyReturn)
	s.runPosted()
	s.untilDialog(true)
	if s.room.present != learningPage {
		t.Errorf("leads to %s", s.room.present)
	}
}
