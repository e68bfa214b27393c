package copy

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
)

// longWords are 30 KB in paragraphs, with names all through.
func longWords() string {
	const paragraph = "I stayed with Zephyrine and Mr Hussain at 14 Corran Street until the aunt came. " +
		"She had not slept, and I did not know what to say to her; so I said that, and she laughed. " +
		"Grace was hard to find that day, and Will came late. I keep seeing the coat on the stairs.\n\n"
	return strings.Repeat(paragraph, 30*1024/len(paragraph))
}

func BenchmarkPage_decide_30KB(b *testing.B) {
	p, _, q := newPage(b, laptop)
	p.Ask(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(b, p.desk, longWords())}}})
	p.Show(0)
	q.Run()
	b.Logf("%d paragraphs, %d open, %d masked", len(p.texts.lines), len(p.presenter.now.Open), p.presenter.now.MaskedPlaces)
	for b.Loop() {
		p.key(fyne.KeyM)
		p.presenter.Undo()
	}
}

func BenchmarkPage_select_30KB(b *testing.B) {
	p, _, q := newPage(b, laptop)
	p.Ask(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(b, p.desk, longWords())}}})
	p.Show(0)
	q.Run()
	for i := 0; b.Loop(); i++ {
		p.presenter.Step(1 - 2*(i/20%2))
	}
}

func BenchmarkDesk_Copy_30KB(b *testing.B) {
	d := apptest.Sample(b)
	of := app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry(b, d, longWords())}}}
	for b.Loop() {
		if _, err := d.Copy(of); err != nil {
			b.Fatal(err)
		}
	}
}
