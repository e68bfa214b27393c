// Package fault is the one kind of error that crosses between rooms: what was
// being done, which kind of trouble it was, and the cause.
//
// An error never carries journal content, a person's name, a path inside the
// vault, or SQL. The window and the command line map a Kind to a title, a plain
// sentence and a next step, so the wording lives with the reader, not here.
package fault

import "errors"

// Kind says what sort of trouble an Error is, so that a caller can decide what
// to offer next without reading the message.
type Kind uint8

// The kinds of trouble. Internal is the zero value: whatever nobody foresaw.
const (
	Internal     Kind = iota // a mistake in the program
	Invalid                  // the input breaks a rule that the caller can mend
	NotFound                 // no such record, file or word
	Conflict                 // the state does not allow it now (undecided finding, closed session)
	Locked                   // the journal is locked
	InUse                    // another process holds the journal
	CannotUnlock             // wrong passphrase or recovery words
	Damaged                  // bytes can't be read or don't authenticate
	Tampered                 // bytes authenticate but rows were removed, replayed or rolled back
	NewerFormat              // written by a later version
	DiskFull                 // no space left
	Permission               // the system forbids it
	Exposed                  // a finished copy holds what was masked in it
	Cancelled                // the user or the program stopped it
)

var kindNames = [...]string{
	"internal", "invalid", "not found", "conflict", "locked", "in use", "cannot unlock",
	"damaged", "tampered", "newer format", "disk full", "permission", "exposed", "cancelled",
}

// String gives the kind's name in lower case, for logs and tests.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Error is an operation that failed. Op is a verb phrase without content
// ("open journal"). Err may be nil when Op and Kind say all.
type Error struct {
	Op   string
	Kind Kind
	Err  error
}

// New gives an Error of the kind, without a cause.
func New(kind Kind, op string) *Error { return &Error{Op: op, Kind: kind} }

// Wrap gives err the operation that failed, keeping the kind that err already
// has. It gives nil for nil.
func Wrap(op string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Op: op, Kind: KindOf(err), Err: err}
}

// As gives err a kind and the operation that failed. It gives nil for nil.
func As(kind Kind, op string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Op: op, Kind: kind, Err: err}
}

// Error gives "op: cause", or "op: kind" where there is no cause.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Op + ": " + e.Kind.String()
	}
	return e.Op + ": " + e.Err.Error()
}

// Unwrap gives the cause, or nil.
func (e *Error) Unwrap() error { return e.Err }

// Is makes errors.Is(err, fault.Damaged) work: a Kind is an error value too.
func (e *Error) Is(target error) bool {
	k, ok := target.(Kind)
	return ok && k == e.Kind
}

// Error lets a Kind stand as the target of errors.Is.
func (k Kind) Error() string { return k.String() }

// KindOf gives the kind of the outermost Error in err's chain; a bare Kind is
// its own kind, and anything else is Internal.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	var k Kind
	if errors.As(err, &k) {
		return k
	}
	return Internal
}
