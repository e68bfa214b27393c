package shell

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// looks are the appearances that can be chosen while the program runs.
var looks = []struct {
	name string
	size int // of text, in per cent
}{{"light", 100}, {"dark", 100}, {"contrast", 150}, {"light", 80}}

// TestShell_applyLook_everyPage changes the look while other pages stand behind
// the present one, and compares each with one that was built in that look.
func TestShell_applyLook_everyPage(t *testing.T) {
	built := map[string]string{}
	for _, l := range looks {
		s := playAt(t, l.name, l.size)
		s.walk(func(page string) { built[fmt.Sprint(l, page)] = s.drawn() })
	}
	s := playAt(t, looks[0].name, looks[0].size)
	s.walk(func(string) { s.drawn() })
	for _, l := range looks {
		s.fyne.Settings().SetTheme(themeOf(l.name, l.size))
		s.walk(func(page string) {
			if got, want := s.drawn(), built[fmt.Sprint(l, page)]; got != want {
				t.Errorf("%s at %d %%, %s: %s", l.name, l.size, page, firstOther(got, want))
			}
		})
	}
}

// Where the system is set to strong contrasts, the look that follows the system has
// them, and a look of the person's own stays theirs.
func TestFollowed(t *testing.T) {
	for name, want := range map[string]string{"": "contrast", "system": "contrast", "light": "light", "dark": "dark", "contrast": "contrast"} {
		if got := followed(name, true); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
		if got := followed(name, false); got != name {
			t.Errorf("%q without: %q", name, got)
		}
	}
}

// TestShell_applyLook_dialog changes the look below an open dialog.
func TestShell_applyLook_dialog(t *testing.T) {
	dark := playAt(t, "dark", 150)
	dark.room.Strengthen()
	dark.window.Canvas().Unfocus() // the caret of a one-line field is the toolkit's, and keeps its colour
	want := dark.drawn()
	s := playAt(t, "light", 100)
	s.room.Strengthen()
	s.window.Canvas().Unfocus()
	s.fyne.Settings().SetTheme(themeOf("dark", 150))
	if got := s.drawn(); got != want {
		t.Error(firstOther(got, want))
	}
}

// walk goes to every page that one can go to.
func (s *scene) walk(at func(page string)) {
	for _, page := range walked {
		s.room.Open(page, 0)
		at(page)
	}
}

// walked are all pages but the one for a journal that can only be read.
var walked = func() (all []string) {
	for _, spec := range pageSpecs {
		if !spec.frozen {
			all = append(all, spec.name)
		}
	}
	return all
}()

func playAt(t *testing.T, name string, size int) *scene {
	t.Helper()
	s := newPlay(t)
	s.fyne.Settings().SetTheme(themeOf(name, size))
	s.window.Resize(fyne.NewSize(1280, 760))
	s.enterSample()
	return s
}

// drawn gives how the window draws, a line a thing, once nothing comes any more:
// colours and sizes, not the words.
func (s *scene) drawn() string {
	s.settle()
	var all strings.Builder
	note := func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			fmt.Fprintf(&all, "words in %v, %.1f high\n", o.Color, o.TextSize)
		case *canvas.Rectangle:
			fmt.Fprintf(&all, "ground %v, edge %v\n", o.FillColor, o.StrokeColor)
		case *canvas.Circle:
			fmt.Fprintf(&all, "dot %v, edge %v\n", o.FillColor, o.StrokeColor)
		case *canvas.Line:
			fmt.Fprintf(&all, "line %v\n", o.StrokeColor)
		}
	}
	visit(s.window.Content(), note)
	for _, over := range s.window.Canvas().Overlays().List() {
		visit(over, note)
	}
	return all.String()
}

// settle waits until the journal has done what was asked of it, and what came of that
// is shown: more than once, for what was asked for meanwhile, and a moment longer for
// what a page does past the journal's own goroutine.
func (s *scene) settle() {
	for range 3 {
		done := make(chan struct{})
		if s.room != nil && s.room.desk.Do(func() error { return nil }, func(error) { close(done) }) {
			<-done
		}
		time.Sleep(5 * time.Millisecond)
		s.runPosted()
	}
}

func visit(o fyne.CanvasObject, note func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	note(o)
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		inner = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		inner = o.Objects
	}
	for _, i := range inner {
		visit(i, note)
	}
}

func firstOther(a, b string) string {
	got, want := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("%s, want %s, after %s", got[i], want[i], got[max(i-3, 0):i])
		}
	}
	return fmt.Sprintf("%d things drawn, want %d", len(got), len(want))
}
