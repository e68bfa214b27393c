package patterns

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// frame notes where the page leads.
type frame struct {
	*uitest.Frame
	opened []string
}

func (f *frame) Open(page string, _ journal.ID)  { f.opened = append(f.opened, page) }
func (f *frame) OpenTheme(theme journal.ThemeID) { f.opened = append(f.opened, string(theme)) }

// scene is the page with its window and journal.
type scene struct {
	*Page
	frame *frame
	desk  *app.Desk
}

func newPage(t testing.TB, d *app.Desk) scene {
	t.Helper()
	f := &frame{Frame: uitest.NewFrame(t)}
	s := scene{New(d, f), f, d}
	f.Fill(s.Content())
	s.Show(0)
	s.settle()
	return s
}

func (s scene) settle() { s.frame.Settle(s.desk, s.presenter.reading.Busy) }

func (s scene) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		s.frame.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		s.settle()
	}
}

var now = time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC)

// write saves an entry about a day so many days ago.
func write(t testing.TB, d *app.Desk, ago, hit int, theme journal.ThemeID) {
	t.Helper()
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Title, e.Date, e.Impact.Hit, e.Themes = "A day", journal.DateOf(now).AddDays(-ago), journal.LevelOf(hit), []journal.ThemeID{theme}
	if _, err := d.Save(e, ""); err != nil {
		t.Fatal(err)
	}
}

const caseload = journal.ThemeID("team-organisation/caseload")

func TestPage_counts_and_says_where_it_counts_few(t *testing.T) {
	_, d := apptest.Make(t, func() time.Time { return now })
	write(t, d, 1, 8, caseload)
	write(t, d, 2, 7, caseload)
	s := newPage(t, d)
	if s.frame.Window().Canvas().Focused() != s.weeks.Chart {
		t.Errorf("the keyboard is at %v", s.frame.Window().Canvas().Focused())
	}
	if _, says, _ := s.weeks.Chart.At(); says != "Week of 16 Nov: 7.5, from only 2 marked entries" {
		t.Errorf("the week says %q", says)
	}
	if _, says, _ := s.costs.Chart.At(); says != "Caseload: hit 7.5, from only 2 marked entries; still carrying –" {
		t.Errorf("the theme says %q", says)
	}
	if s.feeds.Visible() || s.around.Visible() {
		t.Error("what has nothing to show takes room")
	}
	write(t, d, 3, 9, caseload)
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Title = "Not marked"
	if _, err := d.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	s.settle()
	if _, says, _ := s.weeks.Chart.At(); says != "Week of 16 Nov: 8.0, from 3 marked entries; 1 entry isn’t marked" {
		t.Errorf("the week says %q once there is more", says)
	}
	if row := s.says.weekRows(s.presenter.state)[0]; !slices.Equal(row, []string{"16 Nov", "4", "3", "8.0"}) {
		t.Errorf("the table says %q", row)
	}
	if said := uitest.Said(widgets.Walk, s.noticed); !strings.Contains(said, "The latest 3 entries on Caseload were all marked 7 or more.") {
		t.Errorf("noticed: %q", said)
	}
}

func TestPage_leads_to_the_entries_of_a_theme_and_back(t *testing.T) {
	_, d := apptest.Make(t, func() time.Time { return now })
	write(t, d, 1, 8, caseload)
	write(t, d, 9, 7, caseload)
	s := newPage(t, d)
	s.frame.Window().Canvas().Focus(s.themes.Chart)
	s.press(fyne.KeyLeft, fyne.KeyReturn)
	if !slices.Equal(s.frame.opened, []string{string(caseload)}) {
		t.Fatalf("opened %q", s.frame.opened)
	}
	was, _, _ := s.themes.Chart.At()
	s.Hide()
	s.frame.Window().Canvas().Unfocus()
	s.Show(0)
	s.settle()
	if at, _, _ := s.themes.Chart.At(); at != was || s.frame.Window().Canvas().Focused() != s.themes.Chart {
		t.Errorf("back at %q, was %q", at, was)
	}
}

func TestPage_looks_at_other_weeks_and_one_theme(t *testing.T) {
	_, d := apptest.Make(t, func() time.Time { return now })
	write(t, d, 1, 8, caseload)
	write(t, d, 200, 7, "carers/respite")
	s := newPage(t, d)
	if s.presenter.state.Entries != 1 || len(s.presenter.state.Weeks) != 26 {
		t.Errorf("%d entries in half a year", s.presenter.state.Entries)
	}
	s.presenter.Look(52, "carers")
	s.settle()
	if s.presenter.state.Entries != 1 || len(s.presenter.state.Weeks) != 52 || s.period.Text() != "Last 12 months" || s.theme.Text() != "Carers" {
		t.Errorf("%d entries, %s, %s", s.presenter.state.Entries, s.period.Text(), s.theme.Text())
	}
}

func TestPage_closed_while_it_counts_tells_of_nothing(t *testing.T) {
	_, d := apptest.Make(t, func() time.Time { return now })
	write(t, d, 1, 8, caseload)
	s := newPage(t, d)
	s.Close()
	s.presenter.Refresh()
	s.settle()
	if len(s.frame.Failures) > 0 {
		t.Errorf("told of %v", s.frame.Failures)
	}
}

func TestPage_of_an_empty_journal_says_what_will_come(t *testing.T) {
	_, d := apptest.Make(t, func() time.Time { return now })
	s := newPage(t, d)
	if !s.empty.Visible() || s.shownAll.Visible() {
		t.Error("nothing to count shows charts")
	}
}

// TestPage_of_the_sample_has_something_everywhere holds the fictional journal to
// what the page is for.
func TestPage_of_the_sample_has_something_everywhere(t *testing.T) {
	s := newPage(t, apptest.Sample(t))
	for name, o := range map[string]fyne.CanvasObject{"weeks": s.weeks, "themes": s.themes, "costs": s.costs, "feeds": s.feeds, "around": s.around} {
		if !o.Visible() {
			t.Errorf("%s: nothing", name)
		}
	}
	for name, said := range map[string]string{"Session with Ruth Adeyemi": uitest.Said(widgets.Walk, s.helped), "Counts from your own entries": uitest.Said(widgets.Walk, s.noticed), "Show the entries": uitest.Said(widgets.Walk, s.noticed)} {
		if !strings.Contains(said, name) {
			t.Errorf("%q is not in %q", name, said)
		}
	}
	if b := s.says.around(s.presenter.state).Bars; b[0].Name == b[1].Name || !strings.Contains(b[0].Name, ", session on ") {
		t.Errorf("two sessions have one name: %q, %q", b[0].Name, b[1].Name)
	}
	feeds := s.says.feeds(s.presenter.state).Bars
	if few := feeds[len(feeds)-1]; few.Text != "2 of only 2 entries" {
		t.Errorf("few are said as %q", few.Text)
	}
	if said := uitest.Said(widgets.Walk, s.Content()); strings.Contains(said, "patterns.") {
		t.Errorf("a text is missing: %q", said)
	}
}
