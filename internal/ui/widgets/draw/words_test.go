package draw

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"
)

// Bold words look as Fyne's own do, whatever is in them.
func TestSet_bold_is_as_wide_as_by_Fyne(t *testing.T) {
	test.NewTempApp(t)
	for _, words := range []string{"", "Rose’s visit – “quiet”", "Łódź, Århus", "Rose 🌹", "Роза", "रोज़", "a\u0301b", "\x00"} {
		said := Words(15, true)
		Say(said, words)
		plain := canvas.NewText(words, said.Color)
		plain.TextSize, plain.TextStyle.Bold = 15, true
		if got, want := said.MinSize(), plain.MinSize(); got != want || Extent(words, 15, true) != want {
			t.Errorf("%q takes %v and measures %v, want %v", words, got, Extent(words, 15, true), want)
		}
	}
}

// Usual words need the bold letters alone, others all that there is.
func TestSet_bold_alone(t *testing.T) {
	test.NewTempApp(t)
	said := Words(15, true)
	for words, alone := range map[string]bool{"": true, "Rose’s": true, "Zoë": true, "Rose 🌹": false, "☑": false} {
		if Say(said, words); (said.FontSource != nil) != alone {
			t.Errorf("%q is set from the bold letters alone: %v", words, !alone)
		}
	}
	if Set(said, "Rose", false); said.FontSource != nil || said.TextStyle != (fyne.TextStyle{}) {
		t.Error("plain words are still set in bold")
	}
}

// The bold letters have all that is taken from them alone.
func TestRare_is_what_the_bold_letters_lack(t *testing.T) {
	font, err := sfnt.Parse(theme.DefaultTextBoldFont().Content())
	if err != nil {
		t.Fatal(err)
	}
	var room sfnt.Buffer
	for r := rune(1); r < 0x10000; r++ {
		if glyph, err := font.GlyphIndex(&room, r); !rare(r) && (glyph == 0 || err != nil) {
			t.Errorf("%U is not among the bold letters", r)
		}
	}
}

// A word that another file sets in bold would have Fyne read all there is for bold.
func TestSet_is_all_that_sets_in_bold(t *testing.T) {
	bold := regexp.MustCompile(`TextStyle\{[^}]*Bold|TextStyle\.Bold\s*=|TextStyle\.Bold, .*=`)
	files := 0
	err := fs.WalkDir(os.DirFS("../.."), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || path == "widgets/draw/words.go" {
			return err
		}
		files++
		code, err := os.ReadFile(filepath.Join("../..", path))
		if found := bold.Find(code); found != nil {
			t.Errorf("%s: %s", path, found)
		}
		return err
	})
	if err != nil || files < 100 {
		t.Errorf("%d files read: %v", files, err)
	}
}
