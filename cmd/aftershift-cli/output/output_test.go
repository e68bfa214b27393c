package output

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode"
)

func TestHarmless_lets_nothing_steer(t *testing.T) {
	for text, want := range map[string]string{
		"café 🌿\tx\n":           "café 🌿\tx\n",
		"\x1b]0;title\a":        `\u001b]0;title\u0007`,
		"a\rb\r\nc":             "a\\u000db\nc",
		"\u009b2J":              `\u009b2J`,
		"\x7f\x00":              `\u007f\u0000`,
		"a\u202eb\u2066c\u200f": `a\u202eb\u2066c\u200f`,
		"a\x9bb":                `a\x9bb`,
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q shows as %q, want %q", text, got, want)
		}
	}
}

func TestEscaping_leaves_JSON_equal(t *testing.T) {
	var out strings.Builder
	want := map[string]string{"title": "\x1b[2J\u009b1A\u202e\x7f\u2028 é\r\n\\u0041"}
	if err := json.NewEncoder(Escaping{&out}).Encode(want); err != nil {
		t.Fatal(err)
	}
	if at := strings.IndexFunc(strings.TrimSuffix(out.String(), "\n"), func(r rune) bool { return unicode.IsControl(r) || steers(r) }); at >= 0 {
		t.Errorf("a character steers in %q", out.String())
	}
	var got map[string]string
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%q: %v", out.String(), err)
	}
}
