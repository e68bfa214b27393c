package core

import (
	"os"
	"path/filepath"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

// CrashFile gives where the program writes why it crashed: the type of what went
// wrong and the functions that were running, never words.
func (a *App) CrashFile() string { return filepath.Join(a.config.StateFolder, "crash.txt") }

// Crash gives the report of an earlier crash, "" where there was none or it
// can't be read.
func (a *App) Crash() string {
	report, err := platform.ReadCrash(a.CrashFile())
	if err != nil {
		return ""
	}
	return report
}

// DropCrash deletes the report. It gives the kinds of platform.Fault.
func (a *App) DropCrash() error {
	err := os.Remove(a.CrashFile())
	if os.IsNotExist(err) {
		return nil
	}
	return platform.Fault("delete crash report", err)
}

// SaveCrash moves the report to a file at path, to be handed on. It gives
// fault.Conflict where one stands already, fault.NotFound where there is no
// report, and the kinds of platform.Fault.
func (a *App) SaveCrash(path string) error {
	report, err := platform.ReadCrash(a.CrashFile())
	if err != nil {
		return err
	}
	if err := platform.WriteNew(path, []byte(report)); err != nil {
		return fault.Wrap("save crash report", err)
	}
	return a.DropCrash()
}

// Go runs job on a goroutine of its own. A panic there ends the program and
// leaves a report without words, as everywhere.
func Go(job func()) {
	go func() {
		defer platform.Catch()
		job()
	}()
}
