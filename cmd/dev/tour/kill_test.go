//go:build linux

package tour

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var killRounds = flag.Int("kill.rounds", 3, "how often the program is killed while somebody types")

// maxLoss is how much typing may be gone after the program was killed.
const maxLoss = 5 * time.Second

// A typed token is one numbered word and when it stood on the screen.
type token struct {
	text  string
	typed time.Time
	saved bool // a Ctrl+S after it was answered
}

// TestKill kills the program at random moments while somebody types, and reads
// back what was kept.
func TestKill(t *testing.T) {
	p := newWorker(t)
	p.tell("init")
	var worst time.Duration
	gone, lost := 0, 0
	for round := range *killRounds {
		p.unlock()
		tokens := p.typeOn(round)
		killed := p.kill()
		kept := p.kept(round)
		for _, one := range tokens {
			if strings.Contains(kept, one.text) {
				continue
			}
			gone++
			worst = max(worst, killed.Sub(one.typed))
			if one.saved {
				lost++
				t.Errorf("round %d: %s was acknowledged and is gone", round, one.text)
			}
			if killed.Sub(one.typed) > maxLoss {
				t.Errorf("round %d: %s, typed %v before the end, is gone", round, one.text, killed.Sub(one.typed))
			}
		}
		p.tell("verify")
	}
	t.Logf("%d rounds: %d acknowledged words lost, %d others; at most %.1f s of typing", *killRounds, lost, gone-lost, worst.Seconds())
	t.Attr("trials", fmt.Sprintf("%d windows killed while somebody typed: at most %.1f s of typing gone", *killRounds, worst.Seconds()))
}

// unlock starts the program and opens the journal with a new entry.
func (p *worker) unlock() {
	p.Helper()
	p.open()
	p.write(secret)
	p.do(Turn("Return"))
	p.press("ctrl+n")
}

// typeOn types numbered words at some 20 letters a second for 2 to 10 seconds, and
// gives them. In every other round there is a Ctrl+S now and then; in the others
// nothing but the drafts keeps a word.
func (p *worker) typeOn(round int) (tokens []token) {
	p.Helper()
	answered := 0
	for end := time.Now().Add(2*time.Second + rand.N(8*time.Second)); time.Now().Before(end); {
		one := token{text: fmt.Sprintf("r%02da%04d", round, len(tokens))}
		if err := p.w.xdotool("type", "--delay", "45", "--", one.text+" "); err != nil {
			p.Fatal(err)
		}
		one.typed = time.Now()
		tokens = append(tokens, one)
		if round%2 == 1 && rand.N(12) == 0 {
			p.press("ctrl+s")
			p.settled()
			answered = len(tokens)
		}
	}
	for i := range answered {
		tokens[i].saved = true
	}
	return tokens
}

// settled waits until a save is answered: the journal has nothing left to take
// back, and the screen is calm.
func (p *worker) settled() {
	p.Helper()
	time.Sleep(500 * time.Millisecond)
	for deadline := time.Now().Add(stableTimeout); p.saving(); {
		if time.Now().After(deadline) {
			p.Fatal("a save is not answered")
		}
		time.Sleep(pollPause)
	}
	p.rest()
}

// saving tells whether a change is under way. SQLite then keeps what to take
// back in a second file, and blanks the beginning of it at the end:
// https://www.sqlite.org/fileformat.html#the_rollback_journal
func (p *worker) saving() bool {
	back, err := os.ReadFile(p.journal() + "-journal")
	return err == nil && bytes.HasPrefix(back, []byte{0xd9, 0xd5, 0x05, 0xf9})
}

// kill ends the program at once and tells when.
func (p *worker) kill() time.Time {
	p.Helper()
	at := time.Now()
	if err := p.w.program.Process.Kill(); err != nil {
		p.Fatal(err)
	}
	<-p.w.ended
	return at
}

// kept gives the text of the entry of a round, as another program reads it.
func (p *worker) kept(round int) string {
	p.Helper()
	type overview struct{ ID, Title, Excerpt string }
	begun := fmt.Sprintf("r%02da", round)
	for _, o := range objects[overview](p, p.tell("list", "--json")) {
		if strings.Contains(o.Title+o.Excerpt, begun) {
			return p.tell("show", o.ID)
		}
	}
	if files, err := filepath.Glob(filepath.Join(filepath.Dir(p.journal()), "*")); err != nil || len(files) == 0 {
		p.Fatalf("the journal is gone: %v", err)
	}
	return ""
}
