package library

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// ExpireNotes takes the notes about others' cases away for good whose days are over
// today, with the states of them that gave way when two copies came together. It
// returns whether there were any, and the kinds of vault.Vault.Each and of Change.
func (l *Library) ExpireNotes(ctx context.Context, today journal.Date) (bool, error) {
	board := l.Board().Clone()
	over, err := board.Do(groups.Expire(today))
	if err != nil || len(over.After) == 0 {
		return false, err
	}
	var ids []journal.ID
	for _, r := range over.After {
		if isGone(r) {
			ids = append(ids, r.Key().ID)
		}
	}
	var earlier []journal.ID
	_, err = unopened(l.vault.Each(ctx, vault.Object, func(row vault.ID, raw []byte) error {
		var o object
		if json.Unmarshal(raw, &o) == nil && slices.Contains(ids, Object{Kind: o.Kind, Body: o.Body}.noteBefore()) {
			earlier = append(earlier, journal.ID(row))
		}
		return nil
	}))
	if err != nil {
		return false, fault.Wrap("expire notes", err)
	}
	_, err = l.step(groups.Expire(today), earlier, func(tx *vault.Tx) error {
		var errs []error
		for _, id := range earlier {
			errs = append(errs, tx.Delete(vault.Object, vault.ID(id)))
		}
		return errors.Join(errs...)
	}, func() {})
	return err == nil, err
}

// noteBefore returns of which note about others' cases the object is a state that gave
// way; 0 for anything else.
func (o Object) noteBefore() journal.ID {
	var was superseded
	if o.Kind != earlierKind || json.Unmarshal(o.Body, &was) != nil || was.Kind != string(groups.NoteRecord) {
		return 0
	}
	return was.Of
}
