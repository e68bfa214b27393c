package groups

import "aftershift/internal/library"

// Lib returns the opened journal.
func (d *Desk) Lib() *library.Library { return d.Library() }
