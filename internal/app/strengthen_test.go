package app

import (
	"errors"
	"testing"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

func TestDesk_Strengthen_whereItCouldCostTwice(t *testing.T) {
	d, c := newTestDesk(t)
	d.stop()
	<-d.guard.done // the test itself looks
	measured := 0
	today := seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 2, Lanes: 1}
	d.app.config.Measure = func() seal.Params { measured++; return today }
	d.checkCost(ctx)
	if measured != 0 || d.CanStrengthen() {
		t.Error("measured on the first day")
	}
	if err := d.Strengthen(passphrase); !errors.Is(err, fault.Conflict) {
		t.Errorf("where nothing is to be gained: %v", err)
	}
	c.set(c.Now().Add(costEvery + time.Second))
	d.checkCost(ctx)
	if measured != 1 || !d.CanStrengthen() {
		t.Fatalf("measured %d times, offered %v", measured, d.CanStrengthen())
	}
	if err := d.Strengthen("not this one"); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	must(t, d.Strengthen(passphrase))
	if d.CanStrengthen() || d.library.Vault().Cost() != today {
		t.Errorf("still offered, or costs %+v", d.library.Vault().Cost())
	}
	c.set(c.Now().Add(costEvery + time.Second))
	d.checkCost(ctx)
	d.checkCost(ctx)
	if measured != 2 || d.CanStrengthen() {
		t.Errorf("measured %d times, offered %v although it costs as much", measured, d.CanStrengthen())
	}
	d = reopened(t, d)
	must(t, d.library.Vault().CheckPassphrase(seal.NewSecret(passphrase)))
}

func TestDesk_unconfirmed_failureLeavesThingsAsTheyWere(t *testing.T) {
	d, _ := newTestDesk(t)
	words, err := d.NewRecoveryWords(passphrase)
	must(t, err)
	must(t, d.ConfirmRecovery(words, nil, nil))
	if _, err := d.NewRecoveryWords("not this one"); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if _, err := d.Rotate(ctx, "not this one", nil); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if s := d.Settings(); !s.RecoveryConfirmed || len(d.RecallPlaces()) != askedBack {
		t.Errorf("the words count as not confirmed: %+v", s.RecoveryConfirmed)
	}
}
