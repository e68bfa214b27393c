package vault

import (
	"encoding/binary"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// trailSize is how many sessions back a manifest can prove that it descends
// from an anchor.
const trailSize = 8

// waypoint is a state that the vault went through.
type waypoint struct {
	generation uint64
	hash       [seal.HashSize]byte
}

// trail holds the states in which the latest sessions began, the newest first.
type trail [trailSize]waypoint

// after gives the trail of a session that begins at the state.
func (t trail) after(generation uint64, hash [seal.HashSize]byte) (out trail) {
	out[0] = waypoint{generation, hash}
	copy(out[1:], t[:])
	return out
}

// manifest says what the whole vault holds.
type manifest struct {
	generation uint64
	headerHash [seal.HashSize]byte
	previous   [seal.HashSize]byte // hash of the manifest that this one replaced
	counts     [tableCount]uint64
	digests    [tableCount][seal.HashSize]byte
	trail      trail
}

const manifestSize = 8 + 2*seal.HashSize + tableCount*(8+seal.HashSize) + trailSize*(8+seal.HashSize)

func (m manifest) marshal() []byte {
	out := binary.BigEndian.AppendUint64(make([]byte, 0, manifestSize), m.generation)
	out = append(append(out, m.headerHash[:]...), m.previous[:]...)
	for i := range m.counts {
		out = binary.BigEndian.AppendUint64(out, m.counts[i])
		out = append(out, m.digests[i][:]...)
	}
	for _, w := range m.trail {
		out = binary.BigEndian.AppendUint64(out, w.generation)
		out = append(out, w.hash[:]...)
	}
	return out
}

func parseManifest(b []byte) (m manifest, err error) {
	if len(b) != manifestSize {
		return m, fault.New(fault.Damaged, "read manifest")
	}
	number := func() uint64 {
		n := binary.BigEndian.Uint64(b)
		b = b[8:]
		return n
	}
	hash := func() (h [seal.HashSize]byte) {
		b = b[copy(h[:], b):]
		return h
	}
	m.generation = number()
	m.headerHash, m.previous = hash(), hash()
	for i := range m.counts {
		m.counts[i], m.digests[i] = number(), hash()
	}
	for i := range m.trail {
		m.trail[i] = waypoint{number(), hash()}
	}
	return m, nil
}

// seal gives the sealed manifest and its hash.
func (m manifest) seal(k keys, h header) (blob []byte, hash [seal.HashSize]byte, err error) {
	blob, err = k.manifest.Seal(nil, m.marshal(), h.manifestAAD())
	return blob, seal.Hash(blob), err
}

func openManifest(k keys, h header, blob []byte) (manifest, error) {
	plain, err := k.manifest.Open(blob, h.manifestAAD())
	if err != nil {
		return manifest{}, fault.Wrap("open manifest", err)
	}
	return parseManifest(plain)
}

// describe gives the manifest of what is in the index.
func describe(x *index, headerHash [seal.HashSize]byte) manifest {
	m := manifest{headerHash: headerHash}
	for i := range x.Rows {
		m.counts[i], m.digests[i] = uint64(x.Rows[i].Len()), x.Tallies[i].Digest
	}
	return m
}

// agrees reports whether the manifest lists exactly what is in the index, under
// this header.
func (m manifest) agrees(x *index, headerHash [seal.HashSize]byte) bool {
	found := describe(x, headerHash)
	return m.headerHash == found.headerHash && m.counts == found.counts && m.digests == found.digests
}

// differs says how what is in the index differs from what the manifest lists.
func (m manifest) differs(x *index) (d Difference) {
	for i := range m.digests {
		if m.counts[i] == uint64(x.Rows[i].Len()) && m.digests[i] == x.Tallies[i].Digest {
			continue
		}
		d.Tables = append(d.Tables, Table(i+1))
		more := x.Rows[i].Len() - int(min(m.counts[i], 1<<40))
		d.Added += max(more, 0)
		d.Missing += max(-more, 0)
	}
	return d
}

// descends reports whether this manifest, with the hash, is the state or comes
// after it.
func (m manifest) descends(hash [seal.HashSize]byte, from waypoint) bool {
	if from.generation == m.generation {
		return from.hash == hash
	}
	before := from.generation+1 == m.generation && from.hash == m.previous
	return from.generation < m.generation && (before || slices.Contains(m.trail[:], from))
}

// total is the number of records that the manifest counts.
func (m manifest) total() int {
	n := uint64(0)
	for _, c := range m.counts {
		n += min(c, 1<<40)
	}
	return int(n)
}

// manifestBlobSize is the length of a sealed manifest, in bytes.
const manifestBlobSize = seal.NonceSize + manifestSize + seal.TagSize
