package vault

import (
	"database/sql/driver"

	"aftershift/internal/vault/sqlfile"
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

// file is a vault's SQLite file.
type file struct{ *sqlfile.File }

// openFile is sqlfile.Open.
func openFile(path string, pageSize int) (*file, error) { return asFile(sqlfile.Open(path, pageSize)) }

// openToRead is sqlfile.OpenToRead.
func openToRead(path string) (*file, error) { return asFile(sqlfile.OpenToRead(path)) }

func asFile(f *sqlfile.File, err error) (*file, error) {
	if err != nil {
		return nil, err
	}
	return &file{f}, nil
}

// check gives fault.Damaged unless SQLite finds the file sound and it defines
// exactly what a vault defines.
func (f *file) check() error {
	if err := f.Check(); err != nil {
		return err
	}
	return f.checkSchema()
}

func (f *file) checkSchema() error {
	return f.Exactly(len(schema), "check schema", func(i int, row []driver.Value) bool {
		return row[0] == "table" && row[1] == schema[i].name && row[2] == schema[i].sql
	}, 3, "SELECT type, name, sql FROM sqlite_schema ORDER BY rowid")
}
