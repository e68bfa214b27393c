package keeping

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/vault"
)

// Backup is a copy of the journal that was opened and verified in full before it
// took its name.
type Backup struct {
	Path string
	At   time.Time // in UTC, by the program's clock, as its name says
	Size int64     // in bytes
	// Generation is the state of the journal that it holds: how many changes had
	// been made. 0: not known, because the journal is closed or it is Earlier.
	Generation uint64
	// Ahead: it holds a later state than the journal, or one apart from it. What
	// was lost may be in there.
	Ahead bool
	// Earlier: made before the journal got a new key. It opens with the secrets of
	// then.
	Earlier bool
}

// backupTime is how a backup's name says when it was made, in UTC.
const backupTime = "20060102T150405Z"

// markLength is how long vault.Vault.Mark is, which stands in a backup's name.
const markLength = 8

// Backups gives the backups of this journal in BackupFolder, the latest state
// first: those whose sealed manifest says so, whatever their names and times are.
// What else stands there under such a name is left out. It gives the kinds of
// platform.Fault where the folder can't be read.
func (d *Desk) Backups() ([]Backup, error) {
	all, err := d.app.backups(d.backupNamed)
	var own []Backup
	for _, b := range all {
		stand, err := d.Library().Vault().Peek(b.Path)
		if err == nil {
			b.Generation, b.Earlier, b.Ahead = stand.Generation, stand.Earlier, stand.Ahead(d.Library().Vault().Generation())
			own = append(own, b)
		}
	}
	slices.SortStableFunc(own, func(x, y Backup) int { return cmp.Compare(y.Generation, x.Generation) })
	return own, err
}

// Backups gives the backups in BackupFolder that may be of the journal at
// App.Journal, newest first by their names. Without opening it they are told from
// others by what they say of themselves, for which nobody vouches. Kinds of error
// as for Desk.Backups.
func (a *App) Backups() ([]Backup, error) {
	prefix := strings.TrimSuffix(filepath.Base(a.Journal()), core.JournalSuffix) + "-"
	own, _ := vault.MarkOf(a.Journal()) // a broken journal says nothing
	all, err := a.backups(func(name string) (time.Time, bool) {
		rest, ours := strings.CutPrefix(name, prefix)
		mark, stamp, _ := strings.Cut(rest, "-")
		at, named := backupStamp(stamp)
		return at, ours && named && len(mark) == markLength && (own == "" || mark == own)
	})
	return slices.DeleteFunc(all, func(b Backup) bool {
		mark, err := vault.MarkOf(b.Path)
		return err != nil || !strings.HasPrefix(filepath.Base(b.Path), prefix+mark)
	}), err
}

// backups gives the files in BackupFolder whose names named knows, newest first
// by their names.
func (a *App) backups(named func(name string) (at time.Time, ours bool)) ([]Backup, error) {
	list, err := os.ReadDir(a.BackupFolder())
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, platform.Fault("list backups", err)
	}
	var all []Backup
	for _, e := range list {
		info, err := e.Info()
		if at, ours := named(e.Name()); ours && err == nil && info.Mode().IsRegular() {
			all = append(all, Backup{Path: filepath.Join(a.BackupFolder(), e.Name()), At: at, Size: info.Size()})
		}
	}
	slices.SortFunc(all, func(x, y Backup) int { return cmp.Or(y.At.Compare(x.At), strings.Compare(x.Path, y.Path)) })
	return all, nil
}

// backupName is what a backup made at a time is called: the journal's name, what
// tells it from another of that name, and the time.
func (d *Desk) backupName(at time.Time) string {
	return d.backupPrefix() + at.UTC().Format(backupTime) + core.JournalSuffix
}

func (d *Desk) backupPrefix() string {
	v := d.Library().Vault()
	return strings.TrimSuffix(filepath.Base(v.Path()), core.JournalSuffix) + "-" + v.Mark() + "-"
}

func (d *Desk) backupNamed(name string) (at time.Time, ours bool) {
	rest, ours := strings.CutPrefix(name, d.backupPrefix())
	at, named := backupStamp(rest)
	return at, ours && named
}

// backupStamp reads the end of a backup's name.
func backupStamp(end string) (at time.Time, named bool) {
	stamp, whole := strings.CutSuffix(end, core.JournalSuffix)
	at, err := time.Parse(backupTime, stamp)
	return at, whole && err == nil
}

