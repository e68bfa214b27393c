package sqlfile

import (
	"io"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

// CopyInto copies the file at from into a private folder in dir, with its rollback
// journal where withJournal says so. clean removes the folder. It gives the kinds of
// platform.Fault.
func CopyInto(from, dir string, withJournal bool) (path string, clean func(), err error) {
	if err := platform.MakePrivate(dir); err != nil {
		return "", nil, err
	}
	folder, err := platform.MakeTempFolder(dir)
	if err != nil {
		return "", nil, err
	}
	path = filepath.Join(folder.Path(), "journal")
	err = CopyFile(from, path)
	if err == nil && withJournal {
		if err = CopyFile(JournalOf(from), JournalOf(path)); fault.KindOf(err) == fault.NotFound {
			err = nil
		}
	}
	if err != nil {
		folder.Remove()
		return "", nil, err
	}
	return path, folder.Remove, nil
}

// CopyFile copies the bytes of one file to a new private one, where nothing may stand.
// It gives fault.Conflict, and the kinds of platform.Fault.
func CopyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return platform.Fault("read file", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, platform.PrivateFile)
	if err != nil {
		return platform.Fault("copy file", err)
	}
	_, err = io.Copy(out, in)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return platform.Fault("copy file", err)
}

// Pour writes the bytes of the file at path into to. It gives the kinds of
// platform.Fault.
func Pour(path string, to io.Writer) error {
	in, err := os.Open(path)
	if err != nil {
		return platform.Fault("read file", err)
	}
	defer in.Close()
	_, err = io.Copy(to, in)
	return platform.Fault("copy file", err)
}

// A Copying is a copy of one file's pages into another that is being made, some at a
// time. Its methods need both connections to themselves.
type Copying struct{ pages *sqlite3.SQLiteBackup }

// CopyTo begins to copy the pages of f over those of to. It gives the kinds of Fault.
func (f *File) CopyTo(to *File) (*Copying, error) {
	pages, err := to.conn.Backup("main", f.conn, "main")
	return &Copying{pages}, Fault("copy file", err)
}

// Step copies so many pages more, and reports whether all are. It gives the kinds of
// Fault.
func (c *Copying) Step(pages int) (done bool, err error) {
	done, err = c.pages.Step(pages)
	return done, Fault("copy file", err)
}

// Close ends the copying, done or not. It gives the kinds of Fault.
func (c *Copying) Close() error { return Fault("copy file", c.pages.Close()) }

// Recovered copies the file and its rollback journal into a private folder in
// scratch ("": the system's), and lets SQLite take back in the copy what a crash
// left half done. clean removes the folder. It gives the kinds of Open.
func Recovered(path, scratch string) (copied string, clean func(), err error) {
	if scratch == "" {
		scratch = os.TempDir()
	}
	if copied, clean, err = CopyInto(path, scratch, true); err != nil {
		return "", nil, err
	}
	f, err := Open(copied, 0)
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		clean()
		return "", nil, err
	}
	return copied, clean, nil
}
