// Package keeping looks after the journal's file: its backups and how they are
// thinned out, restoring and salvaging, verifying, and the secrets that open it.
package keeping

import (
	"context"

	"aftershift/internal/app/core"
	"aftershift/internal/library"
	"aftershift/internal/vault"
)

// App looks after journals that are not open. It is safe for concurrent use.
type App struct{ *core.App }

// Desk looks after the file of an open journal. It is safe for concurrent use.
type Desk struct {
	core.Core
	app       *App
	guard     guard
	retention retention
}

// New gives the desk that looks after a journal of the program's.
func New(c core.Core, a *App) *Desk { return &Desk{Core: c, app: a} }

// OpenLibrary opens the journal in a file, and closes the file where that fails.
// Kinds of error as for library.Open.
func OpenLibrary(ctx context.Context, v *vault.Vault) (*library.Library, error) {
	l, err := library.Open(ctx, v, core.Kinds...)
	if err != nil {
		_ = v.Close() // err says what is wrong; nothing was written
	}
	return l, err
}
