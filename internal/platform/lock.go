package platform

import (
	"os"

	"github.com/gofrs/flock"

	"aftershift/internal/fault"
)

// lockTries bounds how often a lock file that vanished under us is made anew.
const lockTries = 8

// FileLock keeps other processes (and other openers in this one) out. The
// system drops it when the process ends, however it ends.
type FileLock struct{ lock *flock.Flock }

// Lock takes the lock file at path at once or not at all: it gives fault.InUse
// while somebody else holds it, fault.Permission for a link or special file,
// and the kinds of Fault.
func Lock(path string) (*FileLock, error) {
	for range lockTries {
		if err := Replaceable(path); err != nil {
			return nil, err
		}
		lock := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(PrivateFile))
		held, err := lock.TryLock()
		if err != nil {
			return nil, Fault("lock file", err)
		}
		if !held {
			return nil, fault.New(fault.InUse, "lock file")
		}
		if stillNamed(lock, path) {
			return &FileLock{lock}, nil
		}
		_ = lock.Close()
	}
	return nil, fault.New(fault.InUse, "lock file")
}

// LockToRead is Lock for somebody who changes nothing. Where no lock file can be
// made, as on read-only media, it gives a lock that keeps nobody out, or
// fault.InUse while somebody holds the one that is there.
func LockToRead(path string) (*FileLock, error) {
	if err := Replaceable(path); err != nil {
		return nil, err
	}
	lock, err := Lock(path)
	if kind := fault.KindOf(err); err == nil || kind != fault.Permission && kind != fault.DiskFull {
		return lock, err
	}
	theirs := flock.New(path, flock.SetFlag(os.O_RDONLY|noFollow))
	defer theirs.Close()
	if free, err := theirs.TryRLock(); err == nil && !free {
		return nil, fault.New(fault.InUse, "lock file")
	}
	return &FileLock{}, nil
}

// stillNamed reports whether the file that was locked is the one that stands at
// path: a holder removes it on release, and then the lock would bind nobody.
func stillNamed(lock *flock.Flock, path string) bool {
	locked, err := lock.Stat()
	if err != nil {
		return false
	}
	named, err := os.Lstat(path)
	return err == nil && os.SameFile(locked, named)
}

// Release removes the lock file and lets others in. A second call does nothing. It
// gives the kinds of Fault.
func (l *FileLock) Release() error {
	if l.lock == nil || !l.lock.Locked() {
		return nil
	}
	if stillNamed(l.lock, l.lock.Path()) {
		removeHeld(l.lock.Path())
	}
	err := l.lock.Close()
	removeFreed(l.lock.Path())
	return Fault("release lock", err)
}
