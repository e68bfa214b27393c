package pdf

// node is an element of the structure tree (ISO 32000-1, 14.7): what a part of
// the page is, for a reader that doesn't see the layout.
type node struct {
	tag        string // standard structure type, such as H1 or TD
	attributes string // the value of /A, or nothing
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

const (
	rowScope    = "<</O /Table /Scope /Row>>"
	columnScope = "<</O /Table /Scope /Column>>"
	decimal     = "<</O /List /ListNumbering /Decimal>>"
	disc        = "<</O /List /ListNumbering /Disc>>"
)

// as sets n's attributes.
func (n *node) as(attributes string) *node {
	n.attributes = attributes
	return n
}
