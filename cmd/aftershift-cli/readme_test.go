package main

import (
	"os"
	"strings"
	"testing"
)

// The README lists the same exit codes as the help.
func TestReadme_lists_the_exit_codes(t *testing.T) {
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(raw), "`", "")
	p, _, _ := newProgram(t)
	for _, e := range p.exitCodes() {
		if row := "| " + e[0] + " | " + strings.ReplaceAll(e[1], "’", "'") + " |"; !strings.Contains(text, row) {
			t.Errorf("no row %q", row)
		}
	}
}
