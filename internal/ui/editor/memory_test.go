package editor

import (
	"math/rand/v2"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// halfAnHour is how many letters are typed in 30 minutes at 6 a second.
const halfAnHour = 30 * 60 * 6

// The toolkit keeps every string that it measured for a minute. What is measured
// for a letter must be no more than the word it belongs to.
func TestEditor_measuresNoMoreThanTheWordTyped(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(460, 300))
	measured, bytes := 0, 0
	e.measure()
	of := func(s string) float32 {
		measured, bytes = measured+1, bytes+len(s)
		return width(s, e.metrics.size).Width
	}
	e.field.SetMeasure(of)
	e.field.SetWidth(400)
	r := rand.New(rand.NewPCG(9, 9))
	keys := 0
	for keys < halfAnHour {
		words := randomWords(r, 10) + " " + strconv.FormatUint(r.Uint64(), 36) + "\n"
		typeInto(e, words)
		keys += len([]rune(words))
	}
	t.Logf("%d keys measured %d strings of %d bytes", keys, measured, bytes)
	if measured > keys || bytes > 20*keys {
		t.Errorf("%d keys measured %d strings of %d bytes in all", keys, measured, bytes)
	}
}

// BenchmarkMemory types for half an hour's worth of keys and reports what is held
// at the end beside what was held after the first minute, without what the toolkit
// forgets within a minute: the benchmark runs faster than the clock.
func BenchmarkMemory(b *testing.B) {
	for range b.N {
		e, w, scroll := benchEditor(b, prose(5_000, inParagraphs))
		e.MoveToEnd()
		r := rand.New(rand.NewPCG(9, 9))
		letters := []rune(strings.Repeat(randomWords(r, 400)+"\n", 10))
		first := 0.0
		for i := range halfAnHour {
			e.TypedRune(letters[i%len(letters)])
			if i == 360 {
				first = held()
			}
		}
		scroll.Refresh()
		paint(w)
		b.ReportMetric(first, "MiB-first-minute")
		b.ReportMetric(held(), "MiB-end")
		b.ReportMetric(held()/first, "times")
	}
}

func held() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
