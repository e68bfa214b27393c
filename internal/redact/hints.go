package redact

// Hint is something that may make a story recognisable although it names
// nobody: a rare event, a small number, a place with a profession. Hints are
// shown and never masked. Start and End are byte offsets.
type Hint struct {
	Part, Start, End int
	Kind             string
	Reason           string
}
