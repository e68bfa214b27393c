package reading

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/search"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/words"
)

// shelf is a journal of a few entries, of which one is damaged.
type shelf struct {
	entries []journal.Entry
	damaged journal.ID
}

func (s *shelf) Heading(journal.TemplateID, string) (heading, asks string) { return "What stayed", "" }

func (s *shelf) Search(_ context.Context, typed string, _ app.Filter, _ int) (found []*journal.Overview, err error) {
	for _, e := range s.entries {
		if strings.Contains(e.Text(), typed) {
			o := e.Overview()
			found = append(found, &o)
		}
	}
	return found, nil
}

func (s *shelf) ReadQuery(typed string) app.Query { return search.Parse(typed, search.About{}) }

func (s *shelf) Entry(id journal.ID) (journal.Entry, error) {
	for _, e := range s.entries {
		if e.ID == id && id != s.damaged {
			return e, nil
		}
	}
	return journal.Entry{}, fault.New(fault.Damaged, "read entry")
}

type window struct {
	window fyne.Window
	words  *words.Catalog
}

func (w *window) Window() fyne.Window   { return w.window }
func (w *window) Words() *words.Catalog { return w.words }
func (w *window) Do(fn func())          { fn() }

func open(t *testing.T, s *shelf) (*Page, *[]func()) {
	t.Helper()
	catalog := uitest.Words(t)
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	w := &window{window: test.NewTempWindow(t, nil), words: catalog}
	p := newPage(s, w)
	jobs := &[]func(){}
	p.background = func(job func()) { *jobs = append(*jobs, job) }
	w.window.SetContent(p.Content())
	w.window.Resize(fyne.NewSize(1000, 700))
	p.Show(0)
	return p, jobs
}

func run(jobs *[]func()) {
	for _, job := range *jobs {
		job()
	}
	*jobs = nil
}

func entry(id journal.ID, text string) journal.Entry {
	e := journal.New(id, journal.QuickNote, time.Date(2026, 5, 4, 18, 0, 0, 0, time.UTC))
	e.Sections[0].Text = text
	e.Share.Words = "May be shared."
	return e
}

func TestPage_reads(t *testing.T) {
	s := &shelf{entries: []journal.Entry{entry(1, "first words"), entry(2, "second words")}, damaged: 2}
	p, jobs := open(t, s)
	run(jobs)
	if p.rows.Len() != 2 || p.none.Visible() {
		t.Fatalf("%d rows", p.rows.Len())
	}
	if got := p.fill(journal.ID(1).String()); got.Title != "first words" && got.Excerpt != "first words" || got.Trailing != "4 May 2026" {
		t.Errorf("row %+v", got)
	}
	p.read(journal.ID(1).String())
	if n := len(p.text.Objects); n != 3 { // its head, its one section, the words to share
		t.Errorf("%d parts of the entry", n)
	}
	p.read(journal.ID(2).String())
	if n := len(p.text.Objects); n != 1 {
		t.Errorf("%d parts of a damaged entry, want the notice alone", n)
	}
	p.read("no id")
}

func TestPage_list_theLastSearchCounts(t *testing.T) {
	s := &shelf{entries: []journal.Entry{entry(1, "first words"), entry(2, "second words")}}
	p, jobs := open(t, s)
	if !p.Command("find") || p.Command("save") {
		t.Error("takes another command than find")
	}
	p.search.SetQuery("second")
	p.list()
	(*jobs)[0], (*jobs)[1] = (*jobs)[1], (*jobs)[0]
	run(jobs)
	if p.rows.Len() != 1 {
		t.Errorf("%d rows for the last search", p.rows.Len())
	}
	p.search.SetQuery("nothing")
	p.list()
	run(jobs)
	if p.rows.Len() != 0 || !p.none.Visible() {
		t.Error("does not say that nothing was found")
	}
	p.Close()
}

func TestPage_search_says_what_is_left_out(t *testing.T) {
	p, jobs := open(t, &shelf{})
	p.search.SetQuery("door hit>many")
	p.list()
	run(jobs)
	if !p.problem.Visible() || !strings.Contains(p.problem.Text(), "hit>many") {
		t.Errorf("said %q", p.problem.Text())
	}
}
