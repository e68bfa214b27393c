package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"aftershift/internal/fault"
)

// file is a PDF in the making: its objects by number; nil is a number that is
// free, as 0 always is.
type file struct {
	objects []types.Object
	pages   []types.IndirectRef
	numbers map[*node]types.IndirectRef
}

func newFile(table map[int]*model.XRefTableEntry) *file {
	f := &file{objects: []types.Object{nil}, numbers: map[*node]types.IndirectRef{}}
	for _, n := range slices.Sorted(maps.Keys(table)) {
		if e := table[n]; e != nil && !e.Free && n > 0 {
			f.objects = append(f.objects, make([]types.Object, n+1-len(f.objects))...)
			f.objects[n] = e.Object
		}
	}
	return f
}

// add puts an object at the end and gives its number.
func (f *file) add(o types.Object) int {
	f.objects = append(f.objects, o)
	return len(f.objects) - 1
}

func (f *file) refer(number int) types.IndirectRef { return *types.NewIndirectRef(number, 0) }

// at gives the object that is referred to, nil where there is none.
func (f *file) at(r *types.IndirectRef) types.Object {
	if r == nil || int(r.ObjectNumber) >= len(f.objects) {
		return nil
	}
	return f.objects[r.ObjectNumber]
}

// linkPages gives each page its key in the parent tree and makes the tab order
// follow the structure. It returns how many pages there are.
func (f *file) linkPages() int {
	for n, o := range f.objects {
		page, ok := o.(types.Dict)
		if kind := page.Type(); ok && kind != nil && *kind == "Page" {
			page["StructParents"], page["Tabs"] = types.Integer(len(f.pages)), types.Name("S")
			f.pages = append(f.pages, f.refer(n))
		}
	}
	return len(f.pages)
}

// element adds n and what stands below it; parent is an object number.
func (f *file) element(n *node, parent int) types.IndirectRef {
	number := f.add(nil)
	f.numbers[n] = f.refer(number)
	kids := types.Array{}
	for _, k := range n.kids {
		if k.node != nil {
			kids = append(kids, f.element(k.node, number))
			continue
		}
		kids = append(kids, types.Dict{"Type": types.Name("MCR"), "Pg": f.pages[k.page], "MCID": types.Integer(k.id)})
	}
	element := types.Dict{"Type": types.Name("StructElem"), "S": types.Name(n.tag), "P": f.refer(parent), "K": kids}
	if n.attributes != nil {
		element["A"] = n.attributes
	}
	f.objects[number] = element
	return f.numbers[n]
}

// parentTree gives the number tree from a page's marked content back to the
// elements.
func (f *file) parentTree(marks [][]*node) types.Dict {
	nums := types.Array{}
	for page, nodes := range marks {
		elements := types.Array{}
		for _, n := range nodes {
			elements = append(elements, f.numbers[n])
		}
		nums = append(nums, types.Integer(page), elements)
	}
	return types.Dict{"Nums": nums}
}

// bytes gives the finished file. It gives fault.Internal for an object of a kind
// that has no place in one.
func (f *file) bytes(root types.IndirectRef) ([]byte, error) {
	var b, table bytes.Buffer
	var pack packer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for n, o := range f.objects {
		if o == nil {
			table.WriteString("0000000000 65535 f \n")
			continue
		}
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", n)
		if err := write(&b, pack.object(o)); err != nil {
			return nil, err
		}
		b.WriteString("\nendobj\n")
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<</Size %d /Root %s>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects), table.Bytes(), len(f.objects), root.PDFString(), start)
	return b.Bytes(), nil
}

// packer makes streams smaller, all with one set of tables.
type packer struct{ to *zlib.Writer }

// object gives a stream that isn't packed yet as one that is, and anything else as it is.
func (p *packer) object(o types.Object) types.Object {
	s, ok := o.(types.StreamDict)
	if !ok || s.Dict["Filter"] != nil || s.Dict["Length"] == nil {
		return o
	}
	var packed bytes.Buffer
	if p.to == nil {
		p.to = zlib.NewWriter(&packed)
	} else {
		p.to.Reset(&packed)
	}
	_, _ = p.to.Write(s.Raw) // a buffer takes everything
	_ = p.to.Close()
	s.Dict, s.Raw = maps.Clone(s.Dict), packed.Bytes()
	s.Dict["Filter"], s.Dict["Length"] = types.Name("FlateDecode"), types.Integer(packed.Len())
	return s
}

// write writes one object, a stream with its bytes as they stood in its file.
func write(b *bytes.Buffer, o types.Object) error {
	if s, ok := o.(types.StreamDict); ok {
		b.WriteString(s.Dict.PDFString())
		fmt.Fprintf(b, "\nstream\n%s\nendstream", s.Raw)
		return nil
	}
	printed, ok := o.(interface{ PDFString() string })
	if !ok {
		return fault.New(fault.Internal, "write object of the pdf")
	}
	b.WriteString(printed.PDFString())
	return nil
}
