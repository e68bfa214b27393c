package main

import (
	"flag"
	"io"
	"slices"
	"strings"

	"aftershift/internal/app"
)

// options are what the flags say, of whichever command.
type options struct {
	journal, passphraseFile            string
	recoveryFile                       string
	theme, since, until, flag          string
	words, want, register              string
	audience, format, out, accept, put string
	to, newPassphraseFile              string
	start, with, kind, reason          string
	session, item, owner, due, worked  string
	outcome, decision, rationale       string
	lot, title                         string
	limit, minutes, every              int
	json, jsonl, strict, explain       bool
	differs, dryRun, help, version     bool
	readOnly, asRestored               bool
}

// flagSet ties every flag to o. Flags of other commands are refused afterwards,
// so that a flag may stand before the command too.
func (p program) flagSet(o *options) *flag.FlagSet {
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	for name, into := range map[string]*string{
		"journal": &o.journal, "passphrase-file": &o.passphraseFile, "recovery-file": &o.recoveryFile,
		"theme": &o.theme, "since": &o.since, "until": &o.until, "flag": &o.flag,
		"words": &o.words, "want": &o.want, "register": &o.register,
		"audience": &o.audience, "format": &o.format, "out": &o.out, "accept": &o.accept, "include": &o.put,
		"start": &o.start, "with": &o.with, "kind": &o.kind, "reason": &o.reason,
		"session": &o.session, "item": &o.item, "owner": &o.owner, "due": &o.due, "worked": &o.worked,
		"outcome": &o.outcome, "decision": &o.decision, "rationale": &o.rationale,
		"for": &o.lot, "title": &o.title,
		"to": &o.to, "new-passphrase-file": &o.newPassphraseFile,
	} {
		set.StringVar(into, name, "", p.aboutFlag(name))
	}
	for name, into := range map[string]*int{"limit": &o.limit, "minutes": &o.minutes, "every": &o.every} {
		set.IntVar(into, name, 0, p.words.T("cli.flag."+name))
	}
	for name, into := range map[string]*bool{
		"json": &o.json, "jsonl": &o.jsonl, "strict": &o.strict, "explain": &o.explain, "differs": &o.differs, "dry-run": &o.dryRun, "read-only": &o.readOnly, "as-restored": &o.asRestored, "help": &o.help, "version": &o.version,
	} {
		set.BoolVar(into, name, false, p.words.T("cli.flag."+name))
	}
	set.BoolVar(&o.help, "h", false, "")
	return set
}

// aboutFlag says what a flag takes.
func (p program) aboutFlag(name string) string {
	if name != "format" {
		return p.words.T("cli.flag." + name)
	}
	var known []string
	for _, f := range app.Formats() {
		known = append(known, f.Name)
	}
	return p.words.T("cli.flag.format", strings.Join(known, ", "))
}

// parse reads the arguments, flags and others in any order. It gives a usage
// error for anything that doesn't fit.
func (p program) parse(args []string) (*call, error) {
	c := &call{program: p}
	set := p.flagSet(&c.flags)
	rest, err := plain(set, args)
	if err != nil {
		return c, usage{err.Error()}
	}
	if c.flags.help || c.flags.version || len(rest) == 0 {
		return c, nil
	}
	c.command, c.args = find(rest)
	if c.command.name == "" {
		return c, usage{p.words.T("cli.usage.command", rest[0])}
	}
	if err := c.check(set); err != nil {
		return c, err
	}
	return c, c.typed(set)
}

// plain reads the flags out of args wherever they stand, and gives what else is
// there. After "--" everything is an argument.
func plain(set *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := set.Parse(args); err != nil {
			return nil, err
		}
		read := len(args) - set.NArg()
		if set.NArg() == 0 || read > 0 && args[read-1] == "--" {
			return append(rest, set.Args()...), nil
		}
		rest, args = append(rest, set.Arg(0)), set.Args()[1:]
	}
}

// find gives the command that the words begin with, and what follows it.
func find(rest []string) (command, []string) {
	for _, known := range commands() {
		name := strings.Fields(known.name)
		if len(rest) >= len(name) && slices.Equal(rest[:len(name)], name) {
			return known, rest[len(name):]
		}
	}
	return command{}, rest
}

// check holds the flags and the number of arguments against the command.
func (c *call) check(set *flag.FlagSet) error {
	var wrong error
	set.Visit(func(f *flag.Flag) {
		if !slices.Contains(c.command.flags, f.Name) && !slices.Contains(everyFlag, f.Name) {
			wrong = usage{c.words.T("cli.usage.flag", c.command.name, f.Name)}
		}
	})
	switch {
	case wrong != nil:
		return wrong
	case c.command.name == "help":
		return nil
	case len(c.args) < c.command.least:
		return usage{c.words.T("cli.usage.few", c.command.name)}
	case len(c.args) > c.command.most:
		return usage{c.words.T("cli.usage.many", c.command.name)}
	}
	return nil
}
