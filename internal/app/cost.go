package app

import (
	"errors"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// Cost is what deriving the key of a file takes from its passphrase, where that is
// far more than for a journal that this program makes: more than half of this
// computer's memory, or many seconds. A file that somebody else made can ask for it.
// It is the cause in the fault.Conflict error of what opens a file, unless the Key
// says to go on.
type Cost struct {
	Memory int // in MB
	Of     int // this computer's, in MB; 0: not known
	Times  int // as much work as for a usual journal, which takes about a second
}

// Error gives no figures: Cost has them.
func (Cost) Error() string { return "deriving the key is costly" }

// CostOf gives the Cost for which a file was not opened, and whether that is why.
func CostOf(err error) (c Cost, costly bool) {
	costly = errors.As(err, &c)
	return c, costly
}

// deriving gives what is asked before a key is derived for k.
func (a *App) deriving(k Key) func(seal.Params) error {
	return func(p seal.Params) error {
		memory := a.config.Memory
		if memory == 0 {
			memory = platform.TotalMemory()
		}
		if k.Costly || !p.Costly(memory) {
			return nil
		}
		c := Cost{Memory: int(p.Memory() >> 20), Of: int(memory >> 20), Times: int(work(p) / work(seal.DefaultParams()))}
		if a.config.Costly == nil {
			return fault.As(fault.Conflict, "derive key", c)
		}
		a.config.Costly(c)
		return nil
	}
}
