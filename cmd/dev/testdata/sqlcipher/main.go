// Command sqlcipher measures what a program would pick instead of this one's file and
// search: an encrypted SQLite with a full-text index (SQLCipher 4.4.2 and FTS5, which
// go-sqlcipher brings along under BSD and MIT terms). It is a module of its own, so
// that nothing of it comes near the product, and needs a C compiler and the build tag
// sqlite_fts5.
//
// It reads entries as lines of JSON and writes figures so, in ms. Its key is given
// as it is: deriving one is not counted anywhere.
package main

import (
	"bufio"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	_ "github.com/mutecomm/go-sqlcipher/v4"
)

// entry is what is read, a line each; overview what a list shows of one.
type (
	entry struct {
		ID       int64     `json:"id"`
		Title    string    `json:"title"`
		Sections []string  `json:"sections"`
		Written  time.Time `json:"written"`
	}
	overview struct {
		ID      int64
		Title   string
		Written string
		Excerpt string
	}
)

const key = "2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99"

const schema = `
CREATE TABLE entry(id INTEGER PRIMARY KEY, title TEXT NOT NULL, written TEXT NOT NULL, excerpt TEXT NOT NULL);
CREATE INDEX newest ON entry(written DESC);
CREATE TABLE draft(id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2');`

func main() {
	times := flag.Int("times", 20, "how often each is `repeated`")
	queries := map[string]string{}
	flag.Func("query", "`name=match` of what to look for", func(s string) error {
		name, match, ok := strings.Cut(s, "=")
		queries[name] = match
		if !ok {
			return errors.New("no match")
		}
		return nil
	})
	flag.Parse()
	if err := run(os.Stdin, os.Stdout, *times, queries); err != nil {
		fmt.Fprintln(os.Stderr, "sqlcipher:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, times int, queries map[string]string) error {
	dir, err := os.MkdirTemp("", "aftershift-sqlcipher")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "journal.db")
	db, err := open(path, true)
	if err != nil {
		return err
	}
	e, err := fill(db, in)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	report := reporter{json.NewEncoder(out), max(times, leastOpened)}
	if err := report.list(path); err != nil {
		return err
	}
	if db, err = open(path, false); err != nil {
		return err
	}
	defer db.Close()
	report.times = max(times, leastFound)
	for name, match := range queries {
		if err := report.search(db, name, match); err != nil {
			return err
		}
	}
	report.times = max(times, leastSaves)
	return report.saves(db, e)
}

// open connects as SQLite does by itself: a rollback journal and every commit on the
// disk before it returns.
func open(path string, create bool) (*sql.DB, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_pragma_key=x'"+key+"'&_sync=2&_secure_delete=1")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if create {
		_, err = db.Exec(schema)
	}
	return db, err
}

// fill writes the entries and gives the last.
func fill(db *sql.DB, in io.Reader) (last entry, err error) {
	tx, err := db.Begin()
	if err != nil {
		return last, err
	}
	lines := json.NewDecoder(bufio.NewReader(in))
	for lines.More() {
		var e entry
		if err := lines.Decode(&e); err != nil {
			return last, err
		}
		if err := put(tx, e); err != nil {
			return last, err
		}
		last = e
	}
	return last, tx.Commit()
}

func put(tx *sql.Tx, e entry) error {
	body := strings.Join(e.Sections, "\n")
	if _, err := tx.Exec("INSERT OR REPLACE INTO entry VALUES(?, ?, ?, ?)", e.ID, e.Title, e.Written.Format(time.RFC3339), body[:min(len(body), 140)]); err != nil {
		return err
	}
	_, err := tx.Exec("INSERT OR REPLACE INTO words(rowid, title, body) VALUES(?, ?, ?)", e.ID, e.Title, body)
	return err
}

type reporter struct {
	out   *json.Encoder
	times int
}

// How often each is done at least: of fewer, a percentile is one slow moment of the
// machine or its disk. The program is measured over as many.
const (
	leastOpened = 5
	leastFound  = 40
	leastSaves  = 200
)

// tell does it over and over and writes the p-th percentile of the times it took.
func (r reporter) tell(name string, p int, do func() (found int, err error)) error {
	var took []time.Duration
	found := 0
	for range r.times {
		begun := time.Now()
		n, err := do()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		took, found = append(took, time.Since(begun)), n
	}
	slices.Sort(took)
	at := took[min(len(took)*p/100, len(took)-1)]
	return r.out.Encode(map[string]any{"name": name, "value": float64(at.Microseconds()) / 1000, "found": found})
}

// list measures from the closed file to the list, with the key at hand.
func (r reporter) list(path string) error {
	return r.tell("list_ms", 50, func() (int, error) {
		db, err := open(path, false)
		if err != nil {
			return 0, err
		}
		defer db.Close()
		return overviews(db.Query("SELECT id, title, written, excerpt FROM entry ORDER BY written DESC"))
	})
}

func (r reporter) search(db *sql.DB, name, match string) error {
	const all = "SELECT e.id, e.title, e.written, e.excerpt FROM words w JOIN entry e ON e.id = w.rowid WHERE words MATCH ? ORDER BY e.written DESC"
	return r.tell("search_"+name+"_p95_ms", 95, func() (int, error) { return overviews(db.Query(all, match)) })
}

func overviews(rows *sql.Rows, err error) (int, error) {
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	var list []overview
	for rows.Next() {
		var o overview
		if err := rows.Scan(&o.ID, &o.Title, &o.Written, &o.Excerpt); err != nil {
			return 0, err
		}
		list = append(list, o)
	}
	return len(list), rows.Err()
}

func (r reporter) saves(db *sql.DB, e entry) error {
	return errors.Join(
		r.tell("save_draft_p95_ms", 95, func() (int, error) {
			e.Sections[0] += "."
			_, err := db.Exec("INSERT OR REPLACE INTO draft VALUES(?, ?)", e.ID, strings.Join(e.Sections, "\n"))
			return 1, err
		}),
		r.tell("save_entry_p95_ms", 95, func() (int, error) {
			e.Sections[0] += "."
			tx, err := db.Begin()
			if err != nil {
				return 0, err
			}
			if err := put(tx, e); err != nil {
				return 0, errors.Join(err, tx.Rollback())
			}
			return 1, tx.Commit()
		}))
}
