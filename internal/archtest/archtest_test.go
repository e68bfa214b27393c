package archtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestModule_keepsTheTable(t *testing.T) {
	packages := listModule(t)
	if len(packages) < 3 {
		t.Fatalf("go list named %d packages only", len(packages))
	}
	if found := violations(packages); len(found) > 0 {
		t.Error(describe(found))
	}
}

// listModule reads every package of the module with the tag that the program
// is built with.
func listModule(t *testing.T) []listed {
	t.Helper()
	openSources(t)
	list := exec.Command("go", "list", "-e", "-tags", "migrated_fynedo",
		"-json=ImportPath,Imports,Deps", module+"/...")
	var complaint bytes.Buffer
	list.Stderr = &complaint
	raw, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, complaint.String())
	}
	var packages []listed
	for stream := json.NewDecoder(bytes.NewReader(raw)); ; {
		var p listed
		if err := stream.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// openSources opens every Go file of the module. The go command remembers which
// files a test opened and repeats a cached result only while they stay the
// same; what `go list` reads it would not notice.
func openSources(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		source, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // an editor's passing file
		} else if err != nil {
			return err
		}
		return source.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestViolations_planted(t *testing.T) {
	in := func(path string, imports ...string) listed {
		return listed{ImportPath: path, Imports: imports, Deps: imports}
	}
	cases := []struct {
		name string
		pkg  listed
		want string // part of the complaint; "" where the import is allowed
	}{
		{"a leaf may name trouble", in("aftershift/internal/seal", "aftershift/internal/fault"), ""},
		{"a leaf knows no other room", in("aftershift/internal/words", "aftershift/internal/journal"), "words may not import journal"},
		{"the vault knows no journal", in("aftershift/internal/vault", "aftershift/internal/journal"), "vault may not import journal"},
		{"the vault has the database", in("aftershift/internal/vault", sqlitePath), ""},
		{"nobody else has it", in("aftershift/internal/app", sqlitePath), "only vault"},
		{"the journal stays off the system", in("aftershift/internal/journal", "os"), "stays away"},
		{"documents take no raw text", in("aftershift/internal/document", "aftershift/internal/journal"), "document may not import journal"},
		{"a writer belongs to documents", in("aftershift/internal/document/pdf", "aftershift/internal/document"), ""},
		{"lists are handed to redaction", in("aftershift/internal/redact", "aftershift/assets"), "redact may not import assets"},
		{"the door opens on its rooms", in("aftershift/internal/redact", "aftershift/internal/redact/detect"), ""},
		{"nobody passes the door", in("aftershift/internal/app", "aftershift/internal/redact/detect"), "app may not import redact/detect"},
		{"words judge nothing", in("aftershift/internal/redact/lex", "aftershift/internal/redact/detect"), "redact/lex may not import redact/detect"},
		{"use cases know no window", in("aftershift/internal/app", "fyne.io/fyne/v2"), "know Fyne"},
		{"not even through another", listed{ImportPath: "aftershift/cmd/aftershift-cli", Deps: []string{"fyne.io/fyne/v2"}}, "reaches Fyne"},
		{"no network", in("aftershift/internal/app", "net/http"), "network"},
		{"no programs", in("aftershift/internal/platform", "os/exec"), "network or starts programs"},
		{"addresses are no network", in("aftershift/internal/redact", "net/netip"), ""},
		{"a page knows use cases", in("aftershift/internal/ui/write", "aftershift/internal/app", "fyne.io/fyne/v2/widget"), ""},
		{"a page knows no other page", in("aftershift/internal/ui/write", "aftershift/internal/ui/agenda"), "ui/write may not import ui/agenda"},
		{"a page knows no vault", in("aftershift/internal/ui/write", "aftershift/internal/vault"), "may not import vault"},
		{"the shell knows every page", in("aftershift/internal/ui/shell", "aftershift/internal/ui/write"), ""},
		{"widgets know no domain", in("aftershift/internal/ui/widgets", "aftershift/internal/journal"), "may not import journal"},
		{"the editor knows nothing of ours", in("aftershift/internal/ui/editor", "aftershift/internal/ui/look"), "ui/editor may not import ui/look"},
		{"tasks start programs", in("aftershift/cmd/dev", "os/exec", "aftershift/cmd/dev/tour"), ""},
		{"tasks use the standard library", in("aftershift/cmd/dev", "golang.org/x/term"), "standard library alone"},
		{"a room needs a row", in("aftershift/internal/attic"), "does not name"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found := violations([]listed{c.pkg})
			if c.want == "" && len(found) > 0 {
				t.Errorf("refused: %v", found)
			}
			if c.want != "" && !slices.ContainsFunc(found, func(line string) bool {
				return strings.Contains(line, c.want)
			}) {
				t.Errorf("got %q, want a line with %q", found, c.want)
			}
		})
	}
}

func TestTable_namesOnlyRoomsWithRows(t *testing.T) {
	for room, r := range table {
		for _, other := range r.own {
			if _, ok := ruleOf(other); !ok {
				t.Errorf("%s may import %s, which has no row", room, other)
			}
		}
	}
}
