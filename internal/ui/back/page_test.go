package back

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/chart"
	"aftershift/internal/journal"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// frame notes where the page leads.
type frame struct {
	*uitest.Frame
	opened []string
}

func (f *frame) Open(page string, id journal.ID) {
	if id != 0 {
		page += " entry"
	}
	f.opened = append(f.opened, page)
}

// scene is the page with its window and journal.
type scene struct {
	*Page
	frame *frame
	desk  *app.Desk
}

// now is a Sunday evening.
var now = time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC)

type wrote struct {
	day           journal.Date
	title         string
	hit, carrying int
	theme         journal.ThemeID
}

func newPage(t testing.TB, all ...wrote) scene {
	t.Helper()
	_, d := apptest.Make(t, func() time.Time { return now })
	for _, w := range all {
		e, err := d.NewEntry()
		if err != nil {
			t.Fatal(err)
		}
		e.Title, e.Date, e.Impact.Hit = w.title, w.day, journal.LevelOf(w.hit)
		if w.carrying > 0 {
			e.Impact.Carrying = journal.LevelOf(w.carrying)
		}
		if w.theme != "" {
			e.Themes = []journal.ThemeID{w.theme}
		}
		if _, err := d.Save(e, ""); err != nil {
			t.Fatal(err)
		}
	}
	f := &frame{Frame: uitest.NewFrame(t)}
	s := scene{New(d, f), f, d}
	f.Fill(s.Content())
	s.come()
	return s
}

func (s scene) come() { s.Show(0); s.settle() }

func (s scene) settle() { s.frame.Settle(s.desk, s.presenter.reading.Busy) }

func (s scene) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		s.frame.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		s.settle()
	}
}

func (s scene) at() journal.Date { return s.presenter.state.Day }

func TestPage_keys_walk_the_days_and_open_the_entry(t *testing.T) {
	s := newPage(t, wrote{day: "2026-11-20", title: "The visit", hit: 9, carrying: 8}, wrote{day: "2026-11-13", title: "Before", hit: 2})
	if s.frame.Window().Canvas().Focused() != s.year.Chart || s.at() != "2026-11-22" {
		t.Fatalf("the keyboard is at %v, on %s", s.frame.Window().Canvas().Focused(), s.at())
	}
	s.press(fyne.KeyUp, fyne.KeyUp)
	if _, says, _ := s.year.Chart.At(); says != "Fri 20 Nov: The visit, hit 9 · still carrying 8" {
		t.Errorf("says %q", says)
	}
	if id, _, _ := s.month.Chart.At(); id != "2026-11-20" {
		t.Errorf("the month is at %s", id)
	}
	s.press(fyne.KeyReturn)
	if !slices.Equal(s.frame.opened, []string{"journal entry"}) {
		t.Errorf("opened %q", s.frame.opened)
	}
	s.Hide()
	s.frame.Window().Canvas().Unfocus()
	s.come()
	if s.frame.Window().Canvas().Focused() != s.year.Chart || s.at() != "2026-11-20" {
		t.Errorf("back on %s, the keyboard at %v", s.at(), s.frame.Window().Canvas().Focused())
	}
	s.press(fyne.KeyLeft)
	if _, says, _ := s.year.Chart.At(); s.at() != "2026-11-13" || !strings.HasPrefix(says, "Fri 13 Nov: Before") {
		t.Errorf("a week before is %s, %q", s.at(), says)
	}
}

func TestPage_goes_over_the_ends_of_months_and_years(t *testing.T) {
	s := newPage(t, wrote{day: "2024-02-29", title: "Long ago", hit: 5})
	s.frame.Window().Canvas().Focus(s.month.Chart)
	s.press(fyne.KeyHome, fyne.KeyLeft)
	if s.at() != "2026-10-31" || len(s.presenter.state.Days) != 1 {
		t.Errorf("before the first of November is %s", s.at())
	}
	s.press(fyne.KeyPageDown)
	if s.at() != "2026-11-30" {
		t.Errorf("a month after is %s", s.at())
	}
	s.press(fyne.KeyPageDown)
	if s.at() != "2026-11-30" {
		t.Errorf("after the last month is %s", s.at())
	}
	s.frame.Window().Canvas().Focus(s.year.Chart)
	s.press(fyne.KeyPageUp, fyne.KeyPageUp)
	if state := s.presenter.state; state.Day < state.first() || state.Day > state.Until || state.Until >= "2025-11-22" {
		t.Errorf("two years before is %s in %s to %s", state.Day, state.first(), state.Until)
	}
	for range 9 {
		s.press(fyne.KeyPageUp)
	}
	if s.at() != "2024-02-01" {
		t.Errorf("the earliest is %s", s.at())
	}
}

