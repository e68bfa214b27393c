package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// nothingYet are the texts of pages that have nothing.
var nothingYet = []string{
	"people.none", "actions.none", "supervision.none", "supervision.waiting.none", "session.empty.title",
	"patterns.empty", "learning.none", "learning.noweeks", "groups.none", "journal.empty.title",
}

// A page that hasn't read the journal yet doesn't say that there is nothing in it.
func TestPages_sayNothingBeforeTheyRead(t *testing.T) {
	s := playAt(t, "light", 100)
	s.settle()
	for _, page := range walked {
		s.room.Open(page, 0)
		visit(s.room.pages[page].Content(), func(o fyne.CanvasObject) {
			says, is := o.(interface{ Text() string })
			for _, key := range nothingYet {
				if is && strings.EqualFold(says.Text(), s.room.t(key)) {
					t.Errorf("%s says %q before it has read", page, says.Text())
				}
			}
		})
		s.settle()
	}
}
