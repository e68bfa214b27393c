package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// node is an element of the structure tree (ISO 32000-1, 14.7): what a part of
// the page is, for a reader that doesn't see the layout.
type node struct {
	tag        string     // standard structure type, such as H1 or TD
	attributes types.Dict // the value of /A, or nil
	kids       []kid
}

// kid is a child node, or where that is nil, a piece of marked content.
type kid struct {
	node     *node
	page, id int // index of the page, marked-content identifier on it
}

// child appends a new element below n and gives it.
func (n *node) child(tag string) *node {
	c := &node{tag: tag}
	n.kids = append(n.kids, kid{node: c})
	return c
}

var (
	rowScope    = types.Dict{"O": types.Name("Table"), "Scope": types.Name("Row")}
	columnScope = types.Dict{"O": types.Name("Table"), "Scope": types.Name("Column")}
	decimal     = types.Dict{"O": types.Name("List"), "ListNumbering": types.Name("Decimal")}
	disc        = types.Dict{"O": types.Name("List"), "ListNumbering": types.Name("Disc")}
)

// as sets n's attributes.
func (n *node) as(attributes types.Dict) *node {
	n.attributes = attributes
	return n
}
