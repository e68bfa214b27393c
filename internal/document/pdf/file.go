package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// file is a PDF in the making: the bodies of its objects, the first with the
// number 1.
type file struct {
	bodies  []string
	pages   []int // object numbers
	numbers map[*node]int
}

func (f *file) add(body string) int {
	f.bodies = append(f.bodies, body)
	return len(f.bodies)
}

func (f *file) reserve() int { return f.add("") }

// linkPages gives each page its key in the parent tree and makes the tab order
// follow the structure. It returns how many pages there are.
func (f *file) linkPages() int {
	const page = "<</Type /Page\n"
	for i, body := range f.bodies {
		if rest, ok := strings.CutPrefix(body, page); ok {
			f.bodies[i] = fmt.Sprintf("%s/StructParents %d\n/Tabs /S\n%s", page, len(f.pages), rest)
			f.pages = append(f.pages, i+1)
		}
	}
	return len(f.pages)
}

// element adds n and what stands below it; parent is an object number.
func (f *file) element(n *node, parent int) int {
	number := f.reserve()
	f.numbers[n] = number
	var kids strings.Builder
	for _, k := range n.kids {
		if k.node != nil {
			fmt.Fprintf(&kids, "%d 0 R ", f.element(k.node, number))
			continue
		}
		fmt.Fprintf(&kids, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", f.pages[k.page], k.id)
	}
	attributes := ""
	if n.attributes != "" {
		attributes = " /A " + n.attributes
	}
	f.bodies[number-1] = fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R%s /K [ %s]>>", n.tag, parent, attributes, kids.String())
	return number
}

// parentTree gives the number tree from a page's marked content back to the
// elements.
func (f *file) parentTree(marks [][]*node) string {
	var b strings.Builder
	b.WriteString("<</Nums [")
	for page, nodes := range marks {
		fmt.Fprintf(&b, " %d [", page)
		for _, n := range nodes {
			fmt.Fprintf(&b, " %d 0 R", f.numbers[n])
		}
		b.WriteString(" ]")
	}
	b.WriteString(" ]>>")
	return b.String()
}

// bytes gives the finished file.
func (f *file) bytes(catalogue int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.bodies))
	for i, body := range f.bodies {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, strings.TrimRight(body, "\n"))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.bodies)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(f.bodies)+1, catalogue, start)
	return b.Bytes()
}
