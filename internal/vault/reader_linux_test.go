package vault

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// python is Debian's interpreter, which has the libraries that spec/read.py
// needs; another one on PATH may not.
const python = "/usr/bin/python3"

// A reader written from SPEC.md, in another language with other libraries, says
// the same of every vector.
func TestVectors_second_reader_agrees(t *testing.T) {
	t.Parallel()
	n := secondReader(t, firstVersion) + secondReader(t, vectorFile)
	trials(t, n, "read by a second program")
}

// secondReader has the second reader read all vectors of the file, and gives how many.
func secondReader(t *testing.T, name string) int {
	t.Helper()
	var all vectors
	must(t, json.Unmarshal(readAll(t, name), &all))
	var calls strings.Builder
	for _, v := range all.Vectors {
		path, anchors := v.place(t, all)
		secret := filepath.Join(filepath.Dir(path), "secret")
		must(t, os.WriteFile(secret, []byte(v.Passphrase+v.Words), 0o600))
		call := []string{"--count", "--anchors", anchors, path, secret}
		if v.Words != "" {
			call = append(call, "--words")
		}
		must(t, json.NewEncoder(&calls).Encode(call))
	}
	reader := exec.Command(tool(t, python), "spec/read.py", "--each")
	reader.Stdin = strings.NewReader(calls.String())
	out, err := reader.CombinedOutput()
	said := strings.Split(strings.TrimSpace(string(out)), "\n")
	if err != nil || len(said) != len(all.Vectors) {
		t.Fatalf("%v; where a library is missing, type: go run ./cmd/dev setup\n%s", err, out)
	}
	for i, v := range all.Vectors {
		want := v.Class
		if v.Class == "sound" {
			want = fmt.Sprintf("sound %d", v.Records)
		}
		if said[i] != want {
			t.Errorf("%s: %q, want %q", v.Name, said[i], want)
		}
	}
	return len(all.Vectors)
}

// A passphrase with more marks on a letter than some libraries' NFC leaves alone
// opens with every reader, in whatever order and form the marks were typed, and
// from a file with a byte order mark.
func TestReader_agrees_on_the_form_of_a_passphrase(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path, secret := filepath.Join(folder, "j.aftershift"), filepath.Join(folder, "secret")
	typed := "e" + strings.Repeat("\u0323\u0301", 20)
	o := Options{Params: cheap, AnchorDir: t.TempDir()}
	v, _, err := Create(path, seal.NewSecret("\u1eb9"+strings.Repeat("\u0323", 19)+strings.Repeat("\u0301", 20)), o)
	must(t, err)
	must(t, v.Close())
	must(t, os.WriteFile(secret, []byte("\ufeff"+typed+"\n"), 0o600))
	out, err := exec.Command(tool(t, python), "spec/read.py", "--count", path, secret).CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "sound 0" {
		t.Errorf("%v %s", err, out)
	}
	v, err = Open(path, Unlock{Passphrase: seal.NewSecret(typed)}, o)
	must(t, err)
	must(t, v.Close())
}

// What a crash left half done is taken back in a copy: the reader says what was
// last saved, and changes nothing.
func TestReader_takes_back_what_a_crash_left(t *testing.T) {
	t.Parallel()
	d, v := many(t, 20)
	must(t, v.Close())
	journal, half := d.hotJournal(t)
	must(t, os.WriteFile(d.path, half, 0o600))
	must(t, os.WriteFile(sqlfile.JournalOf(d.path), journal, 0o600))
	out, err := exec.Command(tool(t, python), "spec/read.py", "--count", d.path, d.secretFile(t)).CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "sound 20" {
		t.Errorf("%v %s", err, out)
	}
	if string(readAll(t, d.path)) != string(half) || string(readAll(t, sqlfile.JournalOf(d.path))) != string(journal) {
		t.Error("the reader changed a file")
	}
}

func (d *desk) secretFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	must(t, os.WriteFile(path, []byte("four quiet herons"), 0o600))
	return path
}

// Details that no overview vouches for are printed and said to be so, and a record
// that can't be read keeps nobody from the rest.
func TestReader_prints_what_does_not_fit(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	v := d.create(t)
	head := func(title string) []byte {
		h := `{"title":"` + title + `","date":"2026-03-12","sections":[],"lengths":[]}`
		return append([]byte{byte(len(h))}, h...)
	}
	must(t, v.Update(func(tx *Tx) error {
		return errors.Join(tx.PutEntry(1, []byte("{}"), head("Heron")), tx.PutEntry(2, []byte("{}"), head("Plover")), tx.PutEntry(3, []byte("{}"), head("Wren")),
			tx.Put(Object, 4, []byte(strings.Repeat("[", 100_000))), tx.Put(Object, 5, []byte("no JSON")), tx.Put(Draft, 6, []byte{0x80}))
	}))
	edit := func(id ID) sealedRow {
		return sealedRow{Details, id, blobAt(t, v.file, Details, id)}
	}
	old := edit(2)
	must(t, v.Update(func(tx *Tx) error { return tx.PutEntry(2, []byte("{}"), head("Curlew")) }))
	must(t, v.file.put(old))
	must(t, v.file.remove(Overview, 1))
	must(t, v.Close())
	out, err := exec.Command(tool(t, python), "spec/read.py", "--markdown", d.path, d.secretFile(t)).CombinedOutput()
	said := string(out)
	for _, want := range []string{"Heron", "Plover", "Wren", "its overview is lost", "not what its overview vouches for", "3 records can't be read", "tampered"} {
		if !strings.Contains(said, want) {
			t.Errorf("%v, without %q:\n%s", err, want, said)
		}
	}
	if strings.Count(said, "Warning: its") != 1 || strings.Count(said, "Warning: not what") != 1 {
		t.Errorf("%s", said)
	}
}

// What is printed of a file that was changed is what its holder may be shown: rows that
// are no records are left out and told, and nothing is shown under another header.
func TestReader_prints_no_more_than_may_be_shown(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ sql, want string }{
		"a short row":     {"INSERT INTO object VALUES(4711, x'00')", "1 rows are left out"},
		"an id below 1":   {"INSERT INTO object SELECT -1, blob FROM details LIMIT 1", "1 rows are left out"},
		"a row less":      {"DELETE FROM draft", "records were taken away"},
		"another slot":    {"UPDATE vault SET blob = CAST(substr(blob, 1, 50) || zeroblob(51) AS BLOB) WHERE part = 4", "tampered"},
		"another version": {"PRAGMA user_version=1; UPDATE vault SET blob = CAST(substr(blob, 1, 17) || x'01' || substr(blob, 19) AS BLOB) WHERE part = 1", "tampered"},
	} {
		d := newSmall(t)
		edit(t, d.path, func(f *file) { must(t, f.Exec(c.sql)) })
		out, _ := exec.Command(tool(t, python), "spec/read.py", "--markdown", d.path, d.secretFile(t)).CombinedOutput()
		if !strings.Contains(string(out), c.want) || c.want == "tampered" && strings.TrimSpace(string(out)) != "tampered" {
			t.Errorf("%s: %.300s", name, out)
		}
	}
}
