package shell

import (
	"slices"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/widgets"
)

// command is one line of the menu, reached by its key too where it has one. Without
// a run of its own it is the present page's; with both it begins on one of these.
type command struct {
	name string // in page.Command, and of its text
	key  fyne.KeyName
	mod  fyne.KeyModifier
	run  func(*room)
	on   []string // the pages that have a use for it; none, where it has a run: all
}

const (
	ctrl      = fyne.KeyModifierShortcutDefault // Command on a Mac
	ctrlShift = ctrl | fyne.KeyModifierShift
	alt       = fyne.KeyModifierAlt
)

// commands are all that can be done from the menu and by key, one table for
// both: a shortcut that is no menu item is dead while a field has the keyboard.
// A command without a name is a dividing line.
var commands = []struct {
	menu  string
	items []command
}{
	{"journal", []command{
		{name: "new", key: fyne.KeyN, mod: ctrl, run: (*room).newEntry},
		{name: "save", key: fyne.KeyS, mod: ctrl, on: []string{journalPage, sessionPage, copyPage}},
		{name: "tags", key: fyne.KeyT, mod: ctrl, on: []string{journalPage}},
		{name: "deepen", key: fyne.KeyR, mod: ctrl, on: []string{journalPage}},
		{name: "history", key: fyne.KeyH, mod: ctrl, on: []string{journalPage}},
		{name: "enough", on: []string{journalPage}},
		{name: "again", on: []string{journalPage}},
		{name: "link", on: []string{journalPage}},
		{name: "graphic", on: []string{journalPage}},
		{name: "learn", run: (*room).learnFrom, on: []string{journalPage}},
		{name: "copy", key: fyne.KeyE, mod: ctrl, on: []string{journalPage, supervisionPage, learningPage, groupsPage}},
		{},
		{name: "lock", key: fyne.KeyL, mod: ctrl, run: func(r *room) { r.lock() }},
		{name: "quit", key: fyne.KeyQ, mod: ctrl, run: func(r *room) { r.quit() }},
	}},
	{"edit", []command{
		{name: "undo", key: fyne.KeyZ, mod: ctrl, run: (*room).undoHere},
		{name: "redo", key: fyne.KeyZ, mod: ctrlShift, run: (*room).redoHere},
		{},
		{name: "palette", key: fyne.KeyK, mod: ctrl, run: (*room).openPalette},
		{name: "find", key: fyne.KeyF, mod: ctrl, run: (*room).find},
		{name: "next-hint", key: fyne.KeyJ, mod: ctrl, on: []string{journalPage}},
		{name: "delete", key: fyne.KeyD, mod: ctrl, on: []string{journalPage}},
	}},
	{"supervision", []command{
		{name: "flag", key: fyne.KeyB, mod: ctrl, on: []string{journalPage}},
		{name: "flag-urgent", key: fyne.KeyB, mod: ctrlShift, on: []string{journalPage}},
		{},
		{name: "case", run: (*room).presentCase, on: []string{journalPage, copyPage}},
		{name: "digest", run: (*room).digest},
		{name: "move-up", key: fyne.KeyUp, mod: alt, on: []string{supervisionPage}},
		{name: "move-down", key: fyne.KeyDown, mod: alt, on: []string{supervisionPage}},
	}},
	{"session", []command{
		{name: "discussed", key: fyne.KeyReturn, mod: ctrl, on: []string{sessionPage}},
		{name: "next-time", key: fyne.KeyReturn, mod: ctrlShift, on: []string{sessionPage}},
		{name: "add-action", key: fyne.KeyN, mod: ctrlShift, on: []string{actionsPage, sessionPage, learningPage}},
		{name: "record-text", key: fyne.KeyC, mod: ctrlShift, on: []string{sessionPage}},
		{name: "safe-screen", key: fyne.KeyS, mod: ctrlShift, on: []string{sessionPage, groupsPage}},
		{name: "end-session", key: fyne.KeyE, mod: ctrlShift, on: []string{sessionPage, groupsPage}},
		{},
		{name: "next-turn", key: fyne.KeyPeriod, mod: ctrl, on: []string{groupsPage}},
		{name: "turn-back", on: []string{groupsPage}},
		{name: "rest-clock", on: []string{groupsPage}},
		{name: "prompts", on: []string{groupsPage}},
		{},
		{name: "ad-hoc", key: fyne.KeyA, mod: ctrlShift, run: (*room).holdAdHoc},
	}},
	{"view", []command{
		{name: "conceal", key: fyne.KeyH, mod: ctrlShift, run: func(r *room) { r.conceal() }},
		{},
		{name: "text-larger", key: fyne.KeyEqual, mod: ctrl, run: func(r *room) { r.stepText(textStep) }},
		{name: "text-smaller", key: fyne.KeyMinus, mod: ctrl, run: func(r *room) { r.stepText(-textStep) }},
		{},
		{name: "look-system", run: lookOf("")},
		{name: "look-light", run: lookOf("light")},
		{name: "look-dark", run: lookOf("dark")},
		{name: "look-contrast", run: lookOf("contrast")},
	}},
	{"go", []command{
		{name: "page-journal", key: fyne.Key1, mod: ctrl, run: func(r *room) { r.Open(r.first(), 0) }},
		{name: "page-supervision", key: fyne.Key2, mod: ctrl, run: opens(supervisionPage)},
		{name: "page-actions", key: fyne.Key3, mod: ctrl, run: opens(actionsPage)},
		{name: "page-people", key: fyne.Key4, mod: ctrl, run: opens(peoplePage)},
		{name: "page-backups", key: fyne.Key5, mod: ctrl, run: opens(backupsPage)},
		{name: "moving", run: (*room).moving},
		{name: "page-back", key: fyne.Key6, mod: ctrl, run: opens(backPage)},
		{name: "page-patterns", key: fyne.Key7, mod: ctrl, run: opens(patternsPage)},
		{name: "page-kept", run: opens(keptPage)},
		{name: "page-learning", key: fyne.Key8, mod: ctrl, run: opens(learningPage)},
		{name: "page-groups", key: fyne.Key9, mod: ctrl, run: opens(groupsPage)},
		{name: "page-settings", key: fyne.KeyComma, mod: ctrl, run: opens(settingsPage)},
		{name: "back", key: backKey(), mod: backMod(), run: (*room).back},
		{},
		{name: "next-section", key: fyne.KeyPageDown, mod: ctrl, on: []string{journalPage, sessionPage}},
		{name: "previous-section", key: fyne.KeyPageUp, mod: ctrl, on: []string{journalPage, sessionPage}},
	}},
	{"help", []command{
		{name: "guide", key: fyne.KeyF1, mod: ctrl, run: (*room).openGuide},
	}},
}