// BackUp makes a verified backup in BackupFolder and then takes away those that
// are too many. progress (may be nil) counts records up to Records. After an
// error every earlier backup is as it was, and BackupTrouble tells of it. It gives
// fault.Conflict for the fictional journal, fault.Damaged or Tampered where the
// journal itself isn't sound, fault.Cancelled, and the kinds of platform.Fault.
func (d *Desk) BackUp(ctx context.Context, progress *atomic.Int64) (Backup, error) {
	b, err := d.backUp(ctx, progress)
	d.guard.ended(err)
	d.Tell(core.Event{Kind: core.BackupsChanged})
	return b, err
}

func (d *Desk) backUp(ctx context.Context, progress *atomic.Int64) (Backup, error) {
	d.guard.making.Lock()
	defer d.guard.making.Unlock()
	if err := platform.MakePrivate(d.app.BackupFolder()); err != nil {
		return Backup{}, fault.Wrap("back up", err)
	}
	platform.Tidy(d.app.BackupFolder())
	b, err := d.copyTo(ctx, d.app.BackupFolder(), progress)
	if err != nil {
		return b, err
	}
	d.guard.made(b.Generation)
	d.retention.proved(b.Path)
	return b, fault.Wrap("thin out backups", d.thinOut(ctx))
}

// copyTo makes a verified copy in the folder.
func (d *Desk) copyTo(ctx context.Context, folder string, progress *atomic.Int64) (Backup, error) {
	if d.IsSample() {
		return Backup{}, fault.New(fault.Conflict, "back up")
	}
	b := Backup{At: d.Now().UTC().Truncate(time.Second)}
	b.Path = filepath.Join(folder, d.backupName(b.At))
	if err := d.makeRoom(b.Path); err != nil {
		return Backup{}, err
	}
	if err := d.Library().Vault().Backup(ctx, b.Path, progress); err != nil {
		return Backup{}, err
	}
	stand, err := d.Library().Vault().Peek(b.Path)
	if err != nil {
		return Backup{}, err
	}
	b.Generation = stand.Generation
	info, err := os.Stat(b.Path)
	if err != nil {
		return Backup{}, platform.Fault("find backup", err)
	}
	b.Size = info.Size()
	return b, nil
}

// makeRoom gives fault.Conflict where a file stands at path that a backup of this
// moment would replace although it holds something else, such as one put there
// under a time to come.
func (d *Desk) makeRoom(path string) error {
	if platform.Plain(path) != nil {
		return nil // nothing, or what can't be replaced and says so
	}
	stand, err := d.Library().Vault().Peek(path)
	if err != nil || stand.Earlier || stand.Ahead(d.Library().Vault().Generation()) {
		return fault.New(fault.Conflict, "find free name")
	}
	return nil
}

// Records gives the number of records in the journal: what BackUp, CopyAway and
// VerifyNow count up to.
func (d *Desk) Records() int { return d.Library().Vault().Rows() }

// AwayDays is how many days may pass before a copy on another disk is due.
const AwayDays = 14

// CopyAway makes a verified backup in another folder, such as one on a stick,
// and remembers that there is one. The folder has to exist. Kinds of error as
// for BackUp, and fault.NotFound for no such folder.
func (d *Desk) CopyAway(ctx context.Context, folder string, progress *atomic.Int64) (Backup, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return Backup{}, platform.Fault("find folder", err)
	}
	info, err := os.Stat(folder)
	if err != nil {
		return Backup{}, platform.Fault("find folder", err)
	}
	if !info.IsDir() {
		return Backup{}, fault.New(fault.Invalid, "find folder")
	}
	var b Backup
	err = d.app.Working(folder, func() (err error) {
		b, err = d.copyTo(ctx, folder, progress)
		return err
	})
	if err != nil {
		return b, err
	}
	return b, d.rememberAway(b.At)
}

// rememberAway remembers when the journal was last copied to another folder, which is
// no change that the next backup would be needed for.
func (d *Desk) rememberAway(at time.Time) error {
	before := d.Library().Vault().Generation()
	err := d.SetSettings(func(s *core.Settings) { s.CopiedAway = at })
	d.guard.noted(before, d.Library().Vault().Generation())
	return err
}

// AwayDue tells whether AwayDays have gone by since the journal was last copied
// to another folder, or since the first entry came into it.
func (d *Desk) AwayDue() bool {
	since := d.Settings().CopiedAway
	if since.IsZero() {
		since = d.firstHere()
	}
	return !d.IsSample() && !since.IsZero() && d.Now().Sub(since) > AwayDays*24*time.Hour
}

// firstHere returns since when there is an entry in this journal. One that was brought in
// is older than that: as long as nobody wrote on, it came when it was last changed.
func (d *Desk) firstHere() (first time.Time) {
	for _, o := range d.Library().Overviews() {
		here := o.Written
		if o.Revision == 1 {
			here = o.Updated
		}
		if first.IsZero() || here.Before(first) {
			first = here
		}
	}
	return first
}
