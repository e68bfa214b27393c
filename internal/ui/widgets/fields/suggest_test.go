package fields

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

func newTestSuggest() *Suggest {
	all := []Suggestion{{ID: "1", Text: "Domestic abuse"}, {ID: "2", Text: "Court work"}, {ID: "3", Text: "Confidence"}}
	return NewSuggest("Add a theme", func(typed string) []Suggestion {
		var fits []Suggestion
		for _, s := range all {
			if strings.Contains(strings.ToLower(s.Text), strings.ToLower(typed)) {
				fits = append(fits, s)
			}
		}
		return fits
	})
}

func TestSuggest_arrowsAndEnter(t *testing.T) {
	s := newTestSuggest()
	uitest.Show(t, s, 1, 300, 300)
	var chosen Suggestion
	submitted := ""
	s.OnChosen = func(c Suggestion) { chosen = c }
	s.OnSubmitted = func(text string) { submitted = text }
	s.Focus()
	test.Type(s.field, "co")
	if !s.Open() || len(s.offers) != 2 {
		t.Fatalf("open %v, offers %v", s.Open(), s.offers)
	}
	uitest.Press(s.field, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if chosen.ID != "2" || s.Open() || submitted != "" {
		t.Errorf("chose %v, open %v, submitted %q", chosen, s.Open(), submitted)
	}
	s.SetText("new word")
	uitest.Press(s.field, fyne.KeyReturn)
	if submitted != "new word" || s.Text() != "new word" {
		t.Errorf("submitted %q", submitted)
	}
}

func TestSuggest_First_enterTakesTheBest(t *testing.T) {
	s := newTestSuggest()
	s.First = true
	uitest.Show(t, s, 1, 300, 300)
	var chosen []string
	s.OnChosen = func(c Suggestion) { chosen = append(chosen, c.ID) }
	s.OnSubmitted = func(text string) { chosen = append(chosen, "typed "+text) }
	s.Focus()
	test.Type(s.field, "co")
	uitest.Press(s.field, fyne.KeyReturn)
	s.SetText("")
	test.Type(s.field, "co")
	uitest.Press(s.field, fyne.KeyDown, fyne.KeyReturn)
	s.SetText("")
	test.Type(s.field, "kitchen")
	uitest.Press(s.field, fyne.KeyReturn)
	if got := strings.Join(chosen, ", "); got != "2, 3, typed kitchen" {
		t.Errorf("took %s", got)
	}
}

func TestSuggest_escapeClosesThenCancels(t *testing.T) {
	s := newTestSuggest()
	uitest.Show(t, s, 1, 300, 300)
	cancelled := 0
	s.OnCancel = func() { cancelled++ }
	s.Focus()
	uitest.Press(s.field, fyne.KeyEscape)
	if s.Open() || cancelled != 0 {
		t.Errorf("open %v, cancelled %d", s.Open(), cancelled)
	}
	uitest.Press(s.field, fyne.KeyEscape)
	if cancelled != 1 {
		t.Error("the second Escape did not cancel")
	}
}

func TestSuggest_mouseTakesThoughTheFocusGoes(t *testing.T) {
	s := newTestSuggest()
	uitest.Show(t, s, 1, 300, 300)
	chosen := ""
	s.OnChosen = func(c Suggestion) { chosen = c.ID }
	s.Focus()
	s.lines[1].MouseIn(nil)
	s.field.FocusLost()
	test.Tap(s.lines[1])
	if chosen != "2" {
		t.Errorf("chose %q", chosen)
	}
	s.Focus()
	s.lines[1].MouseOut()
	s.field.FocusLost()
	if s.Open() {
		t.Error("the list stayed open without the focus")
	}
}

func TestSuggest_longNamesAreWhole(t *testing.T) {
	for _, scale := range []float32{1, 1.5} {
		s := NewSuggest("", func(string) []Suggestion {
			return []Suggestion{{ID: "1", Text: "Violence or threat to worker", Detail: "Justice & risk"}, {ID: "2", Text: "Loss", Detail: "End"}}
		})
		uitest.Show(t, s, scale, 230, 500)
		s.Focus()
		test.Type(s.field, "v")
		name := s.lines[0].content.Objects[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*widgets.Text)
		shown := ""
		for _, line := range test.WidgetRenderer(name).Objects() {
			shown += line.(*canvas.Text).Text
		}
		if shown != "Violence or threat to worker" {
			t.Errorf("at %v it says %q", scale, shown)
		}
		if s.lines[0].MinSize().Height <= s.lines[1].MinSize().Height {
			t.Error("the long name has no more room than the short one")
		}
	}
}

// What takes longer to find is shown when it comes, and to nobody who has left; an Enter
// that came before takes the best of it.
func TestSuggest_Ask_answersLater(t *testing.T) {
	s := NewSuggest("An entry", nil)
	s.First = true
	var asked, chosen []string
	s.Ask = func(typed string) { asked = append(asked, typed) }
	s.OnChosen = func(c Suggestion) { chosen = append(chosen, c.ID) }
	uitest.Show(t, s, 1, 300, 300)
	s.Focus()
	test.Type(s.field, "vi")
	if s.Open() || asked[len(asked)-1] != "vi" {
		t.Fatalf("open %v, asked %q", s.Open(), asked)
	}
	uitest.Press(s.field, fyne.KeyReturn)
	s.Found([]Suggestion{{ID: "1", Text: "A visit"}})
	if len(chosen) != 1 || chosen[0] != "1" {
		t.Errorf("chose %q", chosen)
	}
	test.Type(s.field, "s")
	uitest.Press(s.field, fyne.KeyEscape)
	s.Found([]Suggestion{{ID: "1", Text: "A visit"}})
	if s.Open() {
		t.Error("the list comes up after it was left")
	}
}

// Whoever has asked how much room it takes still sees by its border where one types.
func TestSuggest_Room_leavesTheFrame(t *testing.T) {
	s := newTestSuggest()
	s.Room()
	uitest.Show(t, s, 1, 300, 300)
	shown := s.content.Objects[0].(*fyne.Container).Objects[0]
	if shown != fyne.CanvasObject(s.field.ground) {
		t.Error("the frame that shows the focus is not the one that is seen")
	}
}
