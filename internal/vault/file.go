package vault

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

// schema is all that a vault's file defines, in this order and these words.
var schema = [...]struct{ name, sql string }{
	{"vault", "CREATE TABLE vault(part INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT"},
	{"overview", "CREATE TABLE overview(id INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT"},
	{"details", "CREATE TABLE details(id INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT"},
	{"draft", "CREATE TABLE draft(id INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT"},
	{"revision", "CREATE TABLE revision(id INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT"},
	{"object", "CREATE TABLE object(id INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT"},
}

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
	{"journal_mode", "PERSIST", "persist"},
}

// file is a vault's SQLite file: one connection, used by one caller at a time.
type file struct {
	conn *sqlite3.SQLiteConn
	path string
	self os.FileInfo // the file that is open
	// reading: connected by openToRead
	reading bool
}

// openFile connects to the file, which has to exist, and takes SQLite's own
// lock. Whatever a crash left half done, SQLite takes back here.
func openFile(path string, pageSize int) (*file, error) {
	conn, err := (&sqlite3.SQLiteDriver{}).Open(address(path, "mode=rw&_busy_timeout=0"))
	if err != nil {
		return nil, sqlFault("open file", err)
	}
	f := &file{conn: conn.(*sqlite3.SQLiteConn), path: path}
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

// stands gives nil where the open file still has its name. SQLite would go on
// writing into one that was taken away, and all of it would be gone when it is
// closed. It gives fault.NotFound, or fault.Conflict where another has the name.
func (f *file) stands() error {
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

func (f *file) prepare(pageSize int) error {
	if pageSize > 0 {
		if err := f.exec("PRAGMA page_size=" + strconv.Itoa(pageSize)); err != nil {
			return err
		}
	}
	if err := f.set(pragmas); err != nil {
		return err
	}
	return f.exec("BEGIN EXCLUSIVE; COMMIT")
}

func (f *file) set(pragmas []pragma) error {
	for _, p := range pragmas {
		if err := f.exec("PRAGMA " + p.name + "=" + p.set); err != nil {
			return err
		}
		got, err := f.value("PRAGMA " + p.name)
		if err != nil {
			return err
		}
		if got != p.want {
			return fault.New(fault.Internal, "set up file")
		}
	}
	return nil
}

// check gives fault.Damaged unless SQLite finds the file sound and it defines
// exactly what a vault defines.
func (f *file) check() error {
	found, err := f.value("PRAGMA quick_check(1)")
	if err != nil {
		return err
	}
	if found != "ok" {
		return fault.New(fault.Damaged, "check file")
	}
	return f.checkSchema()
}

func (f *file) checkSchema() error {
	n := 0
	err := f.rows(func(row []driver.Value) error {
		if n >= len(schema) || row[0] != "table" || row[1] != schema[n].name || row[2] != schema[n].sql {
			return fault.New(fault.Damaged, "check schema")
		}
		n++
		return nil
	}, 3, "SELECT type, name, sql FROM sqlite_schema ORDER BY rowid")
	if err == nil && n != len(schema) {
		err = fault.New(fault.Damaged, "check schema")
	}
	return err
}

// exec runs a statement that gives nothing.
func (f *file) exec(sql string, args ...driver.Value) error {
	_, err := f.conn.ExecContext(context.Background(), sql, named(args))
	return sqlFault("change file", err)
}

// value gives the first column of the first row, or nil where there is none.
func (f *file) value(sql string, args ...driver.Value) (out driver.Value, err error) {
	err = f.rows(func(row []driver.Value) error {
		out = row[0]
		return errEnough
	}, 1, sql, args...)
	return out, err
}

// errEnough ends rows without an error.
var errEnough = errors.New("enough")

// rows calls each for every row, whose columns are new each time, until it gives
// an error; errEnough counts as none.
func (f *file) rows(each func(row []driver.Value) error, columns int, sql string, args ...driver.Value) error {
	found, err := f.conn.QueryContext(context.Background(), sql, named(args))
	if err != nil {
		return sqlFault("read file", err)
	}
	defer found.Close()
	row := make([]driver.Value, columns)
	for {
		clear(row)
		switch err := found.Next(row); {
		case err == io.EOF:
			return nil
		case err != nil:
			return sqlFault("read file", err)
		}
		switch err := each(row); {
		case err == errEnough:
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

// close leaves the file alone at rest: it lets go of the exclusive lock, with
// which SQLite would keep its rollback journal, and removes that.
func (f *file) close() error {
	if f.reading {
		return sqlFault("close file", f.conn.Close())
	}
	err := f.exec("PRAGMA locking_mode=NORMAL")
	if err == nil {
		err = f.exec("PRAGMA journal_mode=DELETE")
	}
	if closeErr := sqlFault("close file", f.conn.Close()); err == nil {
		err = closeErr
	}
	if err == nil {
		err = platform.SyncFolder(filepath.Dir(f.path))
	}
	return err
}

// sqlFault gives SQLite's error its kind and leaves its message behind, which
// can hold SQL. It gives nil for nil.
func sqlFault(op string, err error) error {
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

// journalOf is SQLite's rollback journal beside the file.
func journalOf(path string) string { return path + "-journal" }

// removeFile removes a vault's file and what stands beside it.
func removeFile(path string) {
	_ = os.Remove(path)
	_ = os.Remove(journalOf(path))
}
