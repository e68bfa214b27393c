package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"testing"
)

func TestFolders_holdFiles(t *testing.T) {
	folders := map[string]fs.FS{
		"licenses": Licenses(), "lists": Lists(),
		"locale": Locale(), "packs": Packs(), "procedures": Procedures(), "themes": Themes(),
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

func TestIcon_isASquarePicture(t *testing.T) {
	c, err := png.DecodeConfig(bytes.NewReader(Icon()))
	if err != nil || c.Width != c.Height || c.Width < 256 {
		t.Errorf("%v, %v", c, err)
	}
}
