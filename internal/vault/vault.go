// Package vault is the journal's file: sealed records in rows of an ordinary
// SQLite file, with a sealed manifest that makes removed, replayed and swapped
// rows show, and an anchor outside the file that makes an older file show.
//
// SPEC.md beside this code says the format byte by byte. This package is the
// only one that speaks SQL, and no readable content ever enters SQL: the plain
// columns are a random id and the sealed bytes.
//
// Every error is a fault.Error and carries no content, no path and no SQL.
package vault

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"io"
	"sync"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/anchor"
	"aftershift/internal/vault/roll"
)

// ID names a record within its table: random, 63 bits, above 0.
type ID = int64

// Table is one of the sealed tables. An entry's Overview and Details share an
// id, and the overview vouches for the details.
type Table uint8

// The tables. The numbers are part of the format.
const (
	Overview Table = iota + 1
	Details
	Draft
	Revision
	Object
)

const tableCount = roll.Tables

// MaxRecord is the largest content of a record, in bytes.
const MaxRecord = seal.MaxPlain - seal.NonceSize

// ErrRolledBack is the cause in a fault.Tampered error of Open where the file is
// whole but older than, or apart from, the one last closed on this computer.
// Options.Restored opens it anyway.
var ErrRolledBack = errors.New("the file is not the one last closed here, nor its successor")

// ErrOther is the cause in a fault.Tampered error of Open where the file is whole,
// but of another vault than the one last closed here in its place. The ways on
// are those of ErrRolledBack.
var ErrOther = errors.New("another journal was last closed here")

// ErrUnrecognised is the cause in a fault.Invalid error where a file begins as no
// vault does: it is something else, or its first sector is lost.
var ErrUnrecognised = errors.New("the file doesn't begin as a journal does")

// Options are what a vault takes from outside. The zero value works.
type Options struct {
	// Params is the cost of a guess for new passphrase slots. Zero: calibrated by
	// Now where a vault is made, the present slot's where one is changed.
	Params seal.Params
	// Now is the clock. Nil: none, and seal.DefaultParams, unmeasured.
	Now func() time.Time
	// Rand is a cryptographically secure source, safe for concurrent use. Nil:
	// the system's.
	Rand io.Reader
	// AnchorDir is the folder for the anchor, outside the vault's own. Empty: no
	// anchor, so an older copy of the whole file isn't noticed.
	AnchorDir string
	// Witnesses gives the paths of copies, such as backups: where one of them holds
	// a later state of the vault, Open gives ErrRolledBack even if the anchor
	// agrees. Nil: there are none. Without AnchorDir they aren't asked.
	Witnesses func() []string
	// ReadOnly changes no byte, of the file or beside it or in AnchorDir, and
	// refuses changes. It works where nothing can be written.
	ReadOnly bool
	// Copy says that the file is a copy at rest, such as a backup: what stands
	// beside it under the name of a rollback journal is not its own. It goes with
	// ReadOnly.
	Copy bool
	// Scratch is a folder of this computer where ReadOnly puts a sealed copy of a
	// file that a crash left in the middle of a change. Empty: the system's.
	Scratch string
	// Restored takes the file as the newest one, whatever the anchor and Witnesses
	// say: the user has said that this copy is meant. With ReadOnly it is taken so
	// this once.
	Restored bool
	// AsFound opens a file whose rows are not those of its manifest: Difference
	// says so, until the next change describes the file as it is then. Rows that no
	// record can be are passed over and stay where they are.
	AsFound bool
	// Deriving is asked before a key is derived from a passphrase, with what that
	// costs: within the format's bounds, which a hostile file may use up. Its error
	// ends the attempt. Nil: none is asked.
	Deriving func(seal.Params) error

	pageSize int // 0: SQLite's own
}

func (o Options) random() io.Reader {
	if o.Rand == nil {
		return rand.Reader
	}
	return o.Rand
}

func (o Options) newParams() seal.Params {
	switch {
	case o.Params != seal.Params{}:
		return o.Params
	case o.Now == nil:
		return seal.DefaultParams()
	}
	return seal.Calibrate(platform.TotalMemory(), o.Now)
}

// Unlock is the secret that opens a vault: the passphrase, or where that is
// empty the recovery words as typed.
type Unlock struct {
	Passphrase seal.Secret
	Words      string
}

