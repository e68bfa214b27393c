package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"

	"aftershift/cmd/aftershift-cli/call"
)

// helpOn prints the help of a command, or of the program.
type helpOn struct {
	Command []string `arg:"" optional:""`
}

// Run prints the help of the command or group that is named; for none that of the
// program, with what goes for every command. A name that isn't known is call.ExitUsage.
func (h helpOn) Run(_ context.Context, c *call.Call) error {
	k := program{*c}.parser(&table{})
	typed, err := program{*c}.arrange(k, h.Command)
	if err != nil {
		return err
	}
	at, err := kong.Trace(k, typed.words)
	if err != nil {
		return err
	}
	options := kong.HelpOptions{Compact: true, FlagsLast: true, ValueFormatter: func(v *kong.Value) string { return v.Help }}
	if err := kong.DefaultHelpPrinter(options, at); err != nil || len(typed.words) > 0 {
		return err
	}
	return program{*c}.promises(c.Out)
}

// promises writes what goes for every command: environment, exit codes, privacy.
func (p program) promises(to io.Writer) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "\n%s\n", p.Words.T("cli.help.environment"))
	for _, e := range p.environment() {
		fmt.Fprintf(w, "  %s\t%s\n", e[0], e[1])
	}
	fmt.Fprintf(w, "\n%s\n", p.Words.T("cli.help.exits"))
	for _, e := range p.exitCodes() {
		fmt.Fprintf(w, "  %s\t%s\n", e[0], e[1])
	}
	fmt.Fprintf(w, "\n%s\n", p.Words.T("cli.help.privacy"))
	return w.Flush()
}

// environment returns the variables that are read, each with what it is.
func (p program) environment() (all [][2]string) {
	for _, name := range []string{"AFTERSHIFT_JOURNAL", "AFTERSHIFT_PASSPHRASE_FILE"} {
		all = append(all, [2]string{name, p.Words.T("cli.environment." + strings.ToLower(name))})
	}
	return all
}

// exitCodes returns every exit code with its meaning.
func (p program) exitCodes() (all [][2]string) {
	for code := call.ExitOK; code <= call.ExitInvalid; code++ {
		all = append(all, [2]string{strconv.Itoa(code), p.Words.T("cli.exit." + strconv.Itoa(code))})
	}
	return all
}

// groups returns the headings of the help, by the keys that the rows of the table name.
func (p program) groups() (all []kong.Group) {
	for _, key := range headings {
		all = append(all, kong.Group{Key: key, Title: p.Words.T("cli.group." + key)})
	}
	return all
}

// describe puts the words of the catalogue into a command and what is below it.
func (p program) describe(n *kong.Node) {
	n.Help = p.Words.T("cli.help.title")
	if n.Parent != nil {
		name := strings.ReplaceAll(nameOf(n), " ", "_")
		n.Help = p.Words.T("cli.about." + name)
		if n.Leaf() && p.Words.Has("cli.example."+name) {
			n.Detail = p.Words.T("cli.help.example") + "\n\n    " + strings.ReplaceAll(p.Words.T("cli.example."+name), "\n", "\n    ")
		}
	}
	for _, f := range n.Flags {
		f.Help = p.aboutValue("cli.flag.", f.Value)
	}
	for _, a := range n.Positional {
		a.Help = p.aboutValue("cli.argument.", a)
	}
	for _, below := range n.Children {
		p.describe(below)
	}
}

// nameOf returns the name of a command, or of a group of them; for one that is
// hidden what it is called now.
func nameOf(n *kong.Node) string {
	root := n
	for root.Parent != nil {
		root = root.Parent
	}
	for _, known := range inSight(root) {
		if n.Target.Type() == known.Target.Type() {
			return known.Path()
		}
	}
	return n.Path()
}

// inSight returns every command and group below n that isn't hidden.
func inSight(n *kong.Node) (all []*kong.Node) {
	for _, below := range n.Children {
		if !below.Hidden {
			all = append(append(all, below), inSight(below)...)
		}
	}
	return all
}

// aboutValue says what a flag or an argument takes, its list of words last.
func (p program) aboutValue(prefix string, v *kong.Value) string {
	about := p.Words.T(prefix + v.Name)
	if known := choices(v.Tag.Get("of")); known != nil {
		about = p.Words.T("cli.help.choices", about, strings.Join(known, ", "))
	}
	return about
}
