package app

import (
	"os"
	"path/filepath"
)

// SharingFolder gives the folder to offer for a file that leaves the journal:
// the user's documents, or the home folder where there is none of that name. It
// gives "" when the system doesn't say where home is.
func SharingFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	documents := filepath.Join(home, "Documents")
	if info, err := os.Stat(documents); err == nil && info.IsDir() {
		return documents
	}
	return home
}
