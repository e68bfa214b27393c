package vault

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
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
