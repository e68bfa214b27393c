package vault

import (
	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault/roll"
)

// Layout of a record's blob: epoch, nonce, ciphertext, tag.
const (
	nonceAt     = 1
	recordHead  = nonceAt + seal.NonceSize
	recordLeast = recordHead + seal.TagSize
)

// link is the nonce of the details that an overview vouches for; zeros: none.
type link [seal.NonceSize]byte

// stamp is what the manifest knows of a record: nonce and tag.
type stamp = roll.Stamp

func stampOf(blob []byte) (s stamp) {
	copy(s[:seal.NonceSize], blob[nonceAt:])
	copy(s[seal.NonceSize:], blob[len(blob)-seal.TagSize:])
	return s
}

// linkOf gives the link of the details that have the stamp.
func linkOf(s stamp) link { return link(s[:seal.NonceSize]) }

// sealedRow is a row as it stands in the file.
type sealedRow struct {
	table Table
	id    ID
	blob  []byte
}

// openedRow is a row's content, or why there is none.
type openedRow struct {
	sealedRow
	stamp   stamp
	link    link // of an overview
	content []byte
	err     error
}

// sealRow gives the row for content. In an overview, link names its details.
func (k keys) sealRow(h header, table Table, id ID, l link, content []byte) (sealedRow, error) {
	parts := [][]byte{content}
	if table == Overview {
		parts = [][]byte{l[:], content}
	}
	padded, err := seal.Pad(table.padding(), parts...)
	if err != nil {
		return sealedRow{}, fault.Wrap("seal record", err)
	}
	blob := make([]byte, 1, recordLeast+len(padded))
	blob[0] = h.epoch
	blob, err = k.records.Seal(blob, padded, h.recordAAD(table, id))
	return sealedRow{table, id, blob}, err
}

// openRow opens a row in place: the row's blob is overwritten.
func (k keys) openRow(h header, row sealedRow) openedRow {
	out := openedRow{sealedRow: row}
	if len(row.blob) < recordLeast || row.id <= 0 {
		out.err = errNoRecord
		return out
	}
	out.stamp = stampOf(row.blob)
	if row.blob[0] != h.epoch {
		out.err = errRecord
		return out
	}
	padded, err := k.records.OpenInPlace(row.blob[nonceAt:], h.recordAAD(row.table, row.id))
	if err != nil {
		out.err = errRecord
		return out
	}
	out.content, out.err = seal.Unpad(row.table.padding(), padded)
	if out.err == nil && row.table == Overview {
		out.cutLink()
	}
	return out
}

func (r *openedRow) cutLink() {
	if len(r.content) < seal.NonceSize {
		r.err = errRecord
		return
	}
	r.link, r.content = link(r.content), r.content[seal.NonceSize:]
}

var (
	errRecord   = fault.New(fault.Damaged, "open record")
	errNoRecord = fault.New(fault.Damaged, "open record") // of a row that no record can be
)
