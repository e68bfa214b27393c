package sharing_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/sharing"
	"aftershift/internal/redact"
)

func TestDesk_NameHints_whatSurelyNamesSomebody(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	if _, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Dana Whitlock"}, Role: "parent", Code: "Parent D"}}); err != nil {
		t.Fatal(err)
	}
	text := "Rang Dana on 0161 496 0719, she has moved to 14 Larch Close, LS8 2QR. We talked for long."
	hints, err := d.NameHints(text)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, h := range hints {
		found = append(found, text[h.Start:h.End])
		if registered := text[h.Start:h.End] == "Dana"; h.Registered != registered || registered && h.Instead != "Parent D" {
			t.Errorf("%q: %+v", text[h.Start:h.End], h)
		}
	}
	for _, want := range []string{"Dana", "0161 496 0719", "14 Larch Close", "LS8 2QR"} {
		if !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, want) }) {
			t.Errorf("no hint at %q: %q", want, found)
		}
	}
	if hints, err = d.NameHints("We talked about the plan for long."); err != nil || len(hints) > 0 {
		t.Errorf("hints where nobody is named: %v %v", hints, err)
	}
}

// pad is a text that is written, with a hinter in which nothing happens until the
// test says so. Every capital X is a hint.
type pad struct {
	*app.Hinter
	text    string
	shown   []string
	scanned []string
	later   func()
	wait    time.Duration
	asides  []func()
	err     error
	errs    int
}

func newPad() *pad {
	p := &pad{}
	p.Hinter = app.NewHinter(app.Hinting{
		Scan: func(s string) (all []app.NameHint, err error) {
			p.scanned = append(p.scanned, s)
			for i, r := range s {
				if r == 'X' {
					all = append(all, app.NameHint{Start: i, End: i + 2})
				}
			}
			return all, p.err
		},
		After: func(d time.Duration, fn func()) func() {
			p.later, p.wait = fn, d
			return func() { p.later = nil }
		},
		Aside:  func(fn func()) { p.asides = append(p.asides, fn) },
		Do:     func(fn func()) { fn() },
		Failed: func(error) { p.errs++ },
		Show: func(hints []app.NameHint) {
			p.shown = nil
			for _, h := range hints {
				p.shown = append(p.shown, p.text[h.Start:h.End])
			}
		},
	})
	return p
}

func (p *pad) write(text string) { p.text = text; p.Changed(text) }

// pause lets the writer pause.
func (p *pad) pause() {
	if later := p.later; later != nil {
		p.later = nil
		later()
	}
}

// run lets what was begun elsewhere come to its end.
func (p *pad) run() {
	for len(p.asides) > 0 {
		next := p.asides[0]
		p.asides = p.asides[1:]
		next()
	}
}

// read writes, pauses, and lets what was written be read.
func (p *pad) read(text string) {
	p.write(text)
	p.pause()
	p.run()
}

func (p *pad) want(t *testing.T, shown ...string) {
	t.Helper()
	if !slices.Equal(p.shown, shown) {
		t.Errorf("shown %q, want %q", p.shown, shown)
	}
}

func TestHinter_readsWhatChangedAfterAPause(t *testing.T) {
	p := newPad()
	one := strings.Repeat("one ", sharing.HintWhole/4) + "X1\n"
	p.write(one + "two")
	if p.run(); len(p.scanned) > 0 || p.wait > 100*time.Millisecond/2 {
		t.Fatalf("read while the typing goes on, or %v after it", p.wait)
	}
	p.pause()
	p.run()
	p.want(t, "X1")
	p.scanned = nil
	p.read(one + "two X2")
	p.want(t, "X1", "X2")
	if !slices.Equal(p.scanned, []string{"two X2"}) {
		t.Errorf("read %q", p.scanned)
	}
	p.read(one[:len(one)-3] + "\ntwo X2")
	p.want(t, "X2")
}

func TestHinter_dropsWhatIsOld(t *testing.T) {
	p := newPad()
	p.write("X1")
	p.pause()
	p.write("now X2")
	p.run()
	p.want(t)
	p.pause()
	p.run()
	p.want(t, "X2")
	p.write("then X3")
	p.pause()
	p.write("then X4")
	p.pause() // while the reading of X3 is under way
	if len(p.asides) != 1 {
		t.Fatalf("%d readings at once", len(p.asides))
	}
	p.run()
	p.want(t, "X4")
	p.write("end X5")
	p.pause()
	p.Close()
	p.run()
	p.want(t, "X4")
}

func TestHinter_Fine_Again(t *testing.T) {
	p := newPad()
	p.read("X1 X2 X1")
	p.Fine("X1")
	p.run()
	p.want(t, "X2")
	p.scanned = nil
	p.Again()
	p.run()
	if len(p.scanned) != 1 {
		t.Errorf("read %q", p.scanned)
	}
	p.want(t, "X2")
}

func TestHinter_failureIsToldOnce(t *testing.T) {
	p := newPad()
	p.err = errors.New("no lists")
	for range 2 {
		p.read(p.text + "X")
	}
	if p.errs != 1 || p.shown != nil {
		t.Errorf("told %d times, shown %q", p.errs, p.shown)
	}
}

func TestStretches_areTheText(t *testing.T) {
	for _, text := range []string{"", "\n", "a\n\nb", strings.Repeat("word ", 3000), strings.Repeat("x", 9000), strings.Repeat("y", 5000) + " z\n"} {
		all := sharing.Stretches(text)
		if strings.Join(all, "") != text {
			t.Errorf("%d stretches of %d bytes are another text", len(all), len(text))
		}
	}
	if n := len(sharing.Stretches(strings.Repeat("word ", 3000))); n != 4 {
		t.Errorf("%d stretches", n)
	}
}
