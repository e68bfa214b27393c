package moving

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"sync/atomic"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// What a full export says of itself.
const (
	FormatName    = "aftershift.journal"
	FormatVersion = 1
)

// head is what stands before the records.
type head struct {
	Format  string             `json:"format"`
	Version int                `json:"version"`
	Made    time.Time          `json:"made"`
	ReadMe  string             `json:"read_me"`
	Gone    map[journal.ID]int `json:"gone"`
}

// Write writes a journal as JSON, a record a line, and counts the records in
// progress, which may be nil. note is what whoever opens the file reads first. It
// gives fault.Cancelled when ctx ends, and the errors of w.
func Write(ctx context.Context, w io.Writer, c library.Content, made time.Time, note string, progress *atomic.Int64) error {
	out := bufio.NewWriter(w)
	p := printer{ctx: ctx, out: out, progress: progress}
	raw, err := plain(head{FormatName, FormatVersion, made.UTC(), note, c.Gone})
	if err != nil {
		return err
	}
	p.text(string(raw[:len(raw)-1]) + ",\n\"objects\":[")
	each(&p, c.Objects)
	p.text("\n],\n\"entries\":[")
	each(&p, c.Entries)
	p.text("\n]}\n")
	if p.err == nil {
		p.err = out.Flush()
	}
	return fault.Wrap("write journal", p.err)
}

// printer writes until something goes wrong.
type printer struct {
	ctx      context.Context
	out      *bufio.Writer
	progress *atomic.Int64
	err      error
}

func (p *printer) text(s string) {
	if p.err == nil {
		_, p.err = p.out.WriteString(s)
	}
}

func each[T any](p *printer, all []T) {
	for i, one := range all {
		if p.err == nil && p.ctx.Err() != nil {
			p.err = fault.As(fault.Cancelled, "write record", p.ctx.Err())
		}
		raw, err := plain(one)
		if p.err == nil {
			p.err = err
		}
		if i > 0 {
			p.text(",")
		}
		p.text("\n" + string(raw))
		if p.progress != nil {
			p.progress.Add(1)
		}
	}
}

// plain gives v as JSON on one line, to be read by people too.
func plain(v any) ([]byte, error) {
	out := new(lineWriter)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, fault.New(fault.Internal, "write record")
	}
	return out.bytes[:len(out.bytes)-1], nil
}

type lineWriter struct{ bytes []byte }

func (w *lineWriter) Write(b []byte) (int, error) {
	w.bytes = append(w.bytes, b...)
	return len(b), nil
}
