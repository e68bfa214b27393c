package copy

import (
	"reflect"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/supervision"
)

// copier is what the page needs of an open journal.
type copier interface {
	Copy(of app.CopyOf) (*app.Copy, error)
	SaveCopy(c *app.Copy, f app.Format, path string, overwrite bool) (app.SharedCopy, error)
	LearnPerson(c *app.Copy, finding int, role string) error
	KeepWords(c *app.Copy, finding int, reason string) error
	Reader(p app.Paper, usual supervision.Audience) supervision.Audience
	TakeReader(p app.Paper, usual, a supervision.Audience) error
	People() []app.Person
	FileName(c *app.Copy, f app.Format) string
	CopyText(c *app.Copy) (string, app.SharedCopy, error)
	Profile(a supervision.Audience) app.Profile
	News(c *app.Copy) app.News
}

// around is how the presenter reaches the world beside the journal.
type around struct {
	do     func(fn func())                                   // runs fn on the main goroutine, soon
	work   func(job func() error, done func(err error)) bool // runs job elsewhere, then done there
	failed func(err error)                                   // tells of an error
	aside  func(fn func())                                   // runs fn off the main goroutine
}

// presenter is the page without a screen: what is copied, what was decided, and
// what may be done next. Everything here belongs to the main goroutine; the
// review is handed to a worker only while busy, when nothing here changes it.
type presenter struct {
	desk copier
	around
	tell func(State)

	of      app.CopyOf
	usual   supervision.Audience // for whom it would be, if nobody had chosen
	profile app.Profile          // that the copy was last redacted by
	format  app.Format
	round   int // counts scans, so that an old one is known when it arrives
	busy    Busy
	stale   bool // the journal changed while busy
	trouble error
	copy    *app.Copy
	known   [][]string // the words of each form of a name in the register

	steps    []step
	selected int // a finding, -1 for none
	read     bool
	saved    *Saved
	now      State
}

func newPresenter(desk copier, a around, tell func(State)) *presenter {
	return &presenter{desk: desk, around: a, tell: tell, format: app.Formats()[0], selected: -1, now: State{Selected: -1, Format: app.Formats()[0]}}
}

// Start takes up a request. Decisions hold where it is of the same session or
// the same entries as the last one.
func (p *presenter) Start(of app.CopyOf) {
	if p.busy == Saving || p.busy == Learning {
		return
	}
	if of.Audience == "" {
		of.Audience = supervision.ForLineSupervisor
	}
	p.usual = of.Audience
	if of.Paper != nil {
		of.Audience = p.desk.Reader(of.Paper, of.Audience)
	}
	if of.Style == "" {
		of = p.profiled(of)
	}
	if !of.SameMatter(p.of) {
		p.steps, p.selected, p.copy = nil, -1, nil
	}
	p.of, p.saved = of, nil
	p.scan()
}

// asked tells whether there is anything to make a copy of.
func (p *presenter) asked() bool { return p.of.Paper != nil }

// Refresh scans again what the copy is of, as it may have been changed.
func (p *presenter) Refresh() {
	switch {
	case !p.asked():
		p.show()
	case p.busy == Saving || p.busy == Learning:
		p.stale = true
	default:
		p.scan()
	}
}

// SetAudience says for whom the copy is, and remembers it for the next one of the
// kind.
func (p *presenter) SetAudience(a supervision.Audience) {
	if paper, usual := p.of.Paper, p.usual; p.asked() && a != p.of.Audience {
		p.work(func() error { return p.desk.TakeReader(paper, usual, a) }, func(err error) {
			if err != nil {
				p.do(func() { p.failed(err) })
			}
		})
	}
	p.again(func(of *app.CopyOf) {
		of.Audience = a
		*of = p.profiled(*of)
	})
}

// profiled redacts as the audience's profile says.
func (p *presenter) profiled(of app.CopyOf) app.CopyOf {
	p.profile = p.desk.Profile(of.Audience)
	of.Style, of.Strict = p.profile.Style, p.profile.Strict
	return of
}

// Reprofile makes the copy by its audience's profile again where that was changed.
func (p *presenter) Reprofile() {
	if is, was := p.desk.Profile(p.of.Audience), p.profile; p.asked() && was.Audience == is.Audience && !reflect.DeepEqual(is, was) {
		p.SetAudience(p.of.Audience)
	}
}

// SetPaper makes another paper of the same thing.
func (p *presenter) SetPaper(paper app.Paper) {
	p.again(func(of *app.CopyOf) { of.Paper = paper })
}

// SetStyle says what stands in the place of what is masked.
func (p *presenter) SetStyle(s app.Style) { p.again(func(of *app.CopyOf) { of.Style = s }) }

// SetStrict has everything masked that nobody has decided on.
func (p *presenter) SetStrict(on bool) { p.again(func(of *app.CopyOf) { of.Strict = on }) }

// SetIncluded takes in what is private, for this one copy.
func (p *presenter) SetIncluded(i app.Inclusion) {
	p.again(func(of *app.CopyOf) { *of = of.Including(i) })
}

