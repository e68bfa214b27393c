package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
	"aftershift/internal/seal"
	"aftershift/internal/vault"

	"filippo.io/age"
	_ "github.com/mattn/go-sqlite3" // to damage a journal
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// cheap makes guessing cost next to nothing, so that a script takes a moment.
var cheap = app.Config{Now: time.Now, Vault: vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}}}

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"aftershift-cli": func() { runWith(noTerminal) },
		"with-terminal":  func() { runWith(call.AskOnTerminal) },
		"hold-journal":   holdJournal,
	})
}

func runWith(ask func(io.Writer, string) (string, error)) {
	p := program{call.Call{In: os.Stdin, Out: os.Stdout, Complain: os.Stderr, Getenv: os.Getenv, Ask: ask}}
	os.Exit(p.run(context.Background(), cheap, os.Args[1:]))
}

func noTerminal(io.Writer, string) (string, error) { return "", errors.New("no terminal") }

// holdJournal keeps the journal open until the file "let-go" appears, at most
// two minutes; the file "held" says that it is open.
func holdJournal() {
	a, err := app.New(cheap)
	if err != nil {
		panic(err)
	}
	d, err := a.Unlock(context.Background(), os.Args[1])
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile("held", nil, 0o600); err != nil {
		panic(err)
	}
	for range 6000 {
		if _, err := os.Stat("let-go"); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err := d.Close(); err != nil {
		panic(err)
	}
}

func TestScripts(t *testing.T) { runScripts(t, "script") }

// What is read is UTF-8, or refused: the proof of the file's promises runs this
// one for itself.
func TestScripts_encodings(t *testing.T) { runScripts(t, "encoding") }

// runScripts runs what is in a folder of testdata.
func runScripts(t *testing.T, folder string) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", folder),
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			for _, pair := range atHome(home) {
				name, value, _ := strings.Cut(pair, "=")
				e.Setenv(name, value)
			}
			e.Setenv("AFTERSHIFT_PASSPHRASE_FILE", filepath.Join(e.WorkDir, "passphrase"))
			return errors.Join(os.Mkdir(home, 0o700), os.WriteFile(filepath.Join(e.WorkDir, "passphrase"), []byte("quiet harbour after rain\n"), 0o600))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": demandExit, "keep": keep, "await": await, "none-of": noneOf, "flip": flip, "drop-row": dropRow,
			"opens": opens, "encode": encode, "latin-1-argument": latin1,
			"told": told, "fill": fill, "put-back": putBack, "looked-at": lookedAt, "unstamped": unstamped, "hot": hot, "plant-hot": plantHot,
		},
	})
}

// atHome gives the environment in which a program finds its folders below home, on any
// system.
func atHome(home string) []string {
	local, config := filepath.Join(home, ".local", "share"), filepath.Join(home, ".config")
	return []string{
		"HOME=" + home, "XDG_STATE_HOME=", "XDG_DATA_HOME=", "XDG_CONFIG_HOME=",
		"USERPROFILE=" + home, "LOCALAPPDATA=" + local, "APPDATA=" + config,
	}
}

// demandExit runs a command and demands its exit code: exits CODE COMMAND...
func demandExit(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// keep puts what was printed last into a variable: keep NAME.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
}

var stamps = regexp.MustCompile(`"(id|updated)":"[^"]*"`)

// unstamped takes from a file with a record what another journal gives it anew: unstamped
// FILE.
func unstamped(ts *testscript.TestScript, _ bool, args []string) {
	plain := stamps.ReplaceAllString(ts.ReadFile(args[0]), "")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(plain), 0o600))
}

