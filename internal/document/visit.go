package document

// visitor walks what a document is made of, in reading order, and gives what is
// to stand in the place of each piece.
type visitor interface {
	phrase(Phrase) Phrase
	value(HeaderValue) HeaderValue
	row(columns, cells int)
	number(int) // of a list's item
}

func (h Heading) visit(v visitor) Block {
	return Heading{h.Level, v.phrase(h.Text), v.phrase(h.Under)}
}

func (p Paragraph) visit(v visitor) Block { return Paragraph{v.phrase(p.Text)} }
func (r Rule) visit(visitor) Block        { return r }
func (t Together) visit(v visitor) Block  { return Together{visitAll(t.Blocks, v)} }

func (l List) visit(v visitor) Block {
	out := List{Numbered: l.Numbered}
	for i, item := range l.Items {
		if l.Numbered {
			v.number(i + 1)
		}
		out.Items = append(out.Items, Item{v.phrase(item.Text), phrases(item.Under, v)})
	}
	return out
}

func (t Table) visit(v visitor) Block {
	out := Table{Bars: t.Bars}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, Column{v.phrase(c.Head), c.Weight})
	}
	for _, r := range t.Rows {
		v.row(len(t.Columns), len(r))
		out.Rows = append(out.Rows, phrases(r, v))
	}
	return out
}

func (s Signatures) visit(v visitor) Block {
	var out Signatures
	for _, p := range s.Places {
		out.Places = append(out.Places, Signature{v.phrase(p.Role), v.value(p.Name)})
		v.phrase(Label(signedKey))
		v.phrase(Label(signedOnKey))
	}
	return out
}

func phrases(all []Phrase, v visitor) []Phrase {
	var out []Phrase
	for _, p := range all {
		out = append(out, v.phrase(p))
	}
	return out
}

func visitAll(blocks []Block, v visitor) []Block {
	var out []Block
	for _, b := range blocks {
		out = append(out, b.visit(v))
	}
	return out
}

// visit walks all of d in reading order, the footer last.
func (d Draft) visit(v visitor) Draft {
	out := Draft{Title: v.phrase(d.Title)}
	for _, f := range d.Header {
		out.Header = append(out.Header, Field{v.phrase(f.Name), v.value(f.Value)})
	}
	out.Blocks = visitAll(d.Blocks, v)
	out.Footer = v.phrase(d.footerLine())
	return out
}

// runs gives every stretch of words in d in reading order, the footer last.
func (d Document) runs(w Words) []Run {
	c := &collector{words: w}
	d.draft.visit(c)
	return c.runs
}

type collector struct {
	words Words
	runs  []Run
}

func (c *collector) phrase(p Phrase) Phrase {
	c.runs = append(c.runs, p.Runs(c.words)...)
	return p
}

func (c *collector) value(v HeaderValue) HeaderValue {
	c.runs = append(c.runs, v.Runs(c.words)...)
	return v
}

func (c *collector) row(int, int) {}
func (c *collector) number(int)   {}
