package keeping

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/moving"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// Names of what a full export holds.
const (
	WholeFile   = "journal.json"
	wholeNotes  = "notes"
	wholeReadMe = "READ ME FIRST.txt"
)

// Whole says where the whole journal goes, and how.
type Whole struct {
	Passphrase string // of the journal, asked for again
	Folder     string // in which a new folder is made
	Markdown   bool   // notes to read beside the JSON
}

// ExportAll writes the whole journal, unsealed and never redacted, into a new folder,
// of which the path is given: as JSON that AddAll reads, a text that says what it is,
// and notes in Markdown where asked for. The folder takes its name when it is whole;
// only its owner can read it. progress (may be nil) counts records up to Records. It
// gives fault.CannotUnlock for a wrong passphrase, fault.NotFound for no such folder,
// fault.Cancelled, and the kinds of platform.Fault.
func (d *Desk) ExportAll(ctx context.Context, w Whole, progress *atomic.Int64) (string, error) {
	if err := d.Library().Vault().CheckPassphrase(seal.NewSecret(w.Passphrase)); err != nil {
		return "", fault.Wrap("export all", err)
	}
	folder, err := filepath.Abs(w.Folder)
	if err != nil {
		return "", platform.Fault("find folder", err)
	}
	if info, err := os.Stat(folder); err != nil {
		return "", platform.Fault("find folder", err)
	} else if !info.IsDir() {
		return "", fault.New(fault.Invalid, "find folder")
	}
	c, err := d.whole(ctx)
	if err != nil {
		return "", fault.Wrap("export all", err)
	}
	path := ""
	err = d.app.Working(folder, func() (err error) {
		path, err = d.writeWhole(ctx, c, folder, w.Markdown, progress)
		return err
	})
	if err != nil {
		return "", fault.Wrap("export all", err)
	}
	if d.ReadOnly() {
		return path, nil
	}
	return path, d.SetSettings(func(s *core.Settings) { s.Exported = d.Now() })
}

// whole gives all that the journal holds and that isn't its file's own.
func (d *Desk) whole(ctx context.Context) (library.Content, error) {
	c, err := d.Library().Content(ctx)
	if err != nil {
		return c, err
	}
	for i, o := range c.Objects {
		if o.Kind == core.SettingsKind {
			if c.Objects[i].Body, err = core.OwnSettings(o.Body); err != nil {
				return c, err
			}
		}
	}
	return c, nil
}

func (d *Desk) writeWhole(ctx context.Context, c library.Content, folder string, markdown bool, progress *atomic.Int64) (string, error) {
	made, err := platform.MakeTempFolder(folder)
	if err != nil {
		return "", err
	}
	defer made.Remove()
	words := d.app.Words()
	note := words.T("whole.readme")
	if err := d.writeJSON(ctx, c, filepath.Join(made.Path(), WholeFile), note, progress); err != nil {
		return "", err
	}
	if err := platform.WriteNew(filepath.Join(made.Path(), wholeReadMe), []byte(note+"\n")); err != nil {
		return "", err
	}
	if markdown {
		if err := d.writeNotes(ctx, c, filepath.Join(made.Path(), wholeNotes)); err != nil {
			return "", err
		}
	}
	base := filepath.Join(folder, words.T("whole.folder", d.Today()))
	path := base
	for n := 2; ; n++ {
		err := made.Rename(path)
		if fault.KindOf(err) != fault.Conflict || n > 99 {
			return path, err
		}
		path = base + " (" + strconv.Itoa(n) + ")"
	}
}

func (d *Desk) writeJSON(ctx context.Context, c library.Content, path, note string, progress *atomic.Int64) error {
	f, err := platform.CreateAtomic(path)
	if err != nil {
		return err
	}
	if err := moving.Write(ctx, f, c, d.Now(), note, progress); err != nil {
		f.Abort()
		return err
	}
	return f.Commit()
}

//words:prefix template.

func (d *Desk) writeNotes(ctx context.Context, c library.Content, folder string) error {
	words := d.app.Words()
	names := moving.Names{
		Theme: d.ThemeName,
		Section: func(template journal.TemplateID, key string) string {
			if own := d.OwnHeading(key); own != "" {
				return own
			}
			if name := "template." + string(template) + "." + key; words.Has(name) {
				return words.T(name)
			}
			return strings.ReplaceAll(key, "_", " ")
		},
	}
	for note := range moving.Notes(c, names) {
		if err := ctx.Err(); err != nil {
			return fault.As(fault.Cancelled, "write notes", err)
		}
		path := filepath.Join(folder, filepath.FromSlash(note.Path))
		if err := os.MkdirAll(filepath.Dir(path), platform.PrivateFolder); err != nil {
			return platform.Fault("make folder", err)
		}
		if err := os.WriteFile(path, []byte(note.Text), platform.PrivateFile); err != nil {
			return platform.Fault("write note", err)
		}
	}
	return nil
}

// IsWhole reports whether the file or folder at path is a full export, or the folder of
// notes in one, and gives the path of its JSON, which has all that the notes have.
func IsWhole(path string) (string, bool) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if at, err := filepath.Abs(path); err == nil && filepath.Base(at) == wholeNotes {
			path = filepath.Dir(at)
		}
		path = filepath.Join(path, WholeFile)
	}
	if platform.Plain(path) != nil {
		return "", false
	}
	f, err := os.Open(path)
	if err != nil {
		return "", false
	}
	defer f.Close()
	start := make([]byte, 64)
	n, _ := f.Read(start)
	var is struct{ Format string }
	beginning, _, _ := strings.Cut(string(start[:n]), ",")
	return path, json.Unmarshal([]byte(beginning+"}"), &is) == nil && is.Format == moving.FormatName
}

// PreviewAll reads a full export and says what AddAll would do, and does nothing. It
// gives the kinds of moving.Read, and of platform.Fault.
func (d *Desk) PreviewAll(ctx context.Context, path string, progress *atomic.Int64) (library.Brought, error) {
	there, err := readWhole(ctx, path, progress)
	if err != nil {
		return library.Brought{}, err
	}
	brings, err := d.Library().WouldBring(ctx, there)
	return brings, fault.Wrap("look into export", err)
}

// AddAll brings in a full export, as AddMissing does a backup. Kinds of error: those
// of PreviewAll and of Library.Bring.
func (d *Desk) AddAll(ctx context.Context, path string, progress *atomic.Int64) (library.Brought, error) {
	there, err := readWhole(ctx, path, progress)
	if err != nil {
		return library.Brought{}, err
	}
	brought, err := d.bringIn(ctx, there)
	return brought, fault.Wrap("bring in export", err)
}

func readWhole(ctx context.Context, path string, progress *atomic.Int64) (library.Content, error) {
	if err := platform.Plain(path); err != nil {
		return library.Content{}, err
	}
	f, err := os.Open(path)
	if err != nil {
		return library.Content{}, platform.Fault("read export", err)
	}
	defer f.Close()
	return moving.Read(ctx, f, progress)
}