func TestPage_a_day_with_several_entries_offers_them(t *testing.T) {
	s := newPage(t, wrote{day: "2026-11-22", title: "One", hit: 3}, wrote{day: "2026-11-22", title: "Two", hit: 7})
	if _, says, _ := s.year.Chart.At(); says != "Sun 22 Nov: 2 entries, the hardest 7" {
		t.Errorf("says %q", says)
	}
	s.press(fyne.KeyReturn)
	if len(s.frame.opened) != 0 || s.frame.Window().Canvas().Focused() != s.links[0] {
		t.Fatalf("opened %q, the keyboard at %v", s.frame.opened, s.frame.Window().Canvas().Focused())
	}
	s.press(fyne.KeyReturn)
	if !slices.Equal(s.frame.opened, []string{"journal entry"}) {
		t.Errorf("opened %q", s.frame.opened)
	}
}

func TestPage_what_is_carried_and_comes_round(t *testing.T) {
	s := newPage(
		t, wrote{day: "2026-11-02", title: "Light", hit: 4, carrying: 2}, wrote{day: "2026-11-01", title: "Heavy", hit: 9, carrying: 7},
		wrote{day: "2025-11-23", title: "First week", hit: 6, theme: "carers/respite"},
	)
	if _, says, _ := s.carried.Chart.At(); says != "Heavy, Sun 1 Nov: hit 9 · still carrying 7" {
		t.Errorf("carried first: %q", says)
	}
	s.frame.Window().Canvas().Focus(s.carried.Chart)
	s.press(fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(s.frame.opened, []string{"journal entry"}) {
		t.Errorf("opened %q", s.frame.opened)
	}
	if said := uitest.Said(widgets.Walk, s.again); !strings.Contains(said, "A year ago, Sun 23 Nov 2025") || !strings.Contains(said, "First week") {
		t.Errorf("comes round: %q", said)
	}
	s.presenter.Filter("carers")
	s.settle()
	if s.theme.Text() != "Carers" || len(s.presenter.state.Carrying) != 0 || len(s.presenter.state.Days) != 1 {
		t.Errorf("on %s: %+v", s.theme.Text(), s.presenter.state.Past)
	}
}

func TestPage_of_an_empty_journal_says_so(t *testing.T) {
	s := newPage(t)
	if said := uitest.Said(widgets.Walk, s.again); !strings.Contains(said, "Nothing from about this time") {
		t.Errorf("says %q", said)
	}
	s.press(fyne.KeyUp, fyne.KeyReturn, fyne.KeyPageUp)
	if len(s.frame.opened) != 0 {
		t.Errorf("opened %q", s.frame.opened)
	}
}

// TestSays_tables_hold_what_the_charts_show counts both.
func TestSays_tables_hold_what_the_charts_show(t *testing.T) {
	s := newPage(t, wrote{day: "2026-11-20", title: "A", hit: 9}, wrote{day: "2026-11-20", title: "B", hit: 1}, wrote{day: "2026-09-01", title: "C", hit: 4})
	state, w := s.presenter.state, s.says
	if got := w.yearRows(state); len(got) != 2 || !slices.Equal(got[0], []string{"November 2026", "2", "1", "9"}) {
		t.Errorf("the year's rows %q", got)
	}
	if got := w.monthRows(state); len(got) != 2 || got[0][0] != "Fri 20 Nov" {
		t.Errorf("the month's rows %q", got)
	}
	if g := w.year(state, true); g.Rows[0] != "Sun" || len(g.Cells) != shownWeeks || len(g.Cells[0]) != 7 {
		t.Errorf("a year of weeks from Sunday begins with %s, %d weeks", g.Rows[0], len(g.Cells))
	}
}

// Every month of the year that is shown is named above it, at every width that a window
// gives it.
func TestSays_year_namesEveryMonth(t *testing.T) {
	s := newPage(t, wrote{day: "2026-05-20", title: "A", hit: 9})
	face := chart.Face{Height: 15, Width: func(text string, _ bool) float32 { return 8 * float32(len(text)) }}
	for _, width := range []float32{560, 640, 700, 900, 1300} {
		var named []string
		for _, l := range s.says.year(s.presenter.state, false).Draw(width, face).Labels {
			named = append(named, l.Text)
		}
		for _, month := range []string{"Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"} {
			if !slices.Contains(named, month) {
				t.Errorf("at %v there is no %s: %q", width, month, named)
			}
		}
	}
}
