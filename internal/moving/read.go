package moving

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// MaxFile bounds a file that is read, in bytes.
const MaxFile = 1 << 30

// Read reads what Write wrote. All of it is checked before anything is given:
// fault.Invalid for a file that is something else, fault.NewerFormat for one of a
// later version, fault.Damaged where a record isn't whole or r fails, fault.Cancelled.
func Read(ctx context.Context, r io.Reader, progress *atomic.Int64) (library.Content, error) {
	source := &source{Reader: r}
	limited := &io.LimitedReader{R: source, N: MaxFile + 1}
	p := parser{ctx: ctx, in: json.NewDecoder(limited), progress: progress}
	p.file()
	switch {
	case limited.N == 0:
		return library.Content{}, fault.New(fault.Invalid, "read export: over 1 GB")
	case source.err != nil && p.ctx.Err() == nil:
		return library.Content{}, fault.As(fault.Damaged, "read export", source.err)
	case p.err != nil:
		return library.Content{}, fault.Wrap("read export", p.err)
	}
	return p.c, fault.Wrap("read export", p.c.Check())
}

// source remembers why reading ended before the end.
type source struct {
	io.Reader
	err error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

type parser struct {
	ctx      context.Context
	in       *json.Decoder
	progress *atomic.Int64
	head     head
	c        library.Content
	seen     map[string]bool
	err      error
}

// file reads the fields in whatever order they come.
func (p *parser) file() {
	p.seen = map[string]bool{}
	if !p.delim('{') {
		p.err = fault.New(fault.Invalid, "read beginning")
		return
	}
	for p.err == nil && p.in.More() {
		name, err := p.in.Token()
		if err != nil {
			p.err = fault.New(fault.Damaged, "read field")
			return
		}
		field, _ := name.(string)
		p.seen[field] = true
		p.field(field)
	}
	if p.err == nil && !p.delim('}') {
		p.err = fault.New(fault.Damaged, "read end")
	}
	if p.err == nil && (!p.seen["format"] || !p.seen["objects"] || !p.seen["entries"]) {
		p.err = fault.New(fault.Invalid, "read export: not a whole one")
	}
}

func (p *parser) field(name string) {
	switch name {
	case "format":
		if p.value(&p.head.Format); p.err == nil && p.head.Format != FormatName {
			p.err = fault.New(fault.Invalid, "read format")
		}
	case "version":
		if p.value(&p.head.Version); p.err == nil && p.head.Version > FormatVersion {
			p.err = fault.New(fault.NewerFormat, "read version")
		}
	case "gone":
		all := map[journal.ID]int{}
		p.value(&all)
		p.c.Gone = maps.Clone(all)
	case "objects":
		p.c.Objects = list[library.Object](p)
	case "entries":
		p.c.Entries = list[library.Reflection](p)
	default:
		p.value(new(json.RawMessage)) // a later version's
	}
}

func list[T any](p *parser) (all []T) {
	if !p.delim('[') {
		p.err = fault.New(fault.Damaged, "read list")
	}
	for p.err == nil && p.in.More() {
		var one T
		p.value(&one)
		all = append(all, one)
		if p.progress != nil {
			p.progress.Add(1)
		}
		if p.ctx.Err() != nil {
			p.err = fault.As(fault.Cancelled, "read record", p.ctx.Err())
		}
	}
	if p.err == nil && !p.delim(']') {
		p.err = fault.New(fault.Damaged, "read end of list")
	}
	return all
}

// value leaves the cause out: it may quote the record.
func (p *parser) value(into any) {
	if p.err == nil && p.in.Decode(into) != nil {
		p.err = fault.New(fault.Damaged, "read record")
	}
}

func (p *parser) delim(want json.Delim) bool {
	token, err := p.in.Token()
	return err == nil && token == want
}
