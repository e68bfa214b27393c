// Package sessions is supervision as a person has it: what is brought, the agenda,
// planning and holding a session, what comes after, actions, and the people one
// has supervision with.
package sessions

import "aftershift/internal/app/core"

// Desk is an open journal as far as supervision goes. Its methods may be called
// from any goroutine.
type Desk struct{ core.Core }

// New gives the desk for supervision.
func New(c core.Core) *Desk { return &Desk{c} }
