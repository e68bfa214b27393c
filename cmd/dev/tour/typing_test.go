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
	for text := range kept {
		t.Logf("kept %q", text[:min(len(text), 60)])
	}
	t.Logf("%d texts at %d keys a second: %d differ", *typedTexts, *typedPace, differ)
}

// restful is the processor time that a window which nobody uses may take, as a
// part of the time that goes by.
const restful = 0.01

// TestRestsAtRest measures what the window uses while it is looked at and nobody
// types: at the door, and with the caret in a text.
func TestRestsAtRest(t *testing.T) {
	p := newWorker(t)
	p.tell("init")
	p.open()
	p.rests("at the door", 12*time.Second)
	p.write(secret)
	p.do(Turn("Return"))
	p.press("ctrl+n")
	p.write("I stayed too long, and nobody asked.")
	p.rests("with the caret in a text", 12*time.Second)
}

// rests measures after the caret has come to rest.
func (p *worker) rests(where string, after time.Duration) {
	p.Helper()
	time.Sleep(after)
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
	if share > restful {
		p.Errorf("%s the window uses %.1f %% of a core", where, 100*share)
	}
}
