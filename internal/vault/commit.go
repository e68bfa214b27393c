package vault

import (
	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// commit writes rows and manifest, and slots where given, in one transaction.
// The caller holds writing. After an error the vault stands where it stood; if
// even that can't be told it closes.
func (v *Vault) commit(removed []place, rows []sealedRow, s *slots) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return errLocked
	}
	undo := v.stage(removed, rows)
	next, err := v.write(removed, rows, s)
	if err == nil {
		v.state = next
		if s != nil {
			v.slots = *s
		}
		return nil
	}
	return v.takeBack(err, undo)
}

// stage brings the index to the new state and gives how to take that back.
func (v *Vault) stage(removed []place, rows []sealedRow) (undo func()) {
	before := v.index.Tallies
	var changed [tableCount][]ID
	var steps []func()
	for _, p := range removed {
		steps = append(steps, v.index.Remove(byte(p.table), p.id))
		changed[p.table-1] = append(changed[p.table-1], p.id)
	}
	for _, row := range rows {
		steps = append(steps, v.index.Put(byte(row.table), row.id, stampOf(row.blob)))
		changed[row.table-1] = append(changed[row.table-1], row.id)
	}
	v.index.DigestAgain(v.keys.digester(v.header), changed)
	return func() {
		for i := len(steps) - 1; i >= 0; i-- {
			steps[i]()
		}
		v.index.Tallies = before
	}
}

// write is the transaction.
func (v *Vault) write(removed []place, rows []sealedRow, s *slots) (state, error) {
	written := v.slots
	if s != nil {
		written = *s
	}
	m := describe(&v.index, written.hash(v.header))
	m.generation, m.previous, m.trail = v.state.generation+1, v.state.hash, v.state.trail
	blob, hash, err := m.seal(v.keys, v.header)
	if err != nil {
		return state{}, err
	}
	if err := v.file.Stands(); err != nil {
		return state{}, err
	}
	if err := v.file.Exec("BEGIN IMMEDIATE"); err != nil {
		return state{}, err
	}
	for _, p := range removed {
		if err := v.file.remove(p.table, p.id); err != nil {
			return state{}, err
		}
	}
	for _, row := range rows {
		if err := v.file.put(row); err != nil {
			return state{}, err
		}
	}
	if s != nil {
		if err := v.file.putSlots(*s); err != nil {
			return state{}, err
		}
	}
	if err := v.file.putPart(partManifest, blob); err != nil {
		return state{}, err
	}
	return state{m.generation, hash, m.trail}, v.file.Exec("COMMIT")
}

// takeBack ends a transaction that failed and makes sure which state the file is
// in: the old one, or (where the failure came after the point of no return) one
// that only opening again can tell. It gives the failure.
func (v *Vault) takeBack(failure error, undo func()) error {
	if v.file.Changing() {
		_ = v.file.Exec("ROLLBACK")
	}
	undo()
	p, err := v.file.parts()
	if err == nil && seal.Hash(p.manifest) == v.state.hash {
		return failure
	}
	v.giveUp()
	return fault.Wrap("close after failed save", failure)
}
