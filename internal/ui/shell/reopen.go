package shell

// KeepAll keeps what is being written on every page.
func (r *room) KeepAll() error { return r.flush() }

// Repair locks the journal, and then looks into its file.
func (r *room) Repair() { r.closing(r.Repair, func() { r.startAfresh(true) }) }

// Reopen goes back to the door after the journal's file was replaced and its
// desk closed. Nothing is kept: what stood here belongs to the other file.
func (r *room) Reopen() {
	if r.room == r { // not locked meanwhile
		r.lockNow()
	}
}
