package detect

// CertainAt is the confidence from which a finding is certain. MaskAt is the
// confidence from which Mask, which has no reviewer, takes a finding: it was set
// where a missed name costs more than a word too many. In a text that surely
// names several people, fainter evidence is raised to it.
const (
	CertainAt = 0.80
	MaskAt    = 0.40
)
