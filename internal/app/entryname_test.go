package app_test

import (
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
)

func TestEntryName(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for o, want := range map[struct{ title, text string }]string{
		{" After the visit ", "She opened"}: "After the visit",
		{" ", "She opened"}:                 "Entry of 3 Nov 2026",
		{"", ""}:                            "Entry of 3 Nov 2026",
	} {
		got := app.EntryName(apptest.AppOf(d).Words(), journal.Overview{Title: o.title, Excerpt: o.text, Date: "2026-11-03"})
		if got != want {
			t.Errorf("%q, %q is %q, want %q", o.title, o.text, got, want)
		}
	}
}
