package vault

import (
	"context"
	"errors"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault/anchor"
	"aftershift/internal/vault/sqlfile"
)

// Rotate gives the vault a new key, for use after a leak: every record is sealed
// anew into a new file, which is verified and then takes the old one's place.
// The passphrase stays; the recovery words are new and exist nowhere else. Old
// copies and backups still open with the old secrets. progress (may be nil)
// counts records up to Rows. With an error and no words the vault is open and as
// it was. With an error and words it is closed, because the file could not be
// opened again: the words may be the ones that count now, so show them. Kinds:
// fault.CannotUnlock where pass is wrong, fault.Damaged where a record doesn't
// open (salvage first), fault.Cancelled, and those of Update. Changes wait
// meanwhile; reading goes on.
func (v *Vault) Rotate(ctx context.Context, pass seal.Secret, progress *atomic.Int64) ([]string, error) {
	v.writing.Lock()
	defer v.writing.Unlock()
	words, tell, err := v.rotate(ctx, pass, progress)
	if !tell {
		return nil, fault.Wrap("change key", err)
	}
	return words.List(), fault.Wrap("change key", err)
}

// rotate gives the new words, and whether the holder has to learn them.
func (v *Vault) rotate(ctx context.Context, pass seal.Secret, progress *atomic.Int64) (words seal.Words, tell bool, err error) {
	if err := v.writable(); err != nil {
		return words, false, err
	}
	now, err := v.door()
	if err != nil {
		return words, false, err
	}
	if err := now.tryPassphrase(pass); err != nil {
		return words, false, err
	}
	d, words, err := v.successor(pass)
	if err != nil {
		return words, false, err
	}
	d.rows = func(put func(sealedRow) error) error { return v.resealAll(ctx, d, put, progress) }
	next, err := build(v.path, d)
	if err != nil {
		return words, false, err
	}
	defer sqlfile.Remove(next.file.TempPath())
	defer next.file.Abort()
	if err := prove(ctx, next.file.TempPath(), d.keys.vault, v.options, nil); err != nil {
		return words, false, err
	}
	tell, err = v.replaceBy(next, d.keys)
	return words, tell, err
}

// successor is this vault under a new key and the next epoch, in the latest format.
func (v *Vault) successor(pass seal.Secret) (d draught, words seal.Words, err error) {
	key, err := seal.NewKey(v.options.random())
	if err != nil {
		return d, words, err
	}
	h := header{formatVersion, v.header.vaultID, v.header.epoch + 1}
	if h.epoch == 0 {
		h.epoch = 1 // 255 keys on: the key tells them apart, the epoch only helps a reader
	}
	s, words, err := newSlots(key, h, pass, v.options.paramsLike(v.slots), v.options)
	base := manifest{generation: v.state.generation, previous: v.state.hash, trail: v.state.trail}
	return draught{
		header: h, slots: s, keys: newKeys(key, h, v.options.random()), base: base, pageSize: v.options.pageSize,
	}, words, err
}

// resealAll hands every record to put, sealed by the draught's key.
func (v *Vault) resealAll(ctx context.Context, d draught, put func(sealedRow) error, progress *atomic.Int64) error {
	links := map[ID]link{}
	for _, table := range [...]Table{Details, Overview, Draft, Revision, Object} {
		err := scan(ctx, v.batches(table, false), func(row openedRow) error {
			if row.err != nil {
				return row.err
			}
			fresh, err := d.keys.sealRow(d.header, table, row.id, links[row.id], row.content)
			if err != nil {
				return err
			}
			if table == Details {
				links[row.id] = linkOf(stampOf(fresh.blob))
			}
			count(progress, 1)
			return put(fresh)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// replaceBy lets the finished file take the old one's place and goes on with
// whichever stands there then; replaced is false where that is surely the old
// one. The anchor names both until that is done, so a crash between leaves a file
// that opens without a question, with its own secrets.
func (v *Vault) replaceBy(next built, k keys) (replaced bool, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.anchorBoth(next.state, k); err != nil {
		return false, err
	}
	old := v.keys.vault
	failure := v.file.Close()
	if failure == nil {
		failure = next.file.Commit()
	}
	if err := v.reopen(k.vault, old); err != nil {
		v.giveUp()
		return true, errors.Join(failure, err)
	}
	if v.keys.vault.Equal(old) {
		return false, failure
	}
	return true, nil // even if the folder's sync failed: either file would open
}

func (v *Vault) anchorBoth(next state, k keys) error {
	if v.options.AnchorDir == "" {
		return nil
	}
	now := v.header.anchored(v.state.generation, v.state.hash)
	soon := v.header.anchored(next.generation, next.hash)
	return anchor.Write(v.options.AnchorDir, v.path, v.header.vaultID, now.Sealed(v.keys.anchor), soon.Sealed(k.anchor))
}

// reopen connects to the file at the path again, under the first key that opens
// it.
func (v *Vault) reopen(candidates ...seal.Key) error {
	f, err := openFile(v.path, 0)
	if err != nil {
		v.file = nil
		return err
	}
	v.file = f
	for _, key := range candidates {
		if err = v.unlock(func(slots, header) (seal.Key, error) { return key, nil }); err == nil {
			return nil
		}
	}
	return err
}

// giveUp closes a vault that can't go on. The caller holds mu.
func (v *Vault) giveUp() {
	if v.file != nil {
		_ = v.file.Drop()
	}
	_ = v.lock.Release()
	v.file = nil
}
