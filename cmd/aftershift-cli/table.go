package main

import (
	"aftershift/cmd/aftershift-cli/alliance"
	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/groups"
	"aftershift/cmd/aftershift-cli/learning"
	"aftershift/cmd/aftershift-cli/sharing"
	"aftershift/cmd/aftershift-cli/supervision"
)

// table is every command, in the order of the help. What a command takes are the
// fields of its type, tagged as kong reads them; the texts of commands, flags and
// arguments stand in the catalogue under their names (describe). Reading the
// arguments, the help, the completions and the manual go by this table alone.
//
// A hidden row is a name that a command had before.
type table struct {
	Common call.Common `embed:""`

	Init   initJournal   `cmd:"" group:"journal"`
	Add    addEntry      `cmd:"" group:"entries"`
	List   listEntries   `cmd:"" group:"entries"`
	Show   showEntry     `cmd:"" group:"entries"`
	Search searchEntries `cmd:"" group:"entries"`

	Item       supervision.Items       `cmd:"" group:"supervision"`
	Agenda     supervision.Agenda      `cmd:"" group:"supervision"`
	Session    supervision.Sessions    `cmd:"" group:"supervision"`
	Action     supervision.Actions     `cmd:"" group:"supervision"`
	Supervisor supervision.Supervisors `cmd:"" group:"supervision"`
	Person     supervision.Supervisors `cmd:"" hidden:""`
	Group      groups.Groups           `cmd:"" group:"supervision"`
	Meeting    groups.Meetings         `cmd:"" group:"supervision"`
	RunSheet   groups.RunSheets        `cmd:"" group:"supervision"`

	Network    alliance.Network     `cmd:"" group:"supervision"`
	Goal       alliance.Goals       `cmd:"" group:"supervision"`
	Agreement  alliance.Agreements  `cmd:"" group:"supervision"`
	Evaluation alliance.Evaluations `cmd:"" group:"supervision"`
	Practice   alliance.Practices   `cmd:"" group:"supervision"`

	Hours    learning.Hours    `cmd:"" group:"learning"`
	CPD      learning.CPD      `cmd:"" name:"cpd" group:"learning"`
	Evidence learning.Evidence `cmd:"" group:"learning"`
	Rules    learning.Rules    `cmd:"" group:"learning"`

	Redact sharing.Redact `cmd:"" group:"sharing"`
	Export struct {
		Agenda     sharing.Agenda            `cmd:""`
		Entries    sharing.Entries           `cmd:""`
		Record     sharing.Record            `cmd:""`
		Case       sharing.Case              `cmd:""`
		Facts      sharing.Facts             `cmd:""`
		Digest     sharing.Digest            `cmd:""`
		Hours      learning.ExportHours      `cmd:""`
		CPD        learning.ExportCPD        `cmd:"" name:"cpd"`
		Evidence   learning.ExportEvidence   `cmd:""`
		Agreement  alliance.ExportAgreement  `cmd:""`
		Evaluation alliance.ExportEvaluation `cmd:""`
		Handover   alliance.ExportHandover   `cmd:""`
		Card       alliance.ExportCard       `cmd:""`
		Practices  alliance.ExportPractices  `cmd:""`
		All        exportAll                 `cmd:""`
	} `cmd:"" group:"sharing"`

	Verify     verifyJournal    `cmd:"" group:"journal"`
	Backup     backupJournal    `cmd:"" group:"journal"`
	Restore    restoreJournal   `cmd:"" group:"journal"`
	Import     importNotes      `cmd:"" group:"journal"`
	Salvage    salvageJournal   `cmd:"" group:"journal"`
	Rotate     rotateKey        `cmd:"" group:"journal"`
	Passphrase changePassphrase `cmd:"" group:"journal"`

	Completion completionScript `cmd:"" group:"program"`
	Licenses   licenseTexts     `cmd:"" group:"program"`
	Complete   completeWords    `cmd:"" hidden:""`
	Manual     manualPage       `cmd:"" hidden:""`
	Help       helpOn           `cmd:"" group:"program"`
}

// headings are those of the help, by the names that the table uses.
var headings = []string{"entries", "supervision", "learning", "sharing", "journal", "program", "common"}

// known is what each subject knows of the records that an id can name.
var known = []call.Known{supervision.Known, learning.Known, groups.Known, alliance.Known, knownEntry}
