package keeping_test

import (
	"errors"
	"testing"
	"time"

	"aftershift/internal/app/apptest"
	"aftershift/internal/app/keeping"
	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

func TestDesk_Strengthen_whereItCouldCostTwice(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	d.EndWatch(false) // the test itself looks
	measured := 0
	today := seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 2, Lanes: 1}
	apptest.AppOf(d).Config().Measure = func() seal.Params { measured++; return today }
	d.CheckCost(apptest.Ctx)
	if measured != 0 || d.CanStrengthen() {
		t.Error("measured on the first day")
	}
	if err := d.Strengthen(apptest.Passphrase); !errors.Is(err, fault.Conflict) {
		t.Errorf("where nothing is to be gained: %v", err)
	}
	c.Set(c.Now().Add(keeping.CostEvery + time.Second))
	d.CheckCost(apptest.Ctx)
	if measured != 1 || !d.CanStrengthen() {
		t.Fatalf("measured %d times, offered %v", measured, d.CanStrengthen())
	}
	if err := d.Strengthen("not this one"); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	apptest.Must(t, d.Strengthen(apptest.Passphrase))
	if d.CanStrengthen() || d.Lib().Vault().Cost() != today {
		t.Errorf("still offered, or costs %+v", d.Lib().Vault().Cost())
	}
	c.Set(c.Now().Add(keeping.CostEvery + time.Second))
	d.CheckCost(apptest.Ctx)
	d.CheckCost(apptest.Ctx)
	if measured != 2 || d.CanStrengthen() {
		t.Errorf("measured %d times, offered %v although it costs as much", measured, d.CanStrengthen())
	}
	d = apptest.Reopened(t, d)
	apptest.Must(t, d.Lib().Vault().CheckPassphrase(seal.NewSecret(apptest.Passphrase)))
}

func TestDesk_unconfirmed_failureLeavesThingsAsTheyWere(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	words, err := d.NewRecoveryWords(apptest.Passphrase)
	apptest.Must(t, err)
	apptest.Must(t, d.ConfirmRecovery(words, nil, nil))
	if _, err := d.NewRecoveryWords("not this one"); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if _, err := d.Rotate(apptest.Ctx, "not this one", nil); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if s := d.Settings(); !s.RecoveryConfirmed || len(d.RecallPlaces()) != keeping.AskedBack {
		t.Errorf("the words count as not confirmed: %+v", s.RecoveryConfirmed)
	}
}
