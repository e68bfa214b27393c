package shell

import "errors"

// KeepAll keeps what is being written on every page.
func (r *room) KeepAll() error { return r.flush() }

// Reopen goes back to the door after the journal's file was replaced and its
// desk closed. Nothing is kept: what stood here belongs to the other file.
func (r *room) Reopen() {
	if r.room != r {
		return // locked meanwhile
	}
	r.endWarning()
	r.idle = nil
	r.clip.clear()
	_ = r.keepSize() // the next window takes its usual size
	r.close()
	r.room = nil
	err := r.desk.Close()
	if r.options.Replace != nil {
		err = errors.Join(err, r.options.Replace(r.app.Journal()))
	}
	r.showDoor()
	r.Failed(err)
}
