package vault

import (
	"database/sql/driver"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

func TestCreate_refuses(t *testing.T) {
	d := newDesk(t)
	d.create(t)
	before := readAll(t, d.path)
	for name, c := range map[string]struct {
		path string
		pass func() error
		kind fault.Kind
	}{
		"in use": {kind: fault.InUse, pass: func() error { _, _, err := Create(d.path, another, d.options); return err }},
		"no passphrase": {kind: fault.Invalid, pass: func() error {
			_, _, err := Create(d.path+"2", Unlock{}.Passphrase, d.options)
			return err
		}},
		"absurd parameters": {kind: fault.Invalid, pass: func() error {
			o := d.options
			o.Params.Lanes = 99
			_, _, err := Create(d.path+"2", pass, o)
			return err
		}},
		"folder under a file": {kind: fault.Internal, pass: func() error {
			_, _, err := Create(filepath.Join(d.path, "under", "it"), pass, d.options)
			return err
		}},
		"no randomness": {kind: fault.Internal, pass: func() error {
			o := d.options
			o.Rand = strings.NewReader("")
			_, _, err := Create(d.path+"2", pass, o)
			return err
		}},
	} {
		if err := c.pass(); fault.KindOf(err) != c.kind || err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if string(before) != string(readAll(t, d.path)) {
		t.Error("the vault was touched")
	}
	for _, name := range files(t, filepath.Dir(d.path)) {
		if strings.Contains(name, "tmp") || strings.Contains(name, "2") {
			t.Errorf("left behind: %s", name)
		}
	}
}

// Randomness that runs dry at any point leaves nothing behind.
func TestCreate_dry_source_at_any_byte(t *testing.T) {
	d := newDesk(t)
	needed := 0
	for ; ; needed += 7 {
		o := d.options
		o.Rand = strings.NewReader(strings.Repeat("r", needed))
		v, _, err := Create(d.path, pass, o)
		if err == nil {
			must(t, v.Close())
			break
		}
		wantKind(t, err, fault.Internal)
		if got := files(t, filepath.Dir(d.path)); len(got) != 0 {
			t.Fatalf("after %d bytes there are %v", needed, got)
		}
	}
	if needed < 150 {
		t.Errorf("%d bytes were enough", needed)
	}
}

func TestCreate_existing_is_a_conflict(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	_, _, err := Create(d.path, pass, d.options)
	wantKind(t, err, fault.Conflict)
	must(t, d.open(t).Close())
}

func TestCreate_default_and_calibrated_parameters(t *testing.T) {
	if p := (Options{}).newParams(); p.Check() != nil || p.MemoryKiB < 64<<10 || p.Passes < 3 {
		t.Errorf("default %+v", p)
	}
	at := time.Unix(0, 0)
	clock := func() time.Time { at = at.Add(time.Second); return at }
	if p := (Options{Now: clock}).newParams(); p.Check() != nil || p.MemoryKiB < 64<<10 || p.Passes < 3 {
		t.Errorf("calibrated %+v", p)
	}
}

func TestCheck_kinds_of_file(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	must(t, Check(d.path))
	good := readAll(t, d.path)
	path := d.path + ".other"
	wantKind(t, Check(path), fault.NotFound)
	_, err := Open(path, Unlock{Passphrase: pass}, d.options)
	wantKind(t, err, fault.NotFound)
	with := func(at int, b byte) []byte {
		out := append([]byte(nil), good...)
		out[at] = b
		return out
	}
	for name, c := range map[string]struct {
		content []byte
		kind    fault.Kind
	}{
		"empty":            {nil, fault.Invalid},
		"a picture":        {[]byte("\x89PNG and so on" + strings.Repeat("x", 200)), fault.Invalid},
		"short text":       {[]byte("hello"), fault.Invalid},
		"cut":              {good[:60], fault.Damaged},
		"other magic":      {with(0, 's'), fault.Damaged},
		"other program's":  {with(applicationAt, 0), fault.Damaged},
		"newer":            {with(userVersionAt+3, formatVersion+1), fault.NewerFormat},
		"written to a log": {with(journalingAt, 2), fault.Damaged},
		"read from a log":  {with(journalingAt+1, 2), fault.Damaged},
		"no version":       {with(userVersionAt+3, 0), fault.Damaged},
	} {
		must(t, os.WriteFile(path, c.content, 0o600))
		if err := Check(path); fault.KindOf(err) != c.kind {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Open(path, Unlock{Passphrase: pass}, d.options); fault.KindOf(err) != c.kind {
			t.Errorf("%s opened: %v", name, err)
		}
	}
	if got := files(t, filepath.Dir(d.path)); len(got) != 2 {
		t.Errorf("left behind: %v", got)
	}
}

func TestOpen_refusal_changes_nothing(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	before := readAll(t, d.path)
	stat, _ := os.Stat(d.path)
	_, err := Open(d.path, Unlock{Passphrase: another}, d.options)
	wantKind(t, err, fault.CannotUnlock)
	_, err = Open(d.path, Unlock{Words: "not twelve words"}, d.options)
	wantKind(t, err, fault.CannotUnlock)
	_, err = Open(d.path, Unlock{}, d.options)
	wantKind(t, err, fault.CannotUnlock)
	limited := d.options
	costly := errors.New("costly")
	limited.Deriving = func(p seal.Params) error {
		if p != cheap {
			t.Errorf("asked about %+v", p)
		}
		return fault.As(fault.Conflict, "derive key", costly)
	}
	_, err = Open(d.path, Unlock{Passphrase: pass}, limited)
	wantKind(t, err, fault.Conflict)
	if !errors.Is(err, costly) {
		t.Errorf("cause %v", err)
	}
	limited.Deriving, limited.ReadOnly = func(seal.Params) error { return nil }, true
	v, err := Open(d.path, Unlock{Passphrase: pass}, limited)
	must(t, err)
	must(t, v.Close())
	after, _ := os.Stat(d.path)
	if string(before) != string(readAll(t, d.path)) || !after.ModTime().Equal(stat.ModTime()) {
		t.Error("the vault was touched")
	}
	if got := files(t, filepath.Dir(d.path)); len(got) != 1 {
		t.Errorf("left behind: %v", got)
	}
}

func TestFile_settings_hold_and_the_lock_excludes_others(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	for name, want := range map[string]driver.Value{ // said once more, so that the list can't lose one unnoticed
		"locking_mode": "exclusive", "synchronous": int64(2), "journal_mode": "persist", "secure_delete": int64(1),
		"temp_store": int64(2), "trusted_schema": int64(0), "cell_size_check": int64(1), "fullfsync": int64(1),
		"busy_timeout": int64(0), "mmap_size": int64(0),
	} {
		if got, err := v.file.Value("PRAGMA " + name); err != nil || got != want {
			t.Errorf("%s is %v (%v), want %v", name, got, err, want)
		}
	}
	put(t, v, Draft, 1, "draft")
	if info, err := os.Stat(sqlfile.JournalOf(d.path)); err != nil || info.Size() == 0 {
		t.Errorf("no journal while open: %v", err)
	}
	// a program that knows nothing of the lock file is kept out by SQLite's own
	conn, err := (&sqlite3.SQLiteDriver{}).Open("file:" + d.path + "?mode=rw")
	if err == nil {
		defer conn.Close()
		_, err = conn.(*sqlite3.SQLiteConn).Exec("SELECT count(*) FROM draft", nil)
	}
	if kind := fault.KindOf(sqlfile.Fault("read", err)); kind != fault.InUse {
		t.Errorf("another connection: %v", err)
	}
	// and a second one of ours is refused by SQLite even without the lock file
	_, err = openFile(d.path, 0)
	wantKind(t, err, fault.InUse)
}

func TestFile_odd_paths(t *testing.T) {
	for _, name := range []string{"a b", "what?", "50%", "#1", "naïve", "a&b=c", "%41", "file:x"} {
		d := newDesk(t)
		d.path = filepath.Join(filepath.Dir(d.path), name)
		v := d.create(t)
		put(t, v, Draft, 1, "draft")
		must(t, v.Close())
		if got := files(t, filepath.Dir(d.path)); len(got) != 1 || got[0] != name {
			t.Errorf("%q became %v", name, got)
		}
		wantContent(t, d.open(t), Draft, 1, "draft")
	}
}

func TestFile_errors_without_SQL(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	err := v.file.Exec("SELECT marker FROM nowhere")
	if err == nil || strings.Contains(err.Error(), "marker") || strings.Contains(err.Error(), "nowhere") {
		t.Errorf("message %v", err)
	}
}

// What an interrupted program left is taken away by the next one that may write,
// and nothing else is.
func TestOpen_takes_away_what_was_left_unfinished(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	dir := filepath.Dir(d.path)
	left := []string{".aftershift-17.tmp", ".aftershift-17.tmp-journal", ".aftershift-17.tmp.lock", ".aftershift-folder.tmp/journal"}
	kept := []string{".aftershift", ".tmp", "aftershift-1.tmp", ".aftershift-notes.txt", "[.aftershift-1.tmp"}
	must(t, os.Mkdir(filepath.Join(dir, ".aftershift-folder.tmp"), 0o700))
	for _, name := range append(left, kept...) {
		must(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	reader := *d
	reader.options.ReadOnly = true
	must(t, reader.open(t).Close())
	if got := files(t, dir); len(got) != len(left)+len(kept)+1 {
		t.Errorf("after reading: %v", got)
	}
	must(t, d.open(t).Close())
	if got := files(t, dir); len(got) != len(kept)+1 {
		t.Errorf("after opening: %v", got)
	}
}

// Errors name neither the file nor its folder.
func TestErrors_carry_no_path(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	for _, path := range []string{d.path + ".missing", filepath.Dir(d.path), d.path} {
		_, err := Open(path, Unlock{Passphrase: another}, d.options)
		if err == nil || strings.Contains(err.Error(), filepath.Base(path)) || strings.Contains(err.Error(), "/") {
			t.Errorf("message %v", err)
		}
	}
}

func TestOpen_second_process_is_refused(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	before := readAll(t, d.path)
	rounds := 2
	if *thorough {
		rounds = 20
	}
	for range rounds {
		out, err := d.child(exec.Command(os.Args[0]), "open").Output()
		if err != nil || string(out) != "in use" {
			t.Errorf("second process: %q (%v)", out, err)
		}
	}
	_, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
	wantKind(t, err, fault.InUse)
	trials(t, rounds, "second processes refused")
	if string(before) != string(readAll(t, d.path)) {
		t.Error("the vault was touched")
	}
	put(t, v, Draft, 1, "still mine")
}
