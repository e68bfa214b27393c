package main

import "testing"

func TestHasScreen(t *testing.T) {
	env := func(set string) func(string) string {
		return func(name string) string {
			if name == set {
				return "x"
			}
			return ""
		}
	}
	for _, c := range []struct {
		system, set string
		want        bool
	}{
		{"linux", "", false},
		{"linux", "DISPLAY", true},
		{"linux", "WAYLAND_DISPLAY", true},
		{"darwin", "", true},
		{"windows", "", true},
	} {
		if got := hasScreen(c.system, env(c.set)); got != c.want {
			t.Errorf("%s with %q: %v", c.system, c.set, got)
		}
	}
}
