package vault

import (
	"bytes"
	"path/filepath"
	"slices"

	"aftershift/internal/seal"
	"aftershift/internal/vault/anchor"
)

// known is what this computer knows of a vault outside its file: a file has header
// and slots once, and without them nothing in it opens.
type known struct {
	copies []knownCopy
	ids    [][seal.SaltSize]byte // of vaults that were open here, this place's first
}

// knownCopy is header and slots of a copy of some vault.
type knownCopy struct {
	header header
	slots  slots
}

// Bounds on what is looked at outside the file.
const (
	mostCopies = 64
	mostIDs    = 64
)

// knownOf gathers what the witnesses and the anchors know that may be about the
// file at path.
func (o Options) knownOf(path string) (k known) {
	if o.Witnesses != nil {
		for _, copied := range o.Witnesses() {
			if len(k.copies) < mostCopies {
				k.addCopy(copied)
			}
		}
	}
	if o.AnchorDir == "" {
		return k
	}
	if place, err := anchor.Read(anchor.PlaceOf(o.AnchorDir, path)); err == nil && len(place) >= anchor.Size {
		k.addID([seal.SaltSize]byte(place))
	}
	for _, id := range anchor.Vaults(o.AnchorDir) {
		k.addID(id)
	}
	return k
}

func (k *known) addCopy(path string) {
	if _, h, s, err := partsOf(filepath.Clean(path)); err == nil { // else it says nothing
		k.copies = append(k.copies, knownCopy{h, s})
	}
}

func (k *known) addID(id [seal.SaltSize]byte) {
	if len(k.ids) < mostIDs && !slices.Contains(k.ids, id) {
		k.ids = append(k.ids, id)
	}
}

// headersBut gives the headers that are known and not in list: those of copies, and
// for ids without a copy one of version and epoch 0, which stand for any.
func (k known) headersBut(list []header) (more []header) {
	for _, c := range k.copies {
		if !slices.Contains(list, c.header) && !slices.Contains(more, c.header) {
			more = append(more, c.header)
		}
	}
	for _, id := range k.ids {
		more = append(more, header{vaultID: id})
	}
	return more
}

// slotsOf gives the slots of the copies under the header: for passphrases, and for
// recovery words.
func (k known) slotsOf(h header) (of [2][]seal.Slot) {
	for _, c := range k.copies {
		if c.header.sameKey(h) {
			of[0] = unique(of[0], []seal.Slot{c.slots.passphrase})
			of[1] = unique(of[1], []seal.Slot{c.slots.recovery})
		}
	}
	return of
}

// unique gives the slots of list and then those of more that aren't among them, in
// a list of its own.
func unique(list, more []seal.Slot) []seal.Slot {
	all := slices.Clone(list)
	for _, s := range more {
		if !slices.ContainsFunc(all, func(o seal.Slot) bool { return bytes.Equal(o.Marshal(), s.Marshal()) }) {
			all = append(all, s)
		}
	}
	return all
}
