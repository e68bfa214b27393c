//go:build linux

package tour

import (
	"flag"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

var (
	typedTexts = flag.Int("typing.texts", 2, "how many texts are typed")
	typedPace  = flag.Int("typing.pace", 60, "how many keys a second they are typed at")
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
