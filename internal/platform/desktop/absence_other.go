//go:build !linux && !windows

package desktop

type watch struct{}

// WatchAbsence gives an Absence that never speaks.
func WatchAbsence() *Absence { return &Absence{gone: make(chan struct{}, 1)} }

// Settled does nothing.
func (watch) Settled() {}

// Close does nothing.
func (watch) Close() {}
