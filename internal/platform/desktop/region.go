package desktop

import "strings"

// MonthFirst reports whether dates are written month before day where the
// computer is set up, as in 11/27/2026. It follows the regions for which the
// Common Locale Data Repository (CLDR 46, English) gives the short date as M/d/y:
// the United States, their territories, the Marshall Islands, the Philippines. On
// Windows the person's own setting for dates comes first.
func MonthFirst() bool {
	if first, told := dateOrder(); told {
		return first
	}
	return monthFirst[Region()]
}

// Region returns where the computer is set up, as the region's ISO 3166 code in capitals;
// "" where that isn't known.
func Region() string { return strings.ToUpper(region()) }

var monthFirst = map[string]bool{
	"US": true, "AS": true, "GU": true, "MH": true, "MP": true, "PH": true, "PR": true, "UM": true, "VI": true,
}
