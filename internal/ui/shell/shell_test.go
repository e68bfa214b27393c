package shell

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/unlock"
)

func (s *scene) t_(key string, args ...any) string { return s.Words().T(key, args...) }

func (s *scene) firstEntry(desk *app.Desk) journal.ID { return desk.List(app.Filter{})[0].ID }

func TestRoom_Open_buildsOnceAndHides(t *testing.T) {
	s := inSample(t)
	first := s.pages[journalPage]
	s.room.Open(settingsPage, 0)
	s.room.Open(journalPage, 7)
	if s.pages[journalPage] != first || first.showsID != 7 {
		t.Error("the page is built anew")
	}
	want := []string{"journal show", "journal hide", "settings show", "settings hide", "journal show"}
	if !slices.Equal(s.calls, want) {
		t.Errorf("calls %q", s.calls)
	}
	s.room.Open("nowhere", 0)
	if s.room.present != journalPage || s.room.nav.Selected() != journalPage {
		t.Errorf("went to %s", s.room.present)
	}
}

func TestRoom_badges_countWhatWaits(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	before := len(desk.Basket())
	if before == 0 {
		t.Fatal("nothing waits in the fictional journal")
	}
	if err := desk.Delete(desk.Basket()[0].Item.Entries[0]); err != nil {
		t.Fatal(err)
	}
	if len(desk.Basket()) == before {
		t.Fatal("the same still waits")
	}
}

func TestRoom_Notify_undoGoesWithTheNextStep(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	waits := desk.Basket()
	step := func(i int) {
		t.Helper()
		if err := desk.Flag(waits[i].Item.Entries[0], journal.NoFlag); err != nil {
			t.Fatal(err)
		}
	}
	step(0)
	s.room.Notify("It no longer waits.", true)
	if !s.room.toast.Shown() {
		t.Fatal("nothing is said")
	}
	step(1)
	if s.room.toast.Shown() {
		t.Error("the button would take back something that it doesn't name")
	}
	s.room.Notify("Saved.", false)
	if err := desk.Undo(); err != nil || !s.room.toast.Shown() {
		t.Errorf("a notice without a button went too (%v)", err)
	}
}

// A change that takes long is said to go on until it ends, and no later notice goes with
// it.
func TestRoom_saySlow(t *testing.T) {
	s := inSample(t)
	r := s.room
	var due func()
	later := func(_ time.Duration, fn func()) func() { due = fn; return func() { due = func() {} } }
	ended := r.saySlow(later)
	if r.toast.Shown() {
		t.Error("said before it took long")
	}
	due()
	if !r.toast.Shown() {
		t.Error("nothing is said of what takes long")
	}
	if ended(); r.toast.Shown() {
		t.Error("still said after the end")
	}
	ended = r.saySlow(later)
	due()
	r.Notify("Saved.", false)
	if ended(); !r.toast.Shown() {
		t.Error("a notice of something else went")
	}
}

func TestStrips_sayWhatStands(t *testing.T) {
	s := inSample(t)
	if n := len(s.room.strips.column.Objects); n != 1 {
		t.Errorf("%d strips over the fictional journal", n)
	}
	s.room.strips.byWords, s.room.strips.recovered = true, []journal.ID{s.desk().List(app.Filter{})[0].ID}
	s.room.strips.show()
	if n := len(s.room.strips.column.Objects); n != 3 {
		t.Errorf("%d strips", n)
	}
}

func TestStrips_unconfirmedUntilConfirmed(t *testing.T) {
	s := newScene(t)
	desk, words := s.createOwn()
	s.enter(unlock.Opened{Desk: desk})
	if n := len(s.room.strips.column.Objects); n != 1 {
		t.Errorf("%d strips before", n)
	}
	if err := desk.ConfirmRecovery(words, []int{0}, words[:1]); err != nil {
		t.Fatal(err)
	}
	if n := len(s.room.strips.column.Objects); n != 0 {
		t.Errorf("%d strips after", n)
	}
}

func TestShell_Failed_saysNothingOfWhatWasStopped(t *testing.T) {
	s := newScene(t)
	s.Failed(nil)
	s.Failed(fault.New(fault.Cancelled, "search"))
	if s.window.Canvas().Overlays().Top() != nil {
		t.Fatal("says something")
	}
	s.Failed(fault.New(fault.DiskFull, "save"))
	if s.window.Canvas().Overlays().Top() == nil {
		t.Error("says nothing of a full disk")
	}
}

