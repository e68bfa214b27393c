package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
)

func TestCommands_shortcutsAreTheirOwn(t *testing.T) {
	seen := map[string]string{}
	for _, group := range commands {
		for _, c := range group.items {
			if c.name == "" || c.key == "" && c.mod == 0 { // reached by the menu and the palette
				continue
			}
			key := (&desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}).ShortcutName()
			if other, twice := seen[key]; twice || c.key == "" || c.mod == 0 {
				t.Errorf("%s has the shortcut %s of %q", c.name, key, other)
			}
			seen[key] = c.name
		}
	}
}

func TestCommands_haveWords(t *testing.T) {
	s := newScene(t)
	for _, group := range commands {
		if !s.Words().Has("shell.menu." + group.menu) {
			t.Errorf("menu %s has no words", group.menu)
		}
		for _, c := range group.items {
			if c.name != "" && !s.Words().Has("shell.command."+c.name) {
				t.Errorf("command %s has no words", c.name)
			}
		}
	}
	for _, spec := range pageSpecs {
		if spec.inNav && !s.Words().Has("shell.page."+spec.name) {
			t.Errorf("page %s has no words", spec.name)
		}
	}
}

func TestRoom_do_goesToThePresentPage(t *testing.T) {
	s := inSample(t)
	s.room.Open(supervisionPage, 0)
	s.room.do(command{name: "move-up"})
	if got := s.pages[supervisionPage].commands; !slices.Equal(got, []string{"move-up"}) {
		t.Errorf("supervision got %q", got)
	}
	if got := s.pages[journalPage].commands; len(got) != 0 {
		t.Errorf("journal got %q", got)
	}
}

func TestRoom_do_leavesThePageAloneUnderADialog(t *testing.T) {
	s := inSample(t)
	entry := widget.NewEntry()
	dialog := widget.NewModalPopUp(entry, s.window.Canvas())
	dialog.Show()
	s.window.Canvas().Focus(entry)
	test.Type(entry, "ab")
	s.room.do(command{name: "new", run: (*room).newEntry})
	s.room.do(command{name: "page-settings", run: opens(settingsPage)})
	s.room.do(command{name: "undo", run: (*room).undoHere})
	_, before := s.room.Look()
	s.room.do(command{name: "text-larger", run: func(r *room) { r.stepText(textStep) }})
	if _, size := s.room.Look(); size <= before {
		t.Errorf("text stays at %d %% in a dialog", size)
	}
	if got := s.pages[journalPage].commands; len(got) != 0 || s.room.present != journalPage || entry.Text == "ab" {
		t.Errorf("on %s, journal got %q, the dialog's field holds %q", s.room.present, got, entry.Text)
	}
	dialog.Hide()
	s.room.do(command{name: "new", run: (*room).newEntry})
	if got := s.pages[journalPage].commands; !slices.Equal(got, []string{"new"}) {
		t.Errorf("after the dialog journal got %q", got)
	}
}

func TestRoom_newEntry_fromAnyPage(t *testing.T) {
	s := inSample(t)
	s.room.Open(settingsPage, 0)
	s.room.newEntry()
	if s.room.present != journalPage || !slices.Equal(s.pages[journalPage].commands, []string{"new"}) {
		t.Errorf("on %s, journal got %q", s.room.present, s.pages[journalPage].commands)
	}
}

func TestRoom_find_pageFirst(t *testing.T) {
	s := inSample(t)
	s.room.Open(supervisionPage, 0)
	s.pages[supervisionPage].takes = "find"
	s.room.find()
	if s.room.present != supervisionPage {
		t.Error("leaves a page that has a search of its own")
	}
	s.pages[supervisionPage].takes = ""
	s.room.find()
	if s.room.present != journalPage || !slices.Contains(s.pages[journalPage].commands, "find") {
		t.Errorf("on %s, journal got %q", s.room.present, s.pages[journalPage].commands)
	}
}

