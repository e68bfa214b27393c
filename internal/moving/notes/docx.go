package notes

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"time"
)

// Bounds of a document, against archives that unfold without end.
const (
	maxParts    = 2000
	maxPart     = 32 << 20 // bytes of one part, unpacked
	maxElements = 256      // elements within elements
)

// readDocx reads a document of a word processor: the accepted text of its body. What
// tracked changes took out, comments, headers, footers, footnotes and what is marked
// as hidden is told and not taken.
func readDocx(name string, raw []byte) ([]Note, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil || len(archive.File) > maxParts {
		return nil, unread{Broken}
	}
	n := Note{}
	n.Title, n.Day = nameOf(name)
	found, kinds := false, kindsOf(archive)
	for _, part := range archive.File {
		where := strings.ToLower(part.Name)
		switch kind := kinds.of(where); {
		case kind == aBody && !found:
			found = true
			if n.Text, n.Hidden, err = bodyOf(part, n.Hidden); err != nil {
				return nil, err
			}
		case where == "docprops/core.xml":
			if at, ok := createdIn(part); ok && n.Day == "" {
				n.at(at, true)
			}
		case hidden[kind] != "":
			n.hide(hidden[kind], hasText(part))
		case strings.HasPrefix(where, "word/media/") && !strings.HasSuffix(where, "/"):
			n.Beside = append(n.Beside, part.Name[len("word/media/"):])
		}
	}
	if !found {
		return nil, unread{Broken}
	}
	slices.Sort(n.Hidden)
	n.Hidden = slices.Compact(n.Hidden)
	if n.Text == "" {
		return nil, nil
	}
	return []Note{n}, nil
}

// hide notes what was left out, if there was any of it.
func (n *Note) hide(h Hidden, there bool) {
	if there {
		n.Hidden = append(n.Hidden, h)
	}
}

// body is what is being read of a document.
type body struct {
	text      strings.Builder
	hidden    []Hidden
	stack     []string
	deleted   int      // within how many elements that tracked changes took out
	instead   int      // within how many that stand for others which are read
	row       []string // cells of a table's row
	veiled    bool     // the run is marked as hidden
	heading   bool
	paragraph strings.Builder
	cell      strings.Builder
}

// bodyOf reads the body, element by element.
func bodyOf(part *zip.File, hidden []Hidden) (string, []Hidden, error) {
	b := body{hidden: hidden}
	err := elements(part, b.start, b.end, b.chars)
	if err != nil {
		return "", nil, err
	}
	return strings.TrimSpace(b.text.String()), b.hidden, nil
}

// start knows elements by their local names, as documents differ in the prefix. A tab
// counts within a run alone: a style's list of tab stops has elements of that name.
func (b *body) start(e xml.StartElement) {
	switch e.Name.Local {
	case "del", "moveFrom":
		b.deleted++
	case "Fallback":
		b.instead++
	case "r":
		b.veiled = false
	case "vanish", "webHidden":
		b.veiled = b.within("rPr") && attr(e, "val") != "false" && attr(e, "val") != "0"
	case "pStyle":
		b.heading = strings.HasPrefix(attr(e, "val"), "Heading") || attr(e, "val") == "Title"
	case "tab":
		if b.within("r") {
			b.write("\t")
		}
	case "br", "cr":
		b.write("\n")
	case "noBreakHyphen":
		b.write("-")
	}
	b.stack = append(b.stack, e.Name.Local)
}

// attr gives the attribute of that local name, or nothing.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (b *body) within(name string) bool { return slices.Contains(b.stack, name) }

// end gives a table's row as a line, its cells with tabs between.
func (b *body) end(e xml.EndElement) {
	if len(b.stack) > 0 {
		b.stack = b.stack[:len(b.stack)-1]
	}
	switch e.Name.Local {
	case "del", "moveFrom":
		b.deleted--
	case "Fallback":
		b.instead--
	case "tc":
		b.row = append(b.row, strings.Join(strings.Fields(b.cell.String()), " "))
		b.cell.Reset()
	case "tr":
		b.text.WriteString(strings.TrimRight(strings.Join(b.row, "\t"), "\t") + "\n")
		b.row = nil
	case "p":
		b.close()
	}
}

// close ends a paragraph: a line of the text, or a part of a table's cell.
func (b *body) close() {
	text := strings.TrimRight(b.paragraph.String(), " \t")
	b.paragraph.Reset()
	if b.within("tc") {
		b.cell.WriteString(text + " ")
		return
	}
	if b.heading && text != "" {
		text = "## " + text
	}
	b.heading = false
	b.text.WriteString(text + "\n")
}

// chars takes the text of runs; white space between elements and field codes are none.
func (b *body) chars(text string) {
	if len(b.stack) == 0 {
		return
	}
	switch b.stack[len(b.stack)-1] {
	case "t":
		b.write(text)
	case "delText":
		b.hidden = append(b.hidden, Deleted)
	}
}

// write keeps a piece of the paragraph, or notes why it isn't kept. A "Fallback" is
// neither, as what it stands for is read already.
func (b *body) write(text string) {
	switch {
	case b.instead > 0:
	case b.deleted > 0:
		b.hidden = append(b.hidden, Deleted)
	case b.veiled:
		b.hidden = append(b.hidden, Invisible)
	default:
		b.paragraph.WriteString(text)
	}
}

// elements hands out the elements of a part. A type declaration is refused: nothing
// that it could bring belongs here.
func elements(part *zip.File, start func(xml.StartElement), end func(xml.EndElement), chars func(string)) error {
	r, err := part.Open()
	if err != nil {
		return unread{Broken}
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: maxPart + 1}
	decoder := xml.NewDecoder(limited)
	for depth := 0; ; {
		token, err := decoder.RawToken()
		if limited.N == 0 {
			return unread{TooLarge}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil || depth > maxElements {
			return unread{Broken}
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			start(token)
		case xml.EndElement:
			depth--
			end(token)
		case xml.CharData:
			chars(string(token))
		case xml.Directive:
			return unread{Broken}
		}
	}
}

// hasText reports whether a part says anything.
func hasText(part *zip.File) (has bool) {
	in := ""
	err := elements(part, func(e xml.StartElement) { in = e.Name.Local }, func(xml.EndElement) { in = "" }, func(text string) {
		has = has || in == "t" && strings.TrimSpace(text) != ""
	})
	return has || err != nil // what can't be read may hold something
}

// createdIn reads when a document was made.
func createdIn(part *zip.File) (at time.Time, ok bool) {
	in := ""
	_ = elements(part, func(e xml.StartElement) { in = e.Name.Local }, func(xml.EndElement) { in = "" }, func(text string) {
		if made, err := time.Parse(time.RFC3339, strings.TrimSpace(text)); in == "created" && err == nil {
			at, ok = made, true
		}
	})
	return at, ok
}
