package present

import (
	"errors"
	"slices"
	"testing"
)

// What was done is said; what fails is told, and read again.
func TestPresenter_Act(t *testing.T) {
	var shown []int
	var said []string
	var failed []error
	stored := 1
	p := NewPresenter(func(job func() error, done func(error)) bool {
		done(job())
		return false
	}, func(fn func()) { fn() }, func() int { return stored }, Voice[int]{
		Show: func(n int) { shown = append(shown, n) }, Said: func(key string) { said = append(said, key) },
		Failed: func(err error) { failed = append(failed, err) },
	})
	if p.Refresh(); p.State != 1 || !p.Read || p.Busy() {
		t.Errorf("read %d, read at all: %v, busy: %v", p.State, p.Read, p.Busy())
	}
	p.Act("done", func() error { stored = 2; return nil })
	p.Act("not done", func() error { return errors.ErrUnsupported })
	if !slices.Equal(shown, []int{1, 2}) || !slices.Equal(said, []string{"done"}) || len(failed) != 1 {
		t.Errorf("showed %v, said %q, failed %v", shown, said, failed)
	}
}
