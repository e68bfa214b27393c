package settings

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// window is a Frame that counts what the page asks for.
type window struct {
	app     *app.App
	window  fyne.Window
	applied int
	spoke   int
	asked   []string
	said    []string
	failed  []error
}

func (w *window) Window() fyne.Window        { return w.window }
func (w *window) Words() *words.Catalog      { return w.app.Words() }
func (w *window) App() *app.App              { return w.app }
func (w *window) Version() string            { return "1.2.3" }
func (w *window) Notify(text string, _ bool) { w.said = append(w.said, text) }
func (w *window) Do(fn func())               { fn() }

func (w *window) After(time.Duration, func()) func() { return func() {} }

func (w *window) Look() (string, int) {
	p := w.app.Preferences()
	return p.Theme, p.TextSize
}
func (w *window) ApplyLook(bool)                 { w.applied++ }
func (w *window) Speak()                         { w.spoke++ }
func (w *window) Open(page string, _ journal.ID) { w.asked = append(w.asked, page) }
func (w *window) CheckWords()                    { w.asked = append(w.asked, "check") }
func (w *window) NewWords()                      { w.asked = append(w.asked, "new") }
func (w *window) ChangePassphrase()              { w.asked = append(w.asked, "passphrase") }
func (w *window) Failed(err error) {
	if err != nil {
		w.failed = append(w.failed, err)
	}
}

