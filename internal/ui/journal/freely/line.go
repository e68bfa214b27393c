package freely

import (
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Line offers to write for some minutes, and says how many are left.
type Line struct {
	words   *words.Catalog
	button  *widgets.Button
	clock   *clock
	begin   func()
	laidOut func()
}

// offered are the minutes that are offered.
var offered = []int{5, 10, 15, 20}

// New returns a line that counts nothing yet. after calls a function later, unless
// stopped; begin takes the keyboard to the text, and laidOut is called when the words
// of the line have changed.
func New(w *words.Catalog, now func() time.Time, after func(time.Duration, func()) (stop func()), begin, laidOut func()) *Line {
	l := &Line{words: w, begin: begin, laidOut: laidOut}
	l.button = widgets.NewLink("", l.choose).WithMark(widgets.Down)
	l.clock = &clock{now: now, after: after, show: l.show}
	return l
}

// Content gives what the page shows.
func (l *Line) Content() fyne.CanvasObject { return l.button }

// Offer shows the line, or hides it.
func (l *Line) Offer(on bool) { l.button.Hidden = !on }

// Stop counts no more.
func (l *Line) Stop() { l.clock.Stop() }

func (l *Line) show() {
	switch left, counting := l.clock.Left(); {
	case !counting:
		l.button.SetText(l.words.T("journal.freely"))
	case left == 0:
		l.button.SetText(l.words.T("journal.freely.over"))
	default:
		l.button.SetText(l.words.N("journal.freely.left", left))
	}
	l.laidOut()
}

func (l *Line) choose() {
	var lines []widgets.MenuChoice
	for _, n := range offered {
		lines = append(lines, widgets.MenuChoice{Text: l.words.N("journal.minutes", n), Chosen: func() {
			l.clock.Start(n)
			l.begin()
		}})
	}
	if _, counting := l.clock.Left(); counting {
		lines = append(lines, widgets.MenuChoice{}, widgets.MenuChoice{Text: l.words.T("journal.freely.stop"), Chosen: l.clock.Stop})
	}
	widgets.ShowMenu(l.button, lines...)
}
