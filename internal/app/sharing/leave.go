package sharing

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"aftershift/internal/app/core"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

// target is where a file that leaves the journal goes.
type target struct {
	path string      // whole
	over os.FileInfo // the file that it replaces; nil: nothing may stand there
}

// aim looks at the place of a file that leaves. It gives fault.Conflict where one
// stands there and overwrite is false, and fault.Invalid for a name that no file can have
// on some of the systems it may be carried to.
func aim(path string, overwrite bool) (target, error) {
	if !input.IsName(filepath.Base(path)) {
		return target{}, fault.New(fault.Invalid, "check name of file")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return target{}, platform.Fault("find folder", err)
	}
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return target{path: path}, nil
	case !overwrite:
		return target{}, fault.New(fault.Conflict, "find free name")
	}
	return target{path, info}, nil
}

// write puts content there. A file that was made there meanwhile, or changed, is
// left as it is and gives fault.Conflict. It gives the kinds of platform.Fault.
func (t target) write(content []byte) error {
	if t.over == nil {
		return platform.WriteNew(t.path, content)
	}
	now, err := os.Lstat(t.path)
	switch {
	case err != nil:
		return platform.WriteNew(t.path, content)
	case !os.SameFile(t.over, now) || t.over.Size() != now.Size() || !t.over.ModTime().Equal(now.ModTime()):
		return fault.New(fault.Conflict, "replace file: it has changed meanwhile")
	}
	return platform.WriteAtomic(t.path, content)
}

// holds tells whether the finished file is content, byte for byte.
func (t target) holds(sum string) error {
	found, err := sumOf(t.path)
	if err == nil && found != sum {
		err = fault.New(fault.Tampered, "compare finished file")
	}
	return err
}

func sumOf(path string) (string, error) {
	if err := platform.Plain(path); err != nil {
		return "", err
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return "", platform.Fault("read file back", err)
	}
	return sumOfBytes(content), nil
}

func sumOfBytes(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// leave writes a file that leaves the journal and has it in the register. The
// line is there, as pending, before the file is, so that a program that ends
// between leaves nothing unregistered.
func (d *Desk) leave(s SharedCopy, to target, content []byte) (SharedCopy, error) {
	id, err := d.Library().NewID()
	if err != nil {
		return SharedCopy{}, err
	}
	s.ID, s.At, s.File, s.SHA256 = id, d.Now(), filepath.Base(to.path), sumOfBytes(content)
	s.Pending = to.path
	if err := d.Library().PutSharedCopy(s); err != nil {
		return SharedCopy{}, fault.Wrap("enter copy into register", err)
	}
	err = d.App().Working(filepath.Dir(to.path), func() error { return to.write(content) })
	if err != nil {
		_ = d.Library().DropSharedCopy(id) // else the next opening does
		return SharedCopy{}, err
	}
	broken := to.holds(s.SHA256)
	s.Pending = ""
	if err := d.Library().PutSharedCopy(s); err != nil {
		return s, fault.Wrap("enter copy into register", err)
	}
	d.Tell(core.Event{Kind: core.SharedCopyMade})
	return s, broken
}

// SettleCopies looks after lines of the register that a program left pending when
// it ended: the file is there, and the line stands; or it isn't, and the line
// goes. What can't be looked at now, such as a stick, stays for the next time.
// It gives the kinds of library.Library.Change, for what it could not write down.
func (d *Desk) SettleCopies() error {
	for _, s := range d.Library().SharedCopies() {
		if s.Pending == "" {
			continue
		}
		if _, err := os.Stat(filepath.Dir(s.Pending)); err != nil {
			continue
		}
		sum, err := sumOf(s.Pending)
		if err == nil && sum == s.SHA256 {
			s.Pending = ""
			err = d.Library().PutSharedCopy(s)
			d.foundCopies++
		} else {
			err = d.Library().DropSharedCopy(s.ID)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// FoundCopies gives how many copies were being saved when the program last
// stopped, and were found finished and entered into the register.
func (d *Desk) FoundCopies() int { return d.foundCopies }
