package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"aftershift/cmd/aftershift-cli/call"
)

// A disk that is full under the output ends with the code of a full disk, for what
// people read and for what programs read.
func TestCommands_full_output(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(dir, "secret")
	if err := os.WriteFile(secret, []byte("four quiet herons"), 0o600); err != nil {
		t.Fatal(err)
	}
	config := cheap
	config.DataFolder, config.StateFolder, config.ConfigFolder = dir, dir, dir
	at := []string{"--journal", filepath.Join(dir, "journal"), "--passphrase-file", secret}
	if p, _, said := newProgram(t); p.run(context.Background(), config, append([]string{"init"}, at...)) != call.ExitOK {
		t.Fatalf("no journal: %s", said)
	}
	for _, args := range [][]string{{"agenda", "show"}, {"agenda", "show", "--json"}, {"--version"}} {
		p, _, said := newProgram(t)
		p.Out = full{}
		if args[0] != "--version" {
			args = append(args, at...)
		}
		if code := p.run(context.Background(), config, args); code != call.ExitSystem {
			t.Errorf("%v ends with %d and says %q", args, code, said)
		}
	}
}

// full is a writer whose disk is full.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/full", Err: syscall.ENOSPC}
}

// Every command says what a costly derivation takes before it begins, once, and
// then does its work.
func TestCommands_say_what_a_costly_derivation_takes(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(at("secret"), []byte("four quiet herons"), 0o600); err != nil {
		t.Fatal(err)
	}
	config := cheap
	config.DataFolder, config.StateFolder, config.ConfigFolder = at("data"), at("state"), at("config")
	config.Memory = 32 << 20 // of which the cheapest derivation takes more than half
	run := func(args ...string) (code int, out, said string) {
		p, stdout, stderr := newProgram(t)
		p.App, p.Words = nil, nil
		code = p.run(context.Background(), config, append(args, "--journal", at("journal"), "--passphrase-file", at("secret")))
		return code, stdout.String(), stderr.String()
	}
	if code, _, said := run("init"); code != call.ExitOK || strings.Contains(said, "notice") {
		t.Fatalf("init ends with %d and says %q", code, said)
	}
	code, copied, said := run("backup", "--to", dir)
	copied = strings.TrimSpace(copied)
	for _, args := range [][]string{
		nil,
		{"list"},
		{"verify"},
		{"restore", copied, "--dry-run"},
		{"restore", copied},
		{"salvage", copied, "--to", at("salvaged")},
		{"rotate"},
		{"passphrase", "--new-passphrase-file", at("secret")},
	} {
		if args != nil {
			code, _, said = run(args...)
		}
		first, _, _ := strings.Cut(said, "\n")
		if code != call.ExitOK || !strings.HasPrefix(first, "notice: ") || !strings.Contains(first, "19 MB") || strings.Count(said, "notice") != 1 {
			t.Errorf("%v ends with %d and says %q", args, code, said)
		}
	}
}
