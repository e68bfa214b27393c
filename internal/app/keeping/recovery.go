package keeping

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// RecoveryWords is how many recovery words a journal has.
const RecoveryWords = seal.WordCount

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
	return d.confirm(words)
}

// CheckRecoveryWords tells whether words, as typed from paper, open this
// journal, and keeps that they were confirmed if so. It takes as long as it
// takes to derive a key from them.
func (d *Desk) CheckRecoveryWords(words string) bool {
	if !d.Library().Vault().CheckRecoveryWords(words) {
		return false
	}
	return d.confirm(recoveryWords(words)) == nil
}

// recoveryWords gives the words of a line, whatever stands between them.
func recoveryWords(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
}

// ResetPassphrase makes next the passphrase for somebody who has the recovery
// words instead of the present one. It gives fault.CannotUnlock for wrong words,
// and fault.Invalid for a passphrase that CheckPassphrase refuses.
func (d *Desk) ResetPassphrase(words, next string) error {
	if err := CheckPassphrase(next); err != nil {
		return err
	}
	return fault.Wrap("reset passphrase", d.Library().Vault().ResetPassphrase(words, seal.NewSecret(next)))
}

// SaveRecoverySheet writes the words to a text file at path, to be printed. The
// file is a key to the journal: the caller says so. It gives fault.Conflict
// where a file stands already, and the kinds of platform.Fault.
func (a *App) SaveRecoverySheet(words []string, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return platform.Fault("save recovery sheet", err)
	}
	var b strings.Builder
	b.WriteString(a.Words().T("unlock.sheet.title") + "\n\n" + a.Words().T("unlock.sheet.text") + "\n\n")
	for i, word := range words {
		fmt.Fprintf(&b, "%2d  %s\n", i+1, word)
	}
	return fault.Wrap("save recovery sheet", a.Working(filepath.Dir(path), func() error {
		return platform.WriteNew(path, []byte(b.String()))
	}))
}
