package desktop

import "testing"

func TestMonthFirst_followsTheSettingForDates(t *testing.T) {
	for _, c := range []struct {
		all, dates, lang string
		want             bool
	}{
		{"", "", "en_US.UTF-8", true},
		{"", "", "en_GB.UTF-8", false},
		{"", "en_IE.UTF-8", "en_US.UTF-8", false},
		{"en_US", "en_IE.UTF-8", "en_GB", true},
		{"C", "", "en_US.UTF-8", false},
		{"", "", "es_PR", true},
		{"", "", "", false},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_TIME", c.dates)
		t.Setenv("LANG", c.lang)
		if got := MonthFirst(); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
