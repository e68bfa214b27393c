package app_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/assets"
	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/words"
)

var verbs = regexp.MustCompile(`%(\[\d+\])?[ds]`)

// verbsOf gives the verbs of a text by the argument that each takes.
func verbsOf(text string) (all []string) {
	next := 1
	for _, verb := range verbs.FindAllString(text, -1) {
		if at := strings.IndexByte(verb, ']'); at > 0 {
			all = append(all, verb[2:at]+verb[at+1:])
			continue
		}
		all = append(all, string(rune('0'+next))+verb[1:])
		next++
	}
	slices.Sort(all)
	return all
}

// What a country says otherwise stands for a text that there is, takes what that takes,
// and differs from it.
func TestTerms_saySomethingElseOfTheSame(t *testing.T) {
	usual, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(assets.Locale(), "en-*/*.json")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		raw, err := fs.ReadFile(assets.Locale(), file)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(file, err)
		}
		for key, text := range texts {
			was := usual.T(key)
			same := slices.Equal(verbsOf(was), verbsOf(text))
			if strings.HasPrefix(key, "copy.time.") { // of the hour, the minutes and the hour of twelve a country takes its own
				same = !strings.Contains(fmt.Sprintf(text, 13, 5, 1), "%!")
			}
			if !usual.Has(key) || was == text || !same {
				t.Errorf("%s: %s says %q for %q", path.Dir(file), key, text, was)
			}
		}
	}
}

// A country's terms are those of the region until others are chosen, and are spoken by
// what is opened next; what they don't say otherwise is said as usual, and nothing shows
// a key.
func TestApp_Terms(t *testing.T) {
	folder := t.TempDir()
	start := func(region string) *app.App {
		a, err := app.New(app.Config{DataFolder: folder, StateFolder: folder, ConfigFolder: folder, Now: time.Now, Region: region})
		apptest.Must(t, err)
		return a
	}
	for region, want := range map[string]string{
		"": "Practice or field educator", "NZ": "Practice or field educator", "GB": "Practice educator", "IE": "Practice teacher",
		"US": "Field instructor", "AU": "Field educator",
	} {
		a := start(region)
		if got := a.Words().T("relationship.practice_educator"); got != want || a.MonthFirst() != (region == "US") {
			t.Errorf("%q says %q, the month first: %v", region, got, a.MonthFirst())
		}
		if got := a.Words().T("relationship.mentor"); got != "Mentor" {
			t.Errorf("%q says %q for what no country says otherwise", region, got)
		}
	}
	a := start("US")
	if got := a.Words().T("supervision.day_short", 26, "Nov"); got != "Nov 26" {
		t.Errorf("a day is %q", got)
	}
	apptest.Must(t, a.SetTerms("ie"))
	if got := a.Words().T("relationship.practice_educator"); got != "Practice teacher" || a.MonthFirst() {
		t.Errorf("chosen now, and it says %q", got)
	}
	if a = start("US"); a.Words().T("relationship.practice_educator") != "Practice teacher" || a.MonthFirst() {
		t.Error("the choice is forgotten")
	}
	apptest.Must(t, a.SetTerms("somewhere else"))
	if a.Terms() != "us" {
		t.Errorf("terms that nobody knows are taken as %q", a.Terms())
	}
}
