package unlock

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// window is a Frame that writes down what the pages ask for.
type window struct {
	app    *app.App
	window fyne.Window
	copied string
	opened []Opened
	failed []error
}

func (w *window) Window() fyne.Window   { return w.window }
func (w *window) Words() *words.Catalog { return w.app.Words() }
func (w *window) App() *app.App         { return w.app }
func (w *window) Do(fn func())          { fn() }

func init()                          { aside = func(fn func()) { fn() } } // two goroutines would draw at once
func (w *window) Copy(secret string) { w.copied = secret }
func (w *window) Opened(how Opened)  { w.opened = append(w.opened, how) }
func (w *window) Failed(err error) {
	if err != nil {
		w.failed = append(w.failed, err)
	}
}

func newWindow(t *testing.T) *window {
	t.Helper()
	a, err := app.New(app.Config{DataFolder: t.TempDir(), StateFolder: t.TempDir(), ConfigFolder: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	return &window{app: a, window: test.NewTempWindow(t, nil)}
}

// find walks the keyboard to the button of that text.
func (w *window) find(t *testing.T, text string) *widgets.Button {
	t.Helper()
	c := w.window.Canvas()
	for range 30 {
		if b, ok := c.Focused().(*widgets.Button); ok && b.Text() == text {
			return b
		}
		c.FocusNext()
	}
	t.Fatalf("Tab does not lead to %q", text)
	return nil
}

// shown gives the page as it comes up in a window of that size.
func shown(t *testing.T, width, height float32) (*Page, *window) {
	t.Helper()
	w := newWindow(t)
	p := New(w.app, w)
	w.window.SetContent(p.Content())
	w.window.Resize(fyne.NewSize(width, height))
	p.Show()
	return p, w
}

func TestPage_Show_welcomesWithoutAJournal(t *testing.T) {
	p, w := shown(t, 1280, 760)
	if p.content.Objects[0] != p.welcome.content {
		t.Fatal("does not welcome")
	}
	if !p.welcome.make.Disabled() {
		t.Error("makes a journal without a passphrase")
	}
	p.welcome.choice.OnSubmitted()
	if p.welcome.welcome.state.Making {
		t.Error("makes a journal without a passphrase, on Enter")
	}
	w.find(t, p.t("unlock.look"))
}

func TestDoorView_show_everyKindHasWords(t *testing.T) {
	w := newWindow(t)
	p := New(w.app, w)
	w.window.SetContent(p.door.content)
	unforeseen := p.t("unlock.trouble.internal")
	for kind := fault.Internal; kind <= fault.Permission; kind++ {
		p.door.show(doorState{Trouble: true, Kind: kind})
		if kind == fault.Internal || kind == fault.Locked {
			continue
		}
		if said := p.door.happened.Text(); said == "" || said == unforeseen || p.door.next.Text() == "" {
			t.Errorf("%v is said as %q, %q", kind, said, p.door.next.Text())
		}
		if p.door.ways.content.Visible() {
			t.Errorf("%v offers ways on before anything was tried", kind)
		}
	}
}

func TestDoorView_show_busy(t *testing.T) {
	w := newWindow(t)
	p := New(w.app, w)
	p.door.show(doorState{Busy: true})
	if !p.door.unlock.Disabled() || p.door.unlock.Text() == p.t("unlock.unlock") {
		t.Error("does not say that it is opening")
	}
	p.door.show(doorState{ByWords: true})
	if p.door.unlock.Disabled() || p.door.secret.Visible() || !p.door.words.Visible() {
		t.Error("does not ask for the words")
	}
}

func TestRecovery_show_allThenSome(t *testing.T) {
	w := newWindow(t)
	done := 0
	words := []string{"ash", "birch", "cedar", "elm"}
	r := NewRecovery(nil, w, words, func() { done++ })
	w.window.SetContent(r.Content())
	w.window.Resize(fyne.NewSize(1024, 700))
	r.Show()
	w.find(t, w.app.Words().T("unlock.recovery.copy")).Tapped(nil)
	if w.copied != "ash birch cedar elm" {
		t.Errorf("copied %q", w.copied)
	}
	r.recovery.written()
	if r.shown.Visible() || !r.asked.Visible() || r.fields[askedBack-1] == nil {
		t.Fatal("does not ask some back")
	}
	w.find(t, w.app.Words().T("unlock.recovery.later")).Tapped(nil)
	if done != 1 {
		t.Error("can't be put off")
	}
}

func TestPage_use_anotherJournal(t *testing.T) {
	w := newWindow(t)
	p := New(w.app, w)
	path := t.TempDir() + "/other.aftershift"
	p.use(path)
	if w.app.Journal() != path || len(w.failed) != 0 {
		t.Errorf("journal %q, failed %v", w.app.Journal(), w.failed)
	}
	if w.app.Preferences().Journal != path {
		t.Error("forgotten the next time")
	}
}

func TestDoorView_show_waysThatFit(t *testing.T) {
	w := newWindow(t)
	p := New(w.app, w)
	w.window.SetContent(p.door.content)
	w.window.Resize(fyne.NewSize(1024, 700))
	v, some := p.door.ways, []app.Backup{{Path: "b", At: time.Now()}}
	broken, whole := app.Condition{Intact: 4, Damaged: 1}, app.Condition{Intact: 5, Complete: true}
	for name, c := range map[string]struct {
		state                                     doorState
		restored, readOnly, backup, salvage, open bool
	}{
		"other":     {doorState{Kind: fault.Tampered, Other: true, Found: &whole, Backups: some}, true, true, true, false, false},
		"older":     {doorState{Kind: fault.Tampered, Older: true, Found: &whole, Backups: some}, true, true, true, false, false},
		"damaged":   {doorState{Kind: fault.Damaged, Found: &broken, Backups: some}, false, false, true, true, false},
		"broken":    {doorState{Kind: fault.Damaged, Repair: true, Found: &broken, Backups: some}, false, true, true, true, false},
		"nothing":   {doorState{Kind: fault.Damaged}, false, false, false, true, false},
		"looked at": {doorState{Kind: fault.Damaged, Repair: true, Found: &whole, Backups: some}, false, false, false, false, false},
		"rescued":   {doorState{Kind: fault.Damaged, Found: &broken, Rescued: &rescued{broken, "new"}}, false, false, false, false, true},
	} {
		c.state.Trouble, c.state.Ways = true, true
		p.door.show(c.state)
		got := [5]bool{v.restored.Visible(), v.readOnly.Visible(), v.backup.Visible(), v.salvage.Visible(), v.open.Visible()}
		if want := [5]bool{c.restored, c.readOnly, c.backup, c.salvage, c.open}; got != want {
			t.Errorf("%s: offers %v, want %v", name, got, want)
		}
		if p.door.unlock.Visible() || p.door.secret.Visible() || v.counts.Text() == "" {
			t.Errorf("%s: still asks, or counts nothing", name)
		}
	}
}

func TestDoorView_show_aWrongPassphraseStaysSelected(t *testing.T) {
	w := newWindow(t)
	p := New(w.app, w)
	w.window.SetContent(p.door.content)
	p.door.secret.SetSecret("gorse tidal lanterm")
	wrong := doorState{Trouble: true, Kind: fault.CannotUnlock}
	p.door.show(wrong)
	if p.door.secret.Secret() != "gorse tidal lanterm" {
		t.Fatalf("what was typed is gone: %q", p.door.secret.Secret())
	}
	w.window.Canvas().Focused().TypedRune('g')
	if got := p.door.secret.Secret(); got != "g" {
		t.Errorf("typing goes on behind it: %q", got)
	}
	p.door.secret.SetSecret("gorse tidal lanterm")
	damaged := doorState{Trouble: true, Kind: fault.Damaged, Ways: true}
	p.door.show(damaged)
	if p.door.secret.Secret() != "" {
		t.Error("the passphrase stays in a field that is out of sight")
	}
}

func TestDoorView_show_costBeforeItIsPaid(t *testing.T) {
	w := newWindow(t)
	p := New(w.app, w)
	w.window.SetContent(p.door.content)
	p.door.door.asksCost(app.Cost{Memory: 1024, Of: 1500, Times: 32}, app.Key{Passphrase: "secret"}, doorState{}, func(app.Key) {})
	said := p.door.happened.Text()
	for _, figure := range []string{"1024 MB", "1500 MB", "32 times"} {
		if !strings.Contains(said, figure) {
			t.Errorf("says %q, without %s", said, figure)
		}
	}
	if p.door.secret.Visible() || p.door.unlock.Visible() || !p.door.trouble.Visible() || w.window.Canvas().Focused() != p.door.back {
		t.Error("the way back isn't what Enter takes")
	}
	w.find(t, p.t("unlock.costly.go_on"))
	w.find(t, p.t("unlock.costly.back")).Tapped(nil)
	if !p.door.secret.Visible() || p.door.trouble.Visible() || p.door.goOn.Visible() {
		t.Error("does not ask for the passphrase again")
	}
}

// The first page offers whose words and dates to use, with what is chosen ticked.
func TestWelcome_terms(t *testing.T) {
	p, w := shown(t, 1024, 700)
	v := p.welcome
	if got := v.terms.Text(); got != "Words and dates: Neutral" {
		t.Errorf("says %q", got)
	}
	w.window.Canvas().Focus(v.terms)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn} {
		w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := v.terms.Text(); w.app.Terms() != "gb" || got != "Words and dates: United Kingdom" {
		t.Errorf("chose %q, says %q", w.app.Terms(), got)
	}
}

// A backup's day and time are said as everywhere in the user's terms.
func TestPage_when_inTheUsersTerms(t *testing.T) {
	w := newWindow(t)
	p := New(w.app, w)
	at := time.Date(w.app.Now().Year(), 3, 4, 15, 30, 0, 0, time.Local)
	for terms, want := range map[app.Terms]string{"gb": " 4 Mar, 15:30", "us": ", Mar 4, 3:30 PM"} {
		if err := w.app.SetTerms(terms); err != nil {
			t.Fatal(err)
		}
		if got := p.when(at); !strings.HasSuffix(got, want) {
			t.Errorf("%s: %q", terms, got)
		}
	}
}
