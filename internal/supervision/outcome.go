package supervision

import "aftershift/internal/valid"

// Outcome is what came out of talking about an item in one session.
type Outcome struct {
	Session    ID          `json:"session"`        // set by Board.Discuss
	Kind       OutcomeKind `json:"kind,omitempty"` // needed before the session closes
	Text       string      `json:"text,omitempty"`
	Decision   string      `json:"decision,omitempty"`
	Rationale  string      `json:"rationale,omitempty"`
	DecidedBy  string      `json:"decided_by,omitempty"`
	CaseRecord CaseRecord  `json:"case_record,omitzero"`
	Minutes    int         `json:"minutes,omitempty"` // spent
}

// CaseRecord says whether a decision belongs in the case record, and whether it
// has been written there. A reflection is no case record.
type CaseRecord struct {
	Belongs bool `json:"belongs,omitempty"`
	Done    bool `json:"done,omitempty"`
}

// Pending says whether the decision still has to be written there.
func (c CaseRecord) Pending() bool { return c.Belongs && !c.Done }

// Validate gives fault.Invalid for the first thing that is wrong with o, or nil.
func (o Outcome) Validate() error {
	return valid.First(
		valid.That(o.Session != 0, "check outcome: no session"),
		valid.That(valid.OneOf(o.Kind, OutcomeKinds()), "check outcome: kind"),
		valid.That(valid.Text(o.Text) && valid.Text(o.Decision) && valid.Text(o.Rationale), "check outcome: words"),
		valid.That(valid.Line(o.DecidedBy), "check outcome: decided by"),
		valid.That(minutes(o.Minutes), "check outcome: minutes"),
		valid.That(o.CaseRecord.Belongs || !o.CaseRecord.Done, "check outcome: case record"),
	)
}
