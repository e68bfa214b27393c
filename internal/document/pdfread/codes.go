package pdfread

import "unicode/utf16"

// codes turns a font's character codes into text (ISO 32000-1, 9.10.3).
type codes struct {
	single map[uint32]string
	ranges []coderange
}

// coderange maps the codes from first to last onto text whose final code unit
// counts up.
type coderange struct {
	first, last uint32
	text        []byte // UTF-16, big endian
}

// readCodes reads a ToUnicode map.
func readCodes(stream []byte) *codes {
	m := &codes{single: map[uint32]string{}}
	l := &lexer{in: stream}
	l.operators(func(op operator, operands []any) {
		switch op {
		case "endbfchar":
			m.singles(operands)
		case "endbfrange":
			m.spans(operands)
		}
	})
	return m
}

// singles takes pairs of a code and its text; a pair of anything else is passed over.
func (m *codes) singles(operands []any) {
	for i := 0; i+1 < len(operands); i += 2 {
		code, ok := operands[i].(bytestr)
		text, ok2 := operands[i+1].(bytestr)
		if ok && ok2 {
			m.single[codeOf(code)] = utf16Text(text)
		}
	}
}

// spans takes threes: a first and a last code, and the first one's text, which counts
// up, or an array with a text for each. What isn't so built is passed over.
func (m *codes) spans(operands []any) {
	for i := 0; i+2 < len(operands); i += 3 {
		first, ok := operands[i].(bytestr)
		last, ok2 := operands[i+1].(bytestr)
		if !ok || !ok2 {
			continue
		}
		switch to := operands[i+2].(type) {
		case bytestr:
			m.ranges = append(m.ranges, coderange{codeOf(first), codeOf(last), to})
		case array:
			for j, t := range to {
				if text, ok := t.(bytestr); ok {
					m.single[codeOf(first)+uint32(j)] = utf16Text(text)
				}
			}
		}
	}
}

// text gives what code stands for; false where the map doesn't say.
func (m *codes) text(code uint32) (string, bool) {
	if t, ok := m.single[code]; ok {
		return t, true
	}
	for _, r := range m.ranges {
		if r.first <= code && code <= r.last && len(r.text) >= 2 {
			text := append([]byte(nil), r.text...)
			end := len(text) - 2
			unit := uint32(text[end])<<8 + uint32(text[end+1]) + code - r.first
			text[end], text[end+1] = byte(unit>>8), byte(unit)
			return utf16Text(text), true
		}
	}
	return "", false
}

// codeOf reads a code's bytes as one number, the first byte highest; 0 for none.
func codeOf(code bytestr) uint32 {
	var n uint32
	for _, b := range code {
		n = n<<8 | uint32(b)
	}
	return n
}

// utf16Text reads UTF-16, big endian and without a mark. An odd last byte is dropped,
// and half a pair comes out as U+FFFD.
func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}