func (p *presenter) again(change func(of *app.CopyOf)) {
	if !p.asked() || p.busy == Saving || p.busy == Learning {
		return
	}
	change(&p.of)
	p.saved = nil
	p.scan()
}

// SetFormat says which kind of file is made.
func (p *presenter) SetFormat(f app.Format) {
	p.format = f
	if p.free() {
		p.preview()
	}
	p.show()
}

// SetRead is the sign-off: somebody has read what will be shared.
func (p *presenter) SetRead(read bool) {
	p.read = read && p.free()
	p.show()
}

func (p *presenter) free() bool { return p.busy == Idle && p.copy != nil }

// scan makes the review anew on the worker.
func (p *presenter) scan() {
	p.round++
	p.busy, p.read, p.stale, p.trouble = Scanning, false, false, nil
	p.show()
	round, of := p.round, p.of
	var made *app.Copy
	var people []app.Person
	job := func() (err error) {
		people = p.desk.People()
		made, err = p.desk.Copy(of)
		return err
	}
	sent := p.work(job, func(err error) {
		p.do(func() {
			if round == p.round {
				p.scanned(made, people, err)
			}
		})
	})
	if !sent {
		p.scanned(nil, nil, fault.New(fault.Locked, "make redacted copy"))
	}
}

// scanned takes a new review in and decides again what was decided before.
func (p *presenter) scanned(made *app.Copy, people []app.Person, err error) {
	p.busy, p.copy, p.trouble = Idle, made, err
	if err != nil {
		p.copy = nil
		p.show()
		return
	}
	p.known = nil
	for _, person := range people {
		for _, form := range person.Forms {
			p.known = append(p.known, strings.Fields(plain(form)))
		}
	}
	p.replay()
	p.settle()
}

// Learn puts the person of a finding into the register, and looks again.
func (p *presenter) Learn(finding int, role string) {
	if !p.free() {
		return
	}
	c := p.copy
	p.rule(func() error { return p.desk.LearnPerson(c, finding, role) }, p.failed)
}

// KeepAlways lets the words of a finding stay in every copy, and looks again. known is
// called where they name somebody of the register, who never stays.
func (p *presenter) KeepAlways(finding int, reason string, known func()) {
	if !p.free() {
		return
	}
	c := p.copy
	p.rule(func() error { return p.desk.KeepWords(c, finding, reason) }, func(err error) {
		if fault.KindOf(err) == fault.Conflict {
			known()
			return
		}
		p.failed(err)
	})
}

// rule makes a rule off the main goroutine and looks again, by that rule.
func (p *presenter) rule(job func() error, failed func(error)) {
	p.busy = Learning
	p.show()
	done := func(err error) {
		p.busy = Idle
		if err != nil {
			failed(err)
		}
		p.scan()
	}
	if !p.work(job, func(err error) { p.do(func() { done(err) }) }) {
		done(fault.New(fault.Locked, "make rule"))
	}
}

// FileName proposes a name for the file, "" while there is no copy.
func (p *presenter) FileName() string {
	if p.copy == nil {
		return ""
	}
	return p.desk.FileName(p.copy, p.format)
}

// Save writes the copy to path, locked where there is a passphrase, off the main
// goroutine, and tells done on it. Nothing happens unless the state is Ready.
func (p *presenter) Save(path, passphrase string, overwrite bool, done func(error)) {
	if !p.now.Ready() {
		return
	}
	c, f := p.copy, p.format
	if passphrase != "" {
		f = app.LockedFormat(f, passphrase)
	}
	p.leave(path, func() (app.SharedCopy, error) { return p.desk.SaveCopy(c, f, path, overwrite) }, done)
}

// CopyText hands the copy to take as text for the clipboard, and tells done, both on
// the main goroutine. Nothing happens unless the state is Ready.
func (p *presenter) CopyText(take func(text string), done func(error)) {
	if !p.now.Ready() {
		return
	}
	c, text := p.copy, ""
	p.leave("", func() (line app.SharedCopy, err error) {
		text, line, err = p.desk.CopyText(c)
		return line, err
	}, func(err error) {
		if err == nil {
			take(text)
		}
		done(err)
	})
}

// leave lets the copy leave the journal, off the main goroutine.
func (p *presenter) leave(path string, job func() (app.SharedCopy, error), done func(error)) {
	p.busy, p.saved = Saving, nil
	p.show()
	var shared app.SharedCopy
	finished := func(err error) {
		p.busy = Idle
		p.preview() // in another format, if it was changed meanwhile
		if err == nil {
			p.saved = &Saved{Path: path, Masked: shared.Masked, Kept: shared.Kept}
		}
		p.show()
		done(err)
		if p.stale {
			p.scan()
		}
	}
	work := func() (err error) {
		shared, err = job()
		return err
	}
	if !p.work(work, func(err error) { p.do(func() { finished(err) }) }) {
		finished(fault.New(fault.Locked, "save redacted copy"))
	}
}
