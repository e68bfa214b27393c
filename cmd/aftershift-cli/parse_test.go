package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"aftershift/assets"
	"aftershift/cmd/aftershift-cli/call"
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
	return program{call.Call{
		In: strings.NewReader(""), Out: out, Complain: complaints, Words: catalog,
		Getenv: func(string) string { return "" }, Ask: noTerminal,
	}}, out, complaints
}

// newCall returns a call of a command without flags.
func newCall(t testing.TB) *call.Call {
	t.Helper()
	p, _, _ := newProgram(t)
	return &p.Call
}

// Flags may stand anywhere, and what follows one that takes a value is the value,
// whatever it looks like.
func TestProgram_parse_takes_flags_anywhere(t *testing.T) {
	const id = "0000000000001"
	for args, want := range map[string]string{
		"list --json":                           "main.listEntries {Listing:{JSON:true} Theme: Since: Until: Flag:}",
		"--json list":                           "main.listEntries {Listing:{JSON:true} Theme: Since: Until: Flag:}",
		"item bring " + id + " --words x " + id: "supervision.itemBring {Entries:[" + id + " " + id + "] Words:x Want: Minutes:0}",
		"item --words=- bring " + id:            "supervision.itemBring {Entries:[" + id + "] Words:- Want: Minutes:0}",
		"agenda add " + id + " --words --x":     "supervision.itemBring {Entries:[" + id + "] Words:--x Want: Minutes:0}",
		"search - --json":                       "main.searchEntries {Listing:{JSON:true} Query:[-] Limit:0}",
		"search -- --json -x":                   "main.searchEntries {Listing:{JSON:false} Query:[--json -x] Limit:0}",
		"session hold " + id:                    "supervision.sessionStart {Subject:{ID:" + id + "}}",
		"person list":                           "supervision.supervisorList {Listing:{JSON:false}}",
		"":                                      "main.helpOn {Command:[]}",
		"item bring --help":                     "main.helpOn {Command:[item bring]}",
	} {
		p, _, _ := newProgram(t)
		got, _, err := p.parse(strings.Fields(args))
		typed := reflect.Indirect(reflect.ValueOf(got)).Interface()
		if said := fmt.Sprintf("%T %+v", typed, typed); err != nil || said != want {
			t.Errorf("%q is %s (%v), want %s", args, said, err, want)
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
		if got := p.End(fault.New(kind, "open journal")); got != want {
			t.Errorf("%v ends with %d, want %d", kind, got, want)
		}
		lines := strings.Split(complaints.String(), "\n")
		if len(lines) != 3 || !strings.HasPrefix(lines[0], "error: ") || !strings.HasPrefix(lines[1], "hint: ") ||
			strings.Contains(complaints.String(), "cli.") || out.Len() > 0 {
			t.Errorf("%v says %q", kind, complaints)
		}
	}
	p, _, _ := newProgram(t)
	if got := p.End(io.ErrClosedPipe); got != call.ExitFailed {
		t.Errorf("an unforeseen error ends with %d", got)
	}
	if got := p.End(nil); got != call.ExitOK {
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
		one.Ask = func(io.Writer, string) (string, error) {
			if len(answers) == 0 {
				return "", io.EOF
			}
			answer := answers[0]
			answers = answers[1:]
			return answer, nil
		}
		got, err := one.NewPassphrase()
		if errors.As(err, new(call.Complaint)) != c.refused || !c.refused && got != "quiet harbour" {
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
		if got, err := newCall(t).SecretIn(call.File(path), "passphrase-file"); err != nil || got != want {
			t.Errorf("%q gives %q %v, want %q", content, got, err, want)
		}
	}
}
