package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
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

// newCall returns a call of a command without flags.
func newCall(t testing.TB) *call {
	t.Helper()
	p, _, _ := newProgram(t)
	return &call{program: p, common: &common{}}
}

// Flags may stand anywhere, and what follows one that takes a value is the value,
// whatever it looks like.
func TestProgram_parse_takes_flags_anywhere(t *testing.T) {
	const id = "0000000000001"
	for args, want := range map[string]command{
		"list --json":                           listEntries{listing: listing{JSON: true}},
		"--json list":                           listEntries{listing: listing{JSON: true}},
		"item bring " + id + " --words x " + id: itemBring{Entries: []typedID{id, id}, Words: "x"},
		"item --words=- bring " + id:            itemBring{Entries: []typedID{id}, Words: "-"},
		"agenda add " + id + " --words --x":     itemBring{Entries: []typedID{id}, Words: "--x"},
		"search - --json":                       searchEntries{listing: listing{JSON: true}, Query: []string{"-"}},
		"search -- --json -x":                   searchEntries{Query: []string{"--json", "-x"}},
		"session hold " + id:                    sessionStart{subject{id}},
		"person list":                           supervisorList{},
		"":                                      helpOn{},
		"item bring --help":                     helpOn{Command: []string{"item", "bring"}},
	} {
		p, _, _ := newProgram(t)
		got, _, err := p.parse(strings.Fields(args))
		if err != nil || !reflect.DeepEqual(reflect.Indirect(reflect.ValueOf(got)).Interface(), want) {
			t.Errorf("%q is %+v (%v), want %+v", args, got, err, want)
		}
	}
}

func TestProgram_end_has_two_lines_and_a_code_for_each_kind(t *testing.T) {
	codes := map[fault.Kind]int{
		fault.Internal: 1, fault.Invalid: 13, fault.NotFound: 6, fault.Conflict: 7, fault.Locked: 1, fault.InUse: 5,
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
		one := newCall(t)
		answers := c.answers
		one.ask = func(io.Writer, string) (string, error) {
			if len(answers) == 0 {
				return "", io.EOF
			}
			answer := answers[0]
			answers = answers[1:]
			return answer, nil
		}
		got, err := one.newPassphrase()
		if errors.As(err, new(complaint)) != c.refused || !c.refused && got != "quiet harbour" {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}

func TestCall_secretIn_takes_the_first_line(t *testing.T) {
	for content, want := range map[string]string{"a b\n": "a b", "a b": "a b", "a b\r\nmore": "a b", " a \n": " a ", "": ""} {
		path := filepath.Join(t.TempDir(), "secret")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := newCall(t).secretIn(file(path), "passphrase-file"); err != nil || got != want {
			t.Errorf("%q gives %q %v, want %q", content, got, err, want)
		}
	}
}
