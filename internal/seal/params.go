package seal

import (
	"time"

	"aftershift/internal/fault"
)

// Params says what one guess at a passphrase costs: the Argon2id parameters of
// RFC 9106, section 3.1.
type Params struct {
	MemoryKiB uint32 // m, in KiB
	Passes    uint32 // t
	Lanes     uint32 // p
}

// Bounds on parameters read from a file. The lower memory bound is the smallest
// that OWASP's password storage advice allows; the upper ones keep a hostile
// file from using up the computer.
const (
	MinMemoryKiB = 19 << 10
	MaxMemoryKiB = 1 << 20
	MinPasses    = 1
	MaxPasses    = 16
	MinLanes     = 1
	MaxLanes     = 8
)

// Bounds on parameters for new journals, and the time one guess should take.
const (
	newMinMemoryKiB = 64 << 10
	newMaxMemoryKiB = 256 << 10
	newMinPasses    = 3
	newLanes        = 4
	leastTime       = 800 * time.Millisecond
	mostTime        = 1200 * time.Millisecond
)

// DefaultParams are for a new journal where nothing was measured. They are
// stronger than the second recommendation of RFC 9106, section 4.
func DefaultParams() Params { return Params{128 << 10, 4, newLanes} }

// Check gives fault.Invalid where p lies outside the bounds. It allocates
// nothing for valid parameters and never derives.
func (p Params) Check() error {
	if p.MemoryKiB < MinMemoryKiB || p.MemoryKiB > MaxMemoryKiB ||
		p.Passes < MinPasses || p.Passes > MaxPasses ||
		p.Lanes < MinLanes || p.Lanes > MaxLanes {
		return errBounds
	}
	return nil
}

var errBounds = fault.New(fault.Invalid, "check key derivation bounds")

// Memory gives the bytes that one derivation needs.
func (p Params) Memory() uint64 { return uint64(p.MemoryKiB) << 10 }

// newMostWork is what the costliest new journal takes, in KiB filled: only on a
// computer that does it within mostTime.
const newMostWork = newMaxMemoryKiB * MaxPasses

// Costly reports whether one derivation needs more than half of the computer's
// memory (in bytes; 0: unknown), or more work than that of any journal made by this
// program, which takes many seconds.
func (p Params) Costly(memory uint64) bool {
	return memory > 0 && p.Memory() > memory/2 || uint64(p.MemoryKiB)*uint64(p.Passes) > newMostWork
}

// Calibrate gives parameters that take 0.8 to 1.2 s on this computer where the
// bounds allow it: an eighth of the computer's memory (in bytes; 0: unknown)
// but 64 to 256 MiB, and as many passes as fit, 3 at least. now is the clock.
// It derives a throw-away key a few times, so it takes some seconds.
func Calibrate(memory uint64, now func() time.Time) Params {
	return calibrate(memory, func(p Params) time.Duration {
		start := now()
		stretch([]byte("calibration"), make([]byte, SaltSize), p)
		return now().Sub(start)
	})
}

// calibrate takes what one derivation costs, so that it needs no clock.
func calibrate(memory uint64, cost func(Params) time.Duration) Params {
	p := Params{memoryShare(memory), newMinPasses, newLanes}
	spent := cost(p)
	for spent > mostTime && p.MemoryKiB > newMinMemoryKiB {
		p.MemoryKiB = max(p.MemoryKiB/2, newMinMemoryKiB)
		spent = cost(p)
	}
	for spent < leastTime && p.Passes < MaxPasses {
		p.Passes = morePasses(p.Passes, spent)
		spent = cost(p)
	}
	return p
}

func memoryShare(memory uint64) uint32 {
	return uint32(min(max(memory>>13, newMinMemoryKiB), newMaxMemoryKiB))
}

// morePasses aims at the middle of the wanted time and always goes up.
func morePasses(passes uint32, spent time.Duration) uint32 {
	each := max(spent/time.Duration(passes), 1)
	wanted := uint32(min((leastTime+mostTime)/2/each, MaxPasses))
	return min(max(wanted, passes+1), MaxPasses)
}
