package app_test

import (
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
)

func backups(t *testing.T, d *app.Desk) []app.Backup {
	t.Helper()
	all, err := d.Backups()
	apptest.Must(t, err)
	return all
}
