package pdf

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/document"
)

// said are words by text key.
type said map[string]string

func (s said) Has(string) bool { return true }

func (s said) T(key string, args ...any) string {
	if text, ok := s[key]; ok {
		return text
	}
	return fmt.Sprintf("word%.0d", len(args))
}

func (s said) N(key string, _ int, args ...any) string { return s.T(key, args...) }

// pages gives the pages that what stands below n is on, in order.
func (n *node) pages() (all []int) {
	for _, k := range n.kids {
		if k.node != nil {
			all = append(all, k.node.pages()...)
		} else {
			all = append(all, k.page)
		}
	}
	return all
}

// drawn gives the elements below n that have something on a page, with the first
// and the last page of each.
func (n *node) drawn() (tags []string, first, last []int) {
	for _, k := range n.kids {
		if pages := k.node.pages(); len(pages) > 0 {
			tags, first, last = append(tags, k.node.tag), append(first, pages[0]), append(last, pages[len(pages)-1])
		}
	}
	return tags, first, last
}

func drawOn(t interface{ Fatal(...any) }, words said, blocks ...document.Block) *sheet {
	doc, err := document.Draft{Title: document.Label("title"), Blocks: blocks}.Approve(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := newSheet(words, doc.Foot())
	if err := doc.Draw(s, words); err != nil {
		t.Fatal(err)
	}
	return s
}

// No heading stands alone at the foot of a page, whatever comes below it.
func TestSheet_keeps_headings_with_what_they_are_over(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		words := said{}
		text := func(i, most int) document.Phrase {
			key := fmt.Sprint("t", i)
			words[key] = strings.Repeat("some words and more ", rapid.IntRange(1, most).Draw(r, "length"))
			return document.Label(key)
		}
		var blocks []document.Block
		for i := range rapid.IntRange(5, 40).Draw(r, "blocks") {
			switch rapid.IntRange(0, 4).Draw(r, "kind") {
			case 0, 1:
				blocks = append(blocks, document.Heading{Level: 1 + i%3, Text: text(i, 9), Under: text(i, 2)})
			case 2:
				row := []document.Phrase{text(i, 20)}
				blocks = append(blocks, document.Table{Columns: make([]document.Column, 1), Rows: [][]document.Phrase{row, row}})
			case 3:
				blocks = append(blocks, document.Rule{Room: true})
			default:
				blocks = append(blocks, document.Paragraph{Text: text(i, 60)})
			}
		}
		tags, first, last := drawOn(r, words, blocks...).root.drawn()
		for i, tag := range tags[:len(tags)-1] {
			if strings.HasPrefix(tag, "H") && last[i] != first[i+1] {
				r.Fatalf("%s ends on page %d, %s begins on %d", tag, last[i], tags[i+1], first[i+1])
			}
		}
	})
}

// What belongs together stands on one page where it fits on one.
func TestSheet_keeps_together_what_fits_on_a_page(t *testing.T) {
	words := said{"long": strings.Repeat("some words and more ", 25), "longer": strings.Repeat("some words and more ", 900)}
	item := func(key string) document.Block {
		return document.Together{Blocks: []document.Block{
			document.Heading{Level: 1, Text: document.Label("title"), Under: document.Label("under")},
			document.Paragraph{Text: document.Label(key)},
			document.Heading{Level: 2, Text: document.Label("question")},
			document.Paragraph{Text: document.Label(key)},
		}}
	}
	items := []document.Block{item("long"), item("long"), item("long"), item("longer"), item("long")}
	tags, first, last := drawOn(t, words, items...).root.drawn()
	const nodes = 5 // of an item; the title comes first
	if len(tags) != 1+nodes*len(items) {
		t.Fatalf("elements %q", tags)
	}
	for i := range items {
		begins, ends := first[1+nodes*i], last[nodes*(i+1)]
		if (begins == ends) != (i != 3) {
			t.Errorf("item %d stands on pages %d to %d", i+1, begins, ends)
		}
	}
	if first[1+nodes] != 0 || first[1+2*nodes] != 1 {
		t.Errorf("pages begin at %d", first)
	}
}
