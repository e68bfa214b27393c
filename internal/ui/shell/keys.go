package shell

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"aftershift/internal/words"
)

// quiet is a shortcut that answers to its keys and isn't drawn: in a menu of its
// own, Fyne draws shortcuts in a fifth of the text's strength, which many can't
// read. The line's words name the keys instead.
type quiet struct{ name string }

// ShortcutName gives the name by which Fyne knows the keys.
func (q quiet) ShortcutName() string { return q.name }

// shortcutOf gives what a command answers to, nil for one without a key. A Mac draws its menus itself.
func shortcutOf(c command) fyne.Shortcut {
	if c.key == "" {
		return nil
	}
	var s fyne.Shortcut = &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
	if c.name == "undo" {
		s = &fyne.ShortcutUndo{} // what Fyne itself makes of Ctrl+Z
	}
	if runtime.GOOS == "darwin" {
		return s
	}
	return quiet{s.ShortcutName()}
}

//words:prefix shell.key.

// withKeys gives a line's words with the keys of its command behind them.
func withKeys(w *words.Catalog, text string, c command) string {
	if runtime.GOOS == "darwin" || c.key == "" {
		return text
	}
	return text + "  (" + keysOf(w, c) + ")"
}

func keysOf(w *words.Catalog, c command) string {
	if c.key == "" {
		return ""
	}
	var names []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "ctrl"}, {fyne.KeyModifierShift, "shift"}, {fyne.KeyModifierAlt, "alt"}} {
		if c.mod&m.mod != 0 {
			names = append(names, w.T("shell.key."+m.name))
		}
	}
	name := string(c.key)
	if key := "shell.key." + strings.ToLower(name); w.Has(key) {
		name = w.T(key)
	}
	return strings.Join(append(names, name), "+")
}
