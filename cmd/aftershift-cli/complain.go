package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"aftershift/internal/fault"
)

// Exit codes. They are part of what the program promises to scripts; the help
// lists them from exits.
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
)

// exits tells the code of each kind of trouble; others are exitFailed.
var exits = map[fault.Kind]int{
	fault.Invalid: exitUsage, fault.Damaged: exitBroken, fault.Tampered: exitBroken,
	fault.CannotUnlock: exitCannotUnlock, fault.InUse: exitInUse, fault.NotFound: exitNotFound,
	fault.Conflict: exitConflict, fault.DiskFull: exitSystem, fault.Permission: exitSystem,
	fault.NewerFormat: exitNewer, fault.Exposed: exitExposed,
}

// usage is a call that the program doesn't understand. It holds words for the
// caller, who typed what they are about.
type usage struct{ what string }

func (u usage) Error() string { return u.what }

// refused is input that can't be taken as it is: what is wrong with it and what
// to do about it, in words for the caller. It ends with exitUsage.
type refused struct{ what, next string }

func (r refused) Error() string { return r.what }

// missing is refused for what isn't there. It ends with exitNotFound.
type missing struct{ refused }

// unmade is refused for a file that was not made. It ends with the code of the
// kind.
type unmade struct {
	refused
	kind fault.Kind
}

// end says in two lines what went wrong and what to do next, and gives the exit
// code. It prints no content of a journal: faults carry none.
func (p program) end(err error) int {
	var mistyped usage
	var unusable refused
	var gone missing
	var notMade unmade
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &mistyped):
		p.say(mistyped.what, p.words.T("cli.hint.usage"))
		return exitUsage
	case errors.As(err, &gone):
		p.say(gone.what, gone.next)
		return exitNotFound
	case errors.As(err, &notMade):
		p.say(notMade.what, notMade.next)
		return exits[notMade.kind]
	case errors.As(err, &unusable):
		p.say(unusable.what, unusable.next)
		return exitUsage
	case errors.Is(err, errAside):
		return exitAside
	}
	if name, code := special(err); name != "" {
		p.say(p.words.T("cli.error."+name, err), p.words.T("cli.hint."+name))
		return code
	}
	kind := fault.KindOf(err)
	name := strings.ReplaceAll(kind.String(), " ", "_")
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
