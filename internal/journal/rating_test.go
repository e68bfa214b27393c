package journal

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

func TestEntry_Rate_keepsWhatWasOnOtherDays(t *testing.T) {
	e := New(1, QuickNote, time.Date(2026, 11, 20, 21, 0, 0, 0, time.UTC))
	e.Impact.Carrying = LevelOf(8) // marked by a version that kept no day
	for _, step := range []struct {
		n       int
		on      Date
		earlier []Rating
	}{
		{7, "2026-11-20", nil},
		{6, "2026-11-24", []Rating{{"2026-11-20", LevelOf(7)}}},
		{3, "2026-11-24", []Rating{{"2026-11-20", LevelOf(7)}}},
		{3, "2026-11-26", []Rating{{"2026-11-20", LevelOf(7)}, {"2026-11-24", LevelOf(3)}}},
	} {
		e.Rate(LevelOf(step.n), step.on)
		if n, _ := e.Impact.Carrying.Value(); n != step.n || e.Impact.Rated != step.on || !reflect.DeepEqual(e.Impact.Earlier, step.earlier) {
			t.Errorf("%d on %s: %+v", step.n, step.on, e.Impact)
		}
	}
	e.Rate(Level{}, "2026-11-27")
	if e.Impact.Rated != "" || len(e.Impact.Earlier) != 3 || e.Validate() != nil {
		t.Errorf("cleared: %+v", e.Impact)
	}
	raw, err := json.Marshal(e.Impact)
	var back Impact
	if err != nil || json.Unmarshal(raw, &back) != nil || !reflect.DeepEqual(back, e.Impact) {
		t.Errorf("read back %+v", back)
	}
	copied := e.Clone()
	copied.Impact.Earlier[0].Carrying = LevelOf(1)
	if e.Impact.Earlier[0].Carrying != LevelOf(7) {
		t.Error("a clone shares its ratings")
	}
}

func TestEntry_Rate_isBounded(t *testing.T) {
	e := New(1, QuickNote, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	for i := range 2 * MaxRatings {
		e.Rate(LevelOf(i%11), e.Date.AddDays(i))
	}
	if len(e.Impact.Earlier) != MaxRatings || e.Impact.Earlier[0].On != e.Date || e.Validate() != nil {
		t.Errorf("%d ratings from %s", len(e.Impact.Earlier), e.Impact.Earlier[0].On)
	}
}

func TestEntry_Validate_ratings(t *testing.T) {
	for name, i := range map[string]Impact{
		"no mark":  {Earlier: []Rating{{"2026-11-20", Level{}}}},
		"no day":   {Earlier: []Rating{{"2026-11-31", LevelOf(1)}}},
		"rated":    {Rated: "soon"},
		"too many": {Earlier: make([]Rating, MaxRatings+1)},
	} {
		e := New(1, QuickNote, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		e.Impact = i
		if e.Validate() == nil {
			t.Errorf("%s is let pass", name)
		}
	}
}
