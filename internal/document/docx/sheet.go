package docx

import (
	"fmt"
	"strings"

	"aftershift/internal/document"
)

// A paragraph that may have to stay with the next one says so at this place, which
// no words hold: document.Clean leaves no controls.
const keepPlace = "\x00"

const keepNext = `<w:keepNext/>`

type sheet struct {
	words    document.Words
	parts    []string // paragraphs and tables
	footer   string
	numbered int // lists with numbers so far
	rules    int // that were drawn
}

func (s *sheet) text() string {
	return strings.ReplaceAll(strings.Join(s.parts, ""), keepPlace, "")
}

// paragraph gives a paragraph of the style, with further properties of it.
func paragraph(style, properties string, content string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + keepPlace + properties + `</w:pPr>` + content + `</w:p>`
}

func (s *sheet) add(style, properties string, runs []document.Run) {
	s.parts = append(s.parts, paragraph(style, properties, inline(runs)))
}

// inline gives runs, with a line break for each line feed.
func inline(runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(`<w:r>`)
		if r.Strong || r.Quiet {
			b.WriteString(`<w:rPr>`)
			if r.Strong {
				b.WriteString(`<w:b/>`)
			}
			if r.Quiet {
				b.WriteString(`<w:color w:val="5E6B69"/>`)
			}
			b.WriteString(`</w:rPr>`)
		}
		for i, line := range strings.Split(r.Text, "\n") {
			if i > 0 {
				b.WriteString(`<w:br/>`)
			}
			b.WriteString(`<w:t xml:space="preserve">` + escaped(line) + `</w:t>`)
		}
		b.WriteString(`</w:r>`)
	}
	return b.String()
}

// Title sets the document's title.
func (s *sheet) Title(p document.Phrase) { s.add("Title", "", p.Runs(s.words)) }

const tab = `<w:r><w:tab/></w:r>`

// Header sets the fields' names beside their values, above a line.
func (s *sheet) Header(fields []document.Field) {
	for i, f := range fields {
		border := ""
		if i == len(fields)-1 {
			border = `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="8" w:color="DDD7CB"/></w:pBdr>`
		}
		s.parts = append(s.parts, paragraph("Field", border,
			inline(f.Name.Quiet().Runs(s.words))+tab+inline(f.Value.Runs(s.words))))
	}
}

// Heading sets a section's heading.
func (s *sheet) Heading(h document.Heading) {
	s.add(fmt.Sprintf("Heading%d", h.Depth()), "", h.Text.Runs(s.words))
	s.under(`<w:ind w:left="0"/>`, h.Under)
}

func (s *sheet) under(properties string, all ...document.Phrase) {
	for _, p := range all {
		if !p.Empty() {
			s.add("Under", properties, p.Runs(s.words))
		}
	}
}

// Paragraph sets running text; an empty line in it parts two paragraphs.
func (s *sheet) Paragraph(p document.Paragraph) {
	part := []document.Run(nil)
	for _, r := range p.Text.Runs(s.words) {
		pieces := strings.Split(r.Text, "\n\n")
		for i, text := range pieces {
			r.Text = text
			part = append(part, r)
			if i < len(pieces)-1 {
				s.add("Normal", "", part)
				part = nil
			}
		}
	}
	s.add("Normal", "", part)
}

// List sets the items below each other.
func (s *sheet) List(l document.List) {
	list := 1
	if l.Numbered {
		s.numbered++
		list = 1 + s.numbered
	}
	for _, item := range l.Items {
		s.add("ListParagraph", fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, list), item.Text.Runs(s.words))
		s.under("", item.Under...)
	}
}

// Rule sets a line across the page, below empty ones where it is to write on. Word
// processors make one box of paragraphs with the same border, which has a single line, so
// that no two in a row have the same.
func (s *sheet) Rule(r document.Rule) {
	before := 120
	if r.Room {
		before = 360
	}
	s.rules++
	s.parts = append(s.parts, paragraph("Normal", fmt.Sprintf(
		`<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="DDD7C%X"/></w:pBdr><w:spacing w:before="%d" w:after="120"/>`, 0xB+s.rules%2, before), ""))
}

// Signatures gives each place a line for the name and one for the date.
func (s *sheet) Signatures(b document.Signatures) {
	name, day := document.Signed()
	space := []document.Run{{Text: "  "}}
	for _, p := range b.Places {
		s.parts = append(s.parts, paragraph("Normal", `<w:spacing w:before="360" w:after="0"/>`,
			inline(p.Role.Runs(s.words))+inline(space)+inline(p.Name.Runs(s.words))))
		s.keep(len(s.parts) - 1)
		s.parts = append(s.parts, paragraph("Signature", "",
			inline(name.Runs(s.words))+inline(space)+tab+inline(space)+inline(day.Runs(s.words))+inline(space)+tab))
	}
}

// keep makes part n stay on one page with the next.
func (s *sheet) keep(n int) { s.parts[n] = strings.ReplaceAll(s.parts[n], keepPlace, keepNext) }

// Together keeps what belongs together on one page: all but the last stay with
// the next.
func (s *sheet) Together(draw func(document.Sheet)) {
	from := len(s.parts)
	draw(s)
	for n := from; n < len(s.parts)-1; n++ {
		s.keep(n)
	}
}

// pageKey is the line with the page's number, of how many.
const pageKey = "document.page"

// Footer says at the foot of each page what the document is, and which page it is.
func (s *sheet) Footer(p document.Phrase) {
	const number, of = 101010, 202020 // stand for the fields
	text := document.Label(pageKey, number, of).Text(s.words)
	text = escaped(text)
	for n, name := range map[int]string{number: "PAGE", of: "NUMPAGES"} {
		text = strings.Replace(text, fmt.Sprint(n), `</w:t></w:r>`+field(name)+`<w:r><w:t xml:space="preserve">`, 1)
	}
	s.footer = footerHead + strings.ReplaceAll(paragraph("Footer", "", inline(p.Runs(s.words))+tab+
		`<w:r><w:t xml:space="preserve">`+text+`</w:t></w:r>`), keepPlace, "") + `</w:ftr>`
}

func field(name string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + name +
		`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}