// Vault is an open file. Its methods are safe for concurrent use; after Close
// they give fault.Locked.
type Vault struct {
	path    string
	options Options
	lock    *platform.FileLock
	clean   func() // removes the copy that is read in place of the file, if there is one

	writing sync.Mutex // held by whoever changes the vault, from first to last step

	mu     sync.Mutex // guards what follows, one SQLite call after the other
	file   *file      // nil after Close
	header header
	keys   keys
	slots  slots
	index  index
	state  state
	differ Difference
}

// Difference is how the rows that stood in a file differ from those that its
// manifest vouches for. The zero value: not at all.
type Difference struct {
	Tables  []Table // whose records are not exactly those last saved
	Missing int     // records fewer than were saved, over all tables
	Added   int     // records more than were saved, over all tables
	Strange int     // rows that no record can be
}

// None reports whether there is no difference.
func (d Difference) None() bool { return len(d.Tables) == 0 && d.Strange == 0 }

// Difference gives what was found when the file was opened with AsFound.
func (v *Vault) Difference() Difference {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.differ
}

// state is where the vault stands: its latest manifest.
type state struct {
	generation uint64
	hash       [seal.HashSize]byte // of the sealed manifest
	trail      trail
}

// NewID draws an id that no table holds, or gives fault.Internal: no randomness.
func (v *Vault) NewID() (ID, error) {
	for {
		var b [8]byte
		if _, err := io.ReadFull(v.options.random(), b[:]); err != nil {
			return 0, fault.As(fault.Internal, "draw id", err)
		}
		if id := ID(binary.BigEndian.Uint64(b[:]) >> 1); id > 0 && !v.taken(id) {
			return id, nil
		}
	}
}

func (v *Vault) taken(id ID) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	for table := Overview; table <= Object; table++ {
		if v.index.has(table, id) {
			return true
		}
	}
	return false
}

// Len gives the number of records in the table.
func (v *Vault) Len(table Table) int {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !table.known() {
		return 0
	}
	return v.index.Rows[table-1].Len()
}

// Has reports whether the table holds a record of this id.
func (v *Vault) Has(table Table, id ID) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !table.known() {
		return false
	}
	return v.index.has(table, id)
}

// IDs gives the ids of the table's records, smallest first.
func (v *Vault) IDs(table Table) []ID {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !table.known() {
		return nil
	}
	rows := v.index.Rows[table-1]
	ids := make([]ID, rows.Len())
	for i := range ids {
		ids[i] = rows.ID(i)
	}
	return ids
}

// Rows gives the number of records in all tables: what Verify, Backup and Rotate
// count up to.
func (v *Vault) Rows() int {
	n := 0
	for table := Overview; table <= Object; table++ {
		n += v.Len(table)
	}
	return n
}

// Generation counts the changes since the vault was made.
func (v *Vault) Generation() uint64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.state.generation
}

// Now gives the time by the clock that the vault was opened with, the zero time
// where it has none.
func (v *Vault) Now() time.Time {
	if v.options.Now == nil {
		return time.Time{}
	}
	return v.options.Now()
}

// Path gives where the file stands.
func (v *Vault) Path() string { return v.path }

// Close leaves one single file, writes the anchor, and lets others in. The file
// is closed and the lock released whatever it gives: the kinds of
// platform.Fault. A second call does nothing.
func (v *Vault) Close() error {
	v.writing.Lock()
	defer v.writing.Unlock()
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return nil
	}
	err := v.file.Close()
	v.file = nil
	v.clean()
	if anchorErr := v.writeAnchor(); err == nil {
		err = anchorErr
	}
	if lockErr := v.lock.Release(); err == nil {
		err = lockErr
	}
	v.index = index{}
	return fault.Wrap("close journal", err)
}

func (v *Vault) writeAnchor() error {
	if v.options.AnchorDir == "" || v.options.ReadOnly {
		return nil
	}
	a := v.header.anchored(v.state.generation, v.state.hash)
	return anchor.Write(v.options.AnchorDir, v.path, v.header.vaultID, a.Sealed(v.keys.anchor))
}

var errLocked = fault.New(fault.Locked, "use journal")
