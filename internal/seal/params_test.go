package seal

import (
	"errors"
	"math"
	"runtime"
	"testing"
	"time"

	"aftershift/internal/fault"
)

func TestParams_Check_bounds(t *testing.T) {
	good := []Params{
		{MinMemoryKiB, MinPasses, MinLanes},
		{MaxMemoryKiB, MaxPasses, MaxLanes},
		DefaultParams(),
	}
	for _, p := range good {
		if err := p.Check(); err != nil {
			t.Errorf("%+v refused: %v", p, err)
		}
	}
	for _, p := range badParams {
		if err := p.Check(); !errors.Is(err, fault.Invalid) {
			t.Errorf("%+v gives %v", p, err)
		}
	}
}

var badParams = []Params{
	{},
	{MinMemoryKiB - 1, 3, 4},
	{MaxMemoryKiB + 1, 3, 4},
	{math.MaxUint32, 3, 4}, // 4 TiB
	{64 << 10, 0, 4},
	{64 << 10, MaxPasses + 1, 4},
	{64 << 10, math.MaxUint32, 4},
	{64 << 10, 3, 0},
	{64 << 10, 3, MaxLanes + 1},
	{64 << 10, 3, 256}, // 0 once cut to a byte
	{64 << 10, 3, math.MaxUint32},
}

func TestPassphraseKey_out_of_bounds_allocates_nothing(t *testing.T) {
	var before, after runtime.MemStats
	for _, p := range badParams {
		runtime.ReadMemStats(&before)
		_, err := passphraseKey(NewSecret("marigold"), p, [SaltSize]byte{})
		runtime.ReadMemStats(&after)
		if !errors.Is(err, fault.Invalid) {
			t.Errorf("%+v gives %v", p, err)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 64<<10 {
			t.Errorf("%+v allocated %d bytes", p, grown)
		}
	}
}

// computer is one that needs some time for each MiB and pass.
func computer(each time.Duration) func(Params) time.Duration {
	return func(p Params) time.Duration { return each * time.Duration(p.MemoryKiB>>10) * time.Duration(p.Passes) }
}

func TestCalibrate_fast_and_slow_computers(t *testing.T) {
	for _, c := range []struct {
		name   string
		memory uint64
		each   time.Duration
		want   Params
	}{
		{"usual", 16 << 30, time.Millisecond, Params{256 << 10, 4, 4}},
		{"small", 2 << 30, time.Millisecond, Params{256 << 10, 4, 4}},
		{"tiny", 512 << 20, time.Millisecond, Params{64 << 10, 15, 4}},
		{"fast", 16 << 30, 50 * time.Microsecond, Params{256 << 10, MaxPasses, 4}},
		{"slow", 16 << 30, 4 * time.Millisecond, Params{64 << 10, 4, 4}},
		{"very slow", 16 << 30, 40 * time.Millisecond, Params{64 << 10, 3, 4}},
		{"no time at all", 0, 0, Params{64 << 10, MaxPasses, 4}},
	} {
		p := calibrate(c.memory, computer(c.each))
		if p != c.want || p.Check() != nil {
			t.Errorf("%s computer: %+v, want %+v", c.name, p, c.want)
		}
	}
}

func TestCalibrate_derives_and_reads_the_clock(t *testing.T) {
	at, reads := time.Unix(0, 0), 0
	p := Calibrate(0, func() time.Time {
		reads++
		at = at.Add(time.Second)
		return at
	})
	if want := (Params{newMinMemoryKiB, newMinPasses, newLanes}); p != want || reads != 2 {
		t.Errorf("%+v after %d looks at the clock, want %+v after 2", p, reads, want)
	}
}

func TestMorePasses_aims_at_the_middle(t *testing.T) {
	for _, c := range []struct {
		passes uint32
		spent  time.Duration
		want   uint32
	}{
		{3, 300 * time.Millisecond, 10},
		{3, 750 * time.Millisecond, 4},
		{3, 0, MaxPasses},
		{15, 799 * time.Millisecond, 16},
	} {
		if got := morePasses(c.passes, c.spent); got != c.want {
			t.Errorf("%d passes in %v: %d, want %d", c.passes, c.spent, got, c.want)
		}
	}
}

func TestMemoryShare_is_an_eighth_within_bounds(t *testing.T) {
	for memory, want := range map[uint64]uint32{
		0: newMinMemoryKiB, 1 << 30: 128 << 10, 16 << 30: newMaxMemoryKiB, math.MaxUint64: newMaxMemoryKiB,
	} {
		if got := memoryShare(memory); got != want {
			t.Errorf("%d bytes give %d KiB, want %d", memory, got, want)
		}
	}
	if (Params{MemoryKiB: 64 << 10}).Memory() != 64<<20 {
		t.Error("Memory is in bytes")
	}
}

func TestParams_Costly(t *testing.T) {
	for _, c := range []struct {
		p      Params
		memory uint64
		want   bool
	}{
		{DefaultParams(), 8 << 30, false},
		{DefaultParams(), 0, false},
		{Params{newMaxMemoryKiB, MaxPasses, newLanes}, 8 << 30, false}, // calibrated on a fast computer
		{Params{newMaxMemoryKiB, newMinPasses, newLanes}, 512 << 20, false},
		{Params{newMaxMemoryKiB, newMinPasses, newLanes}, 512<<20 - 1, true},
		{Params{MaxMemoryKiB, 1, 1}, 8 << 30, false},
		{Params{MaxMemoryKiB, 1, 1}, 1 << 30, true},
		{Params{MaxMemoryKiB, 5, 1}, 8 << 30, true},
		{Params{MaxMemoryKiB, MaxPasses, MaxLanes}, 0, true},
	} {
		if got := c.p.Costly(c.memory); got != c.want {
			t.Errorf("%+v of %d: %v", c.p, c.memory, got)
		}
	}
}
