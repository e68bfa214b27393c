package present

// Reading keeps what a page shows in step with what is stored: it reads anew off
// the main goroutine, one reading at a time, and once more where it was asked
// again meanwhile. Its methods belong to the main goroutine.
type Reading[S any] struct {
	do    func(job func() error, done func(error)) bool
	main  func(fn func())
	begin func() func() S
	show  func(S)
	busy  bool
	stale bool // asked again since the reading began
}

// NewReading gives a reading that has not begun. do runs a job off the main
// goroutine, then done, and gives false where nothing runs any more; main brings
// fn to the main goroutine. begin is called on the main goroutine and gives what
// reads off it; show takes what was read, on the main goroutine.
func NewReading[S any](
	do func(job func() error, done func(error)) bool, main func(fn func()), begin func() func() S, show func(S),
) *Reading[S] {
	return &Reading[S]{do: do, main: main, begin: begin, show: show}
}

// Again reads anew, and shows it.
func (r *Reading[S]) Again() {
	if r.busy {
		r.stale = true
		return
	}
	r.stale = false
	read := r.begin()
	var next S
	r.busy = r.do(func() error {
		next = read()
		return nil
	}, func(error) { r.main(func() { r.arrived(next) }) })
}

func (r *Reading[S]) arrived(next S) {
	r.busy = false
	r.show(next)
	if r.stale {
		r.Again()
	}
}

// Busy tells whether a reading is under way.
func (r *Reading[S]) Busy() bool { return r.busy }
