package people

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/ui/uitest"
)

// frame is the window around the page in a test.
type frame struct {
	*uitest.Frame
	copies []app.CopyOf
}

func (f *frame) OpenCopy(of app.CopyOf) { f.copies = append(f.copies, of) }

// Open leads to another page, which these tests have none of.
func (f *frame) Open(string, journal.ID) {}

// newPage gives the page of a journal whose register has these people.
func newPage(t testing.TB, people ...app.Person) (*Page, *frame, *app.Desk) {
	t.Helper()
	_, d := apptest.Make(t, func() time.Time { return time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC) })
	for _, p := range people {
		if _, err := d.SavePerson(p); err != nil {
			t.Fatal(err)
		}
	}
	f := &frame{Frame: uitest.NewFrame(t)}
	p := New(d, f)
	f.Fill(p.Content())
	p.Show(0)
	f.Settle(d, p.presenter.busy)
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
	p.frame.(*frame).Settle(d, p.presenter.busy)
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
	f.Settle(d, p.presenter.busy)
	want := []string{"Leanne Mottram", "Lee", "Mrs Mottram"}
	people := d.People()
	if len(people) != 1 || !cmp.Equal(people[0].Forms, want) || people[0].Role != "mother" {
		t.Fatalf("people %+v", people)
	}
	if !cmp.Equal(f.Notices, []string{"Leanne Mottram is on the list."}) {
		t.Errorf("said %q", f.Notices)
	}
	if !p.people.Visible() || p.rows.Len() != 1 {
		t.Error("the new person is not shown")
	}
}

func TestPage_keys_change_and_remove(t *testing.T) {
	p, f, d := newPage(t, person("parent", "", "Leanne Mottram"))
	press(p, fyne.KeyReturn)
	overlay := f.Window().Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("Enter opens nothing")
	}
	overlay.Hide()
	press(p, fyne.KeyDelete)
	f.Settle(d, p.presenter.busy)
	if len(d.People()) != 0 || p.rows.Len() != 0 {
		t.Fatalf("people %+v", d.People())
	}
	if err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	f.Settle(d, p.presenter.busy)
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
	f.Settle(d, p.presenter.busy)
	if len(f.Failures) != 1 || fault.KindOf(f.Failures[0]) != fault.Invalid {
		t.Errorf("failures %v, want invalid", f.Failures)
	}
	p.Hide()
	if _, err := d.SavePerson(person("", "", "Kai")); err != nil {
		t.Fatal(err)
	}
	f.Settle(d, p.presenter.busy)
	if p.rows.Len() != 0 {
		t.Error("a hidden page followed the register")
	}
	p.Show(journal.ID(0))
	f.Settle(d, p.presenter.busy)
	if p.rows.Len() != 1 {
		t.Error("the page that came back shows an old register")
	}
}
