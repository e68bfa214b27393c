package learning

// Limits on what a record holds; Validate refuses more.
const (
	MaxWeekMinutes = 7 * 24 * 60 // minutes of one line of a week
	MaxPack        = 60_000      // characters of the text of an own pack
	maxParts       = 50          // answers, corrections or competences of one record
)
