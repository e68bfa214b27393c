package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/fault"
)

// Family is a group of feeling words.
type Family struct {
	Name  string
	Words []Feeling
}

// Families are eight groups of six plain words. They are this product's own
// choice of everyday words, not a published wheel.
var Families = []Family{
	{"calm", []Feeling{"relieved", "settled", "safe", "rested", "content", "clear"}},
	{"joy", []Feeling{"proud", "hopeful", "grateful", "moved", "warm", "amused"}},
	{"strength", []Feeling{"capable", "confident", "determined", "trusted", "brave", "useful"}},
	{"sadness", []Feeling{"grieving", "low", "lonely", "disappointed", "heavy", "tearful"}},
	{"fear", []Feeling{"anxious", "threatened", "dread", "worried", "startled", "unsure"}},
	{"anger", []Feeling{"frustrated", "irritated", "outraged", "resentful", "powerless", "betrayed"}},
	{"shame", []Feeling{"guilty", "inadequate", "exposed", "regretful", "blamed", "foolish"}},
	{"depletion", []Feeling{"numb", "exhausted", "overwhelmed", "detached", "drained", "flat"}},
}

// KnownFeeling tells whether f is one of the words in Families.
func KnownFeeling(f Feeling) bool { return FamilyOf(f) != "" }

// maxFeeling is how many letters a feeling in one's own word may have.
const maxFeeling = 40

// NewFeeling returns the feeling that somebody names in a word of their own: in
// small letters, with single spaces. It returns fault.Invalid for one without a
// letter or of more than 40.
func NewFeeling(word string) (Feeling, error) {
	word = strings.ToLower(strings.Join(strings.Fields(word), " "))
	if utf8.RuneCountInString(word) > maxFeeling || strings.IndexFunc(word, unicode.IsLetter) < 0 {
		return "", fault.New(fault.Invalid, "name feeling")
	}
	return Feeling(word), nil
}

// valid reports whether f is a known word, or one's own as NewFeeling returns it.
func (f Feeling) valid() bool {
	own, err := NewFeeling(string(f))
	return err == nil && own == f
}

// FamilyOf gives the name of the family that f belongs to, or "".
func FamilyOf(f Feeling) string {
	for _, family := range Families {
		for _, word := range family.Words {
			if word == f {
				return family.Name
			}
		}
	}
	return ""
}

// The kinds of impact, after the distinctions drawn in
// https://pmc.ncbi.nlm.nih.gov/articles/PMC7907708/ : each asks for a different
// response in supervision.
const (
	Intrusion       Kind = "intrusion"        // vicarious trauma, images that come back
	MoralDistress   Kind = "moral_distress"   // knowing what is right, and held from doing it
	MoralInjury     Kind = "moral_injury"     // guilt or shame over what was done or left undone
	Exhaustion      Kind = "exhaustion"       // burnout
	FearForSafety   Kind = "fear_for_safety"  // one's own
	Grief           Kind = "grief"            //
	Helplessness    Kind = "helplessness"     //
	AngerAtSystem   Kind = "anger_at_system"  //
	PersonalEcho    Kind = "personal_echo"    // it touches one's own story
	CompassionPride Kind = "compassion_pride" // compassion satisfaction
)

// Kinds are all kinds of impact, in the order in which they are offered.
var Kinds = []Kind{
	Intrusion, MoralDistress, MoralInjury, Exhaustion, FearForSafety,
	Grief, Helplessness, AngerAtSystem, PersonalEcho, CompassionPride,
}

// What the writer may need now.
const (
	NeedHold  Need = "hold"  // let it rest
	NeedWrite Need = "write" // write more, later
	NeedTalk  Need = "talk"  // talk soon
	NeedToday Need = "today" // talk today
)

// Needs are all needs, from the lightest to the most pressing.
var Needs = []Need{NeedHold, NeedWrite, NeedTalk, NeedToday}
