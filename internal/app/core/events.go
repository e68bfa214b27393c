package core

import (
	"maps"
	"slices"
	"sync"

	"aftershift/internal/journal"
)

// EventKind says what has changed.
type EventKind uint8

// What can change. An event carries an id at most, never text.
const (
	EntrySaved EventKind = iota + 1
	EntryGone
	SupervisionChanged
	SettingsChanged
	PeopleChanged
	ThemesChanged
	SharedCopyMade
	UndoChanged    // what can be undone or redone
	BackupsChanged // a backup was made, or one failed
	Verified       // the journal's file was verified
	TemplatesChanged
)

// Event is told after a change is on the disk.
type Event struct {
	Kind EventKind
	ID   journal.ID // of the entry; 0 where it makes no sense
}

// listeners calls every listener, in the order of subscribing.
type listeners struct {
	mu   sync.Mutex
	next int
	all  map[int]func(Event)
}

// Subscribe calls fn after every change, on the goroutine that made it, until
// the function that it gives is called. fn must return quickly and may not call
// the Desk's writing methods.
func (d *Desk) Subscribe(fn func(Event)) (unsubscribe func()) { return d.events.add(fn) }

func (l *listeners) add(fn func(Event)) func() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.all == nil {
		l.all = map[int]func(Event){}
	}
	key := l.next
	l.next++
	l.all[key] = fn
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.all, key)
	}
}

func (l *listeners) tell(e Event) {
	l.mu.Lock()
	keys := slices.Sorted(maps.Keys(l.all))
	calls := make([]func(Event), 0, len(keys))
	for _, k := range keys {
		calls = append(calls, l.all[k])
	}
	l.mu.Unlock()
	for _, call := range calls {
		call(e)
	}
}
