package groups

import (
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/ui/uitest"
)

// Pictures of the page go to the folder that AFTERSHIFT_PICTURES names; without one, the
// test shows that the page of the fictional journal holds what it should.
func TestPage_of_the_sample(t *testing.T) {
	d := apptest.Sample(t)
	f := &frame{Frame: uitest.NewFrame(t)}
	s := scene{Page: New(d, f), t: t, frame: f, desk: d}
	f.Fill(s.Content())
	f.Window().Resize(fyne.NewSize(1090, 760))
	s.again()
	s.frame.Picture("group")
	v := d.Groups()[0]
	_, err := d.BeginMeeting(app.MeetingStart{Group: v.ID})
	apptest.Must(t, err)
	s.again()
	for range 3 {
		s.press(fyne.KeyRight)
	}
	s.press(fyne.KeyP)
	s.frame.Picture("run")
	s.press(fyne.KeyP)
	s.Command("safe-screen")
	s.settle()
	s.frame.Picture("run-open")
	f.Window().Resize(fyne.NewSize(820, 700))
	s.settle()
	s.frame.Picture("run-narrow")
}
