package shell

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Escape leads back from every page whatever there has the keyboard: a scale, a
// chip or a link has no use for the key, and an empty field neither.
func TestShell_escapeLeadsBackFromEveryControl(t *testing.T) {
	for _, name := range []string{settingsPage, sessionPage, peoplePage, actionsPage, supervisionPage, backupsPage, copyPage} {
		t.Run(name, func(t *testing.T) {
			s := newPlay(t)
			desk := s.enterSample()
			s.window.Resize(fyne.NewSize(1280, 760))
			for at := 0; at < 16; at++ {
				s.room.Open(journalPage, 0)
				s.room.Open(name, 0)
				done := make(chan struct{})
				desk.Do(func() error { return nil }, func(error) { close(done) })
				<-done
				s.runPosted()
				c := s.window.Canvas()
				for range at {
					c.FocusNext()
				}
				if c.Focused() == nil {
					c.OnTypedKey()(escape)
				} else {
					c.Focused().TypedKey(escape)
				}
				if s.room.present != journalPage {
					t.Fatalf("Escape on control %d, %T, leads to %s", at, c.Focused(), s.room.present)
				}
			}
		})
	}
}
