package present

import "testing"

func TestAct_Do_tells_of_an_error_or_goes_on(t *testing.T) {
	for _, err := range []error{nil, errFull} {
		var main []func()
		var failed error
		then := 0
		a := Act{
			Work:   func(job func() error, done func(error)) bool { done(job()); return true },
			Main:   func(fn func()) { main = append(main, fn) },
			Failed: func(err error) { failed = err },
		}
		a.Do(func() error { return err }, func() { then++ })
		if then != 0 || failed != nil || len(main) != 1 {
			t.Fatalf("%v: something happened off the main goroutine", err)
		}
		main[0]()
		if failed != err || (then == 1) != (err == nil) {
			t.Errorf("%v: told of %v, went on %d times", err, failed, then)
		}
	}
}
