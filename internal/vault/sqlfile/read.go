package sqlfile

import (
	"sync"

	"github.com/mattn/go-sqlite3"

	"aftershift/internal/platform"
)

// toRead are the pragmas of a connection that only reads.
var toRead = []pragma{
	{"trusted_schema", "OFF", int64(0)},
	{"cell_size_check", "ON", int64(1)},
	{"temp_store", "MEMORY", int64(2)},
	{"busy_timeout", "0", int64(0)},
	{"mmap_size", "0", int64(0)},
	cache,
	{"query_only", "ON", int64(1)},
}

// immutable makes SQLite neither lock the file, nor look for a rollback journal
// beside it, nor write anything anywhere: https://www.sqlite.org/uri.html
const immutable = "mode=ro&immutable=1"

// OpenToRead connects to the file as it stands. Nothing is played back into it,
// and no byte changes, there or beside it. It gives the kinds of Open.
func OpenToRead(path string) (*File, error) {
	conn, err := (&sqlite3.SQLiteDriver{}).Open(address(path, immutable))
	if err != nil {
		return nil, Fault("open file", err)
	}
	f := &File{conn: conn.(*sqlite3.SQLiteConn), path: path, reading: true}
	if err := f.set(toRead); err != nil {
		_ = f.conn.Close()
		return nil, err
	}
	return f, nil
}

// Beside does something with f, and meanwhile, on another core, has what stands under
// the file's name read over a connection of its own, which ends with f. Neither may
// change the file. It gives do's error, or the kinds of Open and then nothing is done.
func (f *File) Beside(do func() error, read func(*File)) (err error) {
	if f.beside == nil {
		if f.beside, err = OpenToRead(f.path); err != nil {
			return err
		}
	}
	var doing sync.WaitGroup
	doing.Go(func() { err = do() })
	read(f.beside)
	doing.Wait()
	return err
}

// IsHot reports whether SQLite would play the journal at path back: one that is
// at rest is empty or begins with zeros (https://www.sqlite.org/lockingv3.html).
func IsHot(path string) bool {
	first, _ := platform.ReadStart(path, 1)
	return len(first) == 1 && first[0] != 0
}
