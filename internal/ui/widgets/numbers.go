package widgets

import "strconv"

// countText gives a count as a badge shows it: nothing for none, "99+" above 99.
func countText(n int) string {
	switch {
	case n <= 0:
		return ""
	case n > 99:
		return "99+"
	}
	return strconv.Itoa(n)
}
