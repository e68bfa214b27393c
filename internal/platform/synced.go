package platform

import (
	"os"
	"path/filepath"
	"strings"
)

// syncing are the services that copy a folder to their servers, by how that folder's
// name begins where they make it.
var syncing = []struct{ folder, service string }{
	{"onedrive", "OneDrive"},
	{"dropbox", "Dropbox"},
	{"google drive", "Google Drive"},
	{"googledrive", "Google Drive"},
	{"iclouddrive", "iCloud"},
	{"com~apple~clouddocs", "iCloud"},
	{"nextcloud", "Nextcloud"},
	{"owncloud", "ownCloud"},
}

// Synced returns the service that copies what stands at path to its servers, as far as
// that shows: by the name of a folder above, or because Windows says that OneDrive has
// taken that folder over, as it does with Documents. It is "" where none shows.
func Synced(path string) string {
	whole, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(whole)); err == nil {
		whole = filepath.Join(real, filepath.Base(whole))
	}
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if root := os.Getenv(name); filepath.IsAbs(root) && within(whole, root) {
			return "OneDrive"
		}
	}
	for dir := filepath.Dir(whole); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		for _, s := range syncing {
			if strings.HasPrefix(strings.ToLower(filepath.Base(dir)), s.folder) {
				return s.service
			}
		}
	}
	return ""
}

// within reports whether path is root or below it.
func within(path, root string) bool {
	below, err := filepath.Rel(root, path)
	return err == nil && filepath.IsLocal(below)
}
