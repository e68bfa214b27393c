package docxread

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// part is an XML part that is being read.
type part struct {
	*reader
	name string
	to   *strings.Builder // nil: all of its text is metadata
	open []string         // elements, outermost first
}

func (p *part) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		p.open = append(p.open, t.Name.Local)
		p.begin(t)
	case xml.EndElement:
		p.open = p.open[:len(p.open)-1]
		p.end(t.Name.Local)
	case xml.CharData:
		p.text(string(t))
	case xml.Comment:
		p.note("comment in "+p.name, string(t))
	case xml.ProcInst:
		if t.Target != "xml" {
			p.note("instruction in "+p.name, string(t.Inst))
		}
	}
}

func (p *part) put(text string) {
	if p.to != nil {
		p.to.WriteString(text)
	}
}

func (p *part) begin(e xml.StartElement) {
	p.attributes(e)
	switch e.Name.Local {
	case "br", "cr":
		p.put("\n")
	case "tab":
		if !p.within("tabs") {
			p.put(" ")
		}
	case "noBreakHyphen":
		p.put("-")
	case "sym":
		p.contents.Unreadable++
	case "drawing", "pict", "object":
		p.contents.Images++
	case "hyperlink", "control", "fldSimple", "altChunk":
		p.contents.Active++
	}
}

func (p *part) end(element string) {
	switch element {
	case "p":
		if p.within("tc") {
			p.put(" ")
			return
		}
		p.put("\n")
	case "tr":
		p.put("\n")
	}
}

func (p *part) within(element string) bool {
	for _, e := range p.open {
		if e == element {
			return true
		}
	}
	return false
}

// text takes what stands between elements; the words of a document are all in "t".
func (p *part) text(text string) {
	in := ""
	if len(p.open) > 0 {
		in = p.open[len(p.open)-1]
	}
	switch {
	case in == "t" && p.to != nil:
		p.put(text)
	case in == "instrText" && fields.MatchString(text):
	case in == "instrText":
		p.contents.Active++
		p.note("field in "+p.name, text)
	default:
		p.note("text in "+p.name, text)
	}
}

// fields are those that say a page's number, and nothing of anybody.
var fields = regexp.MustCompile(`^\s*(PAGE|NUMPAGES)\s*(\\\* MERGEFORMAT\s*)?$`)

// Values that can't tell of anybody: numbers, colours, units, what layout calls
// things, and the names that Word gives its own styles.
var (
	bare    = regexp.MustCompile(`^[0-9A-F.%•-]*$`)
	schemas = regexp.MustCompile(`^http://schemas\.(openxmlformats|microsoft)\.(org|com)/[A-Za-z0-9/._-]*$`)
	types   = regexp.MustCompile(`^application/(xml|vnd\.openxmlformats-(officedocument|package)\.[a-z.+-]*)$`)
	targets = regexp.MustCompile(`^/?(word/)?(document|styles|numbering|settings|fontTable|webSettings|header\d*|footer\d*|footnotes|endnotes|theme/theme\d*)\.xml$`)
)

var layout = set(`Title Normal Signature Under Cell Gap Field Footer footer ListParagraph
Heading1 Heading2 Heading3 rId1 rId2 rId3 rId4 rels xml preserve default left right single auto exact dxa pct fixed
paragraph underscore bullet decimal singleLevel begin separate end compatibilityMode Calibri en en-GB en-IE en-US en-AU yes on off true false none`,
	"List Paragraph", "heading 1", "heading 2", "heading 3")

func set(words string, more ...string) map[string]bool {
	all := map[string]bool{}
	for _, w := range append(strings.Fields(words), more...) {
		all[w] = true
	}
	return all
}

// named are elements whose value somebody may have chosen, whatever it looks like.
var named = set("bookmarkStart bookmarkEnd alias tag docPr cNvPr ins del comment author hyperlink moveFrom moveTo")

func (p *part) attributes(e xml.StartElement) {
	for _, a := range e.Attr {
		v := a.Value
		if a.Name.Local == "TargetMode" && strings.EqualFold(v, "External") {
			p.contents.Active++
		}
		harmless := bare.MatchString(v) || layout[v] || schemas.MatchString(v) || types.MatchString(v) || targets.MatchString(v)
		if !harmless || named[e.Name.Local] && !bare.MatchString(v) {
			p.note(e.Name.Local+" in "+p.name, v)
		}
	}
}
