package keeping

import (
	"errors"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// CostOf gives the Cost for which a file was not opened, and whether that is why.
func CostOf(err error) (c core.Cost, costly bool) {
	costly = errors.As(err, &c)
	return c, costly
}

// deriving gives what is asked before a key is derived for k.
func (a *App) deriving(k Key) func(seal.Params) error {
	return func(p seal.Params) error {
		memory := a.Config().Memory
		if memory == 0 {
			memory = platform.TotalMemory()
		}
		if k.Costly || !p.Costly(memory) {
			return nil
		}
		c := core.Cost{Memory: int(p.Memory() >> 20), Of: int(memory >> 20), Times: int(work(p) / work(seal.DefaultParams()))}
		if a.Config().Costly == nil {
			return fault.As(fault.Conflict, "derive key", c)
		}
		a.Config().Costly(c)
		return nil
	}
}
