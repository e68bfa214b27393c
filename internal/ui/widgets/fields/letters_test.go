package fields

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
)

// Fyne parses and keeps every font anew, some 6 MB, for each part of a page that has
// a theme of its own. Fields are many, and pages are made again and again.
func TestFields_share_their_letters(t *testing.T) {
	test.NewTempApp(t)
	draw := func(n int) {
		column := container.NewVBox()
		for range n {
			section := NewTextSection("Heading", "", 1)
			section.SetText("I stayed.")
			column.Add(section)
			column.Add(NewLongText("Notes", "I stayed too.", look.Label))
		}
		w := test.NewTempWindow(t, column)
		w.Resize(fyne.NewSize(600, 900))
		w.Canvas().Capture()
	}
	draw(1) // what all share
	before := heap()
	draw(10)
	if grown := heap() - before; grown > 20<<20 {
		t.Errorf("20 fields hold %d MiB", grown>>20)
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
