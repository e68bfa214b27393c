package app_test

import (
	"testing"

	"aftershift/assets"
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/words"
)

// Keys that code puts together have a text for each template, section and format:
// no check of the source can see that one is missing.
func TestFamilies_of_keys_are_whole(t *testing.T) {
	catalog, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, each := range journal.Templates {
		keys = append(keys, "template."+string(each.ID))
		for _, section := range each.Sections {
			heading := each.ID.Heading(section)
			keys = append(keys, heading, heading+".hint")
		}
	}
	for _, f := range app.Formats() {
		keys = append(keys, "copy.format."+f.Name)
	}
	for _, key := range keys {
		if !catalog.Has(key) {
			t.Errorf("no text for %s", key)
		}
	}
}
