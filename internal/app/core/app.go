package core

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/redact"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
	"aftershift/internal/words"
)

// Config is what the program is told from outside. An empty folder is the
// operating system's usual one, or below Portable.
type Config struct {
	// Portable is the folder that holds everything, as on a stick, "" for none.
	// There are no anchors then: one that stands beside the journal is put back with
	// it, so it vouches for nothing.
	Portable     string
	DataFolder   string           // where journals stand
	StateFolder  string           // where anchors stand
	ConfigFolder string           // where preferences stand
	Journal      string           // the journal to open; empty: the last one, or the usual
	Now          func() time.Time // the clock; it is needed
	Vault        vault.Options    // Now and the folders are filled in
	// ClosingTime is how long the backup on closing may take; 0: as long as it
	// takes. One that is cut short is made up in the next sitting.
	ClosingTime time.Duration
	// Costly, where set, is told before the key of a file is derived that takes far
	// more than usual, which is then done. nil: it is refused with the Cost.
	Costly func(Cost)
	// Memory is this computer's, in bytes; 0: what the system says.
	Memory uint64
	// Measure gives what a new passphrase slot should cost on this computer. nil:
	// seal.Calibrate, or no comparing where Vault.Params is given.
	Measure func() seal.Params
	// MonthFirst says that in a date typed in figures the month stands first.
	MonthFirst bool
	// Region is where the computer is set up, as its ISO 3166 code; "" where that isn't
	// known.
	Region string
}

// App is what of the program concerns everybody, whether a journal is open or not.
// It is safe for concurrent use.
type App struct {
	config Config

	mu      sync.Mutex // guards what follows
	words   *words.Catalog
	spoken  Terms  // that words are in
	journal string // opened before any other, for this run; "" for none
	prefs   Preferences

	engineOnce sync.Once
	engine     *redact.Engine
	engineErr  error
}

// NewApp gives the program, with its words and preferences read. A missing or
// unreadable preferences file gives the usual ones. It gives fault.Internal
// where c has no clock.
func NewApp(c Config) (*App, error) {
	if err := c.fill(); err != nil {
		return nil, err
	}
	a := &App{config: c, journal: c.Journal}
	a.prefs = readPreferences(a.preferencesFile())
	return a, a.Speak()
}

func (c *Config) fill() error {
	if c.Now == nil {
		return fault.New(fault.Internal, "start without a clock")
	}
	for _, f := range []struct {
		folder *string
		usual  func() (string, error)
		below  string
	}{
		{&c.DataFolder, platform.DataFolder, ""},
		{&c.StateFolder, platform.StateFolder, "state"},
		{&c.ConfigFolder, platform.ConfigFolder, "settings"},
	} {
		if *f.folder == "" && c.Portable != "" {
			*f.folder = filepath.Join(c.Portable, f.below)
		}
		if *f.folder != "" {
			continue
		}
		folder, err := f.usual()
		if err != nil {
			return err
		}
		*f.folder = folder
	}
	c.Vault.Now = c.Now
	if c.Portable == "" {
		c.Vault.AnchorDir = filepath.Join(c.StateFolder, "anchors")
	}
	c.Vault.Scratch = filepath.Join(c.StateFolder, "scratch")
	return nil
}

// Config gives what the program was told, with the usual folders filled in. It is
// there to be read.
func (a *App) Config() *Config { return &a.config }

// Words gives the words of the interface, in the terms of the last Speak.
func (a *App) Words() *words.Catalog {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.words
}

// Now gives the time by the program's clock.
func (a *App) Now() time.Time { return a.config.Now() }

// Journal gives the path of the journal that Unlock opens and Create makes.
func (a *App) Journal() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case a.journal != "":
		return a.journal
	case filepath.IsAbs(a.prefs.Journal):
		return a.prefs.Journal
	case a.prefs.Journal != "":
		return filepath.Join(a.config.DataFolder, a.prefs.Journal)
	}
	return filepath.Join(a.config.DataFolder, "journal.aftershift")
}

// OpenAt makes path the journal to open, this time only.
func (a *App) OpenAt(path string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.journal = path
}

// UseJournal makes path the journal to open, now and next time. In a portable
// folder it is remembered from there: a stick has another letter or place on the
// next computer. It gives the errors of SetPreferences.
func (a *App) UseJournal(path string) error {
	a.OpenAt(path)
	if below, err := filepath.Rel(a.config.Portable, path); err == nil && a.Portable() && filepath.IsLocal(below) {
		path = below
	}
	return a.SetPreferences(func(p *Preferences) { p.Journal = path })
}

// Portable reports whether everything stands in one folder, as on a stick. An
// older copy of a journal that is put back there can't be told from a newer one.
func (a *App) Portable() bool { return a.config.Portable != "" }

// Synced returns the service that copies the journal's folder to its servers, ""
// where none shows.
func (a *App) Synced() string { return platform.Synced(a.Journal()) }

// HasJournal tells whether a file stands where the journal is looked for.
func (a *App) HasJournal() bool {
	_, err := os.Lstat(a.Journal())
	return err == nil
}

// Engine gives the redaction engine. The first call reads the word lists, which
// takes about a tenth of a second. It gives the errors of redact.LoadLists, each
// time.
func (a *App) Engine() (*redact.Engine, error) {
	a.engineOnce.Do(func() {
		lists, err := redact.LoadLists(assets.Lists())
		if err != nil {
			a.engineErr = fault.Wrap("read word lists", err)
			return
		}
		a.engine = redact.NewEngine(lists)
	})
	return a.engine, a.engineErr
}

// Licences gives the licence texts of what the program contains.
func (a *App) Licences() fs.FS { return assets.Licenses() }

// JournalSuffix ends the name of a journal's file.
const JournalSuffix = ".aftershift"

// Cost is what deriving the key of a file takes from its passphrase, where that is
// far more than for a journal that this program makes: more than half of this
// computer's memory, or many seconds. A file that somebody else made can ask for it.
// It is the cause in the fault.Conflict error of what opens a file, unless the Key
// says to go on.
type Cost struct {
	Memory int // in MB
	Of     int // this computer's, in MB; 0: not known
	Times  int // as much work as for a usual journal, which takes about a second
}

// Error gives no figures: Cost has them.
func (Cost) Error() string { return "deriving the key is costly" }
