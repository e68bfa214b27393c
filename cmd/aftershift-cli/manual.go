package main

import (
	"context"
	"io/fs"
	"strings"

	"github.com/alecthomas/kong"

	"aftershift/cmd/aftershift-cli/manual"
	"aftershift/internal/fault"
)

// completionScript prints what makes a shell complete commands, flags and words.
type completionScript struct {
	Shell string `arg:"" of:"shell"`
}

func (s completionScript) run(_ context.Context, c *call) error {
	_, err := c.raw.Write([]byte(manual.Script(s.Shell, programName)))
	return err
}

// completeWords prints what can stand in place of the last word. The scripts of
// the shells ask for it; it opens no journal, so it offers no ids.
type completeWords struct {
	Words []string `arg:"" optional:""`
}

func (w completeWords) run(_ context.Context, c *call) error {
	k := c.parser(&table{})
	of := func(v *kong.Value) []string { return choices(v.Tag.Get("of")) }
	for _, o := range manual.Complete(k.Model.Node, w.Words, of) {
		if err := c.print(o.Text + "\t" + o.About); err != nil {
			return err
		}
	}
	return nil
}

// manualPage prints the page of the manual, for whoever packages the program.
type manualPage struct{}

func (manualPage) run(_ context.Context, c *call) error {
	t := c.words.T
	_, about, _ := strings.Cut(t("cli.help.title"), ": ")
	about, _, _ = strings.Cut(about, "\n")
	page := manual.Page(c.parser(&table{}).Model, version, about, []manual.Section{
		{Title: t("cli.help.environment"), Rows: c.environment()},
		{Title: t("cli.help.exits"), Rows: c.exitCodes()},
		{Title: t("cli.help.privacy.title"), Text: t("cli.help.privacy")},
	})
	_, err := c.raw.Write([]byte(page))
	return err
}

// licenseTexts prints the terms of everything in the program.
type licenseTexts struct{}

func (licenseTexts) run(_ context.Context, c *call) error {
	files := c.app.Licences()
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		return c.print("== " + path + "\n\n" + strings.TrimSpace(string(raw)) + "\n")
	})
	return fault.Wrap("print licences", err)
}
