package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

// smallDisk is the size of the disk that runs full, in bytes.
const smallDisk = 2 << 20

// onSmallDisk gives a command that plays the part as root of a namespace of
// mounts, and where that takes one of users too.
func (d *desk) onSmallDisk(part string, flags uintptr) *exec.Cmd {
	c := d.child(exec.Command(os.Args[0]), part)
	c.Env = append(c.Env, fmt.Sprint(thoroughly, "=", *thorough))
	c.SysProcAttr = &syscall.SysProcAttr{Cloneflags: flags}
	if flags&syscall.CLONE_NEWUSER != 0 {
		c.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Geteuid(), Size: 1}}
		c.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getegid(), Size: 1}}
	}
	return c
}

// On a disk of 2 MB with any little space left, whatever is tried is done or says
// that the disk is full, nothing is lost, and it goes on when there is space.
// Where nothing may be mounted, files that can't grow stand for a full disk.
func TestVault_on_a_full_disk(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	must(t, os.MkdirAll(filepath.Dir(d.path), 0o700))
	for _, way := range []struct {
		how   string
		flags uintptr
	}{
		{"mounted by root", syscall.CLONE_NEWNS},
		{"mounted in a namespace of users", syscall.CLONE_NEWNS | syscall.CLONE_NEWUSER},
	} {
		out, err := d.onSmallDisk("full disk", way.flags).CombinedOutput()
		var ended *exec.ExitError
		if err != nil && !errors.As(err, &ended) || strings.HasPrefix(string(out), notPermitted) {
			continue // it could not be started that way, or got no disk
		}
		var full, done int
		if _, scanned := fmt.Sscanf(string(out), "full %d, done %d", &full, &done); err != nil || scanned != nil || full == 0 || done == 0 {
			t.Fatalf("%s: %v\n%s", way.how, err, out)
		}
		trials(t, full+done, fmt.Sprintf("things tried on a tmpfs of 2 MB with little space, %d of them too much; %s", full, way.how))
		return
	}
	trials(t, cutShort(t, 4095), "sizes at which files could not grow: this computer permits no small disk")
}

// notPermitted is how the part with the small disk says that it gets none.
const notPermitted = "no disk of its own"

const thoroughly = "AFTERSHIFT_TEST_THOROUGHLY"

// fillDisk is the part of the process with the small disk. It ends with an exit
// code and says what went wrong, or prints its tally.
func fillDisk(path string) {
	dir := filepath.Dir(path)
	check(syscall.Mount("", "/", "", syscall.MS_PRIVATE|syscall.MS_REC, ""), notPermitted)
	check(syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprint("size=", smallDisk)), notPermitted)
	v, words, err := Create(path, pass, Options{Params: cheap, AnchorDir: os.Getenv(anchorsAt)})
	check(err, "create")
	f := &filler{vault: v, path: path, words: strings.Join(words, " ")}
	check(f.save(0), "save")
	stride := 20
	if os.Getenv(thoroughly) == "true" {
		stride = 1
	}
	for pages := 0; pages < 48; pages += stride {
		for _, part := range []func(step int) error{f.save, f.back, f.passphrase, f.rotate, f.close} {
			f.try(pages, part)
		}
	}
	fmt.Printf("full %d, done %d\n", f.full, f.done)
}

// check ends the process where something is wrong.
func check(err error, what string) {
	if err != nil {
		fmt.Println(what, "gives", err)
		os.Exit(3)
	}
}

// filler tries things while the disk is full.
type filler struct {
	vault      *Vault
	path       string
	words      string // the recovery words
	step       int
	saved      int // the step that was last saved
	full, done int
}

// try leaves so many pages free, lets do do its thing, looks at the vault, frees
// the disk, and does the same again.
func (f *filler) try(pages int, do func(step int) error) {
	f.step++
	ballast := filepath.Join(filepath.Dir(f.path), "ballast")
	f.fill(ballast, pages)
	err := do(f.step)
	switch {
	case err == nil:
		f.done++
	case fault.KindOf(err) == fault.DiskFull:
		f.full++
	default:
		check(err, fmt.Sprintf("with %d pages free, step %d", pages, f.step))
	}
	f.look()
	check(os.Remove(ballast), "free the disk")
	f.step++
	check(do(f.step), "with space again")
	f.look()
}

// fill writes ballast until only so many pages are free.
func (f *filler) fill(ballast string, pages int) {
	var disk syscall.Statfs_t
	check(syscall.Statfs(filepath.Dir(f.path), &disk), "look at the disk")
	most := max(0, (int(disk.Bfree)-pages)*int(disk.Bsize))
	check(os.WriteFile(ballast, make([]byte, most), 0o600), "fill the disk")
}

// look checks that what was saved is there.
func (f *filler) look() {
	if f.vault.file == nil {
		f.open()
	}
	report, err := f.vault.Verify(context.Background(), nil)
	check(err, "verify")
	got, err := f.vault.Get(Details, 1)
	check(err, "read")
	if !report.Sound() || string(got) != longText(f.saved) {
		check(fault.New(fault.Damaged, "compare"), fmt.Sprintf("%+v after step %d", report, f.step))
	}
	if names := platform.Left(filepath.Dir(f.path)); len(names) > 0 {
		check(fault.New(fault.Damaged, "tidy"), fmt.Sprint("left behind ", names))
	}
}

