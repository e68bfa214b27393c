package journal

import (
	"encoding/json"
	"slices"
	"strings"

	"aftershift/internal/fault"
)

// Level is a mark from 0 to 10 that may also not be given. The zero Level is
// "not given", so that nobody is taken to have marked 0.
type Level struct{ marked uint8 }

// MaxLevel is the highest mark.
const MaxLevel = 10

// LevelOf gives the Level n, held within 0 and MaxLevel.
func LevelOf(n int) Level { return Level{marked: uint8(min(max(n, 0), MaxLevel)) + 1} }

// Value gives the mark, and whether there is one.
func (l Level) Value() (n int, given bool) { return max(int(l.marked)-1, 0), l.marked > 0 }

// MarshalJSON writes the number, or null when there is none.
func (l Level) MarshalJSON() ([]byte, error) {
	n, given := l.Value()
	if !given {
		return []byte("null"), nil
	}
	return json.Marshal(n)
}

// UnmarshalJSON reads null or a whole number from 0 to 10; else fault.Invalid.
func (l *Level) UnmarshalJSON(raw []byte) error {
	var n *int
	if err := json.Unmarshal(raw, &n); err != nil || (n != nil && (*n < 0 || *n > 10)) {
		return fault.New(fault.Invalid, "read level")
	}
	*l = Level{}
	if n != nil {
		*l = LevelOf(*n)
	}
	return nil
}

// Affect is a place on the map of feeling: Valence from unpleasant (−2) to
// pleasant (+2), Energy from low (−2) to high (+2).
type Affect struct {
	Valence int8 `json:"valence"`
	Energy  int8 `json:"energy"`
}

// Feeling is one of the words in Families, or one of the writer's own (NewFeeling).
type Feeling string

// Kind is what sort of mark the work left; one entry may have several.
type Kind string

// Need is what the writer needs now; the empty Need says nothing.
type Need string

// Impact is what the shift left in the writer. Every field may be empty.
type Impact struct {
	Hit      Level     `json:"hit"`      // how hard it hit, then
	Carrying Level     `json:"carrying"` // still carrying it, now
	Feelings []Feeling `json:"feelings,omitempty"`
	Affect   *Affect   `json:"affect,omitempty"`
	Body     string    `json:"body,omitempty"`
	Kinds    []Kind    `json:"kinds,omitempty"`
	Need     Need      `json:"need,omitempty"`

	Rated   Date     `json:"rated,omitempty"`   // the day on which Carrying was marked; "": as it was written
	Earlier []Rating `json:"earlier,omitempty"` // what Carrying was on days before, the oldest first
}

// MaxFeelings is how many feeling words an entry takes: naming one to three is
// quick, and more says less.
const MaxFeelings = 3

// Heavy tells whether the plain line with the user's own contact belongs beside
// this entry: 9 or 10 on either mark, or a need that can't wait.
func (i Impact) Heavy() bool {
	hit, _ := i.Hit.Value()
	carrying, _ := i.Carrying.Value()
	return hit >= 9 || carrying >= 9 || i.Need == NeedToday
}

// Hard tells whether it hit hard or is still carried: 7 or more on either mark, or
// a need that can't wait.
func (i Impact) Hard() bool {
	hit, _ := i.Hit.Value()
	carrying, _ := i.Carrying.Value()
	return hit >= 7 || carrying >= 7 || i.Need == NeedToday
}

// Good tells whether the writer named what is good of it, and nothing that is not.
func (i Impact) Good() bool {
	good := slices.Contains(i.Kinds, CompassionPride)
	for _, f := range i.Feelings {
		switch FamilyOf(f) {
		case "calm", "joy", "strength":
			good = true
		default:
			return false
		}
	}
	return good && !i.Hard()
}

func (i Impact) empty() bool {
	return i.Hit == Level{} && i.Carrying == Level{} && i.Affect == nil && len(i.Feelings) == 0 &&
		len(i.Kinds) == 0 && i.Need == "" && len(i.Earlier) == 0 && strings.TrimSpace(i.Body) == ""
}

func (i Impact) validate() error {
	if err := i.validateRatings(); err != nil {
		return err
	}
	if len(i.Feelings) > MaxFeelings {
		return fault.New(fault.Invalid, "check feelings: three at most")
	}
	if len(i.Kinds) > len(Kinds) || len(i.Body) > MaxNote {
		return fault.New(fault.Invalid, "check impact: too long")
	}
	return i.known()
}

// known gives fault.Invalid for the first mark that isn't among those there are.
func (i Impact) known() error {
	for _, f := range i.Feelings {
		if !f.valid() {
			return fault.New(fault.Invalid, "check feelings: no word")
		}
	}
	for _, k := range i.Kinds {
		if !slices.Contains(Kinds, k) {
			return fault.New(fault.Invalid, "check kind of impact")
		}
	}
	if i.Need != "" && !slices.Contains(Needs, i.Need) {
		return fault.New(fault.Invalid, "check need")
	}
	return i.Affect.validate()
}

func (a *Affect) validate() error {
	if a != nil && (a.Valence < -2 || a.Valence > 2 || a.Energy < -2 || a.Energy > 2) {
		return fault.New(fault.Invalid, "check feeling map")
	}
	return nil
}