func TestRoom_undoHere_typingFirst(t *testing.T) {
	s := inSample(t)
	entry := widget.NewEntry()
	s.room.holder.Add(entry)
	s.window.Canvas().Focus(entry)
	test.Type(entry, "ab")
	s.room.undoHere()
	if entry.Text == "ab" || slices.Contains(s.pages[journalPage].commands, "undo") {
		t.Errorf("text %q, page got %q", entry.Text, s.pages[journalPage].commands)
	}
	s.window.Canvas().Unfocus()
	s.pages[journalPage].takes = "undo"
	s.room.undoHere()
	if !slices.Contains(s.pages[journalPage].commands, "undo") {
		t.Error("the page is not asked")
	}
}

func TestWalk_onlyWhereThereIsAStep(t *testing.T) {
	desk := newScene(t).enterSample()
	for name, back := range map[string]func() error{
		"undo": walk(desk.CanUndo, desk.Undo), "redo": walk(desk.CanRedo, desk.Redo),
	} {
		if err := back(); err != nil {
			t.Errorf("%s with nothing to take: %v", name, err)
		}
	}
	back := walk(desk.CanUndo, desk.Undo)
	if err := desk.Delete(desk.List(app.Filter{})[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := back(); err != nil || len(desk.Trash()) != 0 {
		t.Errorf("%v, %d entries stay in the trash", err, len(desk.Trash()))
	}
}

func TestMenu_showUndo_namesTheStep(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	line := s.room.menu.undo.line
	if want := s.t_("shell.command.undo") + "  (Ctrl+Z)"; line.Label != want {
		t.Errorf("names %q with nothing to undo", line.Label)
	}
	id := s.firstEntry(desk)
	if err := desk.Delete(id); err != nil {
		t.Fatal(err)
	}
	if want := s.t_("shell.undo_what", s.t_("undo.delete")) + "  (Ctrl+Z)"; line.Label != want {
		t.Errorf("names %q, want %q", line.Label, want)
	}
}

func TestMenu_hasALineForEveryPageThatIsThere(t *testing.T) {
	s := inSample(t)
	var lines []string
	for _, m := range s.room.menu.main.Items {
		for _, it := range m.Items {
			text, _, _ := strings.Cut(it.Label, "  (")
			lines = append(lines, text)
		}
	}
	for _, spec := range pageSpecs {
		if spec.inNav && !spec.frozen && !slices.Contains(lines, s.t_("shell.command.page-"+spec.name)) {
			t.Errorf("no line for %s in %q", spec.name, lines)
		}
	}
	if quit := s.room.menu.main.Items[0].Items; !quit[len(quit)-1].IsQuit {
		t.Error("the first menu does not end with quitting, so that Fyne adds its own, which keeps nothing")
	}
}

func TestKeysOf(t *testing.T) {
	w := newScene(t).Words()
	for want, c := range map[string]command{
		"Ctrl+N":       {key: fyne.KeyN, mod: fyne.KeyModifierControl},
		"Ctrl+Shift+B": {key: fyne.KeyB, mod: fyne.KeyModifierControl | fyne.KeyModifierShift},
		"Alt+↑":        {key: fyne.KeyUp, mod: fyne.KeyModifierAlt},
		"Ctrl+PgDn":    {key: fyne.KeyPageDown, mod: fyne.KeyModifierControl},
		"Ctrl+Enter":   {key: fyne.KeyReturn, mod: fyne.KeyModifierControl},
		"Ctrl+,":       {key: fyne.KeyComma, mod: fyne.KeyModifierControl},
	} {
		if got := keysOf(w, c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestShortcutOf_answersToWhatFyneTypes(t *testing.T) {
	typed := &desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: ctrl}
	if got := shortcutOf(command{name: "new", key: fyne.KeyN, mod: ctrl}); got.ShortcutName() != typed.ShortcutName() {
		t.Errorf("%q, want %q", got.ShortcutName(), typed.ShortcutName())
	}
	undo := shortcutOf(command{name: "undo", key: fyne.KeyZ, mod: ctrl})
	if want := (&fyne.ShortcutUndo{}).ShortcutName(); undo.ShortcutName() != want {
		t.Errorf("undo is %q, want %q", undo.ShortcutName(), want)
	}
}
