package main

import (
	"context"
	"slices"
)

// command is one thing that can be asked for. The table below is all of them:
// it feeds reading the arguments and the help.
type command struct {
	name  string   // one word or two
	args  string   // what follows it, as the help shows it
	least int      // how many arguments there are at least
	most  int      // and at most; anyNumber for no limit
	flags []string // its flags, beside everyFlag
	looks bool     // it changes nothing: no byte of the journal, beside it or among what belongs to it
	run   func(*call, context.Context) error
}

const anyNumber = 1 << 16

// everyFlag holds the flags that every command takes.
var everyFlag = []string{
	"journal", "passphrase-file", "recovery-file", "read-only", "as-restored", "help", "version",
}

// commands lists the commands in the order of the help. It is a function
// because help itself reads it.
func commands() []command { return slices.Concat(ofEntries(), ofSupervision(), ofTheJournal()) }

// ofEntries writes, finds and brings.
func ofEntries() []command {
	return []command{
		{name: "init", run: (*call).create},
		{name: "add", args: "[--json]", flags: []string{"json"}, run: (*call).add},
		{
			name: "list", args: "[--json] [--theme T] [--since D] [--until D] [--flag F]",
			flags: []string{"json", "theme", "since", "until", "flag"}, looks: true, run: (*call).list,
		},
		{name: "show", args: "ID [--json]", least: 1, most: 1, flags: []string{"json"}, looks: true, run: (*call).show},
		{
			name: "search", args: "QUERY [--json] [--limit N]", least: 1, most: anyNumber,
			flags: []string{"json", "limit"}, looks: true, run: (*call).search,
		},
		{
			name: "agenda add", args: "ENTRY-ID... --words TEXT [--want W] [--minutes N]", least: 1, most: anyNumber,
			flags: []string{"words", "want", "minutes"}, run: (*call).agendaAdd,
		},
		{name: "agenda show", args: "[--json]", flags: []string{"json"}, looks: true, run: (*call).agendaShow},
	}
}

// ofSupervision goes from planning a session to what came out of it.
func ofSupervision() []command {
	return []command{
		{
			name: "session plan", args: "--start WHEN --with NAME [--minutes N] [--kind K]",
			flags: []string{"start", "with", "minutes", "kind"}, run: (*call).sessionPlan,
		},
		{
			name: "session move", args: "ID [--start WHEN] [--with NAME] [--minutes N]", least: 1, most: 1,
			flags: []string{"start", "with", "minutes"}, run: (*call).sessionMove,
		},
		{name: "session cancel", args: "ID --reason TEXT", least: 1, most: 1, flags: []string{"reason"}, run: (*call).sessionCancel},
		{name: "session hold", args: "ID", least: 1, most: 1, run: (*call).sessionHold},
		{name: "session end", args: "ID [--minutes N]", least: 1, most: 1, flags: []string{"minutes"}, run: (*call).sessionEnd},
		{name: "session reopen", args: "ID", least: 1, most: 1, run: (*call).sessionReopen},
		{
			name: "session correct", args: "ID --words TEXT [--differs]", least: 1, most: 1,
			flags: []string{"words", "differs"}, run: (*call).sessionCorrect,
		},
		{name: "session list", args: "[--json]", flags: []string{"json"}, looks: true, run: (*call).sessionList},
		{name: "session show", args: "ID [--json]", least: 1, most: 1, flags: []string{"json"}, looks: true, run: (*call).sessionShow},
		{
			name: "item add", args: "TITLE --words TEXT [--session ID] [--want W] [--minutes N]", least: 1, most: 1,
			flags: []string{"words", "session", "want", "minutes"}, run: (*call).itemAdd,
		},
		{
			name: "item discuss", args: "ID --outcome K [--words TEXT] [--decision TEXT] [--rationale TEXT]", least: 1, most: 1,
			flags: []string{"outcome", "words", "decision", "rationale"}, run: (*call).itemDiscuss,
		},
		{name: "item list", args: "[--json]", flags: []string{"json"}, looks: true, run: (*call).itemList},
		{name: "item next", args: "ID", least: 1, most: 1, run: (*call).itemNext},
		{name: "item withdraw", args: "ID", least: 1, most: 1, run: (*call).itemWithdraw},
		{name: "item solve", args: "ID", least: 1, most: 1, run: (*call).itemSolve},
		{name: "item park", args: "ID --for WHERE", least: 1, most: 1, flags: []string{"for"}, run: (*call).itemPark},
		{name: "item unpark", args: "ID", least: 1, most: 1, run: (*call).itemUnpark},
		{
			name: "item split", args: "ID --title TEXT --words TEXT [--want W] [--minutes N]", least: 1, most: 1,
			flags: []string{"title", "words", "want", "minutes"}, run: (*call).itemSplit,
		},
		{
			name: "action add", args: "TEXT [--owner WHO] [--due D] [--item ID]", least: 1, most: anyNumber,
			flags: []string{"owner", "due", "item"}, run: (*call).actionAdd,
		},
		{name: "action done", args: "ID [--worked W]", least: 1, most: 1, flags: []string{"worked"}, run: (*call).actionDone},
		{name: "action drop", args: "ID --reason TEXT", least: 1, most: 1, flags: []string{"reason"}, run: (*call).actionDrop},
		{name: "action list", args: "[--json]", flags: []string{"json"}, looks: true, run: (*call).actionList},
		{
			name: "person add", args: "NAME [--kind K] [--minutes N] [--every DAYS]", least: 1, most: anyNumber,
			flags: []string{"kind", "minutes", "every"}, run: (*call).personAdd,
		},
		{name: "person list", args: "[--json]", flags: []string{"json"}, looks: true, run: (*call).personList},
		{name: "person archive", args: "ID", least: 1, most: 1, run: (*call).personArchive},
	}
}

// ofTheJournal masks, shares, and looks after the file.
func ofTheJournal() []command {
	return []command{
		{
			name: "redact", args: "[--jsonl] [--strict] [--explain] [--register FILE]",
			flags: []string{"jsonl", "strict", "explain", "register"}, run: (*call).redact,
		},
		{
			name: "export agenda", args: "--audience A --format F --out FILE --accept all",
			flags: []string{"audience", "format", "out", "accept"}, run: (*call).exportAgenda,
		},
		{
			name: "export entries", args: "[ID...] --audience A --format F --out FILE --accept all [--include reflection]",
			most: anyNumber, flags: []string{"audience", "format", "out", "accept", "include"}, run: (*call).exportEntries,
		},
		{name: "verify", args: "[--json]", flags: []string{"json"}, run: (*call).verify},
		{name: "backup", args: "--to FOLDER", flags: []string{"to"}, run: (*call).backup},
		{name: "restore", args: "FILE [--dry-run]", least: 1, most: 1, flags: []string{"dry-run"}, run: (*call).restore},
		{name: "salvage", args: "FILE --to NEW", least: 1, most: 1, flags: []string{"to"}, run: (*call).salvage},
		{name: "rotate", run: (*call).rotate},
		{
			name: "passphrase", args: "[--new-passphrase-file FILE]", flags: []string{"new-passphrase-file"},
			run: (*call).changePassphrase,
		},
		{name: "help", run: func(c *call, _ context.Context) error { return c.help() }},
	}
}
