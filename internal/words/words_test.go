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
		c.T("no.such"):      "no.such",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if !c.Has("hello") || c.Has("no.such") {
		t.Error("Has is wrong")
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
