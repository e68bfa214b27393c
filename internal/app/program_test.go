package app_test

import (
	"io/fs"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
)

// Everybody scans with one engine, which knows the names of the lists.
func TestApp_Engine_is_one_with_its_lists(t *testing.T) {
	a, _ := apptest.NewApp(t)
	first, err := a.Engine()
	apptest.Must(t, err)
	again, err := a.Engine()
	apptest.Must(t, err)
	if first == nil || first != again {
		t.Error("the lists are read again for each scan")
	}
	masked, spans := first.Mask("Then Aaliyah rang from Bristol, crying.", app.MaskOptions{})
	if len(spans) == 0 || strings.Contains(masked, "Aaliyah") || strings.Contains(masked, "Bristol") {
		t.Errorf("without a register, of names in the lists, is left: %q", masked)
	}
}

func TestApp_Licences_holds_the_terms_of_each_sort(t *testing.T) {
	a, _ := apptest.NewApp(t)
	for path, holder := range map[string]string{
		"project.txt": "Aftershift",
		"modules/github.com_mattn_go-sqlite3.txt": "Yasuhiro Matsumoto",
		"modules/go.txt":      "The Go Authors",
		"lists/faker.txt":     "Faker",
		"fonts/noto-sans.txt": "SIL OPEN FONT LICENSE",
	} {
		raw, err := fs.ReadFile(a.Licences(), path)
		if err != nil || !strings.Contains(string(raw), holder) {
			t.Errorf("%s doesn't name %q: %v", path, holder, err)
		}
	}
}

// What is typed into a form outlives the program, and is written once.
func TestDesk_KeepUnfinished(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	typed := []app.Unfinished{{Page: "people", Form: "person", Texts: []string{"Mr H", "", "neighbour"}}}
	kept := func() { t.Helper(); _, err := d.BackUp(apptest.Ctx, nil); apptest.Must(t, err) }
	kept()
	apptest.Must(t, d.KeepUnfinished(typed))
	if !d.Unkept() {
		t.Error("nothing was written")
	}
	kept()
	apptest.Must(t, d.KeepUnfinished(typed))
	if d.Unkept() {
		t.Error("the same was written again")
	}
	d = apptest.Reopened(t, d)
	if got := d.Unfinished(); len(got) != 1 || got[0].Form != "person" || strings.Join(got[0].Texts, "|") != "Mr H||neighbour" {
		t.Errorf("after opening %+v", got)
	}
	apptest.Must(t, d.KeepUnfinished(nil))
	if got := apptest.Reopened(t, d).Unfinished(); len(got) != 0 {
		t.Errorf("submitted, and still there: %+v", got)
	}
}
