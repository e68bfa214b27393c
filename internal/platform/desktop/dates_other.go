//go:build !windows

package desktop

// dateOrder tells nothing: the region does here.
func dateOrder() (monthFirst, told bool) { return false, false }
