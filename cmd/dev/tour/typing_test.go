//go:build linux

package tour

import (
	"flag"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	typedTexts = flag.Int("typing.texts", 2, "how many texts are typed")
	typedPace  = flag.Int("typing.pace", 60, "how many keys a second they are typed at")
	idleFor    = flag.Duration("idle.time", 10*time.Second, "how long a window is watched that nobody uses")
)

// sixtyWords gives sixty words of one to twelve letters, the same ones for each
// seed.
func sixtyWords(seed uint64) string {
	dice := rand.New(rand.NewPCG(seed, 60))
	words := make([]string, 60)
	for i := range words {
		for range 1 + dice.IntN(12) {
			words[i] += string(rune('a' + dice.IntN(26)))
		}
	}
	return strings.Join(words, " ") + "."
}

// TestTypedIsKept types texts with as many rows as the field makes of them, each
// into an entry of its own, and reads back what was kept.
func TestTypedIsKept(t *testing.T) {
	p := newWorker(t)
	p.tell("init")
	p.open()
	p.write(secret)
	p.do(Turn("Return"))
	pause := strconv.Itoa(1000 / *typedPace)
	kept := map[string]bool{}
	for i := range *typedTexts {
		p.press("ctrl+n")
		if err := p.w.xdotool("type", "--delay", pause, "--", sixtyWords(uint64(i))); err != nil {
			t.Fatal(err)
		}
		p.press("ctrl+s")
	}
	if err := p.w.Close(); err != nil {
		t.Fatal(err)
	}
	type entry struct {
		ID       string
		Sections []struct{ Text string }
	}
	for _, o := range objects[entry](p, p.tell("list", "--json")) {
		for _, e := range objects[entry](p, p.tell("show", o.ID, "--json")) {
			kept[e.Sections[0].Text] = true
		}
	}
	differ := 0
	for i := range *typedTexts {
		if !kept[sixtyWords(uint64(i))] {
			differ++
			t.Errorf("text %d is another one than was typed", i)
		}
	}
	t.Logf("%d texts at %d keys a second: %d differ", *typedTexts, *typedPace, differ)
}

// restful is the processor time that a caret may take in a window which nobody
// uses, as a part of the time that goes by. The toolkit itself looks for events
// sixty times a second, whatever stands in the window: that is measured and taken
// off.
const restful = 0.01

// TestRestsAtRest measures what the window uses while it is looked at and nobody
// types: with the caret at the door and in a text, beside a page without one.
func TestRestsAtRest(t *testing.T) {
	p := newWorker(t)
	p.tell("init")
	p.open()
	door := p.rests("at the door")
	p.write(secret)
	p.do(Turn("Return"))
	time.Sleep(10 * time.Second) // the journal looks after its file first
	bare := p.rests("with nothing to write in")
	p.press("ctrl+n")
	p.write("I stayed too long, and nobody asked.")
	text := p.rests("with the caret in a text")
	if door > bare+restful || text > bare+restful {
		t.Errorf("the caret takes more than %.0f %% of a core", 100*restful)
	}
}

// rests measures after the caret has come to rest, and gives the part of a core
// that the window uses.
func (p *worker) rests(where string) float64 {
	p.Helper()
	time.Sleep(12 * time.Second)
	before, err := p.w.spent()
	if err != nil {
		p.Fatal(err)
	}
	from := time.Now()
	time.Sleep(*idleFor)
	now, err := p.w.spent()
	if err != nil {
		p.Fatal(err)
	}
	share := between(before, now).All.Seconds() / time.Since(from).Seconds()
	p.Logf("%s: %.2f %% of a core", where, 100*share)
	return share
}
