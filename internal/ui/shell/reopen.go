package shell

// KeepAll keeps what is being written on every page. It gives the errors of all whose
// Flush failed, joined.
func (r *room) KeepAll() error { return r.flush() }

// Repair locks the journal, and then looks into its file.
func (r *room) Repair() { r.closing(locking, r.Repair, func() { r.startAfresh(true) }) }

// NewKey shows new recovery words. A journal that could not be opened again under
// its new key, as err says, is locked after that.
func (r *room) NewKey(words []string, err error) {
	r.showWords(r.desk, words, func() {
		if err != nil {
			r.lockNow()
		}
	})
}

// Reopen goes back to the door after the journal's file was replaced and its
// desk closed. Nothing is kept: what stood here belongs to the other file.
func (r *room) Reopen() {
	if r.room == r { // not locked meanwhile
		r.lockNow()
	}
}
