package keeping

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"strings"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

const (
	// recallEvery is how long after they were last known the recovery words are
	// asked for again: a paper that can't be found is noticed while the passphrase
	// is still there.
	recallEvery = 30 * 24 * time.Hour
	// recallLater is how long "not now" holds.
	recallLater = 7 * 24 * time.Hour
	// askedBack is how many of the words are asked.
	askedBack = 3
	// tellingLetters is how many letters tell a recovery word from all others.
	tellingLetters = 4
	// recallSalt is how many random bytes stand before the marks.
	recallSalt = 16
)

// marksOf gives what is kept of the recovery words, so that some of them can be
// asked without the words being there: a salt, and four bits of each word's MAC
// under it. Whoever reads them in the opened journal still lacks 80 of the
// words' 128 bits; somebody who guesses three words passes once in 4096 times.
func marksOf(salt []byte, words []string) []byte {
	marks := append([]byte(nil), salt...)
	for i, word := range words {
		marks = append(marks, markOf(salt, i, word))
	}
	return marks
}

func markOf(salt []byte, place int, word string) byte {
	mac := hmac.New(sha256.New, salt)
	mac.Write([]byte{byte(place)})
	word = strings.ToLower(strings.TrimSpace(word))
	mac.Write([]byte(word[:min(len(word), tellingLetters)]))
	return mac.Sum(nil)[0] & 15
}

// confirm keeps that the words are on paper, and what is needed to ask for some
// of them.
func (d *Desk) confirm(words []string) error {
	salt := make([]byte, recallSalt)
	rand.Read(salt) // never fails: https://pkg.go.dev/crypto/rand#Read
	return d.SetSettings(func(s *core.Settings) {
		s.RecoveryConfirmed, s.RecoveryMarks = true, marksOf(salt, words)
		s.RecallAfter = d.Now().Add(recallEvery)
	})
}

// RecallDue tells whether it is time to ask for the recovery words again.
func (d *Desk) RecallDue() bool {
	s := d.Settings()
	return s.RecoveryConfirmed && !d.IsSample() && !d.ReadOnly() && d.Now().After(s.RecallAfter)
}

// RecallPlaces draws which recovery words are asked, as places from 0 in rising
// order; nil where only all of them together can be checked (CheckRecoveryWords).
func (d *Desk) RecallPlaces() []int {
	marks := d.Settings().RecoveryMarks
	if len(marks) <= recallSalt {
		return nil
	}
	return AskBack(make([]string, len(marks)-recallSalt), askedBack)
}

// Recall compares what was typed with the recovery words at the places, and asks
// again after 30 days. It gives fault.Invalid when one differs.
func (d *Desk) Recall(places []int, typed []string) error {
	if d.RecallWrong(places, typed) >= 0 {
		return fault.New(fault.Invalid, "recall recovery words")
	}
	return d.SetSettings(func(s *core.Settings) { s.RecallAfter = d.Now().Add(recallEvery) })
}

// RecallWrong gives the first of the places at which something else was typed
// than the word there, -1 for none.
func (d *Desk) RecallWrong(places []int, typed []string) int {
	marks := d.Settings().RecoveryMarks
	for i, place := range places {
		if i >= len(typed) || recallSalt+place >= len(marks) || strings.TrimSpace(typed[i]) == "" ||
			markOf(marks[:recallSalt], place, typed[i]) != marks[recallSalt+place] {
			return place
		}
	}
	return -1
}

// WrongRecoveryWord gives the place, from 0, of the first word that can't be the
// one there: none of the list that all recovery words are of, or, where marks of
// them are kept, another than was confirmed. It gives -1 where nothing is known
// of any, as for words in another order; and the number of words that were typed.
func (d *Desk) WrongRecoveryWord(typed string) (place, words int) {
	marks, all := d.Settings().RecoveryMarks, recoveryWords(typed)
	for i, word := range all {
		if !seal.KnownWord(word) || recallSalt+i < len(marks) && markOf(marks[:recallSalt], i, word) != marks[recallSalt+i] {
			return i, len(all)
		}
	}
	return -1, len(all)
}

// PutOffRecall asks for the recovery words again after a week. It gives the errors
// of SetSettings.
func (d *Desk) PutOffRecall() error {
	return d.SetSettings(func(s *core.Settings) { s.RecallAfter = d.Now().Add(recallLater) })
}
