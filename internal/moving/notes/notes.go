// Package notes reads what other programs write down: folders of Markdown (plain, of
// Obsidian, of Joplin with front matter), Day One's and jrnl's JSON, RedNotebook's
// months, documents of word processors, and plain text.
//
// What comes from elsewhere is taken as hostile: every size, depth and number is
// bounded, nothing but plain files is opened, and what is left out is told. The file
// system is handed in.
package notes

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"aftershift/internal/fault"
)

// Bounds of what is read.
const (
	MaxFiles = 50_000
	MaxText  = 10 << 20  // bytes of one note, and of a file that holds one
	MaxMany  = 256 << 20 // bytes of a file that holds many notes
	MaxAll   = 1 << 30   // bytes of all notes together
	maxDepth = 32        // folders within folders
)

// Note is one piece of writing.
type Note struct {
	Title, Text string
	// At is when it was written, if the source says so; Day the day, where the source
	// gives that alone.
	At  time.Time
	Day string // "2026-03-12", or "" where At says more or nothing is known
	// UTC says that At is an instant, as sources that write in UTC give it, so that the
	// day depends on where one was. Without it At is the clock on the wall.
	UTC    bool
	Zone   string // where one was, if the source says so: "Europe/London"
	Tags   []string
	Beside []string // attachments that are not taken along, by their names
	Hidden []Hidden // what was in it and isn't taken
	Left   []string // names of its fields that aren't taken: "mood", "location"
	People []string // whom its own fields name
	File   string   // where it stood
	// Folders are the names of the folders that it stood in, below the one that held all.
	Folders []string
}

// Hidden is a kind of content that a document carries out of sight.
type Hidden string

// What documents hide.
const (
	Deleted   Hidden = "deleted"   // by tracked changes
	Comments  Hidden = "comments"  //
	Headers   Hidden = "headers"   // and footers
	Footnotes Hidden = "footnotes" //
	Invisible Hidden = "invisible" // text marked as hidden
)

// Why says why a file was left out.
type Why string

// The reasons.
const (
	TooLarge Why = "too_large"
	NotText  Why = "not_text"  // of no encoding that can be told
	Broken   Why = "broken"    // not what its name says
	NotPlain Why = "not_plain" // a link, a device or the like
	TooDeep  Why = "too_deep"
	Unknown  Why = "unknown"  // a kind of file that isn't read
	NoWords  Why = "no_words" // nothing is written in it
)

// Skip is a file that was left out.
type Skip struct {
	File string
	Why  Why
}

// Found is all that was read.
type Found struct {
	Notes   []Note
	Skipped []Skip
}

// reader reads one kind of file.
type reader struct {
	limit int64
	read  func(name string, raw []byte) ([]Note, error)
}

// readers are the kinds of files that are read, by the ends of their names.
var readers = map[string]reader{
	".md":       {MaxText, readMarkdown},
	".markdown": {MaxText, readMarkdown},
	".txt":      {MaxText, readText},
	".docx":     {MaxText, readDocx},
	".json":     {MaxMany, readJSON},
}

// Read reads every note below root, or the one file that root names, and counts files
// in progress, which may be nil. Files that can't be read are told in Skipped and
// keep nobody from the rest. It gives fault.Invalid for more than the bounds admit,
// fault.Cancelled when ctx ends.
func Read(ctx context.Context, files fs.FS, root string, progress *atomic.Int64) (Found, error) {
	w := walk{ctx: ctx, files: files, progress: progress}
	err := fs.WalkDir(files, root, w.visit)
	order(w.found.Notes)
	return w.found, fault.Wrap("read notes", err)
}

// walk is one reading of a folder, with how many files it saw and the bytes it kept.
type walk struct {
	ctx      context.Context
	files    fs.FS
	progress *atomic.Int64
	found    Found
	seen     int
	size     int64
}

// visit is called for each file and folder. A folder that can't be read is told and
// passed over; hidden ones are passed over untold. It gives fault.Invalid for more
// files than MaxFiles, and fault.Cancelled.
func (w *walk) visit(name string, e fs.DirEntry, err error) error {
	if w.ctx.Err() != nil {
		return fault.As(fault.Cancelled, "read notes", w.ctx.Err())
	}
	if err != nil {
		w.skip(name, Broken)
		if e != nil && e.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if e.IsDir() {
		switch {
		case name != "." && strings.HasPrefix(path.Base(name), "."), path.Base(name) == "__MACOSX":
			return fs.SkipDir // such as .obsidian and .trash
		case strings.Count(name, "/") >= maxDepth:
			w.skip(name, TooDeep)
			return fs.SkipDir
		}
		return nil
	}
	if w.seen++; w.seen > MaxFiles {
		return fault.New(fault.Invalid, "read notes: more than 50,000 files")
	}
	if w.progress != nil {
		w.progress.Add(1)
	}
	return w.file(name, e)
}

// skip tells of a file or folder that was left out.
func (w *walk) skip(name string, why Why) {
	w.found.Skipped = append(w.found.Skipped, Skip{name, why})
}

// file reads one file and keeps its notes. What can't be read is told, and no error:
// the only one is fault.Invalid, for more than MaxAll of text.
func (w *walk) file(name string, e fs.DirEntry) error {
	r, known := readers[strings.ToLower(path.Ext(name))]
	switch {
	case strings.HasPrefix(path.Base(name), "."):
		return nil
	case !e.Type().IsRegular():
		w.skip(name, NotPlain)
		return nil
	case !known:
		w.skip(name, Unknown)
		return nil
	}
	raw, why := w.open(name, r.limit)
	if why != "" {
		w.skip(name, why)
		return nil
	}
	all, err := r.read(name, raw)
	if err != nil {
		w.skip(name, whyOf(err))
		return nil
	}
	if len(all) == 0 {
		w.skip(name, NoWords)
	}
	for _, n := range all {
		if n.Title == "" && n.Text == "" {
			w.skip(name, NoWords)
			continue
		}
		if w.size += int64(len(n.Text)); w.size > MaxAll {
			return fault.New(fault.Invalid, "read notes: more than 1 GB of text")
		}
		if len(n.Text) > MaxText {
			w.skip(name, TooLarge)
			continue
		}
		n.File = name
		n.Tags = slices.Compact(slices.Sorted(slices.Values(n.Tags)))
		n.Left = slices.Compact(slices.Sorted(slices.Values(n.Left)))
		n.Beside = slices.Compact(slices.Sorted(slices.Values(n.Beside)))
		n.People = slices.Compact(slices.Sorted(slices.Values(n.People)))
		w.found.Notes = append(w.found.Notes, n)
	}
	return nil
}

// open reads a plain file of limit bytes at most.
// It asks the open file what it is, not the folder's entry, which may be outdated.
func (w *walk) open(name string, limit int64) ([]byte, Why) {
	f, err := w.files.Open(name)
	if err != nil {
		return nil, Broken
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil || !info.Mode().IsRegular():
		return nil, NotPlain // it was exchanged meanwhile
	case info.Size() > limit:
		return nil, TooLarge
	}
	return readUpTo(f, min(limit, MaxAll-w.size))
}
