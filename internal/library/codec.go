package library

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"runtime"
	"sync"

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
	Lengths []int `json:"lengths"`
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

func encodeEntry(e journal.Entry) ([]byte, error) {
	h := head{Entry: e.Clone()}
	for i, s := range e.Sections {
		h.Lengths = append(h.Lengths, len(s.Text))
		h.Sections[i].Text = ""
	}
	raw, err := encode(h)
	if err != nil {
		return nil, err
	}
	body := append(binary.AppendUvarint(nil, uint64(len(raw))), raw...)
	for _, s := range e.Sections {
		body = append(body, s.Text...)
	}
	return body, nil
}

func decodeEntry(body []byte) (journal.Entry, error) {
	size, n := binary.Uvarint(body)
	if n <= 0 || size > uint64(len(body)-n) {
		return journal.Entry{}, fault.New(fault.Damaged, "decode entry")
	}
	var h head
	if err := decode(body[n:n+int(size)], &h); err != nil {
		return journal.Entry{}, err
	}
	texts := body[n+int(size):]
	if len(h.Lengths) != len(h.Sections) {
		return journal.Entry{}, fault.New(fault.Damaged, "decode entry")
	}
	for i, length := range h.Lengths {
		if length < 0 || length > len(texts) {
			return journal.Entry{}, fault.New(fault.Damaged, "decode entry")
		}
		h.Sections[i].Text, texts = string(texts[:length]), texts[length:]
	}
	if len(texts) > 0 {
		return journal.Entry{}, fault.New(fault.Damaged, "decode entry")
	}
	return h.Entry, nil
}

// each opens every record of the table and calls fn with it, on all cores at
// once and in no order. It stops soon after the first error and gives it.
func each(ctx context.Context, v *vault.Vault, table vault.Table, fn func(vault.ID, []byte) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	type record struct {
		id   vault.ID
		body []byte
	}
	records := make(chan record, 64)
	var work sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for r := range records {
				if err := fn(r.id, r.body); err != nil {
					stop(err)
				}
			}
		})
	}
	err := v.Each(ctx, table, func(id vault.ID, body []byte) error {
		records <- record{id, body}
		return context.Cause(ctx)
	})
	close(records)
	work.Wait()
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
