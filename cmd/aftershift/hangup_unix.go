//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"

	"aftershift/internal/app"
)

// endOnHangup ends the program when its terminal or session goes away as when it
// is asked to end, which keeps what is written: by itself it would be killed.
func endOnHangup() {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	app.Go(func() {
		<-hangup
		_ = syscall.Kill(os.Getpid(), syscall.SIGTERM) // the window library listens to that
	})
}
