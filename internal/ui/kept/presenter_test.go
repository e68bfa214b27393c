package kept

import (
	"errors"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/journal"
)

// fake writes down what was asked of the journal.
type fake struct {
	asked []string
	fails error
}

func (f *fake) ask(what string) error { f.asked = append(f.asked, what); return f.fails }

func (f *fake) Do(job func() error, done func(error)) bool   { done(job()); return true }
func (f *fake) SetSettings(change func(*app.Settings)) error { return f.ask("settings") }
func (f *fake) SetHold(bool) error                           { return f.ask("hold") }
func (f *fake) LogRequest(asked, given string) error         { return f.ask("note " + asked + given) }
func (f *fake) KeepReviewed(journal.ID) error                { return f.ask("keep") }
func (f *fake) Distil(_ journal.ID, learned string) error    { return f.ask("distil " + learned) }
func (f *fake) SaveSheet(s app.Sheet, folder string, format app.Format) (string, error) {
	return folder + "/" + s.Title, f.ask("save " + s.Title + " as " + format.Name + " in " + folder)
}

// Every change is made once, shown, and said, or its error told.
func TestPresenter_does_and_says(t *testing.T) {
	for _, fails := range []error{nil, errors.New("full")} {
		f, said, failed, shown := &fake{fails: fails}, []string{}, 0, 0
		p := &presenter{
			journal: f, main: func(fn func()) { fn() }, show: func() { shown++ }, failed: func(error) { failed++ },
			said: func(key string, undo bool, _ ...any) { said = append(said, key) },
		}
		p.hold(true)
		p.note("a", "b")
		p.review(12)
		p.keep(5)
		p.distil(5, "learned")
		p.save(app.Sheet{Title: "Sheet"}, "folder")
		if want := []string{"hold", "note ab", "settings", "keep", "distil learned", "save Sheet as pdf in folder"}; !slices.Equal(f.asked, want) || shown != 6 {
			t.Errorf("asked %q, shown %d times", f.asked, shown)
		}
		if fails == nil && len(said) != 6 || fails != nil && (failed != 6 || len(said) > 0) {
			t.Errorf("%v: said %v, failed %d", fails, said, failed)
		}
	}
}
