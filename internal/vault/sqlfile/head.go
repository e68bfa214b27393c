package sqlfile

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

// Where SQLite's header keeps what is looked at: https://www.sqlite.org/fileformat2.html
const (
	magic         = "SQLite format 3\x00"
	headSize      = 100
	journalingAt  = 18 // two bytes, for writing and for reading
	rollback      = 1  // a rollback journal, not a write-ahead log
	userVersionAt = 60
	applicationAt = 68
)

// A Head is what a file's first bytes say, whether they are a database's or not.
type Head struct {
	Named       bool   // it begins as a database does
	Whole       bool   // it is as long as a database's head; else nothing follows
	Application uint32 // PRAGMA application_id
	Version     uint32 // PRAGMA user_version
	Rollback    bool   // it is written through a rollback journal, not a write-ahead log
}

// ReadHead reads the first bytes of the file at path. It gives the kinds of
// platform.Fault.
func ReadHead(path string) (h Head, err error) {
	f, err := os.Open(path)
	if err != nil {
		return h, platform.Fault("read file", err)
	}
	defer f.Close()
	b := make([]byte, headSize)
	n, err := io.ReadFull(f, b)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return h, platform.Fault("read file", err)
	}
	h.Named, h.Whole = bytes.HasPrefix(b[:n], []byte(magic)), n == headSize
	if h.Whole {
		h.Application = binary.BigEndian.Uint32(b[applicationAt:])
		h.Version = binary.BigEndian.Uint32(b[userVersionAt:])
		h.Rollback = b[journalingAt] == rollback && b[journalingAt+1] == rollback
	}
	return h, nil
}

// largestFile is the longest file that is taken for a journal, in bytes: far above
// a working lifetime of writing, and below what would fill a disk if it were
// copied. A sparse file of a terabyte is nothing to begin with.
const largestFile = 8 << 30

// Admitted looks at names and lengths, not at bytes, before anything is read or
// copied: the file is plain, and with withJournal its rollback journal is too, if
// there is one, and no write-ahead log stands beside it, which this program never
// makes. It gives fault.Damaged for a file that no journal can be so long as,
// fault.Tampered for a write-ahead log, and the kinds of platform.Fault.
func Admitted(path string, withJournal bool) error {
	err := platform.Plain(path)
	if err == nil {
		err = short(path)
	}
	if err == nil && withJournal {
		err = admittedBeside(path)
	}
	return err
}

func admittedBeside(path string) error {
	if err := platform.Replaceable(JournalOf(path)); err != nil {
		return err
	}
	if err := short(JournalOf(path)); err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	if _, err := os.Lstat(path + "-wal"); err == nil {
		return fault.New(fault.Tampered, "refuse write-ahead log")
	}
	return nil
}

func short(path string) error {
	info, err := os.Stat(path)
	if err == nil && info.Size() > largestFile {
		return fault.New(fault.Damaged, "look at file: too long")
	}
	return platform.Fault("look at file", err)
}
