package search

import (
	"strings"
	"testing"
)

// FuzzIndex_pack packs texts whose words and gaps others have and not: each comes back
// as it was.
func FuzzIndex_pack(f *testing.F) {
	f.Add("", "  ", "a")
	f.Add("quiet evening", "quiet, evening", " (quiet)  evening.\n")
	f.Add("été—été", "l'été 2\u200d", "\xff a\xfe")
	f.Fuzz(func(t *testing.T, first, second, third string) {
		var x index
		var packed [][]byte
		all := []string{first, second, third, strings.Repeat(third+" "+first, 3)}
		for i, text := range all {
			packed = append(packed, x.pack(nil, uint32(i+1), text, len(text)))
		}
		for i, text := range all {
			if got := x.unpack(packed[i], len(text)); got != text {
				t.Errorf("%q came back as %q", text, got)
			}
		}
	})
}

// A packed text takes a good deal less than its letters.
func TestIndex_pack_is_small(t *testing.T) {
	texts, _ := benchTexts()
	letters, packed := 0, 0
	for _, h := range texts.held[1:] {
		letters, packed = letters+int(h.size), packed+len(h.packed)
	}
	if packed*3 > letters {
		t.Errorf("%d bytes of %d", packed, letters)
	}
}
