package present

import "testing"

func TestFollow_until_closed(t *testing.T) {
	var tell func(int)
	heard, open := 0, true
	var v Visit
	Follow(&v, func(fn func(int)) func() {
		tell = fn
		return func() { open = false }
	}, func(fn func()) { fn() }, func(n int) { heard += n })
	tell(1)
	v.Shown = true
	tell(3)
	v.Hide()
	tell(5)
	if err := v.Flush(); err != nil || v.Shown || heard != 3 || !open {
		t.Errorf("heard %d, shown %v, open %v, %v", heard, v.Shown, open, err)
	}
	if v.Close(); open {
		t.Error("still follows")
	}
}

func TestObey_does_what_it_knows(t *testing.T) {
	done := 0
	can := map[string]func(){"copy": func() { done++ }}
	if !Obey("copy", can) || Obey("delete", can) || done != 1 {
		t.Errorf("done %d times", done)
	}
}

func TestFind_and_Toggled(t *testing.T) {
	if n, there := Find([]int{3, 5, 7}, func(n int) bool { return n > 4 }); n != 5 || !there {
		t.Errorf("found %d, %v", n, there)
	}
	if n, there := Find([]int{3}, func(n int) bool { return n > 4 }); n != 0 || there {
		t.Errorf("found %d, %v", n, there)
	}
	one := Toggled(nil, "a")
	if two := Toggled(one, "a"); !one["a"] || len(one) != 1 || len(two) != 0 {
		t.Errorf("%v, then %v", one, two)
	}
}
