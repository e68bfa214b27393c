// Package app is what a person can do: make or open a journal, write, find,
// bring, build an agenda, share a redacted copy, lock. It joins the rooms below
// and knows no screen, so the window and the command line run the same code.
//
// App is the program while no journal is open; Desk is an open journal. Both
// are safe for concurrent use. Methods that read or write the file take a few
// milliseconds, those with a context may take longer: a window calls them
// through Desk.Do or a goroutine of its own.
package app

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
// operating system's usual one.
type Config struct {
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
}

// App is the program before a journal is open.
type App struct {
	config Config
	words  *words.Catalog
	mu     sync.Mutex
	prefs  Preferences

	engineOnce sync.Once
	engine     *redact.Engine
	engineErr  error
}

// New gives the program, with its words and preferences read. A missing or
// unreadable preferences file gives the usual ones. It gives fault.Internal
// where c has no clock.
func New(c Config) (*App, error) {
	if err := c.fill(); err != nil {
		return nil, err
	}
	catalog, err := words.Load(assets.Locale(), "en")
	if err != nil {
		return nil, err
	}
	a := &App{config: c, words: catalog}
	a.prefs = readPreferences(a.preferencesFile())
	return a, nil
}

func (c *Config) fill() error {
	if c.Now == nil {
		return fault.New(fault.Internal, "start without a clock")
	}
	for _, f := range []struct {
		folder *string
		usual  func() (string, error)
	}{
		{&c.DataFolder, platform.DataFolder},
		{&c.StateFolder, platform.StateFolder},
		{&c.ConfigFolder, platform.ConfigFolder},
	} {
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
	c.Vault.AnchorDir = filepath.Join(c.StateFolder, "anchors")
	c.Vault.Scratch = filepath.Join(c.StateFolder, "scratch")
	return nil
}

// Words gives the words of the interface.
func (a *App) Words() *words.Catalog { return a.words }

// Now gives the time by the program's clock.
func (a *App) Now() time.Time { return a.config.Now() }

// Journal gives the path of the journal that Unlock opens and Create makes.
func (a *App) Journal() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case a.config.Journal != "":
		return a.config.Journal
	case a.prefs.Journal != "":
		return a.prefs.Journal
	}
	return filepath.Join(a.config.DataFolder, "journal.aftershift")
}

// OpenAt makes path the journal to open, this time only.
func (a *App) OpenAt(path string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.config.Journal = path
}

// UseJournal makes path the journal to open, now and next time.
func (a *App) UseJournal(path string) error {
	a.OpenAt(path)
	return a.SetPreferences(func(p *Preferences) { p.Journal = path })
}

// HasJournal tells whether a file stands where the journal is looked for.
func (a *App) HasJournal() bool {
	_, err := os.Lstat(a.Journal())
	return err == nil
}

// Engine gives the redaction engine. The first call reads the word lists, which
// takes about a tenth of a second.
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
