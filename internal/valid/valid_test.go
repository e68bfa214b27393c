package valid

import (
	"errors"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

func TestFields_hold_within_limits(t *testing.T) {
	for name, c := range map[string]struct{ got, want bool }{
		"a line":                 {Line("Vera’s hour"), true},
		"as long as a line is":   {Line(strings.Repeat("é", MaxLine)), true},
		"longer than a line":     {Line(strings.Repeat("é", MaxLine+1)), false},
		"two lines":              {Line("one\ntwo"), false},
		"two lines of text":      {Text("one\ntwo"), true},
		"text with a zero":       {Text("one\x00two"), false},
		"bytes that aren't text": {Text("\xff"), false},
		"longer than text":       {Text(strings.Repeat("a", MaxText+1)), false},
		"none of the words":      {OneOf("", []string{"a"}), true},
		"a word of none":         {OneOf("b", []string{"a"}), false},
		"words each once":        {AllOf([]string{"b", "a"}, []string{"a", "b"}), true},
		"a word twice":           {AllOf([]string{"a", "a"}, []string{"a", "b"}), false},
		"an empty word":          {AllOf([]string{""}, []string{"a", ""}), false},
		"ids":                    {Links([]int64{3, 1}), true},
		"an id twice":            {Links([]int64{3, 1, 3}), false},
		"an id of nothing":       {Links([]int64{3, 0}), false},
		"more ids than one has":  {Links(make([]int64, MaxLinks+1)), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", name, c.got)
		}
	}
}

func TestFirst_names_the_first_that_is_broken(t *testing.T) {
	if err := First(That(true, "check a"), That(true, "check b")); err != nil {
		t.Error(err)
	}
	err := First(That(true, "check a"), That(false, "check b"), That(false, "check c"))
	if !errors.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "check b") {
		t.Error(err)
	}
}
