package keeping

import (
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/strength"

	"github.com/sethvargo/go-diceware/diceware"
)

// Strength is how well a passphrase would stand up to guessing.
type Strength struct {
	Score int // 0 to 4, by zxcvbn (Wheeler 2016)
	// Enough is a score of 3: "safely unguessable, moderate protection from
	// offline slow-hash scenario", which Argon2id makes slower still.
	Enough bool
}

// MeasurePassphrase judges a passphrase, of a long one the first 100 characters. It
// takes a millisecond, and up to 10 for a long one of words.
func MeasurePassphrase(passphrase string) Strength {
	score := strength.Score(passphrase, "aftershift", "journal")
	return Strength{Score: score, Enough: score >= 3}
}

// MinPassphrase is the fewest characters of a passphrase.
const MinPassphrase = 8

// CheckPassphrase gives fault.Invalid for a passphrase under MinPassphrase
// characters or over 1,000. A weak one is the user's choice, plainly told.
func CheckPassphrase(passphrase string) error {
	if n := len([]rune(strings.TrimSpace(passphrase))); n < MinPassphrase || n > 1000 {
		return fault.New(fault.Invalid, "choose passphrase")
	}
	return nil
}

// SuggestPassphrase gives six words drawn at random from the EFF's long list:
// 77 bits (https://www.eff.org/dice). It gives fault.Internal where none can be
// drawn.
func SuggestPassphrase() (string, error) {
	words, err := diceware.Generate(6)
	if err != nil {
		return "", fault.As(fault.Internal, "suggest passphrase", err)
	}
	return strings.Join(words, " "), nil
}
