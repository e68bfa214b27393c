package journal

import (
	"slices"

	"aftershift/internal/fault"
)

// Rating is how much was still carried on a day.
type Rating struct {
	On       Date  `json:"on"`
	Carrying Level `json:"carrying"`
}

// MaxRatings is how many earlier marks an entry keeps; beyond it the first stays and
// the next oldest goes.
const MaxRatings = 100

// Rate marks how much is still carried today. What was marked on another day is kept
// as an earlier rating; of one day the last mark counts.
func (e *Entry) Rate(carrying Level, today Date) {
	i := &e.Impact
	if carrying == i.Carrying && (i.Rated == today || i.Carrying == Level{}) {
		return
	}
	on := i.Rated
	if on == "" {
		on = DateOf(e.Written)
	}
	if _, given := i.Carrying.Value(); given && on != today {
		i.Earlier = append(slices.Clone(i.Earlier), Rating{on, i.Carrying})
		if len(i.Earlier) > MaxRatings {
			i.Earlier = slices.Delete(i.Earlier, 1, 2)
		}
	}
	i.Carrying, i.Rated = carrying, today
	if (carrying == Level{}) {
		i.Rated = ""
	}
}

// validateRatings gives fault.Invalid for too many ratings, for a day that isn't one,
// and for a rating without a mark.
func (i Impact) validateRatings() error {
	if len(i.Earlier) > MaxRatings {
		return fault.New(fault.Invalid, "check ratings: too many")
	}
	for _, r := range i.Earlier {
		if _, given := r.Carrying.Value(); !given {
			return fault.New(fault.Invalid, "check ratings: no mark")
		}
		if err := r.On.Validate(); err != nil {
			return err
		}
	}
	if i.Rated != "" {
		return i.Rated.Validate()
	}
	return nil
}
