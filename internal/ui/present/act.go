package present

// Act runs the commands of a presenter. It is used on the main goroutine.
type Act struct {
	// Work runs job off the main goroutine, then done, and gives false where nothing
	// runs any more.
	Work func(job func() error, done func(error)) bool
	// Main brings fn to the main goroutine.
	Main func(fn func())
	// Failed tells of an error, on the main goroutine.
	Failed func(err error)
}

// Do runs change off the main goroutine, and then, on it, then or else Failed. A
// journal that is closed takes no command, and nothing is told: its page is gone.
func (a Act) Do(change func() error, then func()) {
	a.Work(change, func(err error) {
		a.Main(func() {
			if err != nil {
				a.Failed(err)
				return
			}
			then()
		})
	})
}
