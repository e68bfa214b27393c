package main

import (
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/words"
)

func newProgram(t testing.TB) (program, *strings.Builder, *strings.Builder) {
	t.Helper()
	catalog, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	out, complaints := &strings.Builder{}, &strings.Builder{}
	return program{
		in: strings.NewReader(""), out: out, complain: complaints, words: catalog,
		getenv: func(string) string { return "" }, ask: noTerminal,
	}, out, complaints
}

func TestPlain_takes_flags_anywhere(t *testing.T) {
	for _, c := range []struct {
		args, rest string
		json       bool
		words      string
	}{
		{"list --json", "list", true, ""},
		{"--json list", "list", true, ""},
		{"agenda add a --words x b", "agenda add a b", false, "x"},
		{"agenda --words=- add a", "agenda add a", false, "-"},
		{"search - --json", "search -", true, ""},
		{"search -- --json", "search --json", false, ""},
		{"--json -- search --words", "search --words", true, ""},
		{"", "", false, ""},
	} {
		p, _, _ := newProgram(t)
		var o options
		rest, err := plain(p.flagSet(&o), strings.Fields(c.args))
		if err != nil || strings.Join(rest, " ") != c.rest || o.json != c.json || o.words != c.words {
			t.Errorf("%q gives %q %+v %v", c.args, rest, o, err)
		}
	}
}

func TestCommands_and_flags_agree(t *testing.T) {
	p, _, _ := newProgram(t)
	set := p.flagSet(&options{})
	known := flagNames()
	for _, c := range commands() {
		for _, name := range c.flags {
			if !strings.Contains(c.args, "--"+name) {
				t.Errorf("the help of %s doesn't show --%s", c.name, name)
			}
		}
		if strings.Count(c.args, "--") != len(c.flags) {
			t.Errorf("the help of %s shows %q, its flags are %q", c.name, c.args, c.flags)
		}
		if !p.words.Has("cli.about." + strings.ReplaceAll(c.name, " ", "_")) {
			t.Errorf("%s is not described", c.name)
		}
	}
	set.VisitAll(func(f *flag.Flag) {
		if f.Name != "h" && (!slices.Contains(known, f.Name) || !p.words.Has("cli.flag."+f.Name)) {
			t.Errorf("--%s is not described, or no command takes it", f.Name)
		}
	})
}

func TestProgram_end_has_two_lines_and_a_code_for_each_kind(t *testing.T) {
	codes := map[fault.Kind]int{
		fault.Internal: 1, fault.Invalid: 2, fault.NotFound: 6, fault.Conflict: 7, fault.Locked: 1, fault.InUse: 5,
		fault.CannotUnlock: 4, fault.Damaged: 3, fault.Tampered: 3, fault.NewerFormat: 9, fault.DiskFull: 8,
		fault.Permission: 8, fault.Exposed: 10, fault.Cancelled: 1,
	}
	for kind, want := range codes {
		p, out, complaints := newProgram(t)
		if got := p.end(fault.New(kind, "open journal")); got != want {
			t.Errorf("%v ends with %d, want %d", kind, got, want)
		}
		lines := strings.Split(complaints.String(), "\n")
		if len(lines) != 3 || !strings.HasPrefix(lines[0], "error: ") || !strings.HasPrefix(lines[1], "hint: ") ||
			strings.Contains(complaints.String(), "cli.") || out.Len() > 0 {
			t.Errorf("%v says %q", kind, complaints)
		}
	}
	p, _, _ := newProgram(t)
	if got := p.end(io.ErrClosedPipe); got != exitFailed {
		t.Errorf("an unforeseen error ends with %d", got)
	}
	if got := p.end(nil); got != exitOK {
		t.Errorf("no error ends with %d", got)
	}
}

func TestCall_newPassphrase_is_asked_twice(t *testing.T) {
	for name, c := range map[string]struct {
		answers []string
		refused bool
	}{
		"the same": {[]string{"quiet harbour", "quiet harbour"}, false},
		"differ":   {[]string{"quiet harbour", "quiet harbor"}, true},
		"stopped":  {nil, true},
	} {
		p, _, _ := newProgram(t)
		answers := c.answers
		p.ask = func(io.Writer, string) (string, error) {
			if len(answers) == 0 {
				return "", io.EOF
			}
			answer := answers[0]
			answers = answers[1:]
			return answer, nil
		}
		got, err := (&call{program: p}).newPassphrase()
		var mistyped usage
		if errors.As(err, &mistyped) != c.refused || !c.refused && got != "quiet harbour" {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}

func TestCall_secretIn_takes_the_first_line(t *testing.T) {
	p, _, _ := newProgram(t)
	for content, want := range map[string]string{"a b\n": "a b", "a b": "a b", "a b\r\nmore": "a b", " a \n": " a ", "": ""} {
		file := filepath.Join(t.TempDir(), "secret")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := (&call{program: p}).secretIn(file); err != nil || got != want {
			t.Errorf("%q gives %q %v, want %q", content, got, err, want)
		}
	}
}
