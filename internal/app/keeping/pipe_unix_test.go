//go:build unix

package keeping_test

import (
	"syscall"
	"testing"

	"aftershift/internal/app/apptest"
)

func pipe(t *testing.T, path string) {
	t.Helper()
	apptest.Must(t, syscall.Mkfifo(path, 0o600))
}
