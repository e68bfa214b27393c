// Package sqlfile is the SQLite file below a vault: connected to for writing or for
// reading alone, copied, and read page by page where SQLite can't. It knows nothing
// of what stands in the rows. It alone imports the SQL driver.
//
// Every error is a fault.Error and carries no content, no path and no SQL.
package sqlfile

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/mattn/go-sqlite3"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

// pragma is a setting of a connection and what it reads as.
type pragma struct {
	name, set string
	want      driver.Value
}

// pragmas are set on every connection that writes and read back, because SQLite
// ignores what it doesn't know or can't do.
var pragmas = []pragma{
	{"trusted_schema", "OFF", int64(0)},
	{"cell_size_check", "ON", int64(1)},
	{"locking_mode", "EXCLUSIVE", "exclusive"},
	{"synchronous", "FULL", int64(2)},
	{"fullfsync", "ON", int64(1)},
	{"temp_store", "MEMORY", int64(2)},
	{"secure_delete", "ON", int64(1)},
	{"busy_timeout", "0", int64(0)},
	{"mmap_size", "0", int64(0)},
	cache,
	{"journal_mode", "PERSIST", "persist"},
}

// cache is how much of the file stays in memory for each connection, in KiB below zero:
// enough for the pages that lead to the records of a hundred thousand entries. All
// records are read once and kept in memory by who asked for them, so that SQLite's usual
// 2,000 for each connection would hold what nobody reads again.
var cache = pragma{"cache_size", "-512", int64(-512)}

// A File is one connection to a SQLite file, used by one caller at a time.
type File struct {
	conn *sqlite3.SQLiteConn
	path string
	self os.FileInfo // the file that is open
	// reading: connected by OpenToRead
	reading bool
	// beside was connected by Beside. To close it gives up every lock that this process
	// has on the file (https://www.sqlite.org/howtocorrupt.html, 2.2), so it is closed
	// after conn.
	beside *File
}

// Open connects to the file, which has to exist, and takes SQLite's own lock.
// Whatever a crash left half done, SQLite takes back here. An empty file gets pages
// of pageSize bytes; 0: SQLite's own size. It gives fault.InUse, fault.Damaged where
// the bytes are no database's, and the kinds of platform.Fault.
func Open(path string, pageSize int) (*File, error) {
	conn, err := (&sqlite3.SQLiteDriver{}).Open(address(path, "mode=rw&_busy_timeout=0"))
	if err != nil {
		return nil, Fault("open file", err)
	}
	f := &File{conn: conn.(*sqlite3.SQLiteConn), path: path}
	if err = f.prepare(pageSize); err == nil {
		f.self, err = os.Lstat(path)
		err = platform.Fault("look at file", err)
	}
	if err != nil {
		_ = f.conn.Close()
		return nil, err
	}
	return f, nil
}

// Stands gives nil where the open file still has its name. SQLite would go on
// writing into one that was taken away, and all of it would be gone when it is
// closed. It gives fault.NotFound, or fault.Conflict where another has the name.
func (f *File) Stands() error {
	now, err := os.Lstat(f.path)
	if err != nil {
		return platform.Fault("look at file", err)
	}
	if !os.SameFile(f.self, now) {
		return fault.New(fault.Conflict, "find file in its place")
	}
	return nil
}

// address is the path as a SQLite URI, which keeps every character a path can
// have. Mode rw never creates a file.
func address(path, how string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: how}).String()
}

func (f *File) prepare(pageSize int) error {
	if pageSize > 0 {
		if err := f.Exec("PRAGMA page_size=" + strconv.Itoa(pageSize)); err != nil {
			return err
		}
	}
	if err := f.set(pragmas); err != nil {
		return err
	}
	return f.Exec("BEGIN EXCLUSIVE; COMMIT")
}

func (f *File) set(pragmas []pragma) error {
	for _, p := range pragmas {
		if err := f.Exec("PRAGMA " + p.name + "=" + p.set); err != nil {
			return err
		}
		got, err := f.Value("PRAGMA " + p.name)
		if err != nil {
			return err
		}
		if got != p.want {
			return fault.New(fault.Internal, "set up file")
		}
	}
	return nil
}

// Check gives fault.Damaged unless SQLite finds the file sound.
func (f *File) Check() error {
	found, err := f.Value("PRAGMA quick_check(1)")
	if err != nil {
		return err
	}
	if found != "ok" {
		return fault.New(fault.Damaged, "check file")
	}
	return nil
}

