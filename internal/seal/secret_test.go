package seal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

// dry is a source that has run out.
type dry struct{}

func (dry) Read([]byte) (int, error) { return 0, errors.New("dry") }

// counting gives bytes 0, 1, 2, …: a known source for tests that need the same
// bytes each time.
type counting struct{ next byte }

func (c *counting) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = c.next
		c.next++
	}
	return len(b), nil
}

func TestSecret_never_prints(t *testing.T) {
	pass := NewSecret("marigold")
	key, _ := NewKey(&counting{next: 'a'})
	words, _ := NewWords(&counting{})
	for _, secret := range []any{pass, &pass, key, &key, words, &words, struct{ S Secret }{pass}, []Key{key}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%20s"} {
			if got := fmt.Sprintf(verb, secret); strings.Contains(got, "marigold") || strings.Contains(got, "97 98") ||
				strings.Contains(got, "6d617269") || strings.Contains(got, "0x61") || strings.Contains(got, "1 2 3") {
				t.Errorf("%s of %T shows it: %s", verb, secret, got)
			}
		}
		encoded, err := json.Marshal(secret)
		if err != nil || !strings.Contains(string(encoded), hidden) {
			t.Errorf("%T encodes as %s (%v)", secret, encoded, err)
		}
	}
	if pass.String() != hidden || key.String() != hidden || words.String() != hidden {
		t.Error("String shows it")
	}
}

func TestSecret_Empty(t *testing.T) {
	if NewSecret("one").Empty() || !NewSecret("").Empty() || !(Secret{}).Empty() {
		t.Error("Empty is wrong")
	}
}

func TestNewKey_needs_32_bytes(t *testing.T) {
	if _, err := NewKey(bytes.NewReader(make([]byte, 31))); !errors.Is(err, fault.Internal) {
		t.Errorf("short source gives %v", err)
	}
	a, _ := NewKey(&counting{})
	b, _ := NewKey(&counting{next: 1})
	if a.Equal(b) || !a.Equal(a) {
		t.Error("Equal is wrong")
	}
}
