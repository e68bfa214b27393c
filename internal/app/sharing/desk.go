// Package sharing is the door out for other people: papers that are laid out from
// what may be shared, reviewed for what names somebody, written, read back, and
// entered into the register of what left.
package sharing

import (
	"sync"

	"aftershift/internal/app/core"
	"aftershift/internal/app/groups"
	"aftershift/internal/app/learning"
	"aftershift/internal/app/sessions"
	"aftershift/internal/supervision"
)

// Desk is an open journal as far as sharing goes. Its methods may be called from any
// goroutine.
type Desk struct {
	core.Core
	sessions *sessions.Desk
	learning *learning.Desk
	groups   *groups.Desk
	// foundCopies were being saved when the program last stopped.
	foundCopies int

	mu  sync.Mutex                        // guards met
	met map[supervision.Audience][]string // names masked in copies since unlocking, by reader
}

// New gives the desk for sharing what is written, what sessions came to, what was
// learned, and what goes to a group.
func New(c core.Core, s *sessions.Desk, l *learning.Desk, g *groups.Desk) *Desk {
	return &Desk{Core: c, sessions: s, learning: l, groups: g}
}
