package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestProjectAbove_findsTheModule(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "go.mod"), "module aftershift\n\ngo 1.26.0\n")
	deep := filepath.Join(root, "internal", "vault", "spec")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{root, deep} {
		if p, err := projectAbove(at); err != nil || p.Root != root {
			t.Errorf("from %s: %q, %v", at, p.Root, err)
		}
	}
}

func TestProjectAbove_passesOtherModules(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "go.mod"), "module aftershift\n")
	inner := filepath.Join(root, "inner")
	write(t, filepath.Join(inner, "go.mod"), "module example.org/other\n")
	if p, err := projectAbove(inner); err != nil || p.Root != root {
		t.Errorf("got %q, %v", p.Root, err)
	}
	if _, err := projectAbove(t.TempDir()); err == nil {
		t.Error("found a project outside any")
	}
}

func TestProject_Rel_usesSlashes(t *testing.T) {
	p := Project{Root: t.TempDir()}
	if got := p.Rel(p.Path("out/bin/aftershift")); got != "out/bin/aftershift" {
		t.Errorf("got %q", got)
	}
}

func TestProject_Output_holdsTheComplaint(t *testing.T) {
	p := Project{Root: t.TempDir()}
	write(t, p.Path("go.mod"), "module aftershift\n")
	if out, err := p.Output(t.Context(), "go", "list", "-m"); err != nil || strings.TrimSpace(out) != "aftershift" {
		t.Errorf("got %q, %v", out, err)
	}
	if _, err := p.Output(t.Context(), "go", "list", "./nowhere"); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("got %v", err)
	}
}

func TestGoFlags_keepsWhatIsSet(t *testing.T) {
	if got := goFlags(""); got != buildFlags {
		t.Errorf("got %q", got)
	}
	if got := goFlags("-mod=mod"); got != "-mod=mod "+buildFlags {
		t.Errorf("got %q", got)
	}
}

func TestTail(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{{"a\nb\nc\n", 2, "b\nc"}, {"a", 5, "a"}, {"", 3, ""}} {
		if got := Tail(c.text, c.n); got != c.want {
			t.Errorf("Tail(%q, %d) = %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