func opens(name string) func(*room) { return func(r *room) { r.Open(name, 0) } }

// menu is the menu bar, built from commands.
type menu struct {
	room       *room
	main       *fyne.MainMenu
	undo, redo named
	all        []command
}

// named is a line whose words say what it would do now.
type named struct {
	line    *fyne.MenuItem
	command command
}

//words:prefix shell.menu.
//words:prefix shell.command.

func newMenu(r *room) *menu {
	m := &menu{room: r}
	var menus []*fyne.Menu
	for _, group := range commands {
		var items []*fyne.MenuItem
		for _, c := range group.items {
			if it := m.item(c); it != nil {
				m.all = append(m.all, c)
				items = append(items, it)
			}
		}
		menus = append(menus, fyne.NewMenu(r.t("shell.menu."+group.menu), items...))
	}
	m.main = fyne.NewMainMenu(menus...)
	m.name()
	return m
}

// item gives the line of a command, nil for one whose page isn't there.
func (m *menu) item(c command) *fyne.MenuItem {
	if c.name == "" {
		return fyne.NewMenuItemSeparator()
	}
	if page, is := cutPage(c.name); is && page != journalPage && !m.room.knows(page) {
		return nil
	}
	label := withKeys(m.room.Words(), m.room.t("shell.command."+c.name), c)
	it := fyne.NewMenuItem(label, func() { m.room.do(c) })
	it.Shortcut = shortcutOf(c)
	it.Disabled = !m.room.may(c)
	switch c.name {
	case "undo":
		m.undo = named{it, c}
	case "redo":
		m.redo = named{it, c}
	case "quit":
		it.IsQuit = true
	}
	return it
}

// do runs a command, which is also a sign of life. Under a dialog the page is out
// of reach: there only the dialog's own field takes things back, text is made larger or
// smaller, and one can leave.
func (r *room) do(c command) {
	r.fromMenu()
	r.touch()
	switch {
	case r.concealed() && c.name != "conceal" && c.name != "lock" && c.name != "quit":
	case c.name == "conceal":
		c.run(r)
	case r.window.Canvas().Overlays().Top() != nil && c.name != "lock" && c.name != "quit":
		r.inDialog(c)
	case !r.may(c):
	case c.run != nil:
		c.run(r)
	default:
		r.pages[r.present].Command(c.name)
	}
}

// inDialog takes back, or makes again, what was typed in a dialog, makes its text
// larger or smaller, or closes it.
func (r *room) inDialog(c command) {
	switch c.name {
	case "text-larger", "text-smaller":
		c.run(r)
	case "undo":
		r.inField(&fyne.ShortcutUndo{})
	case "redo":
		r.inField(&fyne.ShortcutRedo{})
	case "back":
		widgets.CloseTop(r.window.Canvas())
	}
}

// harmless are the commands that change nothing in the journal, beside those that go
// to a page.
var harmless = []string{
	"lock", "quit", "find", "back", "palette", "conceal",
	"text-larger", "text-smaller", "look-system", "look-light", "look-dark", "look-contrast",
}

// may tells whether a command can be given: in a journal that is open to read
// only, those alone that change nothing.
func (r *room) may(c command) bool {
	_, goes := cutPage(c.name)
	return !r.desk.ReadOnly() || goes || slices.Contains(harmless, c.name)
}

// showUndo names what can be taken back and made again.
func (m *menu) showUndo() {
	m.name()
	m.main.Refresh()
}

func (m *menu) name() {
	desk := m.room.desk
	m.nameLine(m.undo, "shell.command.undo", "shell.undo_what", desk.CanUndo())
	m.nameLine(m.redo, "shell.command.redo", "shell.redo_what", desk.CanRedo())
}

func (m *menu) nameLine(n named, plain, what, label string) {
	t, text := m.room.t, m.room.t(plain)
	if label != "" && m.room.Words().Has(label) {
		text = t(what, t(label))
	}
	n.line.Label = withKeys(m.room.Words(), text, n.command)
}
