package kept

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
)

// keeper is what the page does to an open journal; app.Desk has it.
type keeper interface {
	Do(job func() error, done func(error)) bool
	SetSettings(change func(*app.Settings)) error
	SetHold(on bool) error
	LogRequest(asked, given string) error
	KeepReviewed(id journal.ID) error
	Distil(id journal.ID, learned string) error
	SaveSheet(s app.Sheet, folder string, f app.Format) (string, error)
}

// presenter does what the page asks, off the main goroutine, to which main brings what
// comes back.
type presenter struct {
	journal keeper
	main    func(func())
	show    func()
	failed  func(error)
	said    func(key string, undo bool, args ...any)
}

// do makes a change, shows how things are then, and says so.
func (p *presenter) do(change func() error, said func()) {
	p.journal.Do(change, func(err error) {
		p.main(func() {
			p.show()
			if err != nil {
				p.failed(err)
				return
			}
			said()
		})
	})
}

func (p *presenter) hold(on bool) {
	p.do(func() error { return p.journal.SetHold(on) }, func() { p.said("kept.hold.done", false) })
}

func (p *presenter) note(asked, given string) {
	p.do(func() error { return p.journal.LogRequest(asked, given) }, func() { p.said("kept.asked.done", false) })
}

func (p *presenter) review(months int) {
	p.do(func() error { return p.journal.SetSettings(func(s *app.Settings) { s.ReviewMonths = months }) }, func() { p.said("kept.review.done", false) })
}

func (p *presenter) keep(id journal.ID) {
	p.do(func() error { return p.journal.KeepReviewed(id) }, func() { p.said("kept.due.kept", false) })
}

func (p *presenter) distil(id journal.ID, learned string) {
	p.do(func() error { return p.journal.Distil(id, learned) }, func() { p.said("kept.distil.done", true) })
}

// save writes a page into a folder, to be printed.
func (p *presenter) save(sheet app.Sheet, folder string) {
	var path string
	format, _ := app.FormatNamed("pdf") // there is one
	p.do(func() (err error) {
		path, err = p.journal.SaveSheet(sheet, folder, format)
		return err
	}, func() { p.said("kept.printed", false, path) })
}
