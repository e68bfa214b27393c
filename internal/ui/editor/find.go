package editor

import (
	"time"

	"fyne.io/fyne/v2/theme"
)

// The kinds of marks that finding sets. Their styles can be set to others.
const (
	Found        Kind = "editor.found"
	FoundPresent Kind = "editor.found present"
)

// findPause is how long the text must rest before a search is made again.
const findPause = 150 * time.Millisecond

// search is what is being looked for.
type search struct {
	query   string
	present int // which of the hits; -1 for none
	stop    func()
	told    func(present, count int)
}

// Find marks every place where the text says query, without regard to case and
// accents, goes to the first at or behind the caret, and looks again after the
// text has changed. An empty query ends it. The owner is told, now and after every
// change, which of how many is the present one, from 1; 0 for none.
func (e *Editor) Find(query string, told func(present, count int)) {
	e.search.drop()
	e.search = search{query: query, present: -1, told: told}
	from, _ := e.Selection()
	hits := e.look()
	for i, m := range hits {
		if m.From >= from {
			e.present(hits, i)
			return
		}
	}
	e.present(hits, min(0, len(hits)-1))
}

// FindNext goes to the hit behind the present one, FindPrevious to the one before
// it; behind the last comes the first.
func (e *Editor) FindNext() { e.findStep(1) }

// FindPrevious goes to the hit before the present one.
func (e *Editor) FindPrevious() { e.findStep(-1) }

// FindEnd takes the marks of finding away.
func (e *Editor) FindEnd() { e.Find("", nil) }

// CountWords returns how many words the text has.
func (e *Editor) CountWords() int { return e.field.CountWords() }

func (e *Editor) findStep(by int) {
	hits := e.look()
	if len(hits) == 0 {
		e.present(hits, -1)
		return
	}
	e.present(hits, ((e.search.present+by)%len(hits)+len(hits))%len(hits))
}

// look finds and marks.
func (e *Editor) look() []Mark {
	var hits []Mark
	for _, r := range e.field.Find(e.search.query) {
		hits = append(hits, Mark{From: r.From, To: r.To})
	}
	e.SetMarks(Found, hits)
	return hits
}

// present makes a hit the present one, and goes there.
func (e *Editor) present(hits []Mark, i int) {
	e.search.present = i
	if i < 0 {
		e.SetMarks(FoundPresent, nil)
	} else {
		e.SetMarks(FoundPresent, hits[i:i+1])
		e.Select(hits[i].To, hits[i].From)
	}
	e.search.tell(len(hits))
}

func (s *search) tell(count int) {
	if s.told != nil {
		s.told(s.present+1, count)
	}
}

// searchAgain looks again once the text rests.
func (e *Editor) searchAgain() {
	if e.search.query == "" {
		return
	}
	e.search.drop()
	e.search.stop = e.clock.AfterFunc(findPause, func() {
		e.search.stop = nil
		hits := e.look()
		e.search.present = -1
		for i, m := range hits {
			if now := e.field.Marks(FoundPresent); len(now) > 0 && now[0].From == m.From {
				e.search.present = i
			}
		}
		if e.search.present < 0 {
			e.SetMarks(FoundPresent, nil)
		}
		e.search.tell(len(hits))
	})
}

func (s *search) drop() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// foundStyles are the looks of hits until the owner sets others.
func (e *Editor) foundStyles() {
	e.SetStyle(Found, Style{Ground: theme.ColorNameSelection})
	e.SetStyle(FoundPresent, Style{Ground: theme.ColorNameSelection, Line: Solid, LineColor: theme.ColorNamePrimary})
}

// find has the owner open what somebody finds with.
func (e *Editor) find() {
	if e.OnFind != nil {
		e.OnFind()
	}
}
