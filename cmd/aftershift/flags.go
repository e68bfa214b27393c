package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"

	"aftershift/internal/app"
)

// choice is what the flags say. Empty or 0 leaves it to the preferences.
type choice struct {
	journal, theme  string
	text            int
	sample, version bool
	repair          bool
}

// themes are the values of -theme.
var themes = []string{"", "system", "light", "dark", "contrast"}

// parse reads the flags, and writes what is wrong with them, or the help that
// was asked for, to complain.
func parse(args []string, complain io.Writer) (choice, error) {
	var c choice
	var said bytes.Buffer // in one piece, as a box shows it
	defer func() {
		if said.Len() > 0 {
			_, _ = complain.Write(said.Bytes())
		}
	}()
	flags := flag.NewFlagSet("aftershift", flag.ContinueOnError)
	flags.SetOutput(&said)
	flags.StringVar(&c.journal, "journal", "", "open the journal in this `file`")
	flags.BoolVar(&c.sample, "sample", false, "look around in a fictional journal")
	flags.BoolVar(&c.repair, "repair", false, "look into the journal's file, and what can be saved of it")
	flags.StringVar(&c.theme, "theme", "", "`look` of this run: system, light, dark or contrast")
	flags.IntVar(&c.text, "text", 0, "text `size` of this run in per cent, 90 to 200")
	flags.BoolVar(&c.version, "version", false, "tell the version and end")
	if err := flags.Parse(args); err != nil {
		return c, err
	}
	return c, c.check(flags.Args(), &said)
}

func (c choice) check(rest []string, complain io.Writer) error {
	var err error
	switch {
	case len(rest) > 0:
		err = fmt.Errorf("aftershift takes flags only, not %q", rest[0])
	case !slices.Contains(themes, c.theme):
		err = fmt.Errorf("no theme %q: system, light, dark or contrast", c.theme)
	case c.text != 0 && (c.text < app.MinTextSize || c.text > app.MaxTextSize):
		err = fmt.Errorf("text size %d is not from %d to %d", c.text, app.MinTextSize, app.MaxTextSize)
	}
	if err != nil {
		fmt.Fprintln(complain, err)
	}
	return err
}

// again gives the flags that open the window anew, locked, at journal, or look
// into its file. The fictional journal ends with locking.
func (c choice) again(journal string, repair bool) []string {
	args := []string{"-journal=" + journal}
	if repair {
		args = append(args, "-repair")
	}
	if c.theme != "" {
		args = append(args, "-theme="+c.theme)
	}
	if c.text != 0 {
		args = append(args, "-text="+strconv.Itoa(c.text))
	}
	return args
}
