package vault

import (
	"bytes"

	"aftershift/internal/fault"
)

// Tx gathers the changes of one Update; nothing reaches the file before the
// function that was given it returns. It is not safe for concurrent use and
// ends with that function.
type Tx struct {
	v       *Vault
	order   []place
	changes map[place]change
}

// place is where a record stands.
type place struct {
	table Table
	id    ID
}

type change struct {
	content []byte
	remove  bool
}

// Update calls fn and then writes what it put and deleted, with a new manifest,
// in one transaction. When it returns nil the changes are on the disk; when it
// gives an error nothing has changed: fn's own error, fault.Invalid for details
// without an overview, fault.DiskFull and the other kinds of platform.Fault,
// fault.NotFound where the file was taken away under the program (Backup still
// saves what it held), fault.Conflict where another one took its name or on a
// read-only vault, fault.Locked. fn may call the vault's
// reading methods, which show the state before; it must not call Update.
func (v *Vault) Update(fn func(*Tx) error) error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	tx := &Tx{v: v, changes: map[place]change{}}
	if err := fn(tx); err != nil {
		return err
	}
	if len(tx.order) == 0 {
		return nil
	}
	removed, rows, err := tx.seal()
	if err != nil {
		return fault.Wrap("save", err)
	}
	return fault.Wrap("save", v.commit(removed, rows, nil))
}

func (v *Vault) writable() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return errLocked
	}
	if v.options.ReadOnly {
		return fault.New(fault.Conflict, "change read-only journal")
	}
	return nil
}

// Put sets a record, new or not; content is copied. An overview goes on vouching
// for the details it has; details need an overview at the end of the Update. It
// gives fault.Invalid for an unknown table, an id below 1, or content above
// MaxRecord, in an overview above 4 MiB less 28 bytes.
func (t *Tx) Put(table Table, id ID, content []byte) error {
	if !table.known() || id <= 0 || len(content) > table.most() {
		return fault.New(fault.Invalid, "put record")
	}
	t.set(place{table, id}, change{content: bytes.Clone(content)})
	return nil
}

// PutEntry sets an entry's overview and details. Kinds: those of Put.
func (t *Tx) PutEntry(id ID, overview, details []byte) error {
	if err := t.Put(Details, id, details); err != nil {
		return err
	}
	return t.Put(Overview, id, overview)
}

// Delete removes a record; an overview takes its details along. A record that is
// not there is gone already. It gives fault.Invalid for an unknown table.
func (t *Tx) Delete(table Table, id ID) error {
	if !table.known() {
		return fault.New(fault.Invalid, "delete record")
	}
	t.set(place{table, id}, change{remove: true})
	if table == Overview {
		t.set(place{Details, id}, change{remove: true})
	}
	return nil
}

// Get gives a record as this Update leaves it so far. Kinds: those of Vault.Get.
func (t *Tx) Get(table Table, id ID) ([]byte, error) {
	c, changed := t.changes[place{table, id}]
	switch {
	case !changed:
		return t.v.Get(table, id)
	case c.remove:
		return nil, errNotFound
	}
	return bytes.Clone(c.content), nil
}

func (t *Tx) set(p place, c change) {
	if _, again := t.changes[p]; !again {
		t.order = append(t.order, p)
	}
	t.changes[p] = c
}

// seal gives what to remove and what to put, details before the overviews that
// vouch for them.
func (t *Tx) seal() (removed []place, rows []sealedRow, err error) {
	if err := t.touchOverviews(); err != nil {
		return nil, nil, err
	}
	links := map[ID]link{}
	for _, p := range t.order {
		if p.table == Overview {
			continue
		}
		if removed, rows, err = t.sealOne(p, link{}, removed, rows); err != nil {
			return nil, nil, err
		}
		if p.table == Details && !t.changes[p].remove {
			links[p.id] = linkOf(stampOf(rows[len(rows)-1].blob))
		}
	}
	for _, p := range t.order {
		if p.table != Overview {
			continue
		}
		if removed, rows, err = t.sealOne(p, t.linkFor(p.id, links), removed, rows); err != nil {
			return nil, nil, err
		}
	}
	return removed, rows, nil
}

// touchOverviews makes every change of details a change of the overview too. It
// gives fault.Invalid for details that would stand alone.
func (t *Tx) touchOverviews() error {
	for _, p := range t.order {
		above := place{Overview, p.id}
		c, touched := t.changes[above]
		if p.table != Details || touched && !(c.remove && !t.changes[p].remove) {
			continue
		}
		content, err := t.Get(Overview, p.id)
		if fault.KindOf(err) == fault.NotFound {
			if t.changes[p].remove {
				continue
			}
			return fault.New(fault.Invalid, "put details without overview")
		}
		if err != nil {
			return err
		}
		t.set(above, change{content: content})
	}
	return nil
}

func (t *Tx) sealOne(p place, l link, removed []place, rows []sealedRow) ([]place, []sealedRow, error) {
	c := t.changes[p]
	if c.remove {
		return append(removed, p), rows, nil
	}
	row, err := t.v.keys.sealRow(t.v.header, p.table, p.id, l, c.content)
	return removed, append(rows, row), err
}

// linkFor gives the nonce of the details that stand beside the overview after
// this Update: new ones, those that are there, or zeros.
func (t *Tx) linkFor(id ID, fresh map[ID]link) link {
	if c, changed := t.changes[place{Details, id}]; changed {
		if c.remove {
			return link{}
		}
		return fresh[id]
	}
	t.v.mu.Lock()
	defer t.v.mu.Unlock()
	details := t.v.index.Rows[Details-1]
	at, found := details.Find(id)
	if !found {
		return link{}
	}
	return linkOf(details.Stamp(at))
}
