package keeping

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"aftershift/internal/agefile"
	"aftershift/internal/fault"
	"aftershift/internal/library"
	"aftershift/internal/moving"
	"aftershift/internal/platform"
)

// WholeAt is a full export that stands somewhere.
type WholeAt struct {
	Path       string // of its JSON
	Passphrase string // that opens a locked one; another kind needs none
}

// IsWhole reports whether the file or folder at path is a full export that anybody can
// read, or the folder of notes in one, and gives the path of its JSON, which has all that
// the notes have.
func IsWhole(path string) (string, bool) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if at, err := filepath.Abs(path); err == nil && filepath.Base(at) == wholeNotes {
			path = filepath.Dir(at)
		}
		path = filepath.Join(path, WholeFile)
	}
	var is struct{ Format string }
	beginning, _, _ := strings.Cut(string(startOf(path, 64)), ",")
	return path, json.Unmarshal([]byte(beginning+"}"), &is) == nil && is.Format == moving.FormatName
}

// IsLocked reports whether the file at path, or the one in a folder that a full export
// is, is locked with a passphrase, and gives its path. Whether it is a full export is
// known once it is open.
func IsLocked(path string) (string, bool) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, LockedFile)
	}
	return path, agefile.Is(startOf(path, agefile.HeadSize))
}

// startOf gives up to n bytes that a plain file begins with, none where it can't be read.
func startOf(path string, n int) []byte {
	start, _ := platform.ReadStart(path, int64(n))
	return start
}

// PreviewAll reads a full export and says what AddAll would do, and does nothing. It
// gives fault.CannotUnlock where the passphrase doesn't open a locked one, the kinds of
// moving.Read, and of platform.Fault.
func (d *Desk) PreviewAll(ctx context.Context, at WholeAt, progress *atomic.Int64) (library.Brought, error) {
	there, err := readWhole(ctx, at, progress)
	if err != nil {
		return library.Brought{}, err
	}
	brings, err := d.Library().WouldBring(ctx, there)
	return brings, fault.Wrap("look into export", err)
}

// AddAll brings in a full export, as AddMissing does a backup. Kinds of error: those
// of PreviewAll and of Library.Bring.
func (d *Desk) AddAll(ctx context.Context, at WholeAt, progress *atomic.Int64) (library.Brought, error) {
	there, err := readWhole(ctx, at, progress)
	if err != nil {
		return library.Brought{}, err
	}
	brought, err := d.bringIn(ctx, there)
	return brought, fault.Wrap("bring in export", err)
}

func readWhole(ctx context.Context, at WholeAt, progress *atomic.Int64) (library.Content, error) {
	if err := platform.Plain(at.Path); err != nil {
		return library.Content{}, err
	}
	f, err := os.Open(at.Path)
	if err != nil {
		return library.Content{}, platform.Fault("read export", err)
	}
	defer f.Close()
	in, err := opened(f, at.Passphrase)
	if err != nil {
		return library.Content{}, fault.Wrap("read export", err)
	}
	return moving.Read(ctx, in, progress)
}

// opened gives what a file opens to, which is the file itself where it isn't locked.
func opened(f io.Reader, passphrase string) (io.Reader, error) {
	in := bufio.NewReader(f)
	if start, _ := in.Peek(agefile.HeadSize); !agefile.Is(start) {
		return in, nil
	}
	if passphrase == "" {
		return nil, fault.New(fault.CannotUnlock, "open locked export")
	}
	return agefile.NewReader(in, passphrase)
}
