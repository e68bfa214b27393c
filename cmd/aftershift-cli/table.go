package main

import "context"

// table is every command, in the order of the help. What a command takes are the
// fields of its type, tagged as kong reads them; the texts of commands, flags and
// arguments stand in the catalogue under their names (describe). Reading the
// arguments, the help, the completions and the manual go by this table alone.
//
// A hidden row is a name that a command had before.
type table struct {
	Common common `embed:""`

	Init   initJournal   `cmd:"" group:"journal"`
	Add    addEntry      `cmd:"" group:"entries"`
	List   listEntries   `cmd:"" group:"entries"`
	Show   showEntry     `cmd:"" group:"entries"`
	Search searchEntries `cmd:"" group:"entries"`

	Item struct {
		Bring    itemBring    `cmd:""`
		Add      itemAdd      `cmd:""`
		List     itemList     `cmd:""`
		Discuss  itemDiscuss  `cmd:""`
		Defer    itemDefer    `cmd:""`
		Next     itemDefer    `cmd:"" hidden:""`
		Withdraw itemWithdraw `cmd:""`
		Solve    itemSolve    `cmd:""`
		Park     itemPark     `cmd:""`
		Unpark   itemUnpark   `cmd:""`
		Split    itemSplit    `cmd:""`
	} `cmd:"" group:"supervision"`
	Agenda struct {
		Show agendaShow `cmd:""`
		Add  itemBring  `cmd:"" hidden:""`
	} `cmd:"" group:"supervision"`
	Session struct {
		Plan    sessionPlan    `cmd:""`
		Move    sessionMove    `cmd:""`
		Cancel  sessionCancel  `cmd:""`
		Start   sessionStart   `cmd:""`
		Hold    sessionStart   `cmd:"" hidden:""`
		End     sessionEnd     `cmd:""`
		Reopen  sessionReopen  `cmd:""`
		Correct sessionCorrect `cmd:""`
		List    sessionList    `cmd:""`
		Show    sessionShow    `cmd:""`
	} `cmd:"" group:"supervision"`
	Action struct {
		Add  actionAdd  `cmd:""`
		Done actionDone `cmd:""`
		Drop actionDrop `cmd:""`
		List actionList `cmd:""`
	} `cmd:"" group:"supervision"`
	Supervisor supervisors `cmd:"" group:"supervision"`
	Person     supervisors `cmd:"" hidden:""`

	Hours struct {
		Log     hoursLog     `cmd:""`
		List    hoursList    `cmd:""`
		Fill    hoursFill    `cmd:""`
		Correct hoursCorrect `cmd:""`
		Remove  hoursRemove  `cmd:""`
		Sign    hoursSign    `cmd:""`
		Check   hoursCheck   `cmd:""`
		Import  hoursImport  `cmd:""`
	} `cmd:"" group:"learning"`
	CPD struct {
		Needs  cpdNeeds  `cmd:""`
		Make   cpdMake   `cmd:""`
		Add    cpdAdd    `cmd:""`
		Write  cpdWrite  `cmd:""`
		Record cpdRecord `cmd:""`
		List   cpdList   `cmd:""`
		Check  cpdCheck  `cmd:""`
	} `cmd:"" name:"cpd" group:"learning"`
	Evidence struct {
		Map    evidenceMap    `cmd:""`
		Add    evidenceAdd    `cmd:""`
		List   evidenceList   `cmd:""`
		Remove evidenceRemove `cmd:""`
	} `cmd:"" group:"learning"`
	Rules struct {
		List rulesList `cmd:""`
		Use  rulesUse  `cmd:""`
		Drop rulesDrop `cmd:""`
	} `cmd:"" group:"learning"`

	Redact redactText `cmd:"" group:"sharing"`
	Export struct {
		Agenda   exportAgenda   `cmd:""`
		Entries  exportEntries  `cmd:""`
		Record   exportRecord   `cmd:""`
		Case     exportCase     `cmd:""`
		Facts    exportFacts    `cmd:""`
		Digest   exportDigest   `cmd:""`
		Hours    exportHours    `cmd:""`
		CPD      exportCPD      `cmd:"" name:"cpd"`
		Evidence exportEvidence `cmd:""`
		All      exportAll      `cmd:""`
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

// supervisors are the commands about those one has supervision with.
type supervisors struct {
	Add     supervisorAdd     `cmd:""`
	List    supervisorList    `cmd:""`
	Archive supervisorArchive `cmd:""`
}

// groups are the headings of the help, by the names that the table uses.
var groups = []string{"entries", "supervision", "learning", "sharing", "journal", "program", "common"}

// common holds the flags that every command takes.
type common struct {
	Journal        file `group:"common" placeholder:"FILE"`
	PassphraseFile file `group:"common" placeholder:"FILE"`
	RecoveryFile   file `group:"common" placeholder:"FILE"`
	ReadOnly       bool `group:"common"`
	AsRestored     bool `group:"common"`
	Help           bool `group:"common" short:"h"`
	Version        bool `group:"common"`
}

// command is one thing that can be asked for. Its fields hold what was typed,
// each checked by the parser as its type says.
type command interface {
	run(ctx context.Context, c *call) error
}

// listing is a command's choice between lines for people and JSON for programs.
type listing struct {
	JSON bool `name:"json"`
}
