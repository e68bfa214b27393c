// Package call is what every command of the command line stands on: what it reads
// from and writes to, how the journal is opened for it, the types of what is
// typed, and what is said where something goes wrong. It knows no command.
package call

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"aftershift/cmd/aftershift-cli/output"
	"aftershift/internal/app"
	"aftershift/internal/words"
)

// ProgramName is what the program is called in its own words.
const ProgramName = "aftershift-cli"

// Command is one thing that can be asked for. Its fields hold what was typed,
// each checked by the parser as its type says.
type Command interface {
	Run(ctx context.Context, c *Call) error
}

// Call is one command that runs, with what it reads from and writes to. Nothing
// of it is for several goroutines at once.
type Call struct {
	In            io.Reader
	Out, Complain io.Writer
	Raw           io.Writer // Out as it is, for what programs read
	Getenv        func(string) string
	Ask           func(prompt io.Writer, question string) (string, error) // without echo

	App     *app.App
	Words   *words.Catalog
	Command string // the name of what was asked for, as far as it was understood
	Common  Common
	Known   []Known
}

// Common holds the flags that every command takes.
type Common struct {
	Journal        File `group:"common" placeholder:"FILE"`
	PassphraseFile File `group:"common" placeholder:"FILE"`
	RecoveryFile   File `group:"common" placeholder:"FILE"`
	ReadOnly       bool `group:"common"`
	AsRestored     bool `group:"common"`
	Help           bool `group:"common" short:"h"`
	Version        bool `group:"common"`
}

// Print writes a line for people.
func (c *Call) Print(line string) error {
	_, err := fmt.Fprintln(c.Out, line)
	return err
}

// Object writes v as JSON on one line.
func (c *Call) Object(v any) error {
	encoder := json.NewEncoder(output.Escaping{Writer: c.Raw})
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// Listing is a command's choice between lines for people and JSON for programs.
type Listing struct {
	JSON bool `name:"json"`
}

// Show prints v as JSON, or for people as print does.
func (c *Call) Show(as Listing, v any, print func() error) error {
	if as.JSON {
		return c.Object(v)
	}
	return print()
}

// List prints each of all, as JSON or as the line of it.
func List[T any](c *Call, as Listing, all []T, line func(T) string) error {
	for _, each := range all {
		if err := c.Show(as, each, func() error { return c.Print(line(each)) }); err != nil {
			return err
		}
	}
	return nil
}

// ListOf is List of what of makes of each record.
func ListOf[R, T any](c *Call, as Listing, records []R, of func(R) T, line func(T) string) error {
	all := make([]T, len(records))
	for i, r := range records {
		all[i] = of(r)
	}
	return List(c, as, all, line)
}

// Made prints the id of what was made; err, where there is one, is returned instead.
func (c *Call) Made(id app.ID, err error) error {
	if err != nil {
		return err
	}
	return c.Print(id.String())
}
