package shell

import (
	"os"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/ui/unlock"
)

// enterFrozen opens a journal of one entry to read only.
func (s *scene) enterFrozen() (*app.Desk, []byte) {
	s.t.Helper()
	desk, _, err := s.app.Create(s.t.Context(), "copper lantern quiet river")
	if err != nil {
		s.t.Fatal(err)
	}
	if err := desk.Close(); err != nil {
		s.t.Fatal(err)
	}
	raw, err := os.ReadFile(s.app.Journal())
	if err != nil {
		s.t.Fatal(err)
	}
	desk, err = s.app.Open(s.t.Context(), app.Key{Passphrase: "copper lantern quiet river"}, app.ReadOnly)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = desk.Close() })
	s.enter(unlock.Opened{Desk: desk})
	return desk, raw
}

func TestRoom_readOnly_showsItAndChangesNothing(t *testing.T) {
	s := newScene(t)
	_, before := s.enterFrozen()
	if s.room.present != readingPage || len(s.room.strips.column.Objects) != 1 {
		t.Fatalf("page %s, %d strips", s.room.present, len(s.room.strips.column.Objects))
	}
	for _, group := range commands {
		for _, c := range group.items {
			if c.name != "" && c.name != "lock" && c.name != "quit" && c.name != "palette" { // which would stand before the page
				s.room.do(c)
			}
		}
	}
	s.room.Open(settingsPage, 0)
	for name, p := range s.pages {
		if name != readingPage {
			t.Errorf("page %s came up", name)
		}
		if !slices.Equal(p.commands, []string{"find"}) {
			t.Errorf("%s was asked for %q", name, p.commands)
		}
	}
	for _, m := range s.room.menu.main.Items {
		for _, it := range m.Items {
			if it.Label == s.t_("shell.command.lock")+"  (Ctrl+L)" && it.Disabled {
				t.Error("locking is not offered")
			}
			if it.Label == s.t_("shell.command.new")+"  (Ctrl+N)" && !it.Disabled {
				t.Error("a new entry is offered")
			}
		}
	}
	s.lock()
	if after, err := os.ReadFile(s.app.Journal()); err != nil || !slices.Equal(before, after) {
		t.Errorf("the file has changed: %v", err)
	}
	if len(s.replaced) != 1 {
		t.Error("does not lock")
	}
}
