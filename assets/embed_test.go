package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"testing"
)

func TestIcon_isASquarePNG(t *testing.T) {
	picture, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 512 || size.Y != 512 {
		t.Errorf("size %v, want 512×512", size)
	}
}

func TestIcon_givesACopy(t *testing.T) {
	Icon()[0] = 0
	if Icon()[0] == 0 {
		t.Error("a caller's change reached the next caller")
	}
}

func TestFolders_holdFiles(t *testing.T) {
	folders := map[string]fs.FS{
		"icons": Icons(), "licenses": Licenses(), "lists": Lists(),
		"locale": Locale(), "themes": Themes(),
	}
	for name, folder := range folders {
		entries, err := fs.ReadDir(folder, ".")
		if err != nil || len(entries) == 0 {
			t.Errorf("%s: %d entries, %v", name, len(entries), err)
		}
	}
}

func TestLocale_isFlatTextByKey(t *testing.T) {
	names, err := fs.Glob(Locale(), "*/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no locale files: %v", err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(Locale(), name)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
