package backups

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/ui/look"
	"aftershift/internal/words"
)

// frame is the window around the page in a test.
type frame struct {
	app    *app.App
	window fyne.Window
	heard  []string
}

func (f *frame) Window() fyne.Window                       { return f.window }
func (f *frame) Words() *words.Catalog                     { return f.app.Words() }
func (f *frame) App() *app.App                             { return f.app }
func (f *frame) Open(page string, _ journal.ID)            { f.heard = append(f.heard, "open "+page) }
func (f *frame) Notify(text string, _ bool)                { f.heard = append(f.heard, text) }
func (f *frame) Failed(err error)                          { f.heard = append(f.heard, "failed "+err.Error()) }
func (f *frame) Do(fn func())                              { fn() }
func (f *frame) After(time.Duration, func()) (stop func()) { return func() {} }
func (f *frame) KeepAll() error                            { f.heard = append(f.heard, "keep all"); return nil }
func (f *frame) Reopen()                                   { f.heard = append(f.heard, "reopen") }
func (f *frame) NewKey(words []string, err error) {
	f.heard = append(f.heard, fmt.Sprint("new key ", len(words), " ", err))
}
func (f *frame) Repair() { f.heard = append(f.heard, "repair") }

// shownPage gives the page over a journal, where work is done at once.
func shownPage(t *testing.T, j keeper, sample bool) (*Page, *frame) {
	t.Helper()
	a, err := app.New(app.Config{DataFolder: t.TempDir(), StateFolder: t.TempDir(), ConfigFolder: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	f := &frame{app: a, window: test.NewTempWindow(t, nil)}
	p := newPage(j, f, func(job func()) { job() }, sample)
	f.window.SetContent(p.Content())
	f.window.Resize(fyne.NewSize(1000, 700))
	p.Show(0)
	t.Cleanup(p.Close)
	return p, f
}

func TestPage_Show_tells_how_safe_the_file_is(t *testing.T) {
	at := time.Date(2026, 3, 12, 9, 12, 0, 0, time.UTC)
	for _, c := range []struct {
		is   app.Checkup
		want string
	}{
		{app.Checkup{}, "Being verified"},
		{app.Checkup{At: at, Condition: app.Condition{Intact: 12, Complete: true}}, "12 records verified"},
		{app.Checkup{At: at, Condition: app.Condition{Intact: 11, Missing: 1}}, "Missing: 1"},
		{app.Checkup{At: at, Err: fault.New(fault.Damaged, "read")}, "read to its end"},
	} {
		_, f := shownPage(t, &fakeJournal{checkup: c.is}, false)
		if got := test.RenderToMarkup(f.window.Canvas()); !strings.Contains(strings.Join(strings.Fields(stripped(got)), " "), c.want) {
			t.Errorf("no %q on the page", c.want)
		}
	}
}

func TestPage_row_tells_what_sets_a_backup_apart(t *testing.T) {
	p, f := shownPage(t, &fakeJournal{}, false)
	for want, b := range map[string]app.Backup{
		"verified": {}, "later state": {Ahead: true}, "key was changed": {Earlier: true},
	} {
		if got := p.row(b); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := strings.Join(strings.Fields(stripped(test.RenderToMarkup(f.window.Canvas()))), " "); !strings.Contains(got, "not in a backup yet") {
		t.Error("nobody says that changes are in no backup")
	}
}

// stripped gives the words of a rendering.
func stripped(markup string) string {
	var b strings.Builder
	inside := false
	for _, r := range markup {
		switch r {
		case '<':
			inside = true
		case '>':
			inside = false
			b.WriteByte(' ')
		default:
			if !inside {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

func TestPage_now_backs_up(t *testing.T) {
	j := &fakeJournal{}
	p, f := shownPage(t, j, false)
	test.Tap(p.now)
	if len(j.asked) != 1 || len(f.heard) != 1 || f.heard[0] != p.words.T("backups.done") {
		t.Errorf("asked %q, heard %q", j.asked, f.heard)
	}
}

func TestPage_restore_is_asked_twice(t *testing.T) {
	j := &fakeJournal{closes: true}
	p, f := shownPage(t, j, false)
	p.presenter.Try("b")
	if f.window.Canvas().Overlays().Top() == nil {
		t.Fatal("what the backup holds is not shown")
	}
	p.askReplace("b")
	if b, ok := f.window.Canvas().Focused().(interface{ Text() string }); !ok || b.Text() != p.words.T("backups.replace.no") {
		t.Error("restoring does not begin with keeping the journal")
	}
	if len(j.asked) != 1 {
		t.Errorf("restored before it was confirmed: %q", j.asked)
	}
}

func TestPage_strange_backup_is_told_in_words_of_its_own(t *testing.T) {
	j := &fakeJournal{fails: fault.New(fault.CannotUnlock, "open copy")}
	p, f := shownPage(t, j, false)
	p.presenter.Try("b")
	if len(f.heard) != 1 || f.heard[0] != p.words.T("backups.strange") {
		t.Errorf("heard %q", f.heard)
	}
}

// A path that names nothing is said to do so: nothing of the journal is missing.
func TestPage_path_of_nothing_is_told(t *testing.T) {
	p, f := shownPage(t, &fakeJournal{fails: fault.New(fault.NotFound, "find notes")}, false)
	p.presenter.LookInto("nowhere")
	if len(f.heard) != 1 || f.heard[0] != p.words.T("backups.nowhere") {
		t.Errorf("heard %q", f.heard)
	}
}

func TestPage_Reveal_follows_the_keyboard(t *testing.T) {
	j := &fakeJournal{found: app.Findings{Asides: []app.Aside{{Why: app.Damaged}}, Losses: []library.Loss{{Missing: 1}}}}
	p, f := shownPage(t, j, false)
	f.window.Resize(fyne.NewSize(800, 300))
	p.fold.SetOpen(true)
	p.column.Refresh()
	for _, b := range p.buttons {
		f.window.Canvas().Focus(b)
		p.Reveal()
		driver := fyne.CurrentApp().Driver()
		y := driver.AbsolutePositionForObject(b).Y - driver.AbsolutePositionForObject(p.scroll).Y
		if y < 0 || y+b.Size().Height > p.scroll.Size().Height {
			t.Errorf("%q stands at %v outside the page's %v", b.Text(), y, p.scroll.Size().Height)
		}
	}
	if p.scroll.Offset.Y == 0 {
		t.Error("never scrolled")
	}
}

// Who asks where notes come in finds the section unfolded and in sight, also once the page
// has read what stands where.
func TestPage_Command_shows_moving(t *testing.T) {
	p, f := shownPage(t, &fakeJournal{}, false)
	f.window.Resize(fyne.NewSize(800, 300))
	if !p.Command("moving") || p.Command("other") {
		t.Error("not this page's")
	}
	p.presenter.Refresh()
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(p.bring).Y - driver.AbsolutePositionForObject(p.scroll).Y
	if y < 0 || y+p.bring.Size().Height > p.scroll.Size().Height || f.window.Canvas().Focused() != p.bring {
		t.Errorf("stands at %v, %v has the keyboard", y, f.window.Canvas().Focused())
	}
}

func TestPage_sample_has_no_backups(t *testing.T) {
	_, f := shownPage(t, &fakeJournal{}, true)
	if got := stripped(test.RenderToMarkup(f.window.Canvas())); !strings.Contains(got, "fictional journal") || strings.Contains(got, "Back up now") {
		t.Error("the fictional journal offers backups")
	}
}

func TestSize(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0 kB", 1: "1 kB", 140_000: "140 kB", 1_250_000: "1.2 MB", 40_000_000: "40.0 MB"} {
		if got := size(bytes); got != want {
			t.Errorf("%d: %q, want %q", bytes, got, want)
		}
	}
}

func TestPage_rekeyed_showsWordsOrSaysWhy(t *testing.T) {
	p, f := shownPage(t, &fakeJournal{}, false)
	for _, c := range []struct {
		words []string
		err   error
		want  string
	}{
		{[]string{"a", "b"}, nil, "new key 2 <nil>"},
		{[]string{"a"}, fault.New(fault.DiskFull, "open"), "new key 1 open: disk full"},
		{nil, fault.New(fault.CannotUnlock, "open"), p.words.T("backups.key.wrong")},
		{nil, fault.New(fault.Cancelled, "seal"), p.words.T("backups.key.cancelled")},
		{nil, fault.New(fault.DiskFull, "seal"), "failed seal: disk full"},
	} {
		f.heard = nil
		p.rekeyed(c.words, c.err)
		if len(f.heard) != 1 || f.heard[0] != c.want {
			t.Errorf("heard %q, want %q", f.heard, c.want)
		}
	}
}

func TestPage_askKey_keepsAllAndChanges(t *testing.T) {
	j := &fakeJournal{}
	p, f := shownPage(t, j, false)
	p.askKey()
	test.Type(f.window.Canvas().Focused(), "quiet water")
	f.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Contains(j.asked, "rekey quiet water") || !slices.Contains(f.heard, "keep all") {
		t.Errorf("asked %q, heard %q", j.asked, f.heard)
	}
}

func TestPage_show_leadsToTheProgress(t *testing.T) {
	p, f := shownPage(t, &fakeJournal{}, false)
	f.window.Resize(fyne.NewSize(800, 300))
	p.scroll.ScrollToBottom()
	if p.scroll.Offset.Y == 0 {
		t.Fatal("the page is not long enough to scroll")
	}
	p.presenter.turn(Rekeying, 0)
	if p.scroll.Offset.Y != 0 || !p.working.Visible() {
		t.Error("progress is out of view")
	}
	p.scroll.ScrollToBottom()
	p.presenter.turn(Rekeying, 0.5)
	if p.scroll.Offset.Y == 0 {
		t.Error("scrolls up at each step")
	}
}

// A backup that wasn't made says why, what is safe and what to do next; and nothing
// of earlier ones where there are none.
func TestPage_trouble(t *testing.T) {
	p, _ := shownPage(t, &fakeJournal{}, false)
	for kind, want := range map[fault.Kind]string{
		fault.DiskFull: "the disk is full", fault.Permission: "can’t be written to",
		fault.NotFound: "its disk is connected", fault.Cancelled: "made again automatically",
	} {
		says := p.trouble(State{Trouble: fault.New(kind, "back up"), Backups: make([]app.Backup, 1)})
		if !strings.Contains(says, want) || !strings.Contains(says, "the backups before are untouched") {
			t.Errorf("%v: %q", kind, says)
		}
		if says := p.trouble(State{Trouble: fault.New(kind, "back up")}); strings.Contains(says, "untouched") || !strings.Contains(says, "another disk") {
			t.Errorf("%v, without a backup: %q", kind, says)
		}
	}
}

// Every record that is set aside is named with its kind, its day and the reason;
// what can be brought back is offered by the page's one primary button.
func TestPage_names_what_is_set_aside(t *testing.T) {
	j := &fakeJournal{back: 2, found: app.Findings{People: true, Asides: []app.Aside{
		{Kind: "item", Name: "Night visits", When: "2026-03-12", Why: app.Damaged},
		{Kind: "photo", Name: "Heron", Why: app.Newer, Words: "name: Heron"},
		{Kind: "session", Why: app.Missing},
	}, Losses: []library.Loss{{At: time.Date(2026, 3, 12, 9, 12, 0, 0, time.UTC), Missing: 3}}}}
	p, f := shownPage(t, j, false)
	got := strings.Join(strings.Fields(stripped(test.RenderToMarkup(f.window.Canvas()))), " ")
	for _, want := range []string{"An agenda item, “Night visits”, Thursday 12 Mar", "damaged", "A record, “Heron”", "newer version", "A session", "missing", "3 records are gone from it.", "register of people"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q on the page: %s", want, got)
		}
	}
	p.Show(0)
	if p.asides.title.Text() != "What can’t be read, and what to do" || p.asides.recover.Visible() && f.window.Canvas().Focused() != p.asides.recover {
		t.Errorf("%q, and the keyboard is not with what to do next", p.asides.title.Text())
	}
	j.found = app.Findings{Losses: []library.Loss{{At: time.Date(2026, 3, 12, 9, 12, 0, 0, time.UTC)}}}
	p.presenter.Refresh()
	got = strings.Join(strings.Fields(stripped(test.RenderToMarkup(f.window.Canvas()))), " ")
	if p.asides.title.Text() != "Something changed the file" || strings.Contains(got, "gone from it") || !strings.Contains(got, "No record is missing") {
		t.Errorf("with nothing missing it says %q: %s", p.asides.title.Text(), got)
	}
	p.asides.read("A record", "name: Heron")
	if f.window.Canvas().Overlays().Top() == nil {
		t.Error("what can be read isn't shown")
	}
	p.presenter.Recover()
	p.presenter.SeeLosses()
	if !slices.Contains(j.asked, "recover") || !slices.Contains(f.heard, "reopen") || !slices.Contains(j.asked, "see losses") {
		t.Errorf("asked %q, heard %q", j.asked, f.heard)
	}
	j.found = app.Findings{}
	p.presenter.Refresh()
	if p.asides.card.Visible() {
		t.Error("nothing is set aside, and the page says so still")
	}
}
