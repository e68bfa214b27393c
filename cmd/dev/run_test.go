package main

import (
	"testing"

	"aftershift/internal/trial"
)

func TestHasScreen(t *testing.T) {
	env := func(set string) func(string) string {
		return func(name string) string {
			if name == set {
				return "x"
			}
			return ""
		}
	}
	trial.Each(t, func(c [2]string) bool { return hasScreen(c[0], env(c[1])) }, map[[2]string]bool{
		{"linux", ""}:                false,
		{"linux", "DISPLAY"}:         true,
		{"linux", "WAYLAND_DISPLAY"}: true,
		{"darwin", ""}:               true,
		{"windows", ""}:              true,
	})
}
