package common

import (
	"strings"
	"testing"
)

func TestIn(t *testing.T) {
	for _, c := range []struct {
		text, word string
		rank       int // 0: is not in the text
	}{
		{"password", "password", 2},
		{"my PassWord, please", "password", 2},
		{"P4$$w0rd", "password", 2},
		{"drowssap", "password", 2},
		{"dr0w$$4p", "password", 0}, // back or by signs, not both
		{"passéword", "password", 0},
		{"İnside", "inside", 379},
		{"james", "james", 1},
		{"i", "i", 2},
		{"", "password", 0},
	} {
		if got := In(c.text)[c.word]; got != c.rank {
			t.Errorf("%q has %q at rank %d, not %d", c.text, c.word, got, c.rank)
		}
	}
}

func TestLists_have_each_word_once(t *testing.T) {
	in := map[string]string{}
	for name, list := range lists {
		for _, word := range list {
			if other, is := in[word]; is {
				t.Errorf("%q is in %s and in %s", word, other, name)
			}
			if strings.ToLower(word) != word || len([]rune(word)) != len(word) {
				t.Errorf("%q of %s isn't in small ASCII", word, name)
			}
			in[word] = name
		}
	}
	if len(in) < 90000 {
		t.Errorf("%d words", len(in))
	}
}