// Exec runs a statement that gives no rows. It gives the kinds of Fault.
func (f *File) Exec(sql string, args ...driver.Value) error {
	_, err := f.conn.ExecContext(context.Background(), sql, named(args))
	return Fault("change file", err)
}

// Exactly reads n rows and gives fault.Damaged, for op, where there are others, or one
// that take refuses; otherwise the kinds of Fault.
func (f *File) Exactly(n int, op string, take func(i int, row []driver.Value) bool, columns int, sql string) error {
	i := 0
	err := f.Rows(func(row []driver.Value) error {
		if i >= n || !take(i, row) {
			return fault.New(fault.Damaged, op)
		}
		i++
		return nil
	}, columns, sql)
	if err == nil && i != n {
		err = fault.New(fault.Damaged, op)
	}
	return err
}

// Value gives the first column of the first row, or nil where there is none. It gives
// the kinds of Fault.
func (f *File) Value(sql string, args ...driver.Value) (out driver.Value, err error) {
	err = f.Rows(func(row []driver.Value) error {
		out = row[0]
		return ErrEnough
	}, 1, sql, args...)
	return out, err
}

// ErrEnough, given by who is called for a row, ends Rows without an error.
var ErrEnough = errors.New("enough")

// Rows calls each for every row, whose columns are new each time, until it gives
// an error; ErrEnough counts as none. It gives that error, or the kinds of Fault.
func (f *File) Rows(each func(row []driver.Value) error, columns int, sql string, args ...driver.Value) error {
	found, err := f.conn.QueryContext(context.Background(), sql, named(args))
	if err != nil {
		return Fault("read file", err)
	}
	defer found.Close()
	row := make([]driver.Value, columns)
	for {
		clear(row)
		switch err := found.Next(row); {
		case err == io.EOF:
			return nil
		case err != nil:
			return Fault("read file", err)
		}
		switch err := each(row); {
		case err == ErrEnough:
			return nil
		case err != nil:
			return err
		}
	}
}

func named(args []driver.Value) []driver.NamedValue {
	out := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		out[i] = driver.NamedValue{Ordinal: i + 1, Value: arg}
	}
	return out
}

// Changing reports whether a transaction has begun and not ended.
func (f *File) Changing() bool { return !f.conn.AutoCommit() }

// Drop ends the connection, whatever it was doing. It gives the kinds of Fault.
func (f *File) Drop() error {
	err := Fault("close file", f.conn.Close())
	if f.beside != nil {
		_ = f.beside.conn.Close() // it only read
	}
	return err
}

// Close leaves the file alone at rest: it lets go of the exclusive lock, with
// which SQLite would keep its rollback journal, and removes that. The connection is
// gone whatever it gives: the kinds of Fault.
func (f *File) Close() error {
	if f.reading {
		return f.Drop()
	}
	err := f.Exec("PRAGMA locking_mode=NORMAL")
	if err == nil {
		err = f.Exec("PRAGMA journal_mode=DELETE")
	}
	if closeErr := f.Drop(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = platform.SyncFolder(filepath.Dir(f.path))
	}
	return err
}

// Fault gives SQLite's error its kind and leaves its message behind, which
// can hold SQL. It gives nil for nil.
func Fault(op string, err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return fault.Wrap(op, err)
	}
	if e.Code == sqlite3.ErrIoErr && e.SystemErrno != 0 {
		if system := platform.Fault(op, e.SystemErrno); fault.KindOf(system) != fault.Internal {
			return system
		}
	}
	return fault.As(sqlKind(e), op, e.Code)
}

func sqlKind(e sqlite3.Error) fault.Kind {
	switch e.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fault.InUse
	case sqlite3.ErrFull:
		return fault.DiskFull
	case sqlite3.ErrPerm, sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrAuth:
		return fault.Permission
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrFormat, sqlite3.ErrError:
		return fault.Damaged
	case sqlite3.ErrIoErr:
		if e.ExtendedCode == sqlite3.ErrIoErrShortRead || e.ExtendedCode == sqlite3.ErrIoErrRead {
			return fault.Damaged
		}
	}
	return fault.Internal
}

// JournalOf is SQLite's rollback journal beside the file.
func JournalOf(path string) string { return path + "-journal" }

// Remove removes a vault's file and what stands beside it.
func Remove(path string) {
	_ = os.Remove(path)
	_ = os.Remove(JournalOf(path))
}
