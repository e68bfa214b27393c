// Package pdfread reads any PDF back: its text, and whatever else is in it. It
// shares no code with the package that writes PDF: it takes the file's objects
// and decodes the text operators through each font's own map, so that it sees
// what is in the file and not what was meant.
package pdfread

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"aftershift/internal/document"
	"aftershift/internal/document/pdfobject"
	"aftershift/internal/fault"
)

// Read gives what is in the PDF of size bytes: the text of each page in the
// order of its content, with line ends where the baseline changes; what is
// marked as an artifact apart from it; and every other string, attachment,
// picture and action in the file. It gives
// fault.Damaged for what is not a readable PDF or is encrypted. It touches
// neither network nor configuration files. Safe for concurrent use.
func Read(r io.ReaderAt, size int64) (c document.Contents, err error) {
	defer func() {
		if recover() != nil { // the object reader panics on some broken files
			c, err = document.Contents{}, fault.New(fault.Damaged, "read pdf")
		}
	}()
	table, err := pdfobject.Open(r, size)
	if err != nil {
		return document.Contents{}, fault.Wrap("read pdf", err)
	}
	reader := newReader(table)
	if err := reader.pages(); err != nil {
		return document.Contents{}, fault.New(fault.Damaged, "read pdf pages")
	}
	reader.objects()
	reader.note("behind the end", behind(io.NewSectionReader(r, 0, size)))
	return reader.found, nil
}

// behind gives what stands behind a file's last end, where no object can be.
func behind(file io.Reader) string {
	all, err := io.ReadAll(file)
	if err != nil {
		return ""
	}
	const end = "%%EOF"
	return string(bytes.TrimSpace(all[bytes.LastIndex(all, []byte(end))+len(end):]))
}

// reader is one file while it is read, with what was found in it so far.
type reader struct {
	table *model.XRefTable
	fonts map[string]*fontmap // by object number
	noted map[string]int      // how many strings each place has
	found document.Contents
}

func newReader(table *model.XRefTable) *reader {
	return &reader{
		table: table, fonts: map[string]*fontmap{}, noted: map[string]int{},
		found: document.Contents{Metadata: map[string]string{}},
	}
}

// pages gathers the text of every page, and counts them as they are met. A page without
// content is one; a page tree that can't be followed to its end is an error.
func (r *reader) pages() error {
	if err := r.table.EnsurePageCount(); err != nil { // finds the tree's root
		return err
	}
	root, err := r.table.Pages()
	if err != nil || root == nil {
		return fault.New(fault.Damaged, "find pages")
	}
	var body, margins strings.Builder
	err = r.branch(*root, nil, map[int]bool{}, func(page, resources types.Dict) error {
		r.found.Pages++
		content, err := r.table.PageContent(page, r.found.Pages)
		if err != nil && err != model.ErrNoContent {
			return err
		}
		t := newTracer(r, r.found.Pages)
		t.run(content, resources, 0)
		body.WriteString(t.body.text())
		margins.WriteString(t.margin.text())
		return nil
	})
	r.found.Text, r.found.Margins = body.String(), margins.String()
	return err
}

// branch gives read each page of the page tree below o in order, with its resources or
// those that it has from above, however many pages the tree says it has.
func (r *reader) branch(o types.Object, above types.Dict, seen map[int]bool, read func(page, resources types.Dict) error) error {
	if ref, is := o.(types.IndirectRef); is {
		n := int(ref.ObjectNumber)
		if seen[n] {
			return fault.New(fault.Damaged, "read pages: a branch of their tree twice")
		}
		seen[n] = true
	}
	node := r.dict(o)
	if node == nil {
		return nil
	}
	if own := r.dict(node["Resources"]); own != nil {
		above = own
	}
	kids, has := node["Kids"]
	if !has {
		return read(node, above)
	}
	for _, kid := range r.array(kids) {
		if err := r.branch(kid, above, seen, read); err != nil {
			return err
		}
	}
	return nil
}

// dict gives the dictionary that o is or refers to, or nil.
func (r *reader) dict(o types.Object) types.Dict {
	o, err := r.table.Dereference(o)
	if err != nil {
		return nil
	}
	switch o := o.(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

// stream gives the decoded stream that o refers to, with its dictionary.
func (r *reader) stream(o types.Object) ([]byte, types.Dict) {
	o, err := r.table.Dereference(o)
	if err != nil {
		return nil, nil
	}
	s, ok := o.(types.StreamDict)
	if !ok || s.Decode() != nil {
		return nil, nil
	}
	return s.Content, s.Dict
}

// array gives the array that o is or refers to, or nil.
func (r *reader) array(o types.Object) types.Array {
	a, err := r.table.DereferenceArray(o)
	if err != nil {
		return nil
	}
	return a
}

// number gives the number that o is or refers to, and otherwise where it is none.
func (r *reader) number(o types.Object, otherwise float64) float64 {
	if o == nil {
		return otherwise
	}
	n, err := r.table.DereferenceNumber(o)
	if err != nil {
		return otherwise
	}
	return n
}

// note keeps a string that is no page text, by the place where it stands.
func (r *reader) note(place, text string) {
	if text == "" {
		return
	}
	r.noted[place]++
	if n := r.noted[place]; n > 1 {
		place = fmt.Sprintf("%s (%d)", place, n)
	}
	r.found.Metadata[place] = text
}
