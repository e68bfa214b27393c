package lookback

import (
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// told is a journal that tells when the test says so.
type told struct{ fn func(app.Event) }

func (j *told) Subscribe(fn func(app.Event)) func() {
	j.fn = fn
	return func() { j.fn = func(app.Event) {} }
}

func TestPage_follows_while_shown_and_comes_up_where_one_left(t *testing.T) {
	f, j := uitest.NewFrame(t), &told{}
	p := New(j, f)
	reads, read := 0, false
	p.Refresh, p.Read = func() { reads++ }, func() bool { return read }
	first, other := widgets.NewPlain("first", nil), widgets.NewPlain("other", nil)
	p.Build(widgets.NewHeader("Title", ""), widgets.Column(0, first, other), nil, first)
	f.Fill(p.Content())
	tell := func(e app.Event) {
		j.fn(e)
		for len(f.Queue) > 0 {
			(<-f.Queue)()
		}
	}
	tell(app.Event{Kind: app.EntrySaved})
	p.Show(0)
	if focused := f.Window().Canvas().Focused(); reads != 1 || focused != nil {
		t.Fatalf("read %d times, the keyboard at %v before anything is there", reads, focused)
	}
	read = true
	p.Filled()
	tell(app.Event{Kind: app.EntrySaved})
	tell(app.Event{Kind: app.UndoChanged})
	if focused := f.Window().Canvas().Focused(); reads != 2 || focused != first {
		t.Errorf("read %d times, the keyboard at %v", reads, focused)
	}
	gone := false
	p.Leave(other, func() { gone = true; p.Hide() })
	f.Window().Canvas().Unfocus()
	tell(app.Event{Kind: app.EntrySaved})
	p.Show(0)
	if focused := f.Window().Canvas().Focused(); !gone || reads != 3 || focused != fyne.Focusable(other) {
		t.Errorf("read %d times, came back to %v", reads, focused)
	}
	p.Close()
	tell(app.Event{Kind: app.EntrySaved})
	if reads != 3 {
		t.Error("follows after it was closed")
	}
}
