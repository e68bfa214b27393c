// Aftershift is the desktop program: a private journal for reflection and
// supervision. This package reads the flags, joins the program to the operating
// system and opens the window.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/platform"
	"aftershift/internal/platform/desktop"
	"aftershift/internal/ui/shell"
)

// version is told by -version and in the settings. A release sets it when it is
// built.
var version = "0.1.0"

// closingTime is how long the backup on closing may take: whoever quits waits for
// it.
const closingTime = time.Second

// windowTitle is the title of the window: shell.title.
const windowTitle = "Aftershift"

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() { os.Exit(run(os.Args[1:], heard(os.Stdout), heard(os.Stderr))) }

// run is the program from its arguments to its exit code.
func run(args []string, out, complain io.Writer) int {
	c, err := parse(args, complain)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitUsage
	case c.version:
		fmt.Fprintln(out, "aftershift", version)
		return exitOK
	}
	// Started from the menu once more, it shows the window that is there. Flags ask for
	// a window of their own, as locking does while the old one is going.
	if c == (choice{}) && desktop.Forward(windowTitle) {
		return exitOK
	}
	if err := platform.Harden(); err != nil {
		fmt.Fprintln(os.Stderr, "aftershift: memory could not be closed to others:", err)
	}
	if err := desktop.KeepBusesLocal(); err != nil {
		fmt.Fprintln(complain, "aftershift:", err)
	}
	endOnHangup()
	log.SetOutput(windowLog{to: os.Stderr, complain: complain, end: os.Exit})
	if err := open(c); err != nil {
		fmt.Fprintln(complain, "aftershift:", err)
		return exitFailed
	}
	return exitOK
}

func open(c choice) error {
	portable := platform.PortableFolder()
	if err := platform.Confine(portable); err != nil {
		return err
	}
	a, err := app.New(app.Config{Portable: portable, Journal: c.journal, Now: time.Now, ClosingTime: closingTime, MonthFirst: desktop.MonthFirst(), Region: desktop.Region()})
	if err != nil {
		return err
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	platform.KeepCrashes(a.CrashFile(), version)
	defer platform.Catch()
	return shell.Run(shell.Options{
		App: a, Version: version, Sample: c.sample, Repair: c.repair, Theme: c.theme, TextSize: c.text,
		HighContrast: desktop.HighContrast(),
		Replace: func(journal string, repair bool) error {
			return platform.Reexec(c.again(journal, repair), nil)
		},
		Absence: func() shell.Absence { return desktop.WatchAbsence() },
		Asked:   asked,
	})
}
