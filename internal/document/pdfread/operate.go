package pdfread

import "bytes"

// operate follows the operators that need nothing but their operands (ISO
// 32000-1, 8.4.4 and 9.3 to 9.4).
func (t *tracer) operate(op operator, operands []any) {
	n := numbers(operands)
	switch op {
	case "q":
		t.saved = append(t.saved, t.state)
	case "Q":
		if last := len(t.saved) - 1; last >= 0 {
			t.state, t.saved = t.saved[last], t.saved[:last]
		}
	case "cm":
		t.state.ctm = matrix(n).times(t.state.ctm)
	case "BT":
		t.textAt, t.lineFrom = identity, identity
	case "Td":
		t.move(n[0], n[1])
	case "TD":
		t.state.leading = -n[1]
		t.move(n[0], n[1])
	case "Tm":
		t.textAt, t.lineFrom = n, n
	case "T*":
		t.move(0, -t.state.leading)
	default:
		t.setOrShow(op, n, operands)
	}
}

// setOrShow does the operators that set the text state or show text. Any other, such as
// those that draw lines, does nothing here.
func (t *tracer) setOrShow(op operator, n matrix, operands []any) {
	switch op {
	case "TL":
		t.state.leading = n[0]
	case "Tc":
		t.state.charGap = n[0]
	case "Tw":
		t.state.wordGap = n[0]
	case "Tz":
		t.state.stretch = n[0] / 100
	case "Tj", "TJ":
		t.showAll(operands)
	case "'":
		t.move(0, -t.state.leading)
		t.showAll(operands)
	case "\"":
		t.state.wordGap, t.state.charGap = n[0], n[1]
		t.move(0, -t.state.leading)
		t.showAll(operands)
	}
}

// move starts a new line, offset from the start of the current one.
func (t *tracer) move(x, y float64) {
	t.lineFrom = shift(x, y).times(t.lineFrom)
	t.textAt = t.lineFrom
}

// showAll shows the strings among items; a number in an array moves back by
// thousandths of the type size.
func (t *tracer) showAll(items []any) {
	for _, item := range items {
		switch item := item.(type) {
		case bytestr:
			t.show(item)
		case array:
			t.showSpaced(item)
		}
	}
}

// showSpaced shows an array's strings one by one, moved by the numbers between.
func (t *tracer) showSpaced(items array) {
	for _, item := range items {
		switch item := item.(type) {
		case bytestr:
			t.show(item)
		case float64:
			t.textAt = shift(-item/1000*t.state.size*t.state.stretch, 0).times(t.textAt)
		}
	}
}

// numbers gives the first six operands, 0 where one is missing or no number.
func numbers(operands []any) matrix {
	var n matrix
	for i := 0; i < min(len(operands), len(n)); i++ {
		n[i], _ = operands[i].(float64)
	}
	return n
}

// skipImage passes over the bytes of an inline picture.
func (l *lexer) skipImage() {
	for l.at < len(l.in) {
		end := bytes.Index(l.in[l.at:], []byte("EI"))
		if end < 0 {
			l.at = len(l.in)
			return
		}
		l.at += end + 2
		if l.at == len(l.in) || blank(l.in[l.at]) {
			return
		}
	}
}
