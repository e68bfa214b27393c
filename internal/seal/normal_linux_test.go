package seal

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// Python's form is made by other hands from the same standard.
func TestNormal_as_Python_has_it(t *testing.T) {
	var lines, want bytes.Buffer
	for i := range 300 {
		text := marks(80).Example(i)
		lines.WriteString(text + "\n")
		want.Write(append(normal([]byte(text)), '\n'))
	}
	cmd := exec.Command("/usr/bin/python3", "-c", `import sys, unicodedata
for line in sys.stdin.buffer.read().decode().split("\n")[:-1]:
    sys.stdout.buffer.write((unicodedata.normalize("NFC", line) + "\n").encode())`)
	cmd.Stdin = &lines
	got, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v; where there is no Python, type: go run ./cmd/dev setup", err)
	}
	a, b := strings.Split(string(got), "\n"), strings.Split(want.String(), "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			t.Fatalf("line %d: Python has %+q, this has %+q", i, a[i], b[i:])
		}
	}
}
