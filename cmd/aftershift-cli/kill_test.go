package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
)

// kills is how often a command is killed before the journal is used again.
var kills = flag.Int("kills", 40, "commands killed at any moment")

// telltale stands in every text, so that what is readable of it is found.
const telltale = "Mottramshire"

// killed is a journal whose commands are killed.
type killed struct {
	t       *testing.T
	program string
	dir     string
	config  app.Config
	id      string
	random  *rand.Rand
}

func newKilled(t *testing.T) *killed {
	k := &killed{t: t, dir: t.TempDir(), config: cheap, random: rand.New(rand.NewPCG(7, 9))}
	var err error
	k.program, err = os.Executable()
	k.must(err)
	for _, dir := range []string{"home", "out", "stick", "saved", "tmp"} {
		k.must(os.Mkdir(k.at(dir), 0o700))
	}
	k.must(os.WriteFile(k.at("passphrase"), []byte("quiet harbour after rain\n"), 0o600))
	return k
}

func (k *killed) must(err error) {
	k.t.Helper()
	if err != nil {
		k.t.Fatal(err)
	}
}

func (k *killed) at(name string) string { return filepath.Join(k.dir, name) }

// command makes one that works on the journal.
func (k *killed) command(args ...string) *exec.Cmd {
	c := exec.Command(k.program, append([]string{"--journal", k.at("j.aftershift"), "--passphrase-file", k.at("passphrase")}, args...)...)
	c.Args[0] = "aftershift-cli" // which the program of the tests then is
	c.Dir = k.dir
	c.Stdin = strings.NewReader("What " + telltale + " said at the door.")
	c.Env = append(append(os.Environ(), atHome(k.at("home"))...), "TMPDIR="+k.at("tmp"), "TMP="+k.at("tmp"))
	return c
}

func (k *killed) run(args ...string) string {
	k.t.Helper()
	out, err := k.command(args...).CombinedOutput()
	if err != nil {
		k.t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// any gives one of all commands that write.
func (k *killed) any(n int) []string {
	all := [][]string{
		{"add"},
		{"backup", "--to", k.at("stick")},
		{"rotate"},
		{"passphrase", "--new-passphrase-file", k.at("passphrase")},
		{"item", "bring", k.id, "--words", "Words."},
		{"verify"},
		{"list"},
		{"export", "entries", k.id, "--include", "reflection", "--audience", "mentor", "--format", "text", "--accept", "all", "--out", k.at(fmt.Sprintf("out/%d.txt", n))},
		{"export", "entries", k.id, "--include", "reflection", "--audience", "mentor", "--format", "pdf", "--accept", "all", "--out", k.at(fmt.Sprintf("out/%d.pdf", n))},
		{"salvage", k.at("j.aftershift"), "--to", k.at(fmt.Sprintf("saved/%d.aftershift", n))},
	}
	if copies, _ := filepath.Glob(k.at("stick/*.aftershift")); len(copies) > 0 {
		all = append(all, []string{"--journal", k.at("other.aftershift"), "restore", copies[len(copies)-1]})
	}
	return all[k.random.IntN(len(all))]
}

// After any number of kills, one ordinary use leaves no temporary file anywhere,
// and each copy that was written is whole and in the register.
func TestKilled_commands_leave_nothing(t *testing.T) {
	k := newKilled(t)
	k.run("init")
	k.id = k.run("add")
	took := time.Now()
	k.run("list")
	most := 3 * time.Since(took) / 2
	for n := range *kills {
		c := k.command(k.any(n)...)
		k.must(c.Start())
		time.Sleep(time.Duration(k.random.Int64N(int64(most))))
		_ = c.Process.Kill()
		_ = c.Wait()
	}
	if out, err := k.command("add").CombinedOutput(); err != nil {
		var ended *exec.ExitError
		if !errors.As(err, &ended) || ended.ExitCode() != call.ExitBroken { // a restore that was cut is a question
			t.Fatalf("%v\n%s", err, out)
		}
		k.run("--as-restored", "add")
	}
	k.judge()
	t.Attr("trials", fmt.Sprint(*kills, " commands killed, then one ordinary use: nothing left"))
}

// judge looks at every file.
func (k *killed) judge() {
	registered := k.registered()
	k.must(filepath.WalkDir(k.dir, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case strings.Contains(e.Name(), ".tmp"):
			k.t.Errorf("left behind: %s", path)
		case e.IsDir() || e.Name() == "passphrase":
			return nil
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(raw)
		export := filepath.Dir(path) == k.at("out")
		if strings.Contains(string(raw), telltale) {
			k.t.Errorf("readable: %s", path)
		}
		if export && !registered[hex.EncodeToString(sum[:])] {
			k.t.Errorf("not in the register, or not whole: %s", path)
		}
		return nil
	}))
}

// registered gives the sums of the copies in the register.
func (k *killed) registered() map[string]bool {
	c := k.config
	c.Journal = k.at("j.aftershift")
	c.DataFolder, c.StateFolder, c.ConfigFolder = k.at("home/.local/share/aftershift"), k.at("home/.local/state/aftershift"), k.at("home/.config/aftershift")
	if runtime.GOOS == "windows" {
		c.StateFolder = k.at("home/.local/share/aftershift-state")
	}
	a, err := app.New(c)
	k.must(err)
	d, err := a.Open(context.Background(), app.Key{Passphrase: "quiet harbour after rain"}, app.ToLook)
	k.must(err)
	defer d.Close()
	all := map[string]bool{}
	for _, s := range d.SharedCopies() {
		all[s.SHA256] = true
	}
	return all
}
