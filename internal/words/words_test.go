package words

import (
	"testing"
	"testing/fstest"

	"aftershift/internal/fault"
)

func TestCatalog_T_and_N(t *testing.T) {
	c, err := Load(fstest.MapFS{
		"en/a.json": {Data: []byte(`{"hello":"Hello, %s","days.one":"%d day","days.other":"%d days","times.one":"once","times.other":"%d times"}`)},
		"en/b.json": {Data: []byte(`{"percent":"100 %"}`)},
	}, "en")
	if err != nil {
		t.Fatal(err)
	}
	for got, want := range map[string]string{
		c.T("hello", "Sam"): "Hello, Sam",
		c.T("percent"):      "100 %",
		c.N("times", 1):     "once",
		c.N("days", 1):      "1 day",
		c.N("days", 0):      "0 days",
		c.T("no.such_key"):  "such key",
		c.T("lost"):         "lost",
		c.N("no.such", 2):   "such",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if !c.Has("hello") || c.Has("no.such") {
		t.Error("Has is wrong")
	}
}

// TestCatalog_N_has_the_plurals_of_its_language takes Polish, which has three, and
// Irish, which has five.
func TestCatalog_N_has_the_plurals_of_its_language(t *testing.T) {
	for language, forms := range map[string]map[int]string{
		"pl": {1: "one", 2: "few", 5: "many", 22: "few", 0: "many"},
		"ga": {1: "one", 2: "two", 3: "few", 7: "many", 11: "other"},
		"en": {1: "one", 2: "other", 0: "other", -1: "one"},
	} {
		c, err := Load(fstest.MapFS{language + "/a.json": {Data: []byte(
			`{"day.one":"one","day.two":"two","day.few":"few","day.many":"many","day.other":"other"}`,
		)}}, language)
		if err != nil {
			t.Fatal(err)
		}
		for n, want := range forms {
			if got := c.N("day", n); got != want {
				t.Errorf("%s: %d is %q, want %q", language, n, got, want)
			}
		}
	}
}

func TestLoad_refuses_what_is_no_language(t *testing.T) {
	if _, err := Load(fstest.MapFS{"no language/a.json": {Data: []byte(`{"a":"b"}`)}}, "no language"); fault.KindOf(err) != fault.Invalid {
		t.Errorf("%v, want invalid", err)
	}
}

func TestLoad_refuses_what_is_not_a_catalogue(t *testing.T) {
	for name, fsys := range map[string]fstest.MapFS{
		"none":         {},
		"nested":       {"en/a.json": {Data: []byte(`{"a":{"b":"c"}}`)}},
		"twice in one": {"en/a.json": {Data: []byte(`{"a":"x","b":"a","a":"y"}`)}},
		"twice":        {"en/a.json": {Data: []byte(`{"a":"x"}`)}, "en/b.json": {Data: []byte(`{"a":"y"}`)}},
	} {
		if _, err := Load(fsys, "en"); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v, want invalid", name, err)
		}
	}
}
