package library

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// members calls each with every member of a JSON object that is known to be valid, in
// order, and decodes nothing. It reports whether each gave true for all of them;
// false also for what is no object, and for one with a key that is written with an
// escape.
func members(raw []byte, each func(key, value []byte) bool) bool {
	i := pastSpace(raw, 0)
	if i >= len(raw) || raw[i] != '{' {
		return false
	}
	if i = pastSpace(raw, i+1); i < len(raw) && raw[i] == '}' {
		return pastSpace(raw, i+1) == len(raw)
	}
	for {
		key, value, next := member(raw, i)
		if next < 0 || !each(key, value) {
			return false
		}
		if raw[next] == '}' {
			return pastSpace(raw, next+1) == len(raw)
		}
		i = pastSpace(raw, next+1)
	}
}

// member gives the member at i and the place of the comma or brace behind it, or
// below 0 where there is none.
func member(raw []byte, i int) (key, value []byte, next int) {
	end := stringEnd(raw, i)
	if end < 0 || bytes.IndexByte(raw[i:end], '\\') >= 0 {
		return nil, nil, -1
	}
	colon := pastSpace(raw, end)
	if colon >= len(raw) || raw[colon] != ':' {
		return nil, nil, -1
	}
	from := pastSpace(raw, colon+1)
	to := valueEnd(raw, from)
	if to <= from {
		return nil, nil, -1
	}
	next = pastSpace(raw, to)
	if next >= len(raw) || raw[next] != ',' && raw[next] != '}' {
		return nil, nil, -1
	}
	return raw[i+1 : end-1], raw[from:to], next
}

func pastSpace(raw []byte, i int) int {
	for i < len(raw) && (raw[i] == ' ' || raw[i] == '\n' || raw[i] == '\t' || raw[i] == '\r') {
		i++
	}
	return i
}

// stringEnd gives where the string at i ends, or below 0 where there is none.
func stringEnd(raw []byte, i int) int {
	if i >= len(raw) || raw[i] != '"' {
		return -1
	}
	for i++; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return -1
}

// valueEnd gives where the value at i ends, or below 0 where it doesn't.
func valueEnd(raw []byte, i int) int {
	for depth := 0; i < len(raw); i++ {
		switch raw[i] {
		case '"':
			end := stringEnd(raw, i)
			if end < 0 || depth == 0 {
				return end
			}
			i = end - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
			if depth < 0 {
				return i
			}
		case ',', ' ', '\n', '\t', '\r':
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}

// plainString gives a JSON string that is written without escapes and that json
// would give as it stands.
func plainString(raw []byte) (s string, ok bool) {
	if len(raw) < 2 || raw[0] != '"' || raw[len(raw)-1] != '"' {
		return "", false
	}
	raw = raw[1 : len(raw)-1]
	ascii := true
	for _, c := range raw {
		if c < ' ' || c == '"' || c == '\\' {
			return "", false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return string(raw), ascii || utf8.Valid(raw)
}

// readString reads a JSON string.
func readString[S ~string](raw []byte, into *S) bool {
	if s, ok := plainString(raw); ok {
		*into = S(s)
		return true
	}
	return raw[0] == '"' && json.Unmarshal(raw, into) == nil
}
