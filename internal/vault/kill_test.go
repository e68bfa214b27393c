package vault

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var kills = flag.Int("kills", 15, "how often a writing process is killed")

// What a killed writer does follows from the number of the step, so that what
// must be there after each step is known.

// counter is the record that holds the number of the last step.
var counter = place{Object, 1}

// script gives what step i puts, or with nil takes away: typing, saving, editing
// and deleting.
func script(i int) map[place][]byte {
	id := func(n int) ID { return ID(1 + n%23) }
	changes := map[place][]byte{counter: strconv.AppendInt(nil, int64(i), 10)}
	switch {
	case i%10 == 0:
		changes[place{Overview, id(i / 2)}], changes[place{Details, id(i / 2)}] = nil, nil
	case i%3 == 0:
		changes[place{Overview, id(i)}], changes[place{Details, id(i)}] = textOf(i), textOf(31*i)
		changes[place{Draft, 1}] = nil
	default:
		changes[place{Draft, 1}] = textOf(7 * i)
	}
	return changes
}

// stages are what a step does after it has saved, and how often.
var stages = []struct {
	name  string
	every int
	do    func(v *Vault) error
}{
	{"locking", 5, func(v *Vault) error { return v.Close() }},
	{"backing up", 4, func(v *Vault) error { return v.Backup(context.Background(), v.path+".copy", nil) }},
	{"changing the key", 6, func(v *Vault) error { _, err := v.Rotate(context.Background(), pass, nil); return err }},
}

func textOf(i int) []byte { return []byte(strings.Repeat(strconv.Itoa(i)+" ", i%400)) }

// writeUntilKilled goes on with the script, and says each number after it was
// saved and each stage before it begins.
func writeUntilKilled(path string) {
	for {
		v, err := openInChild(path)
		for err == nil {
			err = writeStep(v)
		}
		if v == nil || v.file != nil {
			fmt.Println("error", err)
			return
		}
	}
}

// writeStep takes the next step of the script; it gives an error where the vault
// is closed then.
func writeStep(v *Vault) error {
	i := stepOf(v) + 1
	err := v.Update(func(tx *Tx) error {
		for p, content := range script(i) {
			if content == nil {
				_ = tx.Delete(p.table, p.id)
			} else if err := tx.Put(p.table, p.id, content); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Println(i)
	for _, stage := range stages {
		if i%stage.every == 0 && err == nil {
			fmt.Println(stage.name)
			err = stage.do(v)
		}
	}
	if err == nil && v.file == nil {
		return errLocked
	}
	return err
}

// stepOf gives the number of the last step that the vault holds.
func stepOf(v *Vault) int {
	content, _ := v.Get(counter.table, counter.id)
	i, _ := strconv.Atoi(string(content))
	return i
}

// A process killed at any moment of typing, saving, editing, deleting, locking,
// backing up and changing the key has saved all that it said it had, and nothing
// by half.
func TestVault_killed_at_any_moment(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	must(t, d.create(t).Close())
	want, last := map[place][]byte{}, 0
	during := map[string]int{}
	for round := range *kills {
		said, stage := killOne(t, d, last)
		during[stage]++
		v, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
		if err != nil {
			t.Fatalf("round %d, killed while %s: %v", round, stage, err)
		}
		found := stepOf(v)
		if found < said || found > said+1 {
			t.Fatalf("round %d, killed while %s: said %d, holds %d", round, stage, said, found)
		}
		for ; last < found; last++ {
			maps.Copy(want, script(last+1))
		}
		wantScript(t, v, want)
		must(t, v.Close())
		d.checkBeside(t, found)
	}
	if last < *kills/2 {
		t.Errorf("only %d steps in %d rounds", last, *kills)
	}
	for _, name := range slices.Sorted(maps.Keys(during)) {
		t.Attr("during", fmt.Sprint(during[name], " while ", name))
	}
	trials(t, *kills, "processes killed while they wrote")
}

// wantScript checks that the vault holds what the script wrote and nothing else.
func wantScript(t *testing.T, v *Vault, want map[place][]byte) {
	t.Helper()
	rows := 0
	for p, content := range want {
		if content != nil {
			rows++
			wantContent(t, v, p.table, p.id, string(content))
		}
	}
	wantSound(t, v, rows)
}

// checkBeside checks that what killed processes left unfinished is gone, and that
// the backup, if there is one, is whole and no younger than the vault.
func (d *desk) checkBeside(t *testing.T, found int) {
	t.Helper()
	for _, name := range files(t, filepath.Dir(d.path)) {
		if strings.HasPrefix(name, ".") {
			t.Errorf("left behind: %s", name)
		}
	}
	path := d.path + ".copy"
	if _, err := os.Stat(path); err != nil {
		return
	}
	c, err := Open(path, Unlock{Passphrase: pass}, Options{ReadOnly: true})
	must(t, err)
	defer c.Close()
	if step := stepOf(c); step > found {
		t.Errorf("the copy is of step %d, the vault of %d", step, found)
	}
	wantSound(t, c, c.Rows())
}

// killOne lets a writer go on from the last number, kills it at some moment, and
// gives the last number that it said and what it was about then.
func killOne(t *testing.T, d *desk, last int) (said int, stage string) {
	t.Helper()
	c := d.child(exec.Command(os.Args[0]), "write")
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	said, stage = last, "opening"
	lines := bufio.NewReader(out)
	kill := func(within time.Duration) {
		time.AfterFunc(rand.N(within), func() { _ = c.Process.Kill() })
	}
	if rand.N(8) == 0 {
		kill(60 * time.Millisecond) // while it opens
	}
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			break
		}
		must(t, err)
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "error") {
			t.Fatalf("writer says %q", line)
		}
		if stage == "opening" {
			kill(180 * time.Millisecond)
		}
		stage = line
		if number, err := strconv.Atoi(line); err == nil {
			said, stage = number, "saving"
		}
	}
	_ = c.Wait()
	return said, stage
}
