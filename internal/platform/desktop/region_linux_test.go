package desktop

import (
	"testing"

	"aftershift/internal/trial"
)

func TestMonthFirst_followsTheSettingForDates(t *testing.T) {
	trial.Each(t, func(c [3]string) bool {
		t.Setenv("LC_ALL", c[0])
		t.Setenv("LC_TIME", c[1])
		t.Setenv("LANG", c[2])
		return MonthFirst()
	}, map[[3]string]bool{
		{"", "", "en_US.UTF-8"}:            true,
		{"", "", "en_GB.UTF-8"}:            false,
		{"", "en_IE.UTF-8", "en_US.UTF-8"}: false,
		{"en_US", "en_IE.UTF-8", "en_GB"}:  true,
		{"C", "", "en_US.UTF-8"}:           false,
		{"", "", "es_PR"}:                  true,
		{"", "", ""}:                       false,
	})
}
