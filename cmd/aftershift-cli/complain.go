package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"aftershift/internal/fault"
)

// Exit codes. They are part of what the program promises to scripts: none ever
// changes its meaning. The help lists them.
const (
	exitOK = iota
	exitFailed
	exitUsage
	exitBroken
	exitCannotUnlock
	exitInUse
	exitNotFound
	exitConflict
	exitSystem
	exitNewer
	exitExposed
	exitUnkept
	exitAside
	exitInvalid
)

// exits tells the code of each kind of trouble; others are exitFailed.
var exits = map[fault.Kind]int{
	fault.Invalid: exitInvalid, fault.Damaged: exitBroken, fault.Tampered: exitBroken,
	fault.CannotUnlock: exitCannotUnlock, fault.InUse: exitInUse, fault.NotFound: exitNotFound,
	fault.Conflict: exitConflict, fault.DiskFull: exitSystem, fault.Permission: exitSystem,
	fault.NewerFormat: exitNewer, fault.Exposed: exitExposed,
}

// complaint ends a command with words for the caller: what happened, what to do
// next, and the exit code. It may repeat what the caller typed, and holds nothing
// of the journal.
type complaint struct {
	code       int
	what, next string
}

func (c complaint) Error() string { return c.what }

// usage returns a complaint about how the program was called.
func (p program) usage(key string, args ...any) error {
	next := p.words.T("cli.hint.usage", programName)
	if p.command != "" {
		next = p.words.T("cli.hint.usage", programName+" "+p.command)
	}
	return complaint{exitUsage, p.words.T(key, args...), next}
}

// end says in two lines what went wrong and what to do next, and returns the exit
// code. It prints no content of a journal: faults carry none.
func (p program) end(err error) int {
	var own complaint
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &own):
		p.say(own.what, own.next)
		return own.code
	case errors.Is(err, errAside):
		return exitAside
	}
	if name, code := special(err); name != "" {
		p.say(p.words.T("cli.error."+name, err), p.words.T("cli.hint."+name))
		return code
	}
	kind := fault.KindOf(err)
	name := strings.ReplaceAll(kind.String(), " ", "_")
	if key := broken(err); kind == fault.Invalid && p.words.Has(key) {
		p.say(p.words.T(key), p.words.T("cli.hint.invalid"))
		return exitInvalid
	}
	hint := "cli.hint." + name
	if kind == fault.NotFound && !p.journalThere() {
		hint = "cli.hint.no_journal"
	}
	p.say(p.words.T("cli.error."+name, err), p.words.T(hint))
	if code, known := exits[kind]; known {
		return code
	}
	return exitFailed
}

// broken returns the key of the words for the rule that data broke, which says its
// limits: the innermost fault names the rule ("check item: title").
//
//words:prefix cli.invalid.
func broken(err error) string {
	rule := ""
	for f := new(fault.Error); errors.As(err, &f); err = f.Err {
		rule = f.Op
	}
	return "cli.invalid." + strings.NewReplacer(": ", ".", " ", "_", "'", "", ",", "").Replace(strings.ToLower(rule))
}

func (p program) journalThere() bool {
	if p.app == nil {
		return true
	}
	_, err := os.Stat(p.app.Journal())
	return !os.IsNotExist(err)
}

func (p program) say(what, next string) {
	fmt.Fprintf(p.complain, "error: %s\nhint: %s\n", what, next)
}
