package app

import (
	"math/rand/v2"
	"slices"
	"strings"

	"aftershift/internal/fault"
)

// AskBack draws which n of the recovery words are asked back, as places from 0
// in rising order.
func AskBack(words []string, n int) []int {
	places := rand.Perm(len(words))[:min(n, len(words))]
	slices.Sort(places)
	return places
}

// ConfirmRecovery compares what was typed with the words at the places, and
// keeps that they were confirmed. It gives fault.Invalid when one differs.
func (d *Desk) ConfirmRecovery(words []string, places []int, typed []string) error {
	for i, place := range places {
		if i >= len(typed) || !strings.EqualFold(strings.TrimSpace(typed[i]), words[place]) {
			return fault.New(fault.Invalid, "confirm recovery words")
		}
	}
	return d.SetSettings(func(s *Settings) { s.RecoveryConfirmed = true })
}

// CheckRecoveryWords tells whether words, as typed from paper, open this
// journal, and keeps that they were confirmed if so. It takes as long as it
// takes to derive a key from them.
func (d *Desk) CheckRecoveryWords(words string) bool {
	if !d.library.Vault().CheckRecoveryWords(words) {
		return false
	}
	return d.SetSettings(func(s *Settings) { s.RecoveryConfirmed = true }) == nil
}
