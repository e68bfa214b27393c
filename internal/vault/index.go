package vault

import "aftershift/internal/vault/roll"

// index is every record's stamp, with what else stands in the tables.
type index struct {
	roll.Index
	strange []place // rows that no record can be, which the manifest doesn't know
}

func (x *index) has(table Table, id ID) bool {
	_, found := x.Rows[table-1].Find(id)
	return found
}

// lists reports whether the row is the one that the manifest knows.
func (x *index) lists(row sealedRow) bool {
	rows := x.Rows[row.table-1]
	at, found := rows.Find(row.id)
	return found && len(row.blob) >= recordLeast && rows.Stamp(at) == stampOf(row.blob)
}
