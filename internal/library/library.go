// Package library is the opened journal: entries, supervision, register and
// settings as objects, kept over the sealed records of a vault.
//
// What a list needs lies in memory while the journal is open; the texts of
// entries are read when asked for. Every change is one transaction: when a
// method returns nil, the change is on the disk; when it returns an error,
// nothing has changed, in the file or in memory.
package library

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"sync"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// Library is an opened journal. It is safe for concurrent use; what it reads from
// memory is the state last saved, also while a save is under way.
type Library struct {
	vault *vault.Vault
	kinds []Kind
	more  []supervision.Kind // beside supervision.Kinds

	writing sync.Mutex // held by whoever changes the journal, while the disk takes it; locked before mu

	// mu guards what follows and is never held while the disk is waited for, so that
	// reading doesn't wait for a save. Whoever changes it holds writing too.
	mu        sync.RWMutex
	overviews map[journal.ID]*journal.Overview // never changed in place; most of them in listed
	order     []journal.ID                     // newest first
	listed    []journal.Overview               // what Listed gives; nil once an entry changed
	drafts    map[journal.ID]bool
	written   map[journal.ID]bool          // read as their drafts
	board     *supervision.Board           // stays as it is: a change publishes another
	single    map[string]single            // settings, place, register, themes
	foreign   map[vault.ID]json.RawMessage // objects on the board with fields of a later version

	asideMu sync.Mutex // guards asides
	asides  []Aside
}

// Kind is an object of which a journal has one, and that the caller knows how to
// read: New gives a pointer to its zero value.
type Kind struct {
	Name string
	New  func() any
	// Join gives what two of its states that went on apart come to, last being the
	// one that was changed last. nil: last, and first is kept as an earlier state.
	Join func(last, first json.RawMessage) (json.RawMessage, error)
	// Own: each copy of a journal has its own, so that Join is given that of here as
	// last, always.
	Own bool
}

// Open reads what lists need from v, which the Library owns from then on. kinds
// are those that Load and Save are for. A record that can't be read, that this
// version doesn't know, or that doesn't go with the others keeps nobody from the
// rest: Asides names it. It gives fault.Cancelled when ctx ends, and the kinds of
// vault.Vault.Each.
func Open(ctx context.Context, v *vault.Vault, kinds ...Kind) (*Library, error) {
	return open(ctx, v, nil, kinds...)
}

// open is Open for a board that holds more kinds of records.
func open(ctx context.Context, v *vault.Vault, more []supervision.Kind, kinds ...Kind) (*Library, error) {
	l := &Library{
		vault:     v,
		more:      slices.Concat(roomKinds(), more),
		kinds:     append(slices.Clone(kinds), ownKinds...),
		overviews: make(map[journal.ID]*journal.Overview, v.Len(vault.Overview)),
		drafts:    map[journal.ID]bool{},
		written:   map[journal.ID]bool{},
		single:    map[string]single{},
		foreign:   map[vault.ID]json.RawMessage{},
	}
	if err := l.openEntries(ctx); err != nil {
		return nil, fault.Wrap("read entries", err)
	}
	damaged, err := unopened(v.Each(ctx, vault.Draft, l.takeDraft))
	if err != nil {
		return nil, fault.Wrap("read drafts", err)
	}
	l.setAsideEach(vault.Draft, OfDraft, damaged)
	if err := l.openObjects(ctx); err != nil {
		return nil, err
	}
	l.sort()
	return l, nil
}

// openEntries reads what lists show of entries, from their texts where it can't
// be read.
func (l *Library) openEntries(ctx context.Context) error {
	read := make([]journal.Overview, 0, l.vault.Len(vault.Overview))
	themes := map[journal.ThemeID]journal.ThemeID{}
	if _, err := each(ctx, l.vault, vault.Overview, func(id vault.ID, body []byte) error {
		l.takeOverview(&read, themes, id, body)
		return nil
	}); err != nil {
		return err
	}
	texts := map[vault.ID]bool{}
	for _, id := range l.vault.IDs(vault.Details) {
		texts[id] = true
		if _, listed := l.overviews[journal.ID(id)]; !listed {
			l.rebuild(id)
		}
	}
	for _, id := range l.vault.IDs(vault.Overview) {
		_, listed := l.overviews[journal.ID(id)]
		switch {
		case texts[id]: // it is listed, or set aside with its text
		case !listed:
			l.setAside(Aside{Table: vault.Overview, ID: journal.ID(id), Kind: OfEntry, Why: Damaged})
		default:
			l.setAside(l.entryAside(vault.Details, id, OfText, Missing))
		}
	}
	return nil
}

