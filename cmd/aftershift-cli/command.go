package main

import "context"

// command is one thing that can be asked for. The table below is all of them:
// it feeds reading the arguments and the help.
type command struct {
	name  string   // one word or two
	args  string   // what follows it, as the help shows it
	least int      // how many arguments there are at least
	most  int      // and at most; anyNumber for no limit
	flags []string // its flags, beside everyFlag
	run   func(*call, context.Context) error
}

const anyNumber = 1 << 16

// everyFlag holds the flags that every command takes.
var everyFlag = []string{"journal", "passphrase-file", "help", "version"}

// commands lists the commands in the order of the help. It is a function
// because help itself reads it.
func commands() []command {
	return []command{
		{name: "init", run: (*call).create},
		{name: "add", args: "[--json]", flags: []string{"json"}, run: (*call).add},
		{
			name: "list", args: "[--json] [--theme T] [--since D] [--until D] [--flag F]",
			flags: []string{"json", "theme", "since", "until", "flag"}, run: (*call).list,
		},
		{name: "show", args: "ID [--json]", least: 1, most: 1, flags: []string{"json"}, run: (*call).show},
		{
			name: "search", args: "QUERY [--json] [--limit N]", least: 1, most: anyNumber,
			flags: []string{"json", "limit"}, run: (*call).search,
		},
		{
			name: "agenda add", args: "ENTRY-ID... --words TEXT [--want W] [--minutes N]", least: 1, most: anyNumber,
			flags: []string{"words", "want", "minutes"}, run: (*call).agendaAdd,
		},
		{name: "agenda show", args: "[--json]", flags: []string{"json"}, run: (*call).agendaShow},
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
		{name: "help", run: func(c *call, _ context.Context) error { return c.help() }},
	}
}
