package pdf

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"aftershift/internal/document/pdfobject"
	"aftershift/internal/fault"
)

// tag makes a tagged file of one that the drawing library made: it adds the
// structure tree (ISO 32000-1, 14.7 and 14.8), links each page to it, replaces
// the catalogue, and drops the information dictionary with its dates and program
// name. It gives fault.Internal when the file can't be read, or has other pages
// than marks.
func tag(plain []byte, root *node, marks [][]*node, language string) ([]byte, error) {
	table, err := pdfobject.Open(bytes.NewReader(plain), int64(len(plain)))
	if err != nil {
		return nil, fault.As(fault.Internal, "read drawn pdf", err)
	}
	if table.Info != nil {
		delete(table.Table, int(table.Info.ObjectNumber))
	}
	f := newFile(table.Table)
	catalogue, ok := f.at(table.Root).(types.Dict)
	if !ok || f.linkPages() != len(marks) {
		return nil, fault.New(fault.Internal, "find the pages of the pdf")
	}
	tree := f.add(nil)
	top := f.element(root, tree)
	f.objects[tree] = types.Dict{
		"Type": types.Name("StructTreeRoot"), "K": top,
		"ParentTree": f.refer(f.add(f.parentTree(marks))), "ParentTreeNextKey": types.Integer(len(marks)),
	}
	f.objects[int(table.Root.ObjectNumber)] = types.Dict{
		"Type": types.Name("Catalog"), "Pages": catalogue["Pages"], "Lang": types.StringLiteral(language),
		"MarkInfo": types.Dict{"Marked": types.Boolean(true)}, "StructTreeRoot": f.refer(tree),
	}
	return f.bytes(*table.Root)
}
