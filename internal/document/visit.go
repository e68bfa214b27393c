package document

// visitor walks what a block is made of, in reading order.
type visitor interface {
	phrase(Phrase)
	value(HeaderValue)
	row(columns, cells int)
	number(int) // of a list's item
}

func (h Heading) visit(v visitor)   { v.phrase(h.Text) }
func (p Paragraph) visit(v visitor) { v.phrase(p.Text) }
func (Rule) visit(visitor)          {}

func (l List) visit(v visitor) {
	for i, item := range l.Items {
		if l.Numbered {
			v.number(i + 1)
		}
		v.phrase(item.Text)
		for _, p := range item.Under {
			v.phrase(p)
		}
	}
}

func (t Table) visit(v visitor) {
	for _, c := range t.Columns {
		v.phrase(c.Head)
	}
	for _, r := range t.Rows {
		v.row(len(t.Columns), len(r))
		for _, p := range r {
			v.phrase(p)
		}
	}
}

func (s Signatures) visit(v visitor) {
	for _, p := range s.Places {
		v.phrase(p.Role)
		v.value(p.Name)
		v.phrase(Label("document.signed"))
		v.phrase(Label("document.signed-on"))
	}
}

// visit walks all of d in reading order, the footer last.
func (d Document) visit(v visitor) {
	v.phrase(d.Title)
	for _, f := range d.Header {
		v.phrase(f.Name)
		v.value(f.Value)
	}
	for _, b := range d.Blocks {
		b.visit(v)
	}
	v.phrase(d.FooterLine())
}

// Runs gives every stretch of words in d in reading order, the footer last.
func (d Document) Runs(w Words) []Run {
	c := &collector{words: w}
	d.visit(c)
	return c.runs
}

type collector struct {
	words Words
	runs  []Run
}

func (c *collector) phrase(p Phrase)     { c.runs = append(c.runs, p.Runs(c.words)...) }
func (c *collector) value(v HeaderValue) { c.runs = append(c.runs, v.Runs(c.words)...) }
func (c *collector) row(int, int)        {}
func (c *collector) number(int)          {}
