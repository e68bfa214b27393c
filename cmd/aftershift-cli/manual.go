package main

import (
	"context"
	"io/fs"
	"strings"

	"github.com/alecthomas/kong"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/manual"
	"aftershift/internal/fault"
)

// completionScript prints what makes a shell complete commands, flags and words.
type completionScript struct {
	Shell string `arg:"" of:"shell"`
}

// Run writes to Raw: a shell has to read the script byte for byte.
func (s completionScript) Run(_ context.Context, c *call.Call) error {
	_, err := c.Raw.Write([]byte(manual.Script(s.Shell, call.ProgramName)))
	return err
}

// completeWords prints what can stand in place of the last word. The scripts of
// the shells ask for it; it opens no journal, so it offers no ids.
type completeWords struct {
	Words []string `arg:"" optional:""`
}

// Run prints each offer as the scripts read it: the word, a tab, and what it is. Where
// there is none it prints nothing, and the shell offers its files.
func (w completeWords) Run(_ context.Context, c *call.Call) error {
	k := program{*c}.parser(&table{})
	of := func(v *kong.Value) []string { return choices(v.Tag.Get("of")) }
	for _, o := range manual.Complete(k.Model.Node, w.Words, of) {
		if err := c.Print(o.Text + "\t" + o.About); err != nil {
			return err
		}
	}
	return nil
}

// manualPage prints the page of the manual, for whoever packages the program.
type manualPage struct{}

// Run writes to Raw: man reads it, not a person. What the program is stands behind the
// colon in the title of the help.
func (manualPage) Run(_ context.Context, c *call.Call) error {
	t := c.Words.T
	_, about, _ := strings.Cut(t("cli.help.title"), ": ")
	about, _, _ = strings.Cut(about, "\n")
	page := manual.Page(program{*c}.parser(&table{}).Model, version, about, []manual.Section{
		{Title: t("cli.help.environment"), Rows: program{*c}.environment()},
		{Title: t("cli.help.exits"), Rows: program{*c}.exitCodes()},
		{Title: t("cli.help.privacy.title"), Text: t("cli.help.privacy")},
	})
	_, err := c.Raw.Write([]byte(page))
	return err
}

// licenseTexts prints the terms of everything in the program.
type licenseTexts struct{}

// Run prints each text under its path, in the order of paths.
func (licenseTexts) Run(_ context.Context, c *call.Call) error {
	files := c.App.Licences()
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		return c.Print("== " + path + "\n\n" + strings.TrimSpace(string(raw)) + "\n")
	})
	return fault.Wrap("print licences", err)
}
