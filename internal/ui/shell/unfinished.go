package shell

import (
	"time"

	"aftershift/internal/app"
	"aftershift/internal/ui/widgets/fields"
)

// writtenPause is how long nothing is typed before what stands in open forms is
// kept.
const writtenPause = time.Second

// former is a page with forms whose words outlive locking.
type former interface {
	Written() []fields.Written
	Resume(all []fields.Written)
}

// unfinished gives what stands in forms of all pages; of those that were not
// visited yet, what is known from before.
func (r *room) unfinished() (all []app.Unfinished) {
	for _, u := range r.desk.Unfinished() {
		if !r.resumed[u.Page] {
			all = append(all, u)
		}
	}
	for _, spec := range pageSpecs {
		f, is := r.pages[spec.name].(former)
		if !is || !r.resumed[spec.name] {
			continue
		}
		for _, w := range f.Written() {
			all = append(all, app.Unfinished{Page: spec.name, Form: w.Form, Texts: w.Texts, Left: w.Left})
		}
	}
	return all
}

// keepUnfinished keeps what stands in open forms.
func (r *room) keepUnfinished() error {
	if r.desk.ReadOnly() {
		return nil
	}
	return r.desk.KeepUnfinished(r.unfinished())
}

// typed keeps what stands in open forms once the typing rests.
func (r *room) typed() {
	if r.desk.ReadOnly() || len(r.unfinished())+len(r.desk.Unfinished()) == 0 {
		return
	}
	r.stopTyped()
	r.stopTyped = r.After(writtenPause, func() {
		all := r.unfinished()
		// Leaving keeps it once more, and says so where that fails.
		r.desk.Do(func() error { return r.desk.KeepUnfinished(all) }, func(error) {})
	})
}

// resume gives a page what stood in its forms when the journal was locked.
func (r *room) resume(name string, p page) {
	if r.resumed[name] {
		return
	}
	r.resumed[name] = true
	var all []fields.Written
	for _, u := range r.desk.Unfinished() {
		if u.Page == name {
			all = append(all, fields.Written{Form: u.Form, Texts: u.Texts, Left: u.Left})
		}
	}
	if f, is := p.(former); is && len(all) > 0 {
		f.Resume(all)
	}
}
