package document

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestClean_case(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":            {"a b", "a b"},
		"bidi override":    {"a\u202ecba\u202c\u2066x\u2069", "acbax"},
		"controls":         {"a\x00\x07\x1b[31mb", "a[31mb"},
		"soft hyphen":      {"Aali\u00adyah", "Aaliyah"},
		"zero width":       {"Aali\u200byah\ufeff", "Aaliyah"},
		"joiner kept":      {"ک\u200cب", "ک\u200cب"},
		"composed":         {"e\u0302\u0323", "ệ"},
		"spaces":           {"a\u00a0 \t\u2003b", "a b"},
		"line ends":        {"a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		"paragraphs":       {"a \n \n\n b", "a\n\nb"},
		"at the beginning": {"\n\na", "a"},
		"at the end":       {"a\n\n", "a"},
		"joining space":    {" · ", " · "},
		"broken bytes":     {"a\xffb", "a\ufffdb"},
		"emoji":            {"fine \U0001F642", "fine \U0001F642"},
		"language tag":     {"a\U000E0065b", "ab"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestClean_twice_is_once_and_nothing_steers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.SampledFrom([]rune(" \n\t\u00a0\u200d\u202ea\u0301b\r")), 0, 20, -1)).Draw(t, "text"))
		if twice := Clean(once); twice != once {
			t.Fatalf("%q became %q", once, twice)
		}
		if i := strings.IndexFunc(once, func(r rune) bool {
			return r != '\n' && unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
		}); i >= 0 {
			t.Fatalf("%q steers at %d", once, i)
		}
	})
}
