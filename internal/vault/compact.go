package vault

import "aftershift/internal/fault"

// Compact gives the room of removed records back to the disk, so that the file's
// size no longer tells of them: their bytes were overwritten when they were
// removed. SQLite builds the smaller file in memory and puts it in place through
// its journal, as with every change (https://www.sqlite.org/lang_vacuum.html).
// The records, and the generation, stay as they are. Kinds: those of Update.
func (v *Vault) Compact() error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if err := v.writable(); err != nil {
		return fault.Wrap("compact journal", err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return fault.Wrap("compact journal", errLocked)
	}
	return fault.Wrap("compact journal", v.file.Exec("VACUUM"))
}
