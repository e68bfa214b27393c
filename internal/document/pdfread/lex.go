package pdfread

import (
	"strconv"
	"strings"
)

// The tokens of a content stream or a character map (ISO 32000-1, 7.2 and
// 7.8): numbers as float64, and the types below.
type (
	operator string
	name     string
	bytestr  []byte
	array    []any
)

// lexer reads tokens from a stream. It never fails: bytes that fit nothing are
// skipped, and a stream that ends early just ends.
type lexer struct {
	in []byte
	at int
}

// blank and delimiter know the signs of ISO 32000-1, 7.2.2; all others make up words.
func blank(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

func delimiter(b byte) bool {
	switch b {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// deepest bounds how deep arrays may nest.
const deepest = 32

// next gives the next token, or nil at the end. A dictionary comes as the
// array of its keys and values.
func (l *lexer) next() any { return l.token(0) }

// token gives the next token, closing where an array or a dictionary ends, and nil at
// the stream's end. A bracket deeper than deepest and a stray sign are passed over.
func (l *lexer) token(depth int) any {
	for l.skip(); l.at < len(l.in); l.skip() {
		switch b := l.in[l.at]; {
		case b == '(':
			return l.literal()
		case b == '<' && !l.twice('<'):
			return l.hex()
		case (b == '[' || b == '<') && depth < deepest:
			return l.list(depth)
		case b == '/':
			l.at++
			return name(l.word())
		case delimiter(b):
			pair := b == '>' && l.twice('>')
			l.at++
			if pair {
				l.at++
			}
			if b == ']' || pair {
				return closing
			}
		default:
			return l.bare()
		}
	}
	return nil
}

// operators calls do with each operator, in order, and the operands before it.
func (l *lexer) operators(do func(op operator, operands []any)) {
	var operands []any
	for t := l.next(); t != nil; t = l.next() {
		if op, ok := t.(operator); ok {
			do(op, operands)
			operands = operands[:0]
			continue
		}
		operands = append(operands, t)
	}
}

// closing marks the end of an array or a dictionary. No word reads so, as "]" is a
// delimiter.
const closing = operator("]")

// twice reports whether b follows the byte that the lexer stands at.
func (l *lexer) twice(b byte) bool { return l.at+1 < len(l.in) && l.in[l.at+1] == b }

// skip passes over blanks and comments.
func (l *lexer) skip() {
	for comment := false; l.at < len(l.in); l.at++ {
		switch b := l.in[l.at]; {
		case b == '%':
			comment = true
		case b == '\n' || b == '\r':
			comment = false
		case !comment && !blank(b):
			return
		}
	}
}

// word reads up to the next blank or delimiter, which may be at once: "/" is a name.
func (l *lexer) word() []byte {
	from := l.at
	for l.at < len(l.in) && !blank(l.in[l.at]) && !delimiter(l.in[l.at]) {
		l.at++
	}
	return l.in[from:l.at]
}

// bare reads a number, or else an operator. It stands at neither blank nor delimiter,
// so the word has a byte.
func (l *lexer) bare() any {
	w := l.word()
	if strings.IndexByte("+-.0123456789", w[0]) >= 0 { // else there is no need to try
		if n, err := strconv.ParseFloat(string(w), 64); err == nil {
			return n
		}
	}
	return operator(w)
}

// list reads an array or a dictionary from its opening sign. A stream that ends within
// it closes it.
func (l *lexer) list(depth int) any {
	if l.in[l.at] == '<' {
		l.at++
	}
	l.at++
	var items array
	for t := l.token(depth + 1); t != nil && t != closing; t = l.token(depth + 1) {
		items = append(items, t)
	}
	return items
}

// hexDigits are in the order of their values, capitals six behind the small letters.
const hexDigits = "0123456789abcdefABCDEF"

// hex reads a string in angle brackets. Signs that are no digits are passed over, and a
// last digit alone counts as if a 0 followed.
func (l *lexer) hex() bytestr {
	l.at++
	var out bytestr
	var half, digits byte
	for ; l.at < len(l.in) && l.in[l.at] != '>'; l.at++ {
		n := strings.IndexByte(hexDigits, l.in[l.at])
		if n < 0 {
			continue
		}
		if n > 15 {
			n -= 6 // a capital
		}
		if half, digits = half<<4|byte(n), digits+1; digits == 2 {
			out, half, digits = append(out, half), 0, 0
		}
	}
	l.at++
	if digits == 1 {
		out = append(out, half<<4)
	}
	return out
}

// literal reads a string in parentheses with its escapes.
func (l *lexer) literal() bytestr {
	var out bytestr
	depth := 0
	for ; l.at < len(l.in); l.at++ {
		switch b := l.in[l.at]; b {
		case '\\':
			l.at++
			out = l.escape(out)
			continue
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return out
			}
		}
		out = append(out, l.in[l.at])
	}
	return out
}

// escapes are the letters behind a backslash that stand for another byte. A line's end
// there stands for nothing, and digits are octal; any other sign is itself.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape reads what follows a backslash and leaves at on its last byte.
func (l *lexer) escape(out bytestr) bytestr {
	if l.at >= len(l.in) {
		return out
	}
	b := l.in[l.at]
	if e, ok := escapes[b]; ok {
		return append(out, e)
	}
	if b == '\r' || b == '\n' {
		if b == '\r' && l.twice('\n') {
			l.at++
		}
		return out
	}
	if b < '0' || b > '7' {
		return append(out, b)
	}
	n := 0
	for i := 0; i < 3 && l.at < len(l.in) && '0' <= l.in[l.at] && l.in[l.at] <= '7'; i++ {
		n = n<<3 | int(l.in[l.at]-'0')
		l.at++
	}
	l.at--
	return append(out, byte(n))
}
