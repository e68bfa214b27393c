package people

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/seal"
	"aftershift/internal/ui/look"
	"aftershift/internal/vault"
	"aftershift/internal/words"
)

// frame is the window around the page in a test. What is done on its main
// goroutine waits until pumped.
type frame struct {
	queue    chan func()
	window   fyne.Window
	words    *words.Catalog
	notices  []string
	failures []error
	copies   []app.CopyOf
}

func (f *frame) Window() fyne.Window        { return f.window }
func (f *frame) Words() *words.Catalog      { return f.words }
func (f *frame) Notify(text string, _ bool) { f.notices = append(f.notices, text) }
func (f *frame) Failed(err error)           { f.failures = append(f.failures, err) }
func (f *frame) OpenCopy(of app.CopyOf)     { f.copies = append(f.copies, of) }
func (f *frame) Do(fn func())               { f.queue <- fn }

// settle pumps until the journal's worker has done everything that was asked of
// it, and what came of that.
func (f *frame) settle(d *app.Desk, p *Page) {
	for more := true; more; more = p.presenter.reading.Busy() || len(f.queue) > 0 {
		reached := false
		d.Do(func() error { return nil }, func(error) { f.Do(func() { reached = true }) })
		for !reached {
			(<-f.queue)()
		}
	}
}

// newPage gives the page of a journal whose register has these people.
func newPage(t testing.TB, people ...app.Person) (*Page, *frame, *app.Desk) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	dir := t.TempDir()
	a, err := app.New(app.Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"),
		Now:          func() time.Time { return time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC) },
		Vault:        vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := a.Create(context.Background(), "quiet harbour after rain")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	for _, p := range people {
		if _, err := d.SavePerson(p); err != nil {
			t.Fatal(err)
		}
	}
	f := &frame{queue: make(chan func(), 1000), words: a.Words()}
	f.window = test.NewTempWindow(t, nil)
	p := New(d, f)
	f.window.SetPadded(false)
	f.window.SetContent(p.Content())
	f.window.Resize(fyne.NewSize(1090, 760))
	p.Show(0)
	f.settle(d, p)
	return p, f, d
}

func person(role, code string, forms ...string) app.Person {
	return app.Person{Person: redact.Person{Forms: forms, Role: role, Code: code}}
}

func press(p *Page, key fyne.KeyName) { p.rows.TypedKey(&fyne.KeyEvent{Name: key}) }

func TestPage_Show_lists_people_by_name(t *testing.T) {
	p, _, d := newPage(t, person("parent", "Parent A", "Leanne Mottram", "Lee"), person("", "", "Aaliyah Hussain"))
	if _, err := d.PlanSession(app.Plan{Start: d.Now(), Minutes: 60, Name: "Ruth Adeyemi"}); err != nil {
		t.Fatal(err)
	}
	p.frame.(*frame).settle(d, p)
	state := p.presenter.state
	if len(state.People) != 2 || name(state.People[0]) != "Aaliyah Hussain" {
		t.Fatalf("people %+v", state.People)
	}
	row := p.fill(state.People[1].ID.String())
	if row.Title != "Leanne Mottram · Lee" || row.Excerpt != "parent · Parent A" {
		t.Errorf("row %+v", row)
	}
	if got, want := p.also.Text(), "Found too, because you have supervision together: Ruth Adeyemi."; got != want {
		t.Errorf("below: %q", got)
	}
}

func TestPage_form_adds_someone(t *testing.T) {
	p, f, d := newPage(t)
	if !p.empty.Visible() || p.people.Visible() {
		t.Error("an empty register does not say so")
	}
	form := p.ask(app.Person{})
	form.submit()
	if !form.missing.Visible() || len(d.People()) != 0 {
		t.Error("a person without a name was taken")
	}
	form.forms.SetText(" Leanne  Mottram \n\nLee, Mrs Mottram")
	form.role.SetText("mother ")
	form.submit()
	f.settle(d, p)
	want := []string{"Leanne Mottram", "Lee", "Mrs Mottram"}
	people := d.People()
	if len(people) != 1 || !cmp.Equal(people[0].Forms, want) || people[0].Role != "mother" {
		t.Fatalf("people %+v", people)
	}
	if !cmp.Equal(f.notices, []string{"Leanne Mottram is on the list."}) {
		t.Errorf("said %q", f.notices)
	}
	if !p.people.Visible() || p.rows.Len() != 1 {
		t.Error("the new person is not shown")
	}
}

func TestPage_keys_change_and_remove(t *testing.T) {
	p, f, d := newPage(t, person("parent", "", "Leanne Mottram"))
	press(p, fyne.KeyReturn)
	overlay := f.window.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("Enter opens nothing")
	}
	overlay.Hide()
	press(p, fyne.KeyDelete)
	f.settle(d, p)
	if len(d.People()) != 0 || p.rows.Len() != 0 {
		t.Fatalf("people %+v", d.People())
	}
	if err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	f.settle(d, p)
	if p.rows.Len() != 1 {
		t.Error("undo does not show the person again")
	}
	if !p.Command("delete") || p.Command("save") {
		t.Error("the page takes the wrong commands")
	}
}

func TestPage_roles_complete_what_is_typed(t *testing.T) {
	p, _, _ := newPage(t)
	form := p.ask(app.Person{})
	if got := form.roles("par"); len(got) != 2 || got[0].Text != "parent" || got[1].Text != "partner" {
		t.Errorf("roles %v", got)
	}
	if got := form.roles(" "); got != nil {
		t.Errorf("roles of nothing: %v", got)
	}
}

func TestPresenter_Save_tells_what_went_wrong(t *testing.T) {
	p, f, d := newPage(t)
	p.presenter.Save(app.Person{ID: 7})
	f.settle(d, p)
	if len(f.failures) != 1 || fault.KindOf(f.failures[0]) != fault.Invalid {
		t.Errorf("failures %v, want invalid", f.failures)
	}
	p.Hide()
	if _, err := d.SavePerson(person("", "", "Kai")); err != nil {
		t.Fatal(err)
	}
	f.settle(d, p)
	if p.rows.Len() != 0 {
		t.Error("a hidden page followed the register")
	}
	p.Show(journal.ID(0))
	f.settle(d, p)
	if p.rows.Len() != 1 {
		t.Error("the page that came back shows an old register")
	}
}
