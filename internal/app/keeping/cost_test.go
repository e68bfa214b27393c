package keeping_test

import (
	"path/filepath"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// Whatever derives a key says first what that takes, where it is far more than
// usual, and goes on only when told to.
func TestApp_costly_derivations_are_told_first(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	a := apptest.AppOf(d)
	apptest.Write(t, d, "text", "", "", journal.NoFlag)
	b, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	apptest.Must(t, d.Lock())
	a.Config().Memory = 32 << 20 // of which the cheapest derivation takes more than half
	salvaged := filepath.Join(t.TempDir(), "salvaged")
	for name, try := range map[string]func(k app.Key) error{
		"open": func(k app.Key) error {
			d, err := a.Open(apptest.Ctx, k, app.AsUsual)
			if err == nil {
				err = d.Lock()
			}
			return err
		},
		"verify":  func(k app.Key) error { _, err := a.Verify(apptest.Ctx, k); return err },
		"examine": func(k app.Key) error { _, err := a.Examine(apptest.Ctx, k); return err },
		"look":    func(k app.Key) error { _, err := a.VerifyFile(apptest.Ctx, b.Path, k); return err },
		"salvage": func(k app.Key) error { _, err := a.Salvage(apptest.Ctx, b.Path, salvaged, k); return err },
		"restore": func(k app.Key) error { _, err := a.RestoreFile(apptest.Ctx, b.Path, k); return err },
	} {
		err := try(app.Key{Passphrase: apptest.Passphrase})
		if c, costly := app.CostOf(err); !costly || fault.KindOf(err) != fault.Conflict || c.Memory != 19 || c.Of != 32 {
			t.Errorf("%s: %v, %+v", name, err, c)
		}
		told := 0
		a.Config().Costly = func(c app.Cost) { told++ }
		wrong := try(app.Key{Passphrase: "not the passphrase"})
		if told == 0 || fault.KindOf(wrong) != fault.CannotUnlock {
			t.Errorf("%s: told %d times, %v", name, told, wrong)
		}
		a.Config().Costly = nil
		if err := try(app.Key{Passphrase: apptest.Passphrase, Costly: true}); err != nil {
			t.Errorf("%s, at any cost: %v", name, err)
		}
	}
}
