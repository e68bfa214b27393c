package anchor

import (
	"testing"

	"aftershift/internal/seal"
)

func TestOpened_own_alone(t *testing.T) {
	a := Anchor{VaultID: [seal.SaltSize]byte{1}, Generation: 7}
	key := seal.Key{}
	sealed := a.Sealed(key)
	if got := Opened(sealed, key, a.VaultID); len(sealed) != Size || len(got) != 1 || got[0] != a {
		t.Error("own anchor refused")
	}
	if len(Opened(sealed, key.Subkey(a.VaultID, "other"), a.VaultID)) > 0 {
		t.Error("other key's anchor taken")
	}
	if len(Opened(sealed, key, [seal.SaltSize]byte{2})) > 0 {
		t.Error("other vault's anchor taken")
	}
	if len(Opened(sealed[:Size-1], key, a.VaultID)) > 0 {
		t.Error("part of an anchor taken")
	}
}
