package vault

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/seal"
)

// python is Debian's interpreter, which has the libraries that spec/read.py
// needs; another one on PATH may not.
const python = "/usr/bin/python3"

// A reader written from SPEC.md, in another language with other libraries, says
// the same of every vector.
func TestVectors_second_reader_agrees(t *testing.T) {
	t.Parallel()
	var all vectors
	must(t, json.Unmarshal(readAll(t, vectorFile), &all))
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
	trials(t, len(all.Vectors), "read by a second program")
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
