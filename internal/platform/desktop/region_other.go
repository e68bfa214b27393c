//go:build !unix || darwin

package desktop

import locale "github.com/jeandeaual/go-locale"

// region gives the two letters of the system's country, "" where it tells none.
func region() string {
	place, err := locale.GetRegion()
	if err != nil {
		return ""
	}
	return place
}
