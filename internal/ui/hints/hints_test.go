package hints

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// desk is a journal that finds nothing by itself, and keeps whom it is given.
type desk struct {
	saved []app.Person

	explained bool
	fails     error
}

func (d *desk) HintsExplained() bool  { return d.explained }
func (d *desk) ExplainedHints() error { d.explained = true; return nil }

func (d *desk) NameHints(string) ([]app.NameHint, error) { return nil, nil }

func (d *desk) SavePerson(p app.Person) (app.Person, error) {
	if d.fails == nil {
		d.saved = append(d.saved, p)
	}
	return p, d.fails
}

func (d *desk) Do(job func() error, done func(error)) bool { done(job()); return true }

type frame struct {
	words *words.Catalog
	said  []string
	errs  []error
}

func (f *frame) Words() *words.Catalog              { return f.words }
func (f *frame) Notify(text string, _ bool)         { f.said = append(f.said, text) }
func (f *frame) Do(fn func())                       { fn() }
func (f *frame) After(time.Duration, func()) func() { return func() {} }
func (f *frame) Failed(err error)                   { f.errs = append(f.errs, err) }

func newHints(t *testing.T) (*Hints, *frame, *desk) {
	t.Helper()
	fake := test.NewTempApp(t)
	fake.Settings().SetTheme(look.NewTheme(look.Light, 1))
	folder := t.TempDir()
	program, err := app.New(app.Config{DataFolder: folder, StateFolder: folder, ConfigFolder: folder, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	f, d := &frame{words: program.Words()}, &desk{}
	field := fields.NewTextSection("", "", 2)
	h := New(f, d, field)
	w := test.NewTempWindow(t, widgets.Column(0, field, h.Question(func() {})))
	w.Resize(fyne.NewSize(600, 300))
	field.SetText("Maureen Hollis told me to leave.")
	return h, f, d
}

func TestHints_add_takesANameIntoTheRegister(t *testing.T) {
	h, f, d := newHints(t)
	choices := h.choices(app.NameHint{End: 14, Person: true})
	if len(choices) != 2 || choices[0].Text != "Add this name to People" {
		t.Fatalf("offers %+v", choices)
	}
	choices[0].Done("Maureen Hollis")
	if len(d.saved) != 1 || d.saved[0].Forms[0] != "Maureen Hollis" || len(f.said) != 1 {
		t.Errorf("saved %+v, said %q", d.saved, f.said)
	}
	d.fails = fault.New(fault.DiskFull, "keep people")
	choices[0].Done("Maureen Hollis")
	if len(f.errs) != 1 || len(f.said) != 1 {
		t.Errorf("told %v, said %q", f.errs, f.said)
	}
	for _, one := range []app.NameHint{{End: 14, Person: true, Registered: true, Instead: "Parent A"}, {End: 14}} {
		for _, c := range h.choices(one) {
			if c.Text == "Add this name to People" {
				t.Errorf("offers to add for %+v", one)
			}
		}
	}
}

func TestHints_Question_aboutSomebodyWhoIsNamed(t *testing.T) {
	h, _, _ := newHints(t)
	asked := 0
	h.asked = func() { asked++ }
	h.show([]app.NameHint{{Start: 15, End: 19}}) // no person
	if h.question.Visible() || asked != 0 {
		t.Error("asks about what names nobody")
	}
	h.show([]app.NameHint{{Start: 15, End: 19}, {Start: 0, End: 14, Person: true}})
	if !h.question.Visible() || asked != 1 {
		t.Errorf("asked %d times about a full name", asked)
	}
	h.show(nil)
	if h.question.Visible() || asked != 2 {
		t.Error("the question stays")
	}
}

// What a dotted line means is said once in a journal, not at every word.
func TestHints_show_explainsOnce(t *testing.T) {
	h, f, _ := newHints(t)
	h.show(nil)
	if len(f.said) != 0 {
		t.Fatalf("says %q where nothing is pointed out", f.said)
	}
	for range 3 {
		h.show([]app.NameHint{{End: 14, Person: true}})
	}
	if len(f.said) != 1 || f.said[0] != f.words.T("hint.explain") {
		t.Errorf("says %q", f.said)
	}
}
