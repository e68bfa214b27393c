package sessions

import (
	"context"

	"aftershift/internal/library"
)

// Lib gives tests the library of an open journal.
func (d *Desk) Lib() *library.Library { return d.Library() }

// Do what tests do by themselves.
func (d *Desk) ChangeBoard(op library.Op) error { return d.Change(op) }
func (d *Desk) Finished()                       { d.Finish(context.Background()) }
func (d *Desk) Forget()                         { d.ForgetSteps() }

var Pending = pending
