package library

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"runtime"
	"sync"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// An entry is written as the length of its head (uvarint), the head, and the
// texts of its sections one after the other. The head is the entry as JSON with
// empty texts, and the texts' lengths in bytes. So a text comes back byte for
// byte, whatever is in it, and thousands are read in a moment.
type head struct {
	journal.Entry
	Lengths []int    `json:"lengths"`
	Was     []string `json:"was,omitempty"` // as in trace
}

func encode(v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fault.New(fault.Internal, "encode record")
	}
	return body, nil
}

// decode leaves the cause out: it may quote the record.
func decode(body []byte, into any) error {
	if err := json.Unmarshal(body, into); err != nil {
		return fault.New(fault.Damaged, "decode record")
	}
	return nil
}

// encodeEntry gives the entry as it is written, with what it was before, and with
// the fields of the heads that stood for it before and that this version doesn't
// know.
func encodeEntry(e journal.Entry, was []string, before ...json.RawMessage) ([]byte, error) {
	h := head{Entry: e.Clone(), Was: was}
	for i, s := range e.Sections {
		h.Lengths = append(h.Lengths, len(s.Text))
		h.Sections[i].Text = ""
	}
	raw, err := encode(h)
	for _, old := range before {
		if err == nil {
			raw, err = carry(h, old, raw)
		}
	}
	if err != nil {
		return nil, err
	}
	body := append(binary.AppendUvarint(nil, uint64(len(raw))), raw...)
	for _, s := range e.Sections {
		body = append(body, s.Text...)
	}
	return body, nil
}

// words is what has to be read of an entry so that it can be shown, whatever a
// later version has put into its marks.
type words struct {
	ID       journal.ID         `json:"id"`
	Title    string             `json:"title"`
	Template journal.TemplateID `json:"template"`
	Sections []journal.Section  `json:"sections"`
	Date     journal.Date       `json:"date"`
	Written  time.Time          `json:"written"`
	Updated  time.Time          `json:"updated"`
	Revision int                `json:"revision"`
	Trashed  *time.Time         `json:"trashed"`
	Lengths  []int              `json:"lengths"`
}

// decodeEntry gives the entry. newer says that a later version wrote what this one
// doesn't know in its marks: then the words are there, and nothing may be saved
// over it.
func decodeEntry(body []byte) (e journal.Entry, newer bool, err error) {
	raw, texts, err := splitEntry(body)
	if err != nil {
		return e, false, err
	}
	var h head
	if json.Unmarshal(raw, &h) != nil {
		var w words
		if err := decode(raw, &w); err != nil {
			return e, false, err
		}
		newer = true
		h = head{Lengths: w.Lengths, Entry: journal.Entry{
			ID: w.ID, Title: w.Title, Template: w.Template, Sections: w.Sections, Date: w.Date,
			Written: w.Written, Updated: w.Updated, Revision: w.Revision, Trashed: w.Trashed,
		}}
	}
	if len(h.Lengths) != len(h.Sections) {
		return e, false, fault.New(fault.Damaged, "decode entry")
	}
	for i, length := range h.Lengths {
		if length < 0 || length > len(texts) {
			return e, false, fault.New(fault.Damaged, "decode entry")
		}
		h.Sections[i].Text, texts = string(texts[:length]), texts[length:]
	}
	if len(texts) > 0 {
		return e, false, fault.New(fault.Damaged, "decode entry")
	}
	return h.Entry, newer || !h.Known(), nil
}

// splitEntry gives the head of an entry as JSON, and its texts.
func splitEntry(body []byte) (head json.RawMessage, texts []byte, err error) {
	size, n := binary.Uvarint(body)
	if n <= 0 || size > uint64(len(body)-n) {
		return nil, nil, fault.New(fault.Damaged, "decode entry")
	}
	return body[n : n+int(size)], body[n+int(size):], nil
}

// record is one that was opened.
type record struct {
	id   vault.ID
	body []byte
}

// Bounds of what is handed to a core at once: small records together, since each
// handing over costs more than reading one, and a large one alone, since it may have
// 64 MiB.
const (
	handRecords = 64
	handBytes   = 1 << 20
)

// each opens every record of the table and calls fn with it, on all cores at
// once and in no order. It gives those that don't open. It stops soon after the
// first error and gives it.
func each(ctx context.Context, v *vault.Vault, table vault.Table, fn func(vault.ID, []byte) error) (damaged []vault.ID, err error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	hands := make(chan []record) // none waits here
	var work sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for hand := range hands {
				for _, r := range hand {
					if err := fn(r.id, r.body); err != nil {
						stop(err)
						break
					}
				}
			}
		})
	}
	err = handOut(ctx, v, table, hands)
	close(hands)
	work.Wait()
	if cause := context.Cause(ctx); cause != nil {
		return nil, stopped(cause)
	}
	return unopened(err)
}

// handOut sends the table's records.
func handOut(ctx context.Context, v *vault.Vault, table vault.Table, to chan<- []record) error {
	var hand []record
	size := 0
	err := v.Each(ctx, table, func(id vault.ID, body []byte) error {
		hand = append(hand, record{id, body})
		if size += len(body); len(hand) == handRecords || size >= handBytes {
			to <- hand
			hand, size = make([]record, 0, handRecords), 0
		}
		return context.Cause(ctx)
	})
	to <- hand
	return err
}

// stopped gives fault.Cancelled for the error of a context that ended, and any
// other error as it is.
func stopped(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fault.As(fault.Cancelled, "read records", err)
	}
	return err
}

// unopened gives the records that didn't open where that alone went wrong.
func unopened(err error) ([]vault.ID, error) {
	if bad := (*vault.Unreadable)(nil); errors.As(err, &bad) {
		return bad.IDs, nil
	}
	return nil, err
}
