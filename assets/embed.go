// Package assets carries what the program ships beside its code: the
// words of each language, the lists that redaction reads, case themes, packs of rules, run-sheets,
// and the licences of everything that is not ours.
//
// All of it is embedded, so the program needs no file of its own at run time.
// Every function gives read-only content and is safe for concurrent use.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed licenses lists locale packs procedures sample themes
var files embed.FS

//go:embed icon.png
var icon []byte

// Icon gives the program's icon: a square PNG, for the window. Its bytes are not to be
// changed.
func Icon() []byte { return icon }

// Licenses gives the licence texts, rooted at assets/licenses.
func Licenses() fs.FS { return folder("licenses") }

// Lists gives the word, name and place lists, rooted at assets/lists.
func Lists() fs.FS { return folder("lists") }

// Locale gives the words, one folder a language ("en"), rooted at assets/locale.
func Locale() fs.FS { return folder("locale") }

// Packs gives the packs of rules, frameworks and competences, one file each, rooted at
// assets/packs.
func Packs() fs.FS { return folder("packs") }

// Procedures returns the run-sheets of groups, one file each, rooted at assets/procedures.
func Procedures() fs.FS { return folder("procedures") }

// Sample gives the fictional journal for looking around, rooted at assets/sample.
func Sample() fs.FS { return folder("sample") }

// Themes gives the case themes that a new journal offers, rooted at assets/themes.
func Themes() fs.FS { return folder("themes") }

// folder narrows the embedded files to one folder. Its names are constants of
// this file, so an error is a mistake in the program.
func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic("assets: no folder " + name)
	}
	return sub
}
