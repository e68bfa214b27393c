package notes

import (
	"archive/zip"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
)

// aBody is the kind of part that holds the text of a document.
const aBody = "document"

// hidden are the kinds of parts of which nothing is taken.
var hidden = map[string]Hidden{
	"header": Headers, "footer": Headers, "comments": Comments, "footnotes": Footnotes, "endnotes": Footnotes,
}

// kinds says of which kind the parts of a document are, by their names in small letters.
type kinds map[string]string

// kindsOf reads the list of parts that a document carries: a part may have any name.
// A document without a list has its text where it usually is.
func kindsOf(archive *zip.Reader) kinds {
	k := kinds{}
	for _, part := range archive.File {
		if part.Name == "[Content_Types].xml" {
			_ = elements(part, k.override, func(xml.EndElement) {}, func(string) {}) // as far as it can be read
		}
	}
	if !slices.Contains(slices.Collect(maps.Values(k)), aBody) {
		k["word/document.xml"] = aBody
	}
	return k
}

// override takes one line of the list: "….wordprocessingml.footer+xml" is a "footer".
// Of defaults and of what isn't word processing nothing is kept.
func (k kinds) override(e xml.StartElement) {
	_, kind, is := strings.Cut(attr(e, "ContentType"), "wordprocessingml.")
	if e.Name.Local == "Override" && is {
		k[strings.ToLower(strings.TrimPrefix(attr(e, "PartName"), "/"))] = strings.TrimSuffix(strings.TrimSuffix(kind, "+xml"), ".main")
	}
}

// of gives the kind of a part: what the list says, or what its name usually stands for.
func (k kinds) of(name string) string {
	if kind, told := k[name]; told {
		return kind
	}
	for usual := range hidden {
		if strings.HasPrefix(name, "word/"+usual) {
			return usual
		}
	}
	return ""
}
