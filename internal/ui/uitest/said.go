package uitest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// speaking is what shows words.
type speaking interface{ Text() string }

// Said returns the words of all that walk visits in o, line by line.
func Said(walk func(o fyne.CanvasObject, visit func(fyne.CanvasObject)), o fyne.CanvasObject) string {
	var all []string
	walk(o, func(o fyne.CanvasObject) {
		if text, is := o.(speaking); is {
			all = append(all, text.Text())
		}
	})
	return strings.Join(all, "\n")
}

// Walk visits o and whatever visible it is drawn with, down to where visit returns false.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject) (into bool)) {
	if !o.Visible() || !visit(o) {
		return
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *container.Scroll:
		parts = []fyne.CanvasObject{o.Content}
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		Walk(part, visit)
	}
}

// Refuses submits a form, and fails unless it then says what begins with want.
func Refuses(t testing.TB, submit func(), says speaking, want string) {
	t.Helper()
	submit()
	if got := says.Text(); !strings.HasPrefix(got, want) {
		t.Errorf("says %q, want %q", got, want)
	}
}

// Jobs are what was begun elsewhere and waits until it is run.
type Jobs []func()

// Add lets job wait.
func (j *Jobs) Add(job func()) { *j = append(*j, job) }

// Run does everything that waits, and what that adds.
func (j *Jobs) Run() {
	for len(*j) > 0 {
		job := (*j)[0]
		*j = (*j)[1:]
		job()
	}
}
