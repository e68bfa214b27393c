package keeping

import (
	"context"

	"aftershift/internal/fault"
	"aftershift/internal/vault"
)

// Condition is how much of a journal's file is there: counts of records, and
// whether they are exactly those that were last saved.
type Condition = vault.Report

// Verify opens every record of the journal at App.Journal and says how much of
// it is there; Condition.Fault says whether that is bad. It works on a file that
// Open refuses, and changes nothing. Kinds of error as for Open.
func (a *App) Verify(ctx context.Context, k Key) (Condition, error) {
	c, err := vault.VerifyFile(ctx, a.Journal(), k.Unlock(), a.Options(k), nil)
	return c, fault.Wrap("verify journal", err)
}

// VerifyFile is Verify for a copy at another path, such as a backup. That it is
// Older than the journal is to be expected of one. Kinds of error as for Open.
func (a *App) VerifyFile(ctx context.Context, path string, k Key) (Condition, error) {
	o := a.toOpen(k)
	o.Copy = true
	c, err := vault.VerifyFile(ctx, path, k.Unlock(), o, nil)
	return c, fault.Wrap("verify journal", err)
}
