package present

import (
	"maps"
	"slices"
)

// Visit is whether a page is in the window, where it follows its journal: a page on which
// nothing waits to be kept embeds it.
type Visit struct {
	Shown       bool // the page is in the window
	unsubscribe func()
}

// Follow has a page told, on the main goroutine and while it is in the window, of what a
// journal announces, until it is closed. subscribe is the journal's, and do is Frame.Do.
func Follow[E any](v *Visit, subscribe func(func(E)) (unsubscribe func()), do func(func()), told func(E)) {
	v.unsubscribe = subscribe(func(e E) {
		do(func() {
			if v.Shown {
				told(e)
			}
		})
	})
}

// Hide stops following the journal until the page comes up again. The window may be gone
// already, as when the program is told to end, so nothing is asked of it.
func (v *Visit) Hide() { v.Shown = false }

// Flush returns nil: whatever is to be kept was kept at once.
func (v *Visit) Flush() error { return nil }

// Close ends the page's interest in the journal.
func (v *Visit) Close() { v.unsubscribe() }

// Obey does a menu command, and tells whether it is one of those that a page can do.
func Obey(command string, can map[string]func()) bool {
	do, known := can[command]
	if known {
		do()
	}
	return known
}

// Find returns the first of all for which is holds, and whether there is one.
func Find[T any](all []T, is func(T) bool) (found T, there bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return found, false
}

// Toggled returns a set with of in it, or without it where it is in there.
func Toggled[K comparable](set map[K]bool, of K) map[K]bool {
	other := make(map[K]bool, len(set)+1)
	maps.Copy(other, set)
	if other[of] {
		delete(other, of)
	} else {
		other[of] = true
	}
	return other
}
