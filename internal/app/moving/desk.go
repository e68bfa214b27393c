// Package moving brings in what other programs wrote down. What is found is shown
// first: nothing is written before TakeIn, and one undo takes all of it back.
package moving

import (
	"archive/zip"
	"cmp"
	"context"
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	_ "time/tzdata" // zones that notes name, where the system knows none

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/moving/notes"
	"aftershift/internal/platform"
)

// Desk brings notes into an open journal. It is safe for concurrent use.
type Desk struct{ core.Core }

// New gives the desk of an open journal.
func New(c core.Core) *Desk { return &Desk{c} }

// Incoming is what was found, before anything is written.
type Incoming struct {
	notes.Found
	double []bool // by note: the journal has it, or an earlier note says the same
	local  *time.Location
}

// LookInto reads the notes in a folder, a file, or an archive such as Day One makes,
// and changes nothing. progress (may be nil) counts files. It gives fault.NotFound for
// what isn't there, fault.Permission for what is no plain file or folder, and the kinds
// of notes.Read.
func (d *Desk) LookInto(ctx context.Context, path string, progress *atomic.Int64) (*Incoming, error) {
	found, err := readFrom(ctx, path, progress)
	if err != nil {
		return nil, fault.Wrap("look into notes", err)
	}
	in := &Incoming{Found: found, double: make([]bool, len(found.Notes)), local: d.Now().Location()}
	var mu sync.Mutex
	seen := map[[32]byte]bool{}
	err = d.Library().EachEntry(ctx, func(e journal.Entry) error {
		sum := sumOf(e.Title, e.Text())
		mu.Lock()
		defer mu.Unlock()
		seen[sum] = true
		return ctx.Err()
	})
	if err != nil {
		return nil, fault.Wrap("look into notes", err)
	}
	for i, n := range found.Notes {
		sum := sumOf(wordsOf(n))
		in.double[i] = seen[sum]
		seen[sum] = true
	}
	return in, nil
}

// New returns the notes that would become entries.
func (in *Incoming) New() []notes.Note {
	var all []notes.Note
	for i, n := range in.Notes {
		if !in.double[i] {
			all = append(all, n)
		}
	}
	return all
}

// sumOf tells a text from others, whatever its white space is and whatever it is
// called; what has no text goes by its title.
func sumOf(title, text string) [32]byte {
	return sha256.Sum256([]byte(strings.Join(strings.Fields(cmp.Or(strings.TrimSpace(text), title)), " ")))
}

// readFrom opens no more than what lies below the folder, and follows no link out.
func readFrom(ctx context.Context, path string, progress *atomic.Int64) (notes.Found, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return notes.Found{}, platform.Fault("find notes", err)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return notes.Found{}, platform.Fault("find notes", err)
	case info.IsDir():
		return readBelow(ctx, path, ".", progress)
	case !info.Mode().IsRegular():
		return notes.Found{}, fault.New(fault.Permission, "find notes: no plain file")
	case strings.EqualFold(filepath.Ext(path), ".zip"):
		archive, err := zip.OpenReader(path)
		if err != nil {
			return notes.Found{}, fault.New(fault.Damaged, "open archive")
		}
		defer archive.Close()
		return notes.Read(ctx, &archive.Reader, ".", progress)
	}
	return readBelow(ctx, filepath.Dir(path), filepath.Base(path), progress)
}

func readBelow(ctx context.Context, folder, name string, progress *atomic.Int64) (notes.Found, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return notes.Found{}, platform.Fault("open folder", err)
	}
	defer root.Close()
	return notes.Read(ctx, fs.FS(root.FS()), name, progress)
}