func TestShell_Failed_saysThatAHoldLasts(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	if err := desk.SetHold(true); err != nil {
		t.Fatal(err)
	}
	s.Failed(desk.Purge(t.Context(), s.firstEntry(desk)))
	said := false
	visit(s.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		line, is := o.(*canvas.Text)
		said = said || is && line.Text == s.t_("fault.held.title")
	})
	if !said {
		t.Error("nobody is told why nothing is deleted")
	}
}

func TestFaultWords_everyKind(t *testing.T) {
	w := newScene(t).Words()
	foreseen := faultWords(w, fault.Internal)
	for kind := fault.Invalid; kind < fault.Cancelled; kind++ {
		says := faultWords(w, kind)
		if says == foreseen || says.title == "" || says.text == "" || says.next == "" {
			t.Errorf("%v: %+v", kind, says)
		}
	}
	if faultWords(w, fault.Kind(200)) != foreseen {
		t.Error("an unknown kind has no words")
	}
}

func TestRefuseNetwork_readsNothing(t *testing.T) {
	newScene(t)
	refuseNetwork()
	for _, address := range []string{"http://127.0.0.1:9/", "https://127.0.0.1:9/"} {
		uri, err := storage.ParseURI(address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := storage.Reader(uri); !errors.Is(err, fault.Permission) {
			t.Errorf("%s: %v", address, err)
		}
		if there, err := storage.Exists(uri); there || err == nil {
			t.Errorf("%s: exists %v, %v", address, there, err)
		}
		if can, _ := storage.CanRead(uri); can {
			t.Errorf("%s can be read", address)
		}
	}
}

func TestThemeOf(t *testing.T) {
	for _, c := range []struct {
		name string
		size int
	}{{"", 100}, {"light", 90}, {"dark", 150}, {"contrast", 200}, {"unknown", 100}} {
		if got := themeOf(c.name, c.size).TextScale(); got != float32(c.size)/100 {
			t.Errorf("%s at %d: scale %v", c.name, c.size, got)
		}
	}
	paper := func(name string) any { return themeOf(name, 100).Color("aftershift.paper", 0) }
	if paper("light") == paper("dark") {
		t.Error("light and dark are the same")
	}
}

func TestShell_size_comesBack(t *testing.T) {
	s := newScene(t)
	s.window.Resize(fyne.NewSize(1100, 700))
	if err := s.keepSize(); err != nil {
		t.Fatal(err)
	}
	if got := s.size(); got != fyne.NewSize(1100, 700) {
		t.Errorf("size %v", got)
	}
	if err := s.app.SetPreferences(func(p *app.Preferences) { p.Width = 3 }); err != nil {
		t.Fatal(err)
	}
	if got := s.size(); got != fyne.NewSize(usualWidth, usualHeight) {
		t.Errorf("size %v from a broken preference", got)
	}
}

func TestClipboard_takesBackItsOwnOnly(t *testing.T) {
	var later []func()
	board := newScene(t).fyne.Clipboard()
	c := &clipboard{board: board, after: func(d time.Duration, fn func()) func() {
		if d != clipboardTime {
			t.Errorf("after %v", d)
		}
		later = append(later, fn)
		return func() { later = nil }
	}}
	c.put("secret")
	if board.Content() != "secret" {
		t.Fatal("nothing copied")
	}
	later[0]()
	if board.Content() != "" {
		t.Error("the secret stays")
	}
	c.put("secret")
	board.SetContent("something of the user's")
	c.clear()
	if board.Content() != "something of the user's" {
		t.Error("took what is not its own")
	}
}

func TestFolding_Layout_narrowOrLarge(t *testing.T) {
	s := inSample(t)
	wide, narrow := fyne.NewSize(1280, 760), fyne.NewSize(1024, 700)
	content := s.alive.content.Objects[0]
	content.Resize(wide)
	open := s.room.nav.MinSize().Width
	content.Resize(narrow)
	if folded := s.room.nav.MinSize().Width; folded >= open {
		t.Errorf("navigation is %v wide in a narrow window, %v in a wide one", folded, open)
	}
}

func TestShell_whyUnkept_everyKindHelps(t *testing.T) {
	s := newScene(t)
	for kind := fault.Internal; kind <= fault.Cancelled; kind++ {
		if got := s.whyUnkept(fault.New(kind, "save draft")); len(got) < 20 {
			t.Errorf("%v: %q", kind, got)
		}
	}
	if s.whyUnkept(fault.New(fault.NotFound, "save")) == s.whyUnkept(fault.New(fault.Internal, "save")) {
		t.Error("a file that is gone is not said")
	}
}
