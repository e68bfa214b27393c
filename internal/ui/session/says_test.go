package session

import (
	"testing"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/words"
)

func TestParseDue(t *testing.T) {
	catalog, err := words.Load(assets.Locale(), "en")
	must(t, err)
	const today = journal.Date("2026-11-26") // a Thursday
	cases := map[string]journal.Date{
		"": "", "2026-12-03": "2026-12-03", "27/11": "2026-11-27", "27.11.": "2026-11-27", "1/2": "2027-02-01",
		"3/12/27": "2027-12-03", "3/12/2027": "2027-12-03", "Fri": "2026-11-27", "friday": "2026-11-27", "th": "2026-12-03",
		"+7": "2026-12-03", " +1 ": "2026-11-27",
	}
	for text, want := range cases {
		if got, err := parseDue(text, today, says{catalog}); err != nil || got != want {
			t.Errorf("%q gives %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"soon", "31/2", "7", "1/2/3/4", "f", "+x", "0/5", "+99999"} {
		if got, err := parseDue(text, today, says{catalog}); fault.KindOf(err) != fault.Invalid || err == nil {
			t.Errorf("%q gives %q, %v; want invalid", text, got, err)
		}
	}
}

func TestParseClock(t *testing.T) {
	cases := map[string][2]int{"10:00": {10, 0}, "9.30": {9, 30}, "0915": {9, 15}, "14": {14, 0}, " 8:05 ": {8, 5}}
	for text, want := range cases {
		if h, m, err := parseClock(text); err != nil || h != want[0] || m != want[1] {
			t.Errorf("%q gives %d:%d, %v", text, h, m, err)
		}
	}
	for _, text := range []string{"", "25:00", "10:75", "ten", "1:2:3"} {
		if h, m, err := parseClock(text); err == nil {
			t.Errorf("%q gives %d:%d", text, h, m)
		}
	}
}