// opens opens a locked copy with the passphrase in a file, or demands that it can't be
// opened so: opens LOCKED PASSPHRASE TO.
func opens(ts *testscript.TestScript, neg bool, args []string) {
	by, err := age.NewScryptIdentity(strings.TrimSpace(ts.ReadFile(args[1])))
	ts.Check(err)
	in, err := age.Decrypt(strings.NewReader(ts.ReadFile(args[0])), by)
	if neg {
		if err == nil {
			ts.Fatalf("%s opens", args[0])
		}
		return
	}
	ts.Check(err)
	plain, err := io.ReadAll(in)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), plain, 0o600))
}

// await waits for a file: await FILE.
func await(ts *testscript.TestScript, _ bool, args []string) {
	for range 3000 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	ts.Fatalf("no file %s", args[0])
}

// noneOf demands that no file under the folders holds a line of the first file:
// none-of WORDS FOLDER-OR-FILE... "stdout" is what was printed last. With ! it
// demands that each holds one.
func noneOf(ts *testscript.TestScript, neg bool, args []string) {
	words := strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n")
	for _, place := range args[1:] {
		if place == "stdout" {
			searched(ts, neg, words, place, []byte(ts.ReadFile(place)))
			continue
		}
		ts.Check(filepath.WalkDir(ts.MkAbs(place), func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			raw, err := os.ReadFile(path)
			if err == nil {
				searched(ts, neg, words, path, raw)
			}
			return err
		}))
	}
}

func searched(ts *testscript.TestScript, neg bool, words []string, place string, content []byte) {
	held := false
	content = bytes.ToLower(bytes.Join(bytes.Fields(content), []byte(" "))) // lines break anywhere
	for _, word := range words {
		if held = bytes.Contains(content, bytes.ToLower([]byte(word))); held && !neg {
			ts.Fatalf("%s holds %q", place, word)
		}
		if held {
			return
		}
	}
	if neg {
		ts.Fatalf("%s holds none of %q", place, words)
	}
}

// flip changes one bit within a sealed record, in the file: flip JOURNAL TABLE.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	var blob []byte
	query(ts, path, func(db *sql.DB) error {
		return db.QueryRow(fmt.Sprintf("SELECT blob FROM %s LIMIT 1", args[1])).Scan(&blob)
	})
	raw, err := os.ReadFile(path)
	ts.Check(err)
	at := bytes.Index(raw, blob[:64])
	if at < 0 {
		ts.Fatalf("no record in the file")
	}
	raw[at+40] ^= 1
	ts.Check(os.WriteFile(path, raw, 0o600))
}

// dropRow deletes a row behind the program's back: drop-row JOURNAL TABLE.
func dropRow(ts *testscript.TestScript, _ bool, args []string) {
	query(ts, ts.MkAbs(args[0]), func(db *sql.DB) error {
		done, err := db.Exec(fmt.Sprintf("DELETE FROM %[1]s WHERE id = (SELECT min(id) FROM %[1]s)", args[1]))
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n != 1 {
			return fmt.Errorf("%d rows: %w", n, err)
		}
		return nil
	})
}

func query(ts *testscript.TestScript, path string, do func(*sql.DB) error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_secure_delete=on")
	ts.Check(err)
	ts.Check(do(db))
	ts.Check(db.Close())
}

// encode writes a file as another program would have: encode AS FROM TO.
func encode(ts *testscript.TestScript, _ bool, args []string) {
	as := map[string]encoding.Encoding{
		"utf-8-mark":    unicode.UTF8BOM,
		"utf-16le-mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16be-mark": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"utf-16le":      unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		"utf-16be":      unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		"windows-1252":  charmap.Windows1252,
	}[args[0]]
	raw, err := as.NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(raw), 0o600))
}

// latin1 runs a command with its arguments in Latin-1 and demands that it is
// refused: latin-1-argument COMMAND...
func latin1(ts *testscript.TestScript, neg bool, args []string) {
	for i, argument := range args {
		raw, err := charmap.ISO8859_1.NewEncoder().String(argument)
		ts.Check(err)
		args[i] = raw
	}
	demandExit(ts, neg, append([]string{strconv.Itoa(call.ExitUsage)}, args...))
}
