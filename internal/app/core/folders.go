package core

import (
	"path/filepath"

	"aftershift/internal/platform"
)

// BackupFolder gives the folder where backups are made by themselves.
func (a *App) BackupFolder() string { return filepath.Join(a.config.DataFolder, "backups") }

// ReplacedFolder gives the folder for the files that a backup took the place of.
func (a *App) ReplacedFolder() string { return filepath.Join(a.BackupFolder(), "replaced") }

// notes is the folder where work in a folder of the user's own is noted while it
// goes on.
func (a *App) notes() string { return filepath.Join(a.config.StateFolder, "working") }

// Working runs work that makes temporary files in a folder of the user's own. It
// is noted there, so that whatever a program leaves in the middle of it is found.
// It gives the errors of platform.Note and of work.
func (a *App) Working(dir string, work func() error) error {
	done, err := platform.Note(a.notes(), dir)
	if err != nil {
		return err
	}
	defer done()
	return work()
}

// Tidy removes what programs that ended in the middle of their work left
// anywhere: temporary files in the program's own folders and in those that were
// noted.
func (a *App) Tidy() {
	platform.TidyNoted(a.notes())
	for _, dir := range []string{
		a.config.DataFolder, a.BackupFolder(), a.ReplacedFolder(), a.config.StateFolder, a.config.ConfigFolder,
		a.config.Vault.AnchorDir, a.config.Vault.Scratch, filepath.Dir(a.Journal()),
	} {
		platform.Tidy(dir)
	}
}
