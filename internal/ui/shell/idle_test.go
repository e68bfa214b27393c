package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"aftershift/internal/app"
)

func TestShell_tick_warnsThenLocks(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	limit := desk.IdleLimit()
	s.wait(limit - app.IdleWarning - 2*time.Second)
	if s.warning != nil {
		t.Fatal("warns too early")
	}
	s.wait(3 * time.Second)
	if s.warning == nil || s.window.Canvas().Overlays().Top() != s.warning {
		t.Fatal("does not warn")
	}
	s.wait(app.IdleWarning)
	if s.desk() != nil || len(s.replaced) != 1 {
		t.Error("does not lock")
	}
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("the warning stays")
	}
}

func TestShell_touch_takesTheWarningAway(t *testing.T) {
	signs := map[string]func(*countdown){
		"key":    func(c *countdown) { c.KeyDown(&fyne.KeyEvent{Name: fyne.KeyA}) },
		"letter": func(c *countdown) { c.TypedRune('a') },
		"click":  func(c *countdown) { c.MouseDown(&desktop.MouseEvent{}) },
		"move":   func(c *countdown) { c.MouseMoved(&desktop.MouseEvent{}) },
		"scroll": func(c *countdown) { c.Scrolled(&fyne.ScrollEvent{}) },
	}
	for name, sign := range signs {
		t.Run(name, func(t *testing.T) {
			s := newScene(t)
			desk := s.enterSample()
			field := s.window.Canvas().Focused()
			s.wait(desk.IdleLimit() - app.IdleWarning/2)
			if s.warning == nil {
				t.Fatal("does not warn")
			}
			sign(s.warning)
			if s.warning != nil || s.window.Canvas().Overlays().Top() != nil {
				t.Error("the warning stays")
			}
			if s.window.Canvas().Focused() != field {
				t.Error("the keyboard does not go back to where it was")
			}
			s.wait(app.IdleWarning)
			if s.desk() == nil {
				t.Error("locks although somebody is there")
			}
		})
	}
}

func TestAlive_Cursor_isASignOfLife(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	s.wait(desk.IdleLimit() - 2*app.IdleWarning)
	s.alive.Cursor()
	s.wait(2 * app.IdleWarning)
	if s.desk() == nil || s.warning != nil {
		t.Error("a moving pointer does not count")
	}
}

func TestShell_tick_sessionStretchesTheTimeAndStillWarns(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	usual := desk.IdleLimit()
	if _, err := desk.HoldAdHoc(desk.Relationships()[0].ID); err != nil {
		t.Fatal(err)
	}
	limit := desk.IdleLimit()
	if limit <= usual {
		t.Fatalf("a session leaves %v", limit)
	}
	s.wait(10 * time.Minute) // longer than the usual limit
	s.touch()
	s.wait(limit - 10*time.Minute - 30*time.Second) // the session's time is over soon
	if s.desk() == nil || s.warning != nil {
		t.Fatal("locks or warns while people talk")
	}
	s.wait(time.Minute) // it is over, and the usual limit holds again
	if s.desk() == nil || s.warning == nil {
		t.Fatal("does not warn once the session's time is over")
	}
	s.warning.KeyDown(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.wait(usual - app.IdleWarning - 5*time.Second)
	if s.desk() == nil || s.warning != nil {
		t.Error("a key does not give the whole time again")
	}
	s.wait(2 * app.IdleWarning)
	if s.desk() != nil {
		t.Error("does not lock")
	}
}