func (f *filler) open() {
	var err error
	f.vault, err = openInChild(f.path)
	check(err, "open")
}

func (f *filler) save(step int) error {
	err := f.vault.Update(func(tx *Tx) error { return tx.PutEntry(1, []byte("overview"), []byte(longText(step))) })
	if err == nil {
		f.saved = step
	}
	return err
}

// longText takes about ten pages, sealed.
func longText(step int) string { return strings.Repeat(fmt.Sprintf("%05d ", step), 7000) }

func (f *filler) back(int) error {
	return f.vault.Backup(context.Background(), f.path+".copy", nil)
}

// passphrase changes it to what it is.
func (f *filler) passphrase(int) error { return f.vault.ChangePassphrase(pass, pass) }

func (f *filler) rotate(int) error {
	words, err := f.vault.Rotate(context.Background(), pass, nil)
	if words != nil {
		f.words = strings.Join(words, " ")
	}
	if !f.vault.CheckRecoveryWords(f.words) {
		check(fault.New(fault.CannotUnlock, "try words"), "new key")
	}
	return err
}

func (f *filler) close(int) error { return f.vault.Close() }

// Folders and files that are taken away, or made unwritable, under the program.
func TestVault_folder_lost_or_read_only(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.child(exec.Command(os.Args[0]), "permission")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	trials(t, strings.Count(string(out), "\n"), "ways to lose the folder, the file or leave to write")
}

const plainUser = "AFTERSHIFT_TEST_PLAIN_USER"

// losePermission is the part of a process that, even as root, may only do what a
// file's permissions say.
func losePermission(path string) {
	if os.Getenv(plainUser) == "" {
		runtime.LockOSThread()
		for _, may := range []uintptr{unix.CAP_DAC_OVERRIDE, unix.CAP_DAC_READ_SEARCH} {
			_ = unix.Prctl(unix.PR_CAPBSET_DROP, may, 0, 0, 0) // who is not root has none
		}
		check(syscall.Exec(os.Args[0], os.Args, append(os.Environ(), plainUser+"=yes")), "start again")
	}
	o := Options{Params: cheap, AnchorDir: os.Getenv(anchorsAt)}
	v, _, err := Create(path, pass, o)
	check(err, "create")
	saving := func(content string) error {
		return v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, []byte(content)) })
	}
	check(saving("first"), "save")
	dir, aside := filepath.Dir(path), filepath.Dir(path)+".aside"
	expect := func(what string, err error, kinds ...fault.Kind) {
		for _, kind := range kinds {
			if err != nil && fault.KindOf(err) == kind {
				fmt.Println(what)
				return
			}
		}
		fmt.Println(what, "gives", err)
		os.Exit(3)
	}
	check(os.Chmod(dir, 0o500), "chmod")
	expect("back up into a read-only folder", v.Backup(context.Background(), path+".copy", nil), fault.Permission)
	check(saving("second"), "save in a read-only folder")
	_, err = v.Rotate(context.Background(), pass, nil)
	expect("new key in a read-only folder", err, fault.Permission)
	_ = v.Close() // what it can't tidy away the next opener does
	check(os.Chmod(dir, 0o700), "chmod")
	check(os.Chmod(path, 0o400), "chmod")
	v, err = openInChild(path)
	check(err, "look into a read-only file")
	same(v, "second")
	expect("save into a read-only file", saving("never"), fault.Permission)
	check(v.Close(), "close a read-only file")
	check(os.Chmod(path, 0o600), "chmod")
	v, err = openInChild(path)
	check(err, "open again")
	same(v, "second")

	check(os.Rename(dir, aside), "take the folder away")
	expect("save without the folder", saving("third"), fault.NotFound)
	same(v, "second")
	check(v.Backup(context.Background(), filepath.Join(filepath.Dir(dir), "rescue"), nil), "rescue")
	check(os.Rename(aside, dir), "bring the folder back")
	check(saving("fourth"), "save again")
	check(os.Rename(path, aside), "take the file away")
	check(os.WriteFile(path, nil, 0o600), "another file")
	expect("save with another file in its place", saving("fifth"), fault.Conflict)
	check(os.Rename(aside, path), "bring the file back")
	check(saving("sixth"), "save again")
	check(v.Close(), "close")
	v, err = openInChild(path)
	check(err, "open at last")
	same(v, "sixth")
	check(v.Close(), "close")
}

func same(v *Vault, want string) {
	got, err := v.Get(Draft, 1)
	if err != nil || string(got) != want {
		check(fault.New(fault.Damaged, "compare"), fmt.Sprintf("%q for %q (%v)", got, want, err))
	}
}

func init() {
	roles["full disk"] = fillDisk
	roles["permission"] = losePermission
}
