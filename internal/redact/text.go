package redact

// Text is text that a person has approved for leaving the journal. Only
// Review.Approve makes one that says anything; the zero Text is empty.
type Text struct{ text string }

// String gives the approved words.
func (t Text) String() string { return t.text }
