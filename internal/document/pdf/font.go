package pdf

import (
	"embed"
	"encoding/binary"
	"math"
	"sync"
)

// Noto Sans Regular and Bold, version 2.000, SIL Open Font License 1.1
// (fonts/OFL.txt), and for the signs that these lack, such as arrows and ticks,
// DejaVu Sans 2.37 (fonts/DejaVu.txt). Only the glyphs that a document uses get
// into its file.
//
//go:embed fonts
var fonts embed.FS

// typeface is a TrueType file with what layout needs from it.
type typeface struct {
	file     []byte
	advances []uint16 // by glyph, in thousandths of the type size
	glyphs   map[rune]uint16
}

var (
	regular = sync.OnceValue(func() *typeface { return load("fonts/NotoSans-Regular.ttf") })
	bold    = sync.OnceValue(func() *typeface { return load("fonts/NotoSans-Bold.ttf") })
	signs   = sync.OnceValue(func() *typeface { return load("fonts/DejaVuSans.ttf") })
)

// load reads one of the embedded fonts. They never change after a build, so
// one that can't be read is a mistake that every test would meet.
func load(name string) *typeface {
	file, err := fonts.ReadFile(name)
	if err != nil {
		panic("embedded font is missing")
	}
	t := &typeface{file: file, glyphs: map[rune]uint16{}}
	tables := t.tables()
	t.readAdvances(tables["head"], tables["hhea"], tables["hmtx"])
	t.readGlyphs(tables["cmap"])
	return t
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

// tables reads the table directory (OpenType 1.9, "Organization of an OpenType
// font").
func (t *typeface) tables() map[string][]byte {
	tables := map[string][]byte{}
	for i := range u16(t.file, 4) {
		entry := t.file[12+16*i:]
		offset := u32(entry, 8)
		tables[string(entry[:4])] = t.file[offset : offset+u32(entry, 12)]
	}
	return tables
}

func (t *typeface) readAdvances(head, hhea, hmtx []byte) {
	unitsPerEm := float64(u16(head, 18))
	t.advances = make([]uint16, u16(hhea, 34))
	for i := range t.advances {
		t.advances[i] = uint16(math.Round(float64(u16(hmtx, 4*i)) * 1000 / unitsPerEm))
	}
}

// readGlyphs reads the character map's Unicode table in format 4.
func (t *typeface) readGlyphs(cmap []byte) {
	for i := range u16(cmap, 2) {
		table := cmap[u32(cmap, 8+8*i):]
		if u16(table, 0) == 4 {
			t.readSegments(table)
			return
		}
	}
}

func (t *typeface) readSegments(table []byte) {
	double := u16(table, 6)
	for at := 0; at < double; at += 2 {
		last, first := u16(table, 14+at), u16(table, 16+double+at)
		delta, where := u16(table, 16+2*double+at), 16+3*double+at
		offset := u16(table, where)
		for r := first; r <= last && r < 0xFFFF; r++ {
			glyph := r
			if offset != 0 {
				glyph = u16(table, where+offset+2*(r-first))
			}
			if glyph = (glyph + delta) & 0xFFFF; glyph != 0 {
				t.glyphs[rune(r)] = uint16(glyph)
			}
		}
	}
}

// has tells whether the font can show r.
func (t *typeface) has(r rune) bool { _, ok := t.glyphs[r]; return ok }

// advance gives how far a glyph moves on, in thousandths of the type size.
func (t *typeface) advance(glyph uint16) int {
	return int(t.advances[min(int(glyph), len(t.advances)-1)])
}
