// Package pdfobject opens a PDF file as the objects that it is made of. The
// writer looks at its own file through it, the reader at any.
package pdfobject

import (
	"io"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"aftershift/internal/fault"
)

// Open gives the objects of the PDF of size bytes, by number, streams as they
// stand in the file. It gives fault.Damaged for what is not a readable PDF or is
// encrypted. It touches neither network nor configuration files. Safe for
// concurrent use.
func Open(r io.ReaderAt, size int64) (table *model.XRefTable, err error) {
	defer func() {
		if recover() != nil { // pdfcpu panics on some broken files
			table, err = nil, fault.New(fault.Damaged, "open pdf")
		}
	}()
	conf := settings()
	ctx, err := pdfcpu.Read(io.NewSectionReader(r, 0, size), &conf)
	if err != nil || ctx.Encrypt != nil {
		return nil, fault.New(fault.Damaged, "open pdf")
	}
	return ctx.XRefTable, nil
}

// settings is pdfcpu's configuration: none of its files is read or written, and
// nothing is looked up elsewhere.
var settings = sync.OnceValue(func() model.Configuration {
	model.ConfigPath = "disable"
	conf := *model.NewDefaultConfiguration()
	conf.Offline = true
	return conf
})
