package app

import (
	"context"
	"testing"
	"time"

	"aftershift/cmd/dev/lifetime"
)

// Ten thousand entries, looked back on. Both are read off the window's goroutine;
// what it draws of them, BenchmarkPage_show of ui/back and ui/patterns measure.
func BenchmarkDesk_LookBack(b *testing.B) {
	d := openBig(b, lifetime.Usual)
	b.Cleanup(func() { _ = d.Close() })
	for b.Loop() {
		if p := d.LookBack(""); len(p.Days) == 0 {
			b.Fatal("nothing is found")
		}
	}
}

// The big journal ends before today, so that its last half year is looked at from
// its last day.
func BenchmarkDesk_Patterns(b *testing.B) {
	d := openBig(b, lifetime.Usual)
	b.Cleanup(func() { _ = d.Close() })
	weeks := int(time.Since(time.Date(2004, 1, 1, 0, 0, 0, 0, time.UTC)).Hours()/24/7) + 1
	for b.Loop() {
		p, err := d.Patterns(context.Background(), weeks, "")
		if err != nil || p.Entries == 0 {
			b.Fatal(p.Entries, err)
		}
	}
}
