package present

// Voice is how a presenter speaks: it shows what is, says by a text key what was done,
// and tells what went wrong.
type Voice[S any] struct {
	Show   func(S)
	Said   func(key string)
	Failed func(error)
}

// Presenter decides what a page shows and does; the page's own embeds it. It belongs to
// the main goroutine.
type Presenter[S any] struct {
	Voice[S]
	*Reading[S]
	State S    // what the page shows; it is replaced, never changed
	Read  bool // State is what was read
	act   Act
}

// NewPresenter returns a presenter that has read nothing. do and main are those of
// NewReading; read reads what is stored, off the main goroutine.
func NewPresenter[S any](
	do func(job func() error, done func(error)) bool, main func(fn func()), read func() S, v Voice[S],
) *Presenter[S] {
	p := &Presenter[S]{Voice: v}
	p.Reading = NewReading(do, main, func() func() S { return read }, p.arrived)
	p.act = Act{Work: do, Main: main, Failed: p.refused}
	return p
}

// Refresh reads everything again, off the main goroutine, and shows it.
func (p *Presenter[S]) Refresh() { p.Again() }

func (p *Presenter[S]) arrived(next S) {
	p.State, p.Read = next, true
	p.Show(next)
}

// Act changes the journal off the main goroutine, and then says what was done.
func (p *Presenter[S]) Act(key string, change func() error) {
	p.act.Do(change, func() { p.Said(key) })
}

// refused tells of an error, and reads everything again, so that nothing stays on the
// screen that isn't so.
func (p *Presenter[S]) refused(err error) {
	p.Failed(err)
	p.Refresh()
}
