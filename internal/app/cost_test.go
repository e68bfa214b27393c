package app

import (
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// Whatever derives a key says first what that takes, where it is far more than
// usual, and goes on only when told to.
func TestApp_costly_derivations_are_told_first(t *testing.T) {
	d, _ := newTestDesk(t)
	a := d.app
	write(t, d, "text", "", "", journal.NoFlag)
	b, err := d.BackUp(ctx, nil)
	must(t, err)
	must(t, d.Lock())
	a.config.Memory = 32 << 20 // of which the cheapest derivation takes more than half
	salvaged := filepath.Join(t.TempDir(), "salvaged")
	for name, try := range map[string]func(k Key) error{
		"open": func(k Key) error {
			d, err := a.Open(ctx, k, AsUsual)
			if err == nil {
				err = d.Lock()
			}
			return err
		},
		"verify":  func(k Key) error { _, err := a.Verify(ctx, k); return err },
		"examine": func(k Key) error { _, err := a.Examine(ctx, k); return err },
		"look":    func(k Key) error { _, err := a.VerifyFile(ctx, b.Path, k); return err },
		"salvage": func(k Key) error { _, err := a.Salvage(ctx, b.Path, salvaged, k); return err },
		"restore": func(k Key) error { _, err := a.RestoreFile(ctx, b.Path, k); return err },
	} {
		err := try(Key{Passphrase: passphrase})
		if c, costly := CostOf(err); !costly || fault.KindOf(err) != fault.Conflict || c.Memory != 19 || c.Of != 32 {
			t.Errorf("%s: %v, %+v", name, err, c)
		}
		told := 0
		a.config.Costly = func(c Cost) { told++ }
		wrong := try(Key{Passphrase: "not the passphrase"})
		if told == 0 || fault.KindOf(wrong) != fault.CannotUnlock {
			t.Errorf("%s: told %d times, %v", name, told, wrong)
		}
		a.config.Costly = nil
		if err := try(Key{Passphrase: passphrase, Costly: true}); err != nil {
			t.Errorf("%s, at any cost: %v", name, err)
		}
	}
}
