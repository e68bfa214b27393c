// Package learning holds the commands about hours, pieces of learning, evidence
// of competence, and the rules that they are held against.
package learning

import (
	"slices"

	"aftershift/internal/app"
)

// Hours are the commands about hours logged.
type Hours struct {
	Log     hoursLog     `cmd:""`
	List    hoursList    `cmd:""`
	Fill    hoursFill    `cmd:""`
	Correct hoursCorrect `cmd:""`
	Remove  hoursRemove  `cmd:""`
	Sign    hoursSign    `cmd:""`
	Check   hoursCheck   `cmd:""`
	Import  hoursImport  `cmd:""`
}

// CPD are the commands about pieces of learning.
type CPD struct {
	Needs  cpdNeeds  `cmd:""`
	Make   cpdMake   `cmd:""`
	Add    cpdAdd    `cmd:""`
	Write  cpdWrite  `cmd:""`
	Record cpdRecord `cmd:""`
	List   cpdList   `cmd:""`
	Check  cpdCheck  `cmd:""`
}

// Evidence are the commands about what shows a competence.
type Evidence struct {
	Map    evidenceMap    `cmd:""`
	Add    evidenceAdd    `cmd:""`
	List   evidenceList   `cmd:""`
	Remove evidenceRemove `cmd:""`
}

// Rules are the commands about the packs that a log is held against.
type Rules struct {
	List rulesList `cmd:""`
	Use  rulesUse  `cmd:""`
	Drop rulesDrop `cmd:""`
}

// Known tells what the id of a line of hours, a piece or evidence names.
func Known(d *app.Desk, id app.ID) (kind, state string) {
	for _, week := range d.HoursLog().Weeks {
		if slices.ContainsFunc(week.Lines, func(h app.Hours) bool { return h.ID == id }) {
			return "hours", "known"
		}
	}
	if _, err := d.Piece(id); err == nil {
		return "cpd", "known"
	}
	if slices.ContainsFunc(d.EvidenceFor(""), func(v app.Evidence) bool { return v.ID == id }) {
		return "evidence", "known"
	}
	return "", ""
}
