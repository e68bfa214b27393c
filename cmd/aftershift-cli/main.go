// Aftershift-cli is the journal without a window: the same use cases as the
// desktop program, for a terminal, a script or a computer that can't draw the
// window. It links neither Fyne nor OpenGL.
//
// No secret is taken from an argument: the passphrase comes from a file or is
// asked for on the terminal without echo, and whatever is private can be given
// on standard input, because arguments can be read by others on the computer.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
	"aftershift/internal/platform"
	"aftershift/internal/platform/desktop"
)

// version is told by --version. A release sets it when it is built.
var version = "0.1.0"

// main hands in the streams, the environment, the clock and the region, so that a test
// can put its own in their place. It goes on where memory dumps can't be forbidden.
func main() {
	if err := platform.Harden(); err != nil {
		fmt.Fprintln(os.Stderr, "aftershift-cli: memory dumps could not be forbidden:", err)
	}
	p := program{call.Call{In: os.Stdin, Out: os.Stdout, Complain: os.Stderr, Getenv: os.Getenv, Ask: call.AskOnTerminal}}
	os.Exit(p.run(context.Background(), app.Config{Portable: platform.PortableFolder(), Now: time.Now, MonthFirst: desktop.MonthFirst(), Region: desktop.Region()}, os.Args[1:]))
}
