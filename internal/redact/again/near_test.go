package again

import (
	"maps"
	"testing"

	"aftershift/internal/redact/lex"
)

// Of names that sound alike the same one stands for all, each time.
func TestNearTo_is_the_same_each_time(t *testing.T) {
	words := map[string]named{}
	sorted := []string{"catherine", "jon", "john", "katharine", "katherine", "kathryn", "philip", "phillip", "stephen", "steven"}
	for _, w := range sorted {
		words[w] = named{kind: lex.TypePerson}
	}
	first := nearTo(words, sorted)
	if len(first.sounds) == 0 || len(first.groups) == 0 {
		t.Fatalf("%d sounds, %d groups", len(first.sounds), len(first.groups))
	}
	for range 100 {
		if again := nearTo(words, sorted); !maps.Equal(again.sounds, first.sounds) || !maps.Equal(again.groups, first.groups) {
			t.Fatalf("%v, then %v", first, again)
		}
	}
}
