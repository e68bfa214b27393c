package pdfread

import (
	"fmt"
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// technical are the keys whose strings are no words: a font's character
// collection and the language tag.
var technical = map[string]bool{"Registry": true, "Ordering": true, "Lang": true}

// acts are the types of action that reach outside the page or run something
// (ISO 32000-1, table 198).
var acts = map[string]bool{
	"JavaScript": true, "Launch": true, "URI": true, "SubmitForm": true, "GoToR": true, "GoToE": true,
	"ImportData": true, "Rendition": true, "Sound": true, "Movie": true, "ResetForm": true,
}

// objects goes through every object of the file, reachable or not, and notes
// the strings, attachments, pictures and actions among them.
func (r *reader) objects() {
	numbers := make([]int, 0, len(r.table.Table))
	for n := range r.table.Table {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	for _, n := range numbers {
		if e := r.table.Table[n]; e != nil && !e.Free {
			r.object(fmt.Sprintf("object %d", n), e.Object)
		}
	}
}

// object follows no reference: what it refers to is listed by itself, and no ring of
// references can keep it.
func (r *reader) object(place string, o types.Object) {
	switch o := o.(type) {
	case types.StringLiteral, types.HexLiteral:
		r.literal(place, o)
	case types.Array:
		for _, item := range o {
			r.object(place, item)
		}
	case types.Dict:
		r.entries(place, o)
	case types.StreamDict:
		r.streamed(place, o)
	}
}

// literal notes a string; one that can't be decoded is kept as it stands in the file,
// since it may say something all the same.
func (r *reader) literal(place string, o types.Object) {
	text, err := model.Text(o)
	if err != nil {
		text = o.String()
	}
	r.note(place, text)
}

// entries goes through a dictionary in its keys' order, so that a file reads the same
// each time.
func (r *reader) entries(place string, d types.Dict) {
	r.classify(d)
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if !technical[k] {
			r.object(place+" /"+k, d[k])
		}
	}
}

// classify counts what a dictionary stands for beside text.
func (r *reader) classify(d types.Dict) {
	kind, sub := d.NameEntry("Type"), d.NameEntry("Subtype")
	action := d.NameEntry("S")
	switch {
	case kind != nil && *kind == "EmbeddedFile":
		r.found.Attachments++
	case sub != nil && *sub == "Image":
		r.found.Images++
	case action != nil && acts[*action], kind != nil && *kind == "Annot", sub != nil && d["Rect"] != nil:
		r.found.Active++
	}
}

// streamed looks at a stream's dictionary, and into its bytes where they are
// metadata.
func (r *reader) streamed(place string, s types.StreamDict) {
	r.entries(place, s.Dict)
	if kind := s.NameEntry("Type"); kind == nil || *kind != "Metadata" {
		return
	}
	if err := s.Decode(); err == nil {
		r.note(place+" metadata", string(s.Content))
	}
}
