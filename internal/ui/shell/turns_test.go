package shell

import "testing"

func TestShell_Do_oneTurnForAllThatWait(t *testing.T) {
	var posted []func()
	s := &Shell{post: (&turns{post: func(fn func()) { posted = append(posted, fn) }}).do}
	done := ""
	for _, key := range []string{"a", "b", "c"} {
		s.Do(func() {
			done += key
			if key == "a" {
				s.Do(func() { done += "d" })
			}
		})
	}
	if len(posted) != 1 {
		t.Fatalf("three functions take %d turns", len(posted))
	}
	posted[0]()
	if done != "abc" || len(posted) != 2 {
		t.Fatalf("did %q, and %d turns were asked for", done, len(posted))
	}
	posted[1]()
	if done != "abcd" {
		t.Errorf("did %q", done)
	}
	s.ended.Store(true)
	s.Do(func() { t.Error("ran after the window was gone") })
	if len(posted) != 2 {
		t.Error("a turn was asked for after the window was gone")
	}
}