// newPage gives the page over the fictional journal in a small window.
func newPage(t *testing.T) (*Page, *window, *app.Desk) {
	t.Helper()
	a, err := app.New(app.Config{DataFolder: t.TempDir(), StateFolder: t.TempDir(), ConfigFolder: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	desk, err := a.OpenSample(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() })
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	w := &window{app: a, window: test.NewTempWindow(t, nil)}
	p := New(desk, w)
	w.window.SetContent(p.Content())
	w.window.Resize(fyne.NewSize(900, 500))
	p.Show(0)
	t.Cleanup(p.Close)
	return p, w, desk
}

func TestPage_chips_chooseTheme(t *testing.T) {
	p, w, _ := newPage(t)
	test.Tap(p.appearance.chips[2])
	if w.app.Preferences().Theme != "dark" || w.applied != 1 || !p.appearance.chips[2].Selected() || p.appearance.chips[0].Selected() {
		t.Errorf("theme %q, shown %d times", w.app.Preferences().Theme, w.applied)
	}
	p.appearance.size.SetValue(150)
	if w.app.Preferences().TextSize != 150 || w.applied != 2 {
		t.Errorf("text size %d", w.app.Preferences().TextSize)
	}
}

// Enter twice must not take a theme away.
func TestThemes_chosenKeyboardIsOnRename(t *testing.T) {
	p, w, desk := newPage(t)
	p.themes.field.OnChosen(fields.Suggestion{ID: string(desk.Themes()[0].ID)})
	if w.window.Canvas().Focused() != p.themes.links.Objects[0].(fyne.Focusable) {
		t.Errorf("the keyboard is on %T", w.window.Canvas().Focused())
	}
}

func TestPage_Flush_keepsWhatIsTyped(t *testing.T) {
	p, _, desk := newPage(t)
	p.own.contact.OnChanged("Ask Ruth")
	if err := p.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := desk.Settings().Contact; got != "Ask Ruth" {
		t.Errorf("contact %q", got)
	}
}

func TestPage_idle_isKeptWhenTheKeyIsUp(t *testing.T) {
	p, w, desk := newPage(t)
	w.window.Canvas().Focus(p.own.minutes)
	before := desk.Settings().IdleMinutes
	p.own.minutes.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := desk.Settings().IdleMinutes; got != before+1 {
		t.Errorf("%d minutes, was %d", got, before)
	}
}

func TestPage_deleted_restoreAndPurge(t *testing.T) {
	p, w, desk := newPage(t)
	entries := desk.List(app.Filter{})
	for _, e := range entries[:2] {
		if err := desk.Delete(e.ID); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(p.deleted.list.Objects); n != 2 {
		t.Fatalf("%d rows", n)
	}
	if err := desk.Restore(entries[0].ID); err != nil {
		t.Fatal(err)
	}
	if n := len(p.deleted.list.Objects); n != 1 {
		t.Errorf("%d rows after restoring", n)
	}
	if text := p.deleted.whatPurging(entries[1]); !strings.Contains(text, "No backup that is listed here holds it.") {
		t.Errorf("without a backup it says %q", text)
	}
	p.deleted.askPurge(entries[1])
	if b, ok := w.window.Canvas().Focused().(*widgets.Button); !ok || b.Text() != p.t("settings.purge.no") {
		t.Error("deleting for good does not begin with keeping")
	}
	if len(desk.Trash()) != 1 {
		t.Error("gone before it was confirmed")
	}
}

// Who deletes something for good is told until when backups hold it, or that
// some always will.
func TestHeldUntil(t *testing.T) {
	p, _, _ := newPage(t)
	until := time.Date(2027, 11, 28, 12, 0, 0, 0, time.Local)
	for _, c := range []struct {
		of           app.Keeping
		says, hushes string
	}{
		{app.Keeping{Backups: 3, Until: until}, "3 backups were made since it was written and may still hold it. Backups give way to newer ones: with one made every day, the last goes on 28 Nov 2027,", "stays until"},
		{app.Keeping{Backups: 3, Until: until, Staying: 1}, "1 of them stays until", "2 of them"},
		{app.Keeping{Backups: 2, Staying: 2}, "2 backups were made since it was written and may still hold it. 2 of them stay until", "give way"},
	} {
		text := heldUntil(p.frame.Words(), c.of)
		if !strings.Contains(text, c.says) || strings.Contains(text, c.hushes) {
			t.Errorf("of %+v it says %q", c.of, text)
		}
	}
}

func TestPage_Reveal_followsTheKeyboard(t *testing.T) {
	p, w, _ := newPage(t)
	c := w.window.Canvas()
	furthest := float32(0)
	for range 40 {
		c.FocusNext()
		p.Reveal()
		driver := fyne.CurrentApp().Driver()
		o := c.Focused().(fyne.CanvasObject)
		y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll).Y
		if y < 0 || y+o.Size().Height > p.scroll.Size().Height {
			t.Fatalf("%T stands at %v outside the page's %v", o, y, p.scroll.Size().Height)
		}
		furthest = max(furthest, p.scroll.Offset.Y)
	}
	if furthest == 0 {
		t.Error("never scrolled")
	}
}

func TestPage_keys_noneForTheFictionalJournal(t *testing.T) {
	p, w, _ := newPage(t)
	if p.Command("save") || len(w.asked) != 0 || len(w.failed) != 0 {
		t.Errorf("asked %q, failed %v", w.asked, w.failed)
	}
}

func TestLicences_everyFileInParagraphs(t *testing.T) {
	texts, err := licences(fstest.MapFS{
		"a/LICENSE": {Data: []byte("First\nline.\n\nSecond.")}, "README.md": {Data: []byte("All of it.")},
	})
	want := []string{"README.md", "All of it.", "a/LICENSE", "First line.", "Second."}
	if err != nil || len(texts) != len(want) {
		t.Fatalf("%q, %v", texts, err)
	}
	for i := range want {
		if texts[i] != want[i] {
			t.Errorf("%q, want %q", texts[i], want[i])
		}
	}
}

// After a change of themes, one taken back too, the keyboard is where it was; a theme
// that was merged shows what stands for it.
func TestThemes_keyboardAndMerging(t *testing.T) {
	p, w, desk := newPage(t)
	var children []journal.ThemeID
	for _, one := range desk.Themes() {
		if desk.Themes().ParentOf(one.ID) != one.ID {
			children = append(children, one.ID)
		}
	}
	p.themes.field.OnChosen(fields.Suggestion{ID: string(children[0])})
	if err := desk.RenameTheme(children[0], "Another name"); err != nil {
		t.Fatal(err)
	}
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	if focused, is := w.window.Canvas().Focused().(fyne.CanvasObject); !is || !slices.Contains(p.themes.links.Objects, focused) {
		t.Errorf("the keyboard is on %T", w.window.Canvas().Focused())
	}
	if err := desk.MergeTheme(children[0], children[1]); err != nil {
		t.Fatal(err)
	}
	shown := ""
	widgets.Walk(p.themes.card, func(o fyne.CanvasObject) {
		if text, is := o.(*widgets.Text); is {
			shown += text.Text() + "\n"
		}
	})
	if !strings.Contains(shown, desk.ThemeName(children[1])) {
		t.Errorf("shows %q", shown)
	}
}

// The box that asks for a theme is as large before one types as while it offers most.
func TestThemes_ask_staysAsItIs(t *testing.T) {
	p, w, desk := newPage(t)
	of := desk.Themes()[1]
	p.themes.merge(of)
	box := w.window.Canvas().Overlays().Top().(fyne.Widget)
	size := func() fyne.Size {
		return box.CreateRenderer().Objects()[len(box.CreateRenderer().Objects())-1].MinSize()
	}
	before := size()
	typed := w.window.Canvas().Focused().(interface{ SetText(string) })
	typed.SetText("a")
	if after := size(); after != before {
		t.Errorf("%v, was %v", after, before)
	}
}

// Terms that are chosen are kept, and every page is asked to speak in them.
func TestTerms_choose(t *testing.T) {
	p, w, _ := newPage(t)
	test.Tap(p.terms.chips[2])
	if w.app.Terms() != "ie" || !p.terms.chips[2].Selected() || p.terms.chips[0].Selected() || w.spoke != 1 {
		t.Errorf("chose %q; spoken %d times", w.app.Terms(), w.spoke)
	}
	test.Tap(p.terms.chips[0])
	if w.app.Terms() != "neutral" || w.spoke != 2 {
		t.Errorf("chose %q; spoken %d times", w.app.Terms(), w.spoke)
	}
}

// A template is made by keyboard, offered to begin with, changed, and removed with a way
// back; what is missing is said.
func TestTemplates_make_change_remove(t *testing.T) {
	p, w, desk := newPage(t)
	settled := func() {
		done := make(chan struct{})
		desk.Do(func() error { return nil }, func(error) { close(done) })
		<-done
	}
	f := p.templates.ask(journal.OwnTemplate{})
	f.keep()
	settled()
	if f.wrong.Text() != w.Words().T("settings.templates.wrong") {
		t.Errorf("says %q", f.wrong.Text())
	}
	f.name.SetText("After a visit")
	f.lines[0].name.SetText("Noticed")
	f.lines[0].prompt.SetText("With which sense?")
	f.add()
	f.lines[2].name.SetText("To do")
	f.up(f.lines[2])
	f.keep()
	settled()
	all := desk.OwnTemplates()
	if w.window.Canvas().Overlays().Top() != nil || len(all) != 1 || len(all[0].Sections) != 2 || all[0].Sections[1].Name != "To do" {
		t.Fatalf("kept %+v, said %v", all, f.wrong.Text())
	}
	if chip := p.own.templates[len(p.own.templates)-1]; chip.Text() != "After a visit" {
		t.Errorf("a new entry may begin with %q", chip.Text())
	} else {
		test.Tap(chip)
	}
	if desk.UsualTemplate() != all[0].ID {
		t.Errorf("begins with %s", desk.UsualTemplate())
	}
	f = p.templates.ask(all[0])
	f.drop(f.lines[0])
	f.keep()
	settled()
	if got := desk.OwnTemplates()[0].Offered(); len(got) != 1 || got[0].Key != all[0].Sections[1].Key {
		t.Errorf("changed to %+v", got)
	}
	if err := desk.RemoveTemplate(all[0].ID); err != nil {
		t.Fatal(err)
	}
	settled()
	if !p.templates.list.Hidden {
		t.Error("what was removed is listed")
	}
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	if p.templates.list.Hidden {
		t.Error("what was brought back isn't listed")
	}
}
