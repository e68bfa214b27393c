// Package agefile locks a file with a passphrase, as an age file
// (https://age-encryption.org/v1), which the program age and others open.
package agefile

import (
	"bytes"
	"io"

	"filippo.io/age"

	"aftershift/internal/fault"
)

// Extension ends the name of a locked file, behind that of what is in it.
const Extension = "age"

// begins is what every age file begins with.
const begins = "age-encryption.org/v1\n"

// HeadSize is how many bytes of a file Is needs to see.
const HeadSize = len(begins)

// Is reports whether a file that begins with these bytes is an age file. Whether a
// passphrase opens it is not known before it is tried.
func Is(start []byte) bool { return bytes.HasPrefix(start, []byte(begins)) }

// NewWriter returns a writer that locks what is written to it and writes that to w. The
// file is whole once the writer is closed; closing does not close w. Deriving the key
// takes about a second. It gives fault.Invalid for an empty passphrase, and the errors
// of w.
func NewWriter(w io.Writer, passphrase string) (io.WriteCloser, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fault.As(fault.Invalid, "lock file", err)
	}
	sealed, err := age.Encrypt(w, to)
	return sealed, fault.Wrap("lock file", err)
}

// NewReader returns what r, a locked file, opens to. Deriving the key takes about a
// second. It gives fault.Invalid for an empty passphrase, and fault.CannotUnlock for
// another one and for what is no age file. Reading gives an error where the file was
// changed or cut.
func NewReader(r io.Reader, passphrase string) (io.Reader, error) {
	by, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, fault.As(fault.Invalid, "open locked file", err)
	}
	in, err := age.Decrypt(r, by)
	if err != nil {
		return nil, fault.New(fault.CannotUnlock, "open locked file")
	}
	return in, nil
}
