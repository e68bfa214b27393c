package pdfread

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"
)

// fontmap is what reading needs from a font: the text of its codes, and how
// far each moves on.
type fontmap struct {
	unicode *codes // nil without a ToUnicode map
	size    int    // bytes of a code
	widths  map[uint32]float64
	usual   float64 // width of the codes that widths lacks, in thousandths
}

// glyph is one decoded character code.
type glyph struct {
	text  string
	width float64 // in units of the type size
	space bool    // the one-byte code 32, which word spacing widens
	known bool    // the font says what it stands for
}

// font gives the font that resources call label, read once.
func (r *reader) font(resources types.Dict, label string) *fontmap {
	ref := r.dict(resources["Font"])[label]
	key := fmt.Sprint(ref)
	if f, ok := r.fonts[key]; ok {
		return f
	}
	f := r.readFont(r.dict(ref))
	r.fonts[key] = f
	return f
}

// readFont reads a font's dictionary, and never fails: what is missing leaves codes of
// one byte, 500 thousandths wide. A composite font's codes are taken for two bytes.
func (r *reader) readFont(d types.Dict) *fontmap {
	f := &fontmap{size: 1, usual: 500, widths: map[uint32]float64{}}
	if stream, _ := r.stream(d["ToUnicode"]); stream != nil {
		f.unicode = readCodes(stream)
	}
	if sub := d.NameEntry("Subtype"); sub != nil && *sub == "Type0" {
		f.size = 2
		if below := r.array(d["DescendantFonts"]); len(below) > 0 {
			r.readCIDWidths(f, r.dict(below[0]))
		}
		return f
	}
	first := r.number(d["FirstChar"], 0)
	for i, w := range r.array(d["Widths"]) {
		f.widths[uint32(first)+uint32(i)] = r.number(w, f.usual)
	}
	return f
}

// readCIDWidths reads a composite font's widths: "c [w w w]" and "first last
// w" (ISO 32000-1, 9.7.4.3).
func (r *reader) readCIDWidths(f *fontmap, d types.Dict) {
	f.usual = r.number(d["DW"], 1000)
	w := r.array(d["W"])
	for i := 0; i+1 < len(w); {
		first := uint32(r.number(w[i], 0))
		if list := r.array(w[i+1]); list != nil {
			for j, width := range list {
				f.widths[first+uint32(j)] = r.number(width, f.usual)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		last, width := uint32(r.number(w[i+1], 0)), r.number(w[i+2], f.usual)
		for c := first; c <= min(last, 0xFFFF); c++ {
			f.widths[c] = width
		}
		i += 3
	}
}

// glyphs decodes the codes of a shown string. Without a ToUnicode map the
// bytes of a simple font are read as Windows-1252, and those of a composite
// one are unknown.
func (f *fontmap) glyphs(s bytestr) []glyph {
	var out []glyph
	for len(s) >= f.size {
		code := codeOf(s[:f.size])
		g := glyph{space: f.size == 1 && code == ' '}
		g.text, g.known = f.text(code)
		w, ok := f.widths[code]
		if !ok {
			w = f.usual
		}
		g.width = w / 1000
		out, s = append(out, g), s[f.size:]
	}
	return out
}

// text gives what a code stands for, or U+FFFD and false where the font doesn't say. A
// ToUnicode map that lacks a code isn't guessed at.
func (f *fontmap) text(code uint32) (string, bool) {
	if f.unicode != nil {
		if t, ok := f.unicode.text(code); ok {
			return t, true
		}
		return "\ufffd", false
	}
	if f.size == 1 {
		return string(charmap.Windows1252.DecodeByte(byte(code))), true
	}
	return "\ufffd", false
}
