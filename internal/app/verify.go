package app

import (
	"context"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

// Condition is how much of a journal's file is there: counts of records, and
// whether they are exactly those that were last saved.
type Condition = vault.Report

// Verify opens every record of the journal at App.Journal and says how much of
// it is there; Condition.Fault says whether that is bad. It works on a file that
// Unlock refuses, and changes nothing. Kinds of error as for Unlock.
func (a *App) Verify(ctx context.Context, passphrase string) (Condition, error) {
	u := vault.Unlock{Passphrase: seal.NewSecret(passphrase)}
	c, err := vault.VerifyFile(ctx, a.Journal(), u, a.config.Vault, nil)
	return c, fault.Wrap("verify journal", err)
}
