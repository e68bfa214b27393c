package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// trace says when a record became what it is, and which states came before, by
// their sums. Two copies of a journal that went on apart are brought together by
// it: a state that the other copy had before is older, whatever the clocks said.
type trace struct {
	At  time.Time `json:"at,omitzero"`
	Was []string  `json:"was,omitempty"` // the oldest first, at most mostWas
}

// mostWas bounds what a record remembers. A state from before that counts as one
// that went on apart, which loses nothing.
const mostWas = 200

// next gives the trace of what takes a state's place at a time.
func (t trace) next(sum string, at time.Time) trace {
	return trace{At: at, Was: wasAlso(t.Was, sum)}
}

// wasAlso gives was with more sums, each once.
func wasAlso(was []string, sums ...string) []string {
	all := slices.Clone(was)
	for _, sum := range sums {
		if !slices.Contains(all, sum) {
			all = append(all, sum)
		}
	}
	return all[max(len(all)-mostWas, 0):]
}

// sum tells one state of an object from every other.
func (o object) sum() string {
	body := new(bytes.Buffer)
	if json.Compact(body, o.Body) != nil {
		body.Write(o.Body)
	}
	return sumOf([]byte(o.Kind), []byte(o.At.UTC().Format(time.RFC3339Nano)), body.Bytes())
}

// sumOfEntry tells one version of an entry from every other, by its head and texts.
// What it was before is no part of that.
func sumOfEntry(head json.RawMessage, texts []byte) string {
	fields := map[string]json.RawMessage{}
	if json.Unmarshal(head, &fields) != nil {
		return sumOf(head, texts)
	}
	delete(fields, "was")
	plain, err := encode(fields) // in the order of their names
	if err != nil {
		return sumOf(head, texts)
	}
	return sumOf(plain, texts)
}

func sumOf(parts ...[]byte) string {
	h := sha256.New()
	for _, part := range parts {
		sum := sha256.Sum256(part)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// now gives the time by the journal's clock, the zero time without one.
func (l *Library) now() time.Time { return l.vault.Now() }

// putObject writes an object and what it was before. One that stands there with
// the same content stays as it is.
func (l *Library) putObject(tx *vault.Tx, row vault.ID, kind string, v any) error {
	body, err := encode(v)
	if err != nil {
		return err
	}
	next := object{Kind: kind, Body: body, trace: trace{At: l.now()}}
	raw, err := tx.Get(vault.Object, row)
	var before object
	if err == nil && json.Unmarshal(raw, &before) == nil && before.Kind == kind {
		if bytes.Equal(before.Body, body) {
			return nil
		}
		next.trace = before.next(before.sum(), l.now())
	}
	raw, err = encode(next)
	if err != nil {
		return err
	}
	return tx.Put(vault.Object, row, raw)
}

// wasBefore gives the sums of what an entry was before, as its next version keeps
// them: with that of the present one where it doesn't stay as an earlier version.
func (l *Library) wasBefore(id journal.ID, kept bool) []string {
	body, err := l.vault.Get(vault.Details, vault.ID(id))
	if err != nil {
		return nil
	}
	raw, texts, err := splitEntry(body)
	var h head
	if err != nil || json.Unmarshal(raw, &h) != nil {
		return nil
	}
	if kept {
		return h.Was
	}
	return wasAlso(h.Was, sumOfEntry(raw, texts))
}
