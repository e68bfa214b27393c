package seal

import (
	"encoding/binary"
	"math/bits"

	"aftershift/internal/fault"
)

// LengthSize is the length field in front of padded bytes, in bytes.
const LengthSize = 4

// MaxPlain is the largest number of bytes that Pad takes: 64 MiB.
const MaxPlain = 64 << 20

// Padding gives the whole padded length for a length that already counts the
// length field. It never gives less than it was given.
type Padding func(n int) int

// Steps pads to the next multiple of step bytes.
func Steps(step int) Padding {
	return func(n int) int { return (n + step - 1) / step * step }
}

// Padme pads to at least least bytes, and above that so that the length shows
// at most O(log log n) bits, at a cost of at most 12 %: Nikitin et al., Reducing
// Metadata Leakage from Encrypted Files (PURBs), PETS 2019, algorithm 1.
func Padme(least int) Padding {
	return func(n int) int {
		if n <= least {
			return least
		}
		exponent := bits.Len(uint(n)) - 1
		keep := bits.Len(uint(exponent))
		mask := 1<<(exponent-keep) - 1
		return (n + mask) &^ mask
	}
}

// Pad gives a big-endian length, the parts one after the other, and zeros up to
// the padded length. It gives fault.Invalid above MaxPlain.
func Pad(padding Padding, parts ...[]byte) ([]byte, error) {
	n := 0
	for _, part := range parts {
		n += len(part)
	}
	if n > MaxPlain {
		return nil, fault.New(fault.Invalid, "pad")
	}
	out := make([]byte, LengthSize, padding(LengthSize+n))
	binary.BigEndian.PutUint32(out, uint32(n))
	for _, part := range parts {
		out = append(out, part...)
	}
	return out[:cap(out)], nil
}

// Unpad gives the part of padded that holds the bytes given to Pad. It gives
// fault.Damaged unless the length is what padding gives and the rest is zeros.
func Unpad(padding Padding, padded []byte) ([]byte, error) {
	if len(padded) < LengthSize {
		return nil, errPadding
	}
	n := binary.BigEndian.Uint32(padded)
	if n > MaxPlain || padding(LengthSize+int(n)) != len(padded) {
		return nil, errPadding
	}
	for _, b := range padded[LengthSize+n:] {
		if b != 0 {
			return nil, errPadding
		}
	}
	return padded[LengthSize : LengthSize+n], nil
}

var errPadding = fault.New(fault.Damaged, "remove padding")
