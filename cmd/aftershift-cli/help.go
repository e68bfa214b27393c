package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// help prints everything there is to know: commands, flags, environment, exit
// codes.
func (c *call) help() error {
	t := c.words.T
	fmt.Fprintf(c.out, "%s\n\n%s\n", t("cli.help.title"), t("cli.help.commands"))
	for _, known := range commands() {
		fmt.Fprintf(c.out, "  %s\n      %s\n", strings.TrimSpace(known.name+" "+known.args), t("cli.about."+strings.ReplaceAll(known.name, " ", "_")))
	}
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "\n%s\n", t("cli.help.flags"))
	for _, name := range flagNames() {
		fmt.Fprintf(w, "  --%s\t%s\n", name, c.aboutFlag(name))
	}
	fmt.Fprintf(w, "\n%s\n", t("cli.help.environment"))
	for _, name := range []string{"AFTERSHIFT_JOURNAL", "AFTERSHIFT_PASSPHRASE_FILE"} {
		fmt.Fprintf(w, "  %s\t%s\n", name, t("cli.environment."+strings.ToLower(name)))
	}
	fmt.Fprintf(w, "\n%s\n", t("cli.help.exits"))
	for code := exitOK; code <= exitAside; code++ {
		fmt.Fprintf(w, "  %d\t%s\n", code, t("cli.exit."+strconv.Itoa(code)))
	}
	fmt.Fprintf(w, "\n%s\n", t("cli.help.privacy"))
	return w.Flush()
}

// flagNames gives every flag once, those of every command first.
func flagNames() []string {
	names := slices.Clone(everyFlag)
	for _, known := range commands() {
		for _, name := range known.flags {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
