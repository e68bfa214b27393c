package evidence

// CertainAt is the confidence from which a finding is certain: the least from which
// 97 of 100 were right where each writer was judged by a fit without them. MaskAt is
// the confidence from which Mask, which has no reviewer, takes a finding: it was set
// where a missed name costs more than a word too many. In a text that surely
// names several people, fainter evidence is raised to it.
const (
	CertainAt = 0.85
	MaskAt    = 0.40
)

// Below Dim a finding is recorded only where words beside it speak for it; Faint
// and FaintStrict are the confidences below which nothing is, and findings below
// Dim count where a text is peopled.
const (
	Even        = 0.5
	Dim         = 0.3
	Faint       = 0.18
	FaintStrict = 0.05
	Peopled     = 3
	SurelyAt    = 0.80 // from which somebody who is named makes a text peopled
)

// Vouched are the log odds from which a name vouches for its neighbours, and
// SettledAt those from which a word needs none.
const (
	Vouched   = 0.6
	SettledAt = 1.5
)
