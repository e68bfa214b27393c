package patterns

import (
	"testing"

	"aftershift/internal/app/apptest"
)

// BenchmarkPage_show draws all charts and tables of the page, as they are of the
// fictional journal: how much is drawn doesn't grow with the number of entries.
func BenchmarkPage_show(b *testing.B) {
	d := apptest.Sample(b)
	s := newPage(b, d)
	for b.Loop() {
		s.show(s.presenter.state)
	}
}
