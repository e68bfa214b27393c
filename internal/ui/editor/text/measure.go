package text

import "unicode/utf8"

// measuredMost is the most pieces whose widths are kept; then all are forgotten
// but those of the last round.
const measuredMost = 8192

// measures keeps the widths of pieces.
type measures struct {
	of       func(string) float32
	now, old map[string]float32
	space    float32
}

func (m *measures) reset(of func(string) float32) {
	m.of, m.now, m.old = of, map[string]float32{}, nil
	m.space = of(" ")
}

// width returns how far a word reaches.
func (m *measures) width(b []byte) float32 {
	if w, ok := m.now[string(b)]; ok {
		return w
	}
	s := string(b)
	w, ok := m.old[s]
	if !ok {
		w = m.of(s)
	}
	if len(m.now) >= measuredMost {
		m.old, m.now = m.now, map[string]float32{}
	}
	m.now[s] = w
	return w
}

// wide returns the width of a piece that begins at x in its row.
func (m *measures) wide(p piece, b []byte, x float32) float32 {
	switch p.sort {
	case space:
		return float32(p.n) * m.space
	case tab:
		stop := 8 * m.space
		return (float32(int(x/stop))+1)*stop - x
	case lineBreak:
		return 0
	}
	return m.width(b[:p.n])
}

// inside returns how far the first n bytes of a piece reach from its left, of a
// word that is written from right to left from its right.
func (m *measures) inside(p piece, b []byte, n int, x float32) float32 {
	switch {
	case n <= 0:
		return 0
	case n >= p.n:
		return m.wide(p, b, x)
	case p.sort == space:
		return float32(n) * m.space
	}
	return min(m.width(b[:n]), m.wide(p, b, x))
}

// leftward reports whether a word is written from right to left.
func leftward(b []byte) bool {
	r, _ := utf8.DecodeRune(b)
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff
}
