package vault

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

// Parts that this test program plays when it is started as another process.
var roles = map[string]func(path string){
	"open":       func(path string) { _, err := openInChild(path); fmt.Print(fault.KindOf(err)) },
	"write":      writeUntilKilled,
	"write some": saveSome,
	"save": func(path string) {
		doOne(path, func(v *Vault) error {
			return v.Update(func(tx *Tx) error { return tx.PutEntry(1, []byte("new"), textOf(399)) })
		})
	},
	"passphrase": func(path string) { doOne(path, func(v *Vault) error { return v.ChangePassphrase(pass, another) }) },
	"new key": func(path string) {
		doOne(path, func(v *Vault) error {
			words, err := v.Rotate(context.Background(), pass, nil)
			if words != nil && err != nil {
				fmt.Println("told")
			}
			return err
		})
	},
	"look": lookAtAll,
	"back up": func(path string) {
		doOne(path, func(v *Vault) error { return v.Backup(context.Background(), path+".copy", nil) })
	},
}

const (
	playing   = "AFTERSHIFT_TEST_PART"
	atPath    = "AFTERSHIFT_TEST_PATH"
	anchorsAt = "AFTERSHIFT_TEST_ANCHORS"
)

func TestMain(m *testing.M) {
	if play := roles[os.Getenv(playing)]; play != nil {
		limitFiles()
		play(os.Getenv(atPath))
		return
	}
	os.Exit(m.Run())
}

// tool gives where a program stands that a test can't do without.
func tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("no %s; type: go run ./cmd/dev setup", name)
	}
	return path
}

// trials tells a full test how often something was tried; cmd/dev gathers it.
func trials(t *testing.T, n int, what string) {
	t.Helper()
	t.Attr("trials", fmt.Sprint(n, " ", what))
}

// child makes the command play the part on the desk's vault.
func (d *desk) child(c *exec.Cmd, part string) *exec.Cmd {
	c.Env = append(os.Environ(), playing+"="+part, atPath+"="+d.path, anchorsAt+"="+d.options.AnchorDir)
	return c
}

func openInChild(path string) (*Vault, error) {
	return Open(path, Unlock{Passphrase: pass}, Options{AnchorDir: os.Getenv(anchorsAt)})
}

// doOne opens, does one thing, closes, and says how that went.
func doOne(path string, do func(*Vault) error) {
	v, err := openInChild(path)
	if err != nil {
		fmt.Println("not opened:", fault.KindOf(err))
		return
	}
	if err := do(v); err != nil {
		fmt.Println("not done:", fault.KindOf(err))
	} else {
		fmt.Println("done")
	}
	if err := v.Close(); err != nil {
		fmt.Println("not closed:", fault.KindOf(err))
	}
}

// lookAtAll does whatever looks at a file that somebody else made, and says the
// kinds of what came of it.
func lookAtAll(path string) {
	ctx, u, o := context.Background(), Unlock{Passphrase: pass}, Options{AsFound: true, ReadOnly: true, Restored: true}
	v, err := Open(path, u, o)
	if err == nil {
		for table := Overview; table <= Object; table++ {
			_ = v.Each(ctx, table, func(ID, []byte) error { return nil })
		}
		_ = v.Close()
	}
	fmt.Print("open ", fault.KindOf(err))
	_, err = VerifyFile(ctx, path, u, Options{}, nil)
	fmt.Print(", verify ", fault.KindOf(err))
	_, err = Salvage(ctx, path, path+".saved", u, Options{}, nil, nil)
	fmt.Print(", salvage ", fault.KindOf(err))
	err = Restore(ctx, path, path+".new", path+".aside", u, Options{}, nil)
	fmt.Print(", restore ", fault.KindOf(err))
	status, _ := os.ReadFile("/proc/self/status") // where there is none, nothing is counted
	_, most, _ := strings.Cut(string(status), "VmHWM:")
	fmt.Print("VmHWM:", most)
}

// powerSaves is how many entries saveSome saves.
const powerSaves = 12

// saveSome saves entries and says each number, and ends without closing.
func saveSome(path string) {
	v, err := openInChild(path)
	for i := 1; err == nil && i <= powerSaves; i++ {
		err = v.Update(func(tx *Tx) error { return tx.PutEntry(ID(i), textOf(i), textOf(30*i)) })
		if err == nil {
			fmt.Println(i)
		}
	}
}
