// Package alliance holds the commands about what people agree on who meet for
// supervision, what they aim at, how it goes between them, what helped, and who is
// there for what.
package alliance

import "aftershift/internal/app"

// Goals are the commands about what one aims at with somebody.
type Goals struct {
	Add    goalAdd    `cmd:""`
	List   goalList   `cmd:""`
	Look   goalLook   `cmd:""`
	Remove goalRemove `cmd:""`
}

// Agreements are the commands about what was agreed with somebody.
type Agreements struct {
	Make  agreementMake  `cmd:""`
	Write agreementWrite `cmd:""`
	List  agreementList  `cmd:""`
	Sign  agreementSign  `cmd:""`
	Look  agreementLook  `cmd:""`
	End   agreementEnd   `cmd:""`
	Drop  agreementDrop  `cmd:""`
}

// Evaluations are the commands about how it goes with somebody.
type Evaluations struct {
	Add    evaluationAdd    `cmd:""`
	List   evaluationList   `cmd:""`
	Remove evaluationRemove `cmd:""`
}

// Practices are the commands about what helped.
type Practices struct {
	Add    practiceAdd    `cmd:""`
	List   practiceList   `cmd:""`
	Remove practiceRemove `cmd:""`
}

// Known tells what the id of an agreement, a goal, an evaluation or a practice names.
func Known(d *app.Desk, id app.ID) (kind, state string) {
	if _, err := d.Agreement(id); err == nil {
		return "agreement", "known"
	}
	if _, err := d.Goal(id); err == nil {
		return "goal", "known"
	}
	if _, err := d.Evaluation(id); err == nil {
		return "evaluation", "known"
	}
	if _, err := d.Practice(id); err == nil {
		return "practice", "known"
	}
	return "", ""
}
