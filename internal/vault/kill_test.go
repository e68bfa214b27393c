package vault

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// writeUntilKilled saves entry after entry and says each number after it was
// saved. What it writes follows from the number.
func writeUntilKilled(path string) {
	v, err := openInChild(path)
	if err != nil {
		fmt.Println("error", err)
		return
	}
	for i := v.Len(Overview) + 1; ; i++ {
		err := v.Update(func(tx *Tx) error {
			if err := tx.Put(Draft, 1, textOf(i)); err != nil {
				return err
			}
			return tx.PutEntry(ID(i), textOf(i), textOf(i))
		})
		if err != nil {
			fmt.Println("error", err)
			return
		}
		fmt.Println(i)
	}
}

func textOf(i int) []byte { return []byte(strings.Repeat(strconv.Itoa(i)+" ", i%400)) }

// A process killed at any moment has saved all that it said it had, and nothing
// by half.
func TestVault_Update_killed_at_any_moment(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	rounds := 12
	if *thorough {
		rounds = 200
	}
	last := 0
	for round := range rounds {
		last = killOne(t, d, last, time.Duration(20+13*round%97)*time.Millisecond)
		v := d.open(t)
		n := v.Len(Overview)
		if n < last || n > last+1 || v.Len(Details) != n {
			t.Fatalf("round %d: said %d, holds %d entries and %d details", round, last, n, v.Len(Details))
		}
		for i := 1; i <= n; i++ {
			wantContent(t, v, Details, ID(i), string(textOf(i)))
		}
		if n > 0 {
			wantContent(t, v, Draft, 1, string(textOf(n)))
		}
		last = n
		must(t, v.Close())
	}
	if last < rounds {
		t.Errorf("only %d entries in %d rounds", last, rounds)
	}
}

// killOne lets a writer go on from the last number for a while after its first
// word, kills it, and gives the last number that it said.
func killOne(t *testing.T, d *desk, last int, after time.Duration) int {
	t.Helper()
	c := d.child(exec.Command(os.Args[0]), "write")
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			break
		}
		must(t, err)
		said, err := strconv.Atoi(strings.TrimSpace(line))
		if err != nil {
			t.Fatalf("writer says %q", line)
		}
		last = said
		time.AfterFunc(after, func() { _ = c.Process.Kill() })
	}
	_ = c.Wait()
	return last
}
