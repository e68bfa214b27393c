package app

import (
	"testing"

	"aftershift/internal/journal"
)

func TestEntryName(t *testing.T) {
	d, _ := newTestDesk(t)
	for o, want := range map[struct{ title, text string }]string{
		{" After the visit ", "She opened"}: "After the visit",
		{" ", "She opened"}:                 "Entry of 3 Nov 2026",
		{"", ""}:                            "Entry of 3 Nov 2026",
	} {
		got := EntryName(d.app.Words(), journal.Overview{Title: o.title, Excerpt: o.text, Date: "2026-11-03"})
		if got != want {
			t.Errorf("%q, %q is %q, want %q", o.title, o.text, got, want)
		}
	}
}
