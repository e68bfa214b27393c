package app

import (
	"context"
	"testing"
)

// Working lives of entries, looked back on. Both are read off the window's goroutine;
// what it draws of them, BenchmarkPage_show of ui/back and ui/patterns measure.
func BenchmarkDesk_LookBack(b *testing.B) {
	eachSize(b, func(b *testing.B, entries int) {
		d := openBig(b, entries)
		b.Cleanup(func() { _ = d.Close() })
		for b.Loop() {
			if p := d.LookBack(""); len(p.Days) == 0 {
				b.Fatal("nothing is found")
			}
		}
	})
}

func BenchmarkDesk_Patterns(b *testing.B) {
	eachSize(b, func(b *testing.B, entries int) {
		d := openBig(b, entries)
		b.Cleanup(func() { _ = d.Close() })
		for b.Loop() {
			p, err := d.Patterns(context.Background(), 52, "")
			if err != nil || p.Entries == 0 {
				b.Fatal(p.Entries, err)
			}
		}
	})
}
