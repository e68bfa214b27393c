package vault

import (
	"context"
	"strings"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// wantOpens opens with the secret and looks at draft 1.
func wantOpens(t testing.TB, d *desk, u Unlock) {
	t.Helper()
	v, err := Open(d.path, u, d.options)
	must(t, err)
	wantContent(t, v, Draft, 1, "draft")
	must(t, v.Close())
}

func wantShut(t testing.TB, d *desk, u Unlock) {
	t.Helper()
	_, err := Open(d.path, u, d.options)
	wantKind(t, err, fault.CannotUnlock)
}

func TestVault_ChangePassphrase_old_one_shuts(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	wantKind(t, v.ChangePassphrase(another, another), fault.CannotUnlock)
	wantKind(t, v.ChangePassphrase(pass, seal.Secret{}), fault.Invalid)
	must(t, v.CheckPassphrase(pass))
	must(t, v.ChangePassphrase(pass, another))
	must(t, v.CheckPassphrase(another))
	wantKind(t, v.CheckPassphrase(pass), fault.CannotUnlock)
	if !v.CheckRecoveryWords(d.words) || v.Cost() != cheap {
		t.Error("the rest of the door changed")
	}
	must(t, v.Close())
	wantShut(t, d, Unlock{Passphrase: pass})
	wantOpens(t, d, Unlock{Passphrase: another})
	wantOpens(t, d, Unlock{Words: strings.ToUpper(d.words)})
}

func TestVault_ChangePassphrase_keeps_or_takes_the_cost(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	d.options.Params = seal.Params{}
	v := d.open(t)
	must(t, v.ChangePassphrase(pass, another))
	if v.Cost() != cheap {
		t.Errorf("cost %+v", v.Cost())
	}
	must(t, v.Close())
	dearer := cheap
	dearer.Passes++
	d.options.Params = dearer
	v = d.open(t)
	must(t, v.ChangePassphrase(another, pass))
	if v.Cost() != dearer {
		t.Errorf("cost %+v", v.Cost())
	}
}

func TestVault_ResetPassphrase_by_words(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	must(t, v.Close())
	v, err := Open(d.path, Unlock{Words: d.words}, d.options)
	must(t, err)
	stranger, err := seal.NewWords(Options{}.random())
	must(t, err)
	wantKind(t, v.ResetPassphrase("gibberish", another), fault.CannotUnlock)
	wantKind(t, v.ResetPassphrase(strings.Join(stranger.List(), " "), another), fault.CannotUnlock)
	must(t, v.ResetPassphrase(d.words, another))
	must(t, v.Close())
	wantShut(t, d, Unlock{Passphrase: pass})
	wantOpens(t, d, Unlock{Passphrase: another})
}

func TestVault_NewRecoveryWords_revoke_the_old(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	_, err := v.NewRecoveryWords(another)
	wantKind(t, err, fault.CannotUnlock)
	words, err := v.NewRecoveryWords(pass)
	must(t, err)
	fresh := strings.Join(words, "\n")
	if !v.CheckRecoveryWords(fresh) || v.CheckRecoveryWords(d.words) || v.CheckRecoveryWords("x") {
		t.Error("CheckRecoveryWords is wrong")
	}
	must(t, v.Close())
	wantShut(t, d, Unlock{Words: d.words})
	wantOpens(t, d, Unlock{Words: fresh})
	wantOpens(t, d, Unlock{Passphrase: pass})
}

// A slot that opens, but to another key, is no proof.
func TestDoor_leads_to_this_vault(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	door, err := v.door()
	must(t, err)
	door.key = seal.Key{}
	wantKind(t, door.tryPassphrase(pass), fault.CannotUnlock)
	wantKind(t, door.tryWords(d.words), fault.CannotUnlock)
}

func TestVault_secrets_without_randomness(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	d.options.Rand = strings.NewReader("")
	v := d.open(t)
	wantKind(t, v.ChangePassphrase(pass, another), fault.Internal)
	_, err := v.NewRecoveryWords(pass)
	wantKind(t, err, fault.Internal)
	_, err = v.Rotate(context.Background(), pass, nil)
	wantKind(t, err, fault.Internal)
	must(t, v.CheckPassphrase(pass))
}

func TestVault_Strengthen_dearerUnderTheSamePassphrase(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	dearer := seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 2, Lanes: 1}
	wantKind(t, v.Strengthen(another, dearer), fault.CannotUnlock)
	wantKind(t, v.Strengthen(pass, seal.Params{MemoryKiB: 1}), fault.Invalid)
	must(t, v.Strengthen(pass, dearer))
	if v.Cost() != dearer {
		t.Errorf("cost %+v", v.Cost())
	}
	must(t, v.Close())
	wantOpens(t, d, Unlock{Passphrase: pass})
	wantOpens(t, d, Unlock{Words: d.words})
}