// takeOverview adds what lists show of an entry to those read, and has each theme's id
// lie in memory once. One that can't be read is made anew from the entry's text.
func (l *Library) takeOverview(read *[]journal.Overview, themes map[journal.ThemeID]journal.ThemeID, id vault.ID, body []byte) {
	o, err := decodeOverview(body)
	if err != nil || o.ID != journal.ID(id) {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, theme := range o.Themes {
		if _, known := themes[theme]; !known {
			themes[theme] = theme
		}
		o.Themes[i] = themes[theme]
	}
	*read = append(*read, o)
	l.overviews[o.ID] = &(*read)[len(*read)-1]
}

// rebuild lists an entry of which only the details can be read. Its next save
// makes it whole.
func (l *Library) rebuild(id vault.ID) {
	body, err := l.vault.Get(vault.Details, id)
	if err != nil {
		l.setAside(Aside{Table: vault.Details, ID: journal.ID(id), Kind: OfEntry, Why: Damaged})
		return
	}
	e, _, err := decodeEntry(body)
	if err != nil || e.ID != journal.ID(id) {
		l.setAside(unknownEntry(vault.Details, id, OfEntry, body))
		return
	}
	o := e.Overview()
	l.overviews[e.ID] = &o
	l.setAside(l.entryAside(vault.Overview, id, OfEntry, Rebuilt))
}

// unknownEntry gives the Aside of an entry that opens and that this version can't
// read, with what can be told of it.
func unknownEntry(table vault.Table, id vault.ID, kind string, body []byte) Aside {
	a := Aside{Table: table, ID: journal.ID(id), Kind: kind, Why: Newer}
	if raw, texts, err := splitEntry(body); err == nil {
		a.Name, a.When, a.Words = glimpse(raw)
		a.Words = cutRunes(a.Words+"\n"+string(texts), glimpseRunes)
	}
	return a
}

func (l *Library) takeDraft(id vault.ID, body []byte) error {
	e, newer, err := decodeEntry(body)
	if err != nil || newer || e.ID != journal.ID(id) {
		l.setAside(unknownEntry(vault.Draft, id, OfDraft, body))
		return nil
	}
	l.drafts[e.ID] = true
	return nil
}

// sort puts all entries in order, newest first.
func (l *Library) sort() {
	sorted := slices.SortedFunc(maps.Values(l.overviews), journal.Newest)
	l.order = make([]journal.ID, len(sorted))
	for i, o := range sorted {
		if l.order[i] = o.ID; o.Trashed != nil {
			alone := *o // so that it doesn't hold on to all that were read
			l.overviews[o.ID] = &alone
		}
	}
	l.list()
}

// list makes what Listed gives, and lets the overviews lie there alone: thousands of
// them twice would be felt.
func (l *Library) list() {
	l.listed = make([]journal.Overview, 0, len(l.order))
	for _, id := range l.order {
		if o := l.overviews[id]; o.Trashed == nil {
			l.listed = append(l.listed, *o)
			l.overviews[id] = &l.listed[len(l.listed)-1]
		}
	}
}

// place puts a saved entry where it belongs in the order; its draft is gone.
func (l *Library) place(o journal.Overview) {
	l.displace(o.ID)
	l.overviews[o.ID] = &o
	delete(l.drafts, o.ID)
	at, _ := slices.BinarySearchFunc(l.order, &o, l.compareTo)
	l.order = slices.Insert(l.order, at, o.ID)
}

// displace takes an entry out of the order.
func (l *Library) displace(id journal.ID) {
	l.listed = nil
	if o, saved := l.overviews[id]; saved {
		at, _ := slices.BinarySearchFunc(l.order, o, l.compareTo)
		l.order = slices.Delete(l.order, at, at+1)
	}
}

func (l *Library) compareTo(id journal.ID, o *journal.Overview) int {
	return journal.Newest(l.overviews[id], o)
}

// NewID draws an id that no record has. Kinds: those of vault.Vault.NewID.
func (l *Library) NewID() (journal.ID, error) {
	id, err := l.vault.NewID()
	return journal.ID(id), fault.Wrap("draw id", err)
}

// Vault gives the vault below, for what concerns the file as a whole: verify,
// back up, change the passphrase.
func (l *Library) Vault() *vault.Vault { return l.vault }

// Close closes the vault. It may be called twice. Kinds: those of
// vault.Vault.Close.
func (l *Library) Close() error { return fault.Wrap("close journal", l.vault.Close()) }
