package call

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
	ExitOK           = iota // done
	ExitFailed              // for another reason than those below
	ExitUsage               // a command, a flag or an argument that isn't understood
	ExitBroken              // the journal is damaged, tampered with or put back
	ExitCannotUnlock        // wrong passphrase or recovery words
	ExitInUse               // by another program
	ExitNotFound            // no journal, record or file there
	ExitConflict            // a file is in the way, or the state of things forbids it
	ExitSystem              // no room, or no permission
	ExitNewer               // written by a later version
	ExitExposed             // a masked word was in the finished copy: nothing was shared
	ExitUnkept              // done, but the backup after it failed
	ExitAside               // done, but records are set aside
	ExitInvalid             // what was given can't be taken
)

// exits tells the code of each kind of trouble; others are ExitFailed.
var exits = map[fault.Kind]int{
	fault.Invalid: ExitInvalid, fault.Damaged: ExitBroken, fault.Tampered: ExitBroken,
	fault.CannotUnlock: ExitCannotUnlock, fault.InUse: ExitInUse, fault.NotFound: ExitNotFound,
	fault.Conflict: ExitConflict, fault.DiskFull: ExitSystem, fault.Permission: ExitSystem,
	fault.NewerFormat: ExitNewer, fault.Exposed: ExitExposed,
}

// Complaint ends a command with words for the caller: what happened, what to do
// next, and the exit code. It may repeat what the caller typed, and holds nothing
// of the journal.
type Complaint struct {
	code       int
	what, next string
}

// Error returns what happened, in words.
func (c Complaint) Error() string { return c.what }

// Usage returns a complaint about how the program was called.
func (c *Call) Usage(key string, args ...any) error {
	next := c.Words.T("cli.hint.usage", ProgramName)
	if c.Command != "" {
		next = c.Words.T("cli.hint.usage", ProgramName+" "+c.Command)
	}
	return Complaint{ExitUsage, c.Words.T(key, args...), next}
}

// End says in two lines what went wrong and what to do next, and returns the exit
// code. It prints no content of a journal: faults carry none.
func (c *Call) End(err error) int {
	var own Complaint
	switch {
	case err == nil:
		return ExitOK
	case errors.As(err, &own):
		c.say(own.what, own.next)
		return own.code
	case errors.Is(err, ErrAside):
		return ExitAside
	}
	if name, code := special(err); name != "" {
		c.say(c.Words.T("cli.error."+name, err), c.Words.T("cli.hint."+name))
		return code
	}
	kind := fault.KindOf(err)
	name := strings.ReplaceAll(kind.String(), " ", "_")
	if key := broken(err); kind == fault.Invalid && c.Words.Has(key) {
		c.say(c.Words.T(key), c.Words.T("cli.hint.invalid"))
		return ExitInvalid
	}
	hint := "cli.hint." + name
	if kind == fault.NotFound && !c.journalThere() {
		hint = "cli.hint.no_journal"
	}
	c.say(c.Words.T("cli.error."+name, err), c.Words.T(hint))
	if code, known := exits[kind]; known {
		return code
	}
	return ExitFailed
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

// journalThere reports whether a file stands where the journal is looked for. It is
// true too where the system doesn't say and where there is no App yet.
func (c *Call) journalThere() bool {
	if c.App == nil {
		return true
	}
	_, err := os.Stat(c.App.Journal())
	return !os.IsNotExist(err)
}

// say writes a line for what went wrong and one for what to do next. How the lines
// begin is no text of the catalogue: scripts find it the same in every language.
func (c *Call) say(what, next string) {
	fmt.Fprintf(c.Complain, "error: %s\nhint: %s\n", what, next)
}
