//go:build unix && !darwin

package desktop

import (
	"os"
	"strings"
)

// region gives the two letters of the country that dates are set to, "" for none.
func region() string {
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		if locale := os.Getenv(name); locale != "" {
			_, place, _ := strings.Cut(locale, "_")
			return place[:min(len(place), 2)]
		}
	}
	return ""
}
