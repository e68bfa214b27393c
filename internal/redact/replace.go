package redact

// namer gives replacements, the same for the same person throughout.
type namer struct {
	style Style
}

func newNamer(o Options) *namer { return &namer{style: o.Style} }

func (n *namer) other(string) string { return "[…]" }

func (n *namer) replace(t Type, text string) string {
	return "[" + string(t) + "]"
}
