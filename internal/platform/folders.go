package platform

import (
	"os"
	"path/filepath"
	"runtime"

	"aftershift/internal/fault"
)

// name is the folder that belongs to this program in each of the system's own.
const name = "aftershift"

// DataFolder is where the journal lives unless the user says otherwise:
// $XDG_DATA_HOME or ~/.local/share, ~/Library/Application Support, or
// %LocalAppData%. It is not made. It gives fault.NotFound where the system names
// no home.
func DataFolder() (string, error) {
	return folder("XDG_DATA_HOME", filepath.Join(".local", "share"), name)
}

// StateFolder is for what belongs to this computer alone and stands apart from
// the journal: $XDG_STATE_HOME or ~/.local/state; elsewhere a folder of its own
// beside DataFolder. It is not made. Kinds: those of DataFolder.
func StateFolder() (string, error) {
	return folder("XDG_STATE_HOME", filepath.Join(".local", "state"), name+"-state")
}

// ConfigFolder is for settings that hold no content: $XDG_CONFIG_HOME or
// ~/.config, ~/Library/Application Support, or %AppData%. It is not made. Kinds:
// those of DataFolder.
func ConfigFolder() (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", fault.As(fault.NotFound, "find settings folder", err)
	}
	return filepath.Join(base, name), nil
}

func folder(variable, fallback, elsewhere string) (string, error) {
	base, own, err := "", elsewhere, error(nil)
	switch runtime.GOOS {
	case "windows":
		base, err = os.UserCacheDir() // %LocalAppData%: does not roam to other computers
	case "darwin", "ios":
		base, err = os.UserConfigDir()
	default:
		base, err = xdg(variable, fallback)
		own = name
	}
	if err != nil {
		return "", fault.As(fault.NotFound, "find home folder", err)
	}
	return filepath.Join(base, own), nil
}

// xdg follows the XDG Base Directory Specification 0.8: relative values count
// as unset.
func xdg(variable, fallback string) (string, error) {
	if set := os.Getenv(variable); filepath.IsAbs(set) {
		return set, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, fallback), err
}

// MakePrivate makes the folder with permission 0700 where it is missing, and its
// parents too; on Windows so that others of the computer keep out. A folder that exists keeps its permissions. It gives
// fault.Permission where something other than a folder stands there, and the
// kinds of Fault.
func MakePrivate(dir string) error {
	if info, err := os.Stat(dir); err == nil {
		if !info.IsDir() {
			return fault.New(fault.Permission, "make folder")
		}
		return nil
	}
	first := firstMissing(dir)
	if err := os.MkdirAll(dir, PrivateFolder); err != nil {
		return Fault("make folder", err)
	}
	protect(first)
	return nil
}

// firstMissing returns the topmost of dir and its parents that isn't there.
func firstMissing(dir string) string {
	for {
		above := filepath.Dir(dir)
		if _, err := os.Stat(above); err == nil || above == dir {
			return dir
		}
		dir = above
	}
}
