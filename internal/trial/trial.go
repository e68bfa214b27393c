// Package trial is what the test of one function begins with: a table of what goes in
// and what has to come out.
package trial

import "testing"

// Each tries of on every key of wants, and reports each for which it doesn't return what
// stands there.
func Each[K, V comparable](t *testing.T, of func(K) V, wants map[K]V) {
	t.Helper()
	for in, want := range wants {
		if got := of(in); got != want {
			t.Errorf("%#v: %#v, want %#v", in, got, want)
		}
	}
}
