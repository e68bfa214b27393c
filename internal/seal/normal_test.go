package seal

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

// marks draws text of letters and marks that compose, block and reorder, Hangul
// among them.
func marks(most int) *rapid.Generator[string] {
	some := []rune("aeoAsqΑ\u0301\u0300\u0323\u0302\u0308\u031b\u0327\u0345\u05b0\u05b7\u0bc6\u0bbe\u1100\u1161\u11a8\uac00\u212b\u2126\u0344\u0958\u1e69\u01d5\u034f\ufb1d가🌿 ")
	return rapid.Custom(func(t *rapid.T) string {
		return string(rapid.SliceOfN(rapid.SampledFrom(some), 0, most).Draw(t, "runes"))
	})
}

func TestNormal_is_form_C(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(marks(25), rapid.StringN(0, 25, -1)).Draw(t, "text")
		if got, want := string(normal([]byte(text))), norm.NFC.String(text); got != want {
			t.Fatalf("%+q gives %+q, want %+q", text, got, want)
		}
	})
}

// The form is the plain one, whatever the number of marks.
func TestNormal_adds_nothing_to_long_runs_of_marks(t *testing.T) {
	for _, n := range []int{29, 30, 31, 40, 100} {
		text := "e" + strings.Repeat("\u0300", n)
		want := "\u00e8" + strings.Repeat("\u0300", n-1)
		if got := string(normal([]byte(text))); got != want {
			t.Errorf("%d marks: %+q", n, got)
		}
	}
	if got := normal([]byte("caf\xe9 e\u0301")); string(got) != "caf\xe9 e\u0301" {
		t.Errorf("not UTF-8: %q", got)
	}
}

func TestNewPassphraseSlot_refuses_what_is_not_UTF8(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	if _, err := NewPassphraseSlot(key, vaultID, NewSecret("caf\xe9"), least, rand.Reader); !errors.Is(err, fault.Invalid) {
		t.Errorf("%v", err)
	}
}
