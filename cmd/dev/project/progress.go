package project

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// Progress tells how far a long step is: on a terminal as one line that is
// rewritten, elsewhere as a line every so often. Safe for concurrent use.
type Progress struct {
	out     io.Writer
	live    bool // out is a terminal
	say     func(elapsed time.Duration) string
	started time.Time
	mu      sync.Mutex
	shown   bool // a line stands there to be taken away; guarded by mu
	done    chan struct{}
	ended   chan struct{}
}

// How often progress is told: on a terminal, and where each time adds a line.
const (
	livePause  = 200 * time.Millisecond
	plainPause = 15 * time.Second
)

// StartProgress begins to print to out what say gives for the time passed, and
// nothing where it gives "". say is called on a goroutine of its own. End it with
// Stop.
func StartProgress(out *os.File, say func(elapsed time.Duration) string) *Progress {
	info, err := out.Stat()
	p := &Progress{
		out: out, say: say, started: time.Now(),
		live: err == nil && info.Mode()&os.ModeCharDevice != 0,
		done: make(chan struct{}), ended: make(chan struct{}),
	}
	go p.report()
	return p
}

// report runs until Stop, which waits for it, so that nothing is printed after that.
func (p *Progress) report() {
	defer close(p.ended)
	pause := plainPause
	if p.live {
		pause = livePause
	}
	ticks := time.NewTicker(pause)
	defer ticks.Stop()
	for {
		select {
		case <-p.done:
			return
		case now := <-ticks.C:
			p.show(now.Sub(p.started))
		}
	}
}

// show prints what say gives. It holds the lock meanwhile, so say may not call clear.
func (p *Progress) show(elapsed time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	line := p.say(elapsed)
	if line == "" {
		return
	}
	if !p.live {
		fmt.Fprintln(p.out, line)
		return
	}
	fmt.Fprintf(p.out, "\r\033[K%s", line)
	p.shown = true
}

// clear takes the rewritten line away, so that other output can be printed.
func (p *Progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.out, "\r\033[K")
		p.shown = false
	}
}

// Stop ends the report and takes its line away; call it once.
func (p *Progress) Stop() {
	close(p.done)
	<-p.ended
	p.clear()
}

// Clock returns a duration as minutes and seconds: "2m05s", "9s".
func Clock(d time.Duration) string {
	d = d.Round(time.Second)
	if d < time.Minute {
		return fmt.Sprintf("%ds", int(d.Seconds()))
	}
	return fmt.Sprintf("%dm%02ds", int(d.Minutes()), int(d.Seconds())%60)
}
