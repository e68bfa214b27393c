package copy

import (
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/ui/uitest"
)

// uncertain are words that could name somebody or not.
const uncertain = "Grace was hard to find that day. I met Will and his mother. Will she come? Faith came late. Rose early."

// entry saves an entry with these words to share.
func entry(t testing.TB, d *app.Desk, words string) journal.ID {
	t.Helper()
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Sections[0].Text = "Only for me."
	e.Share = journal.Share{Title: "A long day", Words: words}
	if e, err = d.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	return e.ID
}

// queue is a worker that runs when the test says so.
type queue struct {
	uitest.Jobs
	shut   bool
	failed []error
}

func (q *queue) around() around {
	return around{
		do: func(fn func()) { fn() },
		work: func(job func() error, done func(error)) bool {
			if !q.shut {
				q.Add(func() { done(job()) })
			}
			return !q.shut
		},
		failed: func(err error) { q.failed = append(q.failed, err) },
		aside:  func(fn func()) { fn() },
	}
}

// bench is a presenter with what it was told.
type bench struct {
	*presenter
	queue *queue
	desk  *app.Desk
	state State
	told  int
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{queue: &queue{}, desk: apptest.Sample(t)}
	b.presenter = newPresenter(b.desk, b.queue.around(), func(s State) { b.state = s; b.told++ })
	return b
}

// begin asks for a copy of an entry with these words.
func begin(t *testing.T, words string) *bench {
	t.Helper()
	b := newBench(t)
	b.Start(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(t, b.desk, words)}}})
	b.queue.Run()
	if b.state.Busy != Idle || b.state.Trouble != nil {
		t.Fatalf("after scanning: %+v", b.state)
	}
	return b
}

// reads gives what others would read.
func (s State) reads() string {
	var all string
	for _, line := range s.Lines {
		for _, piece := range slices.Concat(line.Cells...) {
			all += piece.Shown
		}
		all += "\n"
	}
	return all
}
