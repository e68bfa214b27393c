package journal

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

func TestLevel_zero_is_not_given(t *testing.T) {
	if n, given := (Level{}).Value(); n != 0 || given {
		t.Errorf("the zero Level is %d, %v", n, given)
	}
	for in, want := range map[int]int{0: 0, 1: 1, 10: 10, 11: 10, 999: 10, -1: 0, -999: 0} {
		if n, given := LevelOf(in).Value(); n != want || !given {
			t.Errorf("LevelOf(%d) is %d, %v", in, n, given)
		}
	}
	if LevelOf(0) == (Level{}) {
		t.Error("a mark of 0 is taken for none")
	}
}

func TestLevel_JSON_round_trip(t *testing.T) {
	levels := map[string]Level{"null": {}, "0": LevelOf(0), "7": LevelOf(7), "10": LevelOf(10)}
	for want, level := range levels {
		raw, err := json.Marshal(level)
		if string(raw) != want || err != nil {
			t.Errorf("%v gives %s, %v", level, raw, err)
		}
		got := LevelOf(5)
		if err := json.Unmarshal(raw, &got); err != nil || got != level {
			t.Errorf("%s gives %v, %v", raw, got, err)
		}
	}
}

func TestLevel_JSON_refuses(t *testing.T) {
	for _, raw := range []string{"-1", "11", "256", "1.5", `"7"`, "true", "[]", "1e99"} {
		var level Level
		if err := json.Unmarshal([]byte(raw), &level); !errors.Is(err, fault.Invalid) || level != (Level{}) {
			t.Errorf("%s gives %v, %v", raw, level, err)
		}
	}
}

func TestImpact_validate(t *testing.T) {
	for _, c := range []struct {
		name   string
		impact Impact
		ok     bool
	}{
		{"empty", Impact{}, true},
		{"full", fullImpact(), true},
		{"every kind", Impact{Kinds: Kinds}, true},
		{"four feelings", Impact{Feelings: []Feeling{"low", "heavy", "flat", "numb"}}, false},
		{"feeling in one's own words", Impact{Feelings: []Feeling{"wrung out", "low"}}, true},
		{"feeling of no letter", Impact{Feelings: []Feeling{"7"}}, false},
		{"feeling with spaces around", Impact{Feelings: []Feeling{" fine"}}, false},
		{"endless feeling", Impact{Feelings: []Feeling{Feeling(strings.Repeat("x", 41))}}, false},
		{"feeling in capitals", Impact{Feelings: []Feeling{"Low"}}, false},
		{"empty feeling", Impact{Feelings: []Feeling{""}}, false},
		{"unknown kind", Impact{Kinds: []Kind{"other"}}, false},
		{"kinds over and over", Impact{Kinds: append(Kinds[:len(Kinds):len(Kinds)], Grief)}, false},
		{"unknown need", Impact{Need: "now"}, false},
		{"corner of the map", Impact{Affect: &Affect{-2, 2}}, true},
		{"too unpleasant", Impact{Affect: &Affect{Valence: -3}}, false},
		{"too pleasant", Impact{Affect: &Affect{Valence: 3}}, false},
		{"too low", Impact{Affect: &Affect{Energy: -3}}, false},
		{"too high", Impact{Affect: &Affect{Energy: 3}}, false},
		{"long body", Impact{Body: strings.Repeat("x", MaxNote)}, true},
		{"body too long", Impact{Body: strings.Repeat("x", MaxNote+1)}, false},
	} {
		if err := c.impact.validate(); c.ok != (err == nil) || !c.ok && !errors.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, need := range Needs {
		if err := (Impact{Need: need}).validate(); err != nil {
			t.Errorf("need %s: %v", need, err)
		}
	}
}

func TestImpact_Heavy(t *testing.T) {
	for _, c := range []struct {
		name   string
		impact Impact
		want   bool
	}{
		{"empty", Impact{}, false},
		{"eight on both", Impact{Hit: LevelOf(8), Carrying: LevelOf(8)}, false},
		{"hit nine", Impact{Hit: LevelOf(9)}, true},
		{"carrying nine", Impact{Carrying: LevelOf(9)}, true},
		{"carrying ten", Impact{Hit: LevelOf(0), Carrying: LevelOf(10)}, true},
		{"talk today", Impact{Need: NeedToday}, true},
		{"talk soon", Impact{Need: NeedTalk}, false},
	} {
		if got := c.impact.Heavy(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestNewFeeling(t *testing.T) {
	for word, want := range map[string]Feeling{
		"  Wrung   OUT ": "wrung out", "low": "low", "Étouffé": "étouffé", strings.Repeat("é", 40): Feeling(strings.Repeat("é", 40)),
	} {
		if got, err := NewFeeling(word); err != nil || got != want {
			t.Errorf("%q is %q, %v", word, got, err)
		}
	}
	for _, word := range []string{"", "  ", "7", "!?", strings.Repeat("x", 41)} {
		if got, err := NewFeeling(word); !errors.Is(err, fault.Invalid) || got != "" {
			t.Errorf("%q is %q, %v", word, got, err)
		}
	}
}

func TestFamilies_hold_each_word_once(t *testing.T) {
	seen := map[Feeling]bool{}
	for _, family := range Families {
		if len(family.Words) != 6 {
			t.Errorf("%s has %d words", family.Name, len(family.Words))
		}
		for _, word := range family.Words {
			if seen[word] || FamilyOf(word) != family.Name || !KnownFeeling(word) {
				t.Errorf("%s stands twice, or in another family than %s", word, family.Name)
			}
			seen[word] = true
		}
	}
	if KnownFeeling("") || FamilyOf("fine") != "" {
		t.Error("an unknown word has a family")
	}
}

// fullImpact gives an Impact with every field set.
func fullImpact() Impact {
	return Impact{
		Earlier: []Rating{{"2026-11-01", LevelOf(8)}}, Rated: "2026-11-20",
		Hit: LevelOf(7), Carrying: LevelOf(4), Feelings: []Feeling{"low", "proud", "numb"},
		Affect: &Affect{Valence: -1, Energy: 2}, Body: "tight shoulders",
		Kinds: []Kind{Grief, MoralDistress}, Need: NeedTalk,
	}
}

func TestImpact_Hard_and_Good(t *testing.T) {
	for _, c := range []struct {
		of         Impact
		hard, good bool
	}{
		{Impact{}, false, false},
		{Impact{Hit: LevelOf(7)}, true, false},
		{Impact{Carrying: LevelOf(6)}, false, false},
		{Impact{Need: NeedToday}, true, false},
		{Impact{Feelings: []Feeling{"proud"}}, false, true},
		{Impact{Feelings: []Feeling{"proud", "drained"}}, false, false},
		{Impact{Feelings: []Feeling{"wrung out"}}, false, false},
		{Impact{Kinds: []Kind{CompassionPride}, Hit: LevelOf(8)}, true, false},
	} {
		if c.of.Hard() != c.hard || c.of.Good() != c.good {
			t.Errorf("%+v: hard %v, good %v", c.of, c.of.Hard(), c.of.Good())
		}
	}
}
