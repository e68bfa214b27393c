package platform

import (
	"path/filepath"
	"testing"
)

func TestSynced_byTheFoldersAbove(t *testing.T) {
	home := t.TempDir()
	for below, want := range map[string]string{
		"OneDrive - Leeds Council/Documents/a.aftershift": "OneDrive",
		"Dropbox/a.aftershift":                            "Dropbox",
		"Dropbox (Personal)/sub/a.aftershift":             "Dropbox",
		"Library/com~apple~CloudDocs/a.aftershift":        "iCloud",
		"Documents/a.aftershift":                          "",
		"Documents/dropbox.aftershift":                    "", // a file's own name says nothing
	} {
		if got := Synced(filepath.Join(home, filepath.FromSlash(below))); got != want {
			t.Errorf("%s: %q, want %q", below, got, want)
		}
	}
}

// OneDrive may have taken Documents over under a name of its own.
func TestSynced_whereWindowsSaysSo(t *testing.T) {
	home := t.TempDir()
	t.Setenv("OneDriveCommercial", filepath.Join(home, "Work files"))
	if got := Synced(filepath.Join(home, "Work files", "Documents", "a.aftershift")); got != "OneDrive" {
		t.Errorf("%q", got)
	}
	if got := Synced(filepath.Join(home, "Work", "a.aftershift")); got != "" {
		t.Errorf("beside it: %q", got)
	}
}
