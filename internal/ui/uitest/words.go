package uitest

import (
	"testing"

	"aftershift/assets"
	"aftershift/internal/words"
)

// Words returns the words of the window in English.
func Words(t testing.TB) *words.Catalog {
	t.Helper()
	w, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}
