package supervision

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/widgets"
)

// A session that is planned for today begins with one click; one for another day
// is asked about once and begins then.
func TestPage_start_asksOnceAtMost(t *testing.T) {
	for name, days := range map[string]int{"today": 0, "another day": 4} {
		t.Run(name, func(t *testing.T) {
			p, f, d := newPage(t, func(d *app.Desk) {
				start := now.AddDate(0, 0, days)
				if _, err := d.PlanSession(app.Plan{Start: start.Add(1e9), Minutes: 60, Name: "Ruth Adeyemi"}); err != nil {
					t.Fatal(err)
				}
			})
			p.start()
			if top := p.frame.Window().Canvas().Overlays().Top(); (top != nil) != (days > 0) {
				t.Fatalf("asks: %v", top != nil)
			}
			if days > 0 {
				test.Tap(p.frame.Window().Canvas().Focused().(*widgets.Button))
			}
			f.Settle(d, p.busy)
			next, found := d.NextAgenda()
			if !found || next.Session.State != supervision.Open || !slices.Contains(f.opened, "session") {
				t.Errorf("the session is %v, opened %v", next.Session.State, f.opened)
			}
		})
	}
}

// A day is said as it is understood before there is a time.
func TestPlanForm_showReading_dayWithoutTime(t *testing.T) {
	p, _, _ := newPage(t, func(*app.Desk) {})
	form := p.plan(Meeting{})
	form.day.SetText("26 Nov")
	form.showReading()
	if got := form.says.Text(); got != "Thursday 26 November" {
		t.Errorf("says %q", got)
	}
}
