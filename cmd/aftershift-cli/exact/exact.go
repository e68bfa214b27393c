// Package exact reads JSON and loses nothing by it: what it can't keep as it stands is
// refused, with its place.
package exact

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Misfit is JSON that isn't what is asked for: the text key of what is wrong,
// and the field, or the byte counted from 1.
type Misfit struct {
	Key string
	At  string
}

// Error returns the key and the place.
func (m Misfit) Error() string { return m.Key + " " + m.At }

// Decode decodes raw into the struct that into points to, and loses nothing by
// it: it returns a Misfit for what is no JSON, for a field that isn't known or
// stands twice, for a wrong type, for half a character, and for more than mostDeep
// levels.
func Decode(raw []byte, into any) error {
	if at := tooDeep(raw); at > 0 {
		return Misfit{"cli.json.deep", fmt.Sprint(at)}
	}
	var whole json.RawMessage
	var syntax *json.SyntaxError
	if err := json.Unmarshal(raw, &whole); errors.As(err, &syntax) {
		return Misfit{"cli.json.syntax", fmt.Sprint(max(syntax.Offset, 1))}
	} else if err != nil {
		return Misfit{"cli.json.syntax", "1"}
	}
	if at := loneSurrogate(raw); at > 0 {
		return Misfit{"cli.json.half", fmt.Sprint(at)}
	}
	if err := fits(raw, reflect.TypeOf(into).Elem(), ""); err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}

// mostDeep is how many lists and objects may stand in each other: ten times what
// anything that is read here has.
const mostDeep = 64

// tooDeep returns the byte, from 1, where a level too many begins; 0 for none.
func tooDeep(raw []byte) int {
	depth, quoted := 0, false
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++ // in a string; elsewhere it is no JSON
		case '"':
			quoted = !quoted
		case '{', '[':
			if !quoted {
				depth++
			}
		case '}', ']':
			if !quoted {
				depth--
			}
		}
		if depth > mostDeep {
			return i + 1
		}
	}
	return 0
}

// readers are the interfaces of a type that reads its JSON itself: it judges what is in
// there.
var readers = []reflect.Type{reflect.TypeFor[json.Unmarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()}

// fits holds the value of a field against a type, and what is in it in turn.
func fits(raw json.RawMessage, t reflect.Type, path string) error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	readsItself := reflect.PointerTo(t).Implements(readers[0]) || reflect.PointerTo(t).Implements(readers[1])
	switch {
	case string(raw) == "null" && path != "":
		return nil // not said
	case !readsItself && t.Kind() == reflect.Struct:
		return fieldsFit(raw, t, path)
	case !readsItself && t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8:
		var all []json.RawMessage
		if json.Unmarshal(raw, &all) != nil {
			return Misfit{"cli.json.type", path}
		}
		for i, each := range all {
			if err := fits(each, t.Elem(), path+"["+strconv.Itoa(i)+"]"); err != nil {
				return err
			}
		}
		return nil
	}
	if json.Unmarshal(raw, reflect.New(t).Interface()) != nil {
		return Misfit{"cli.json.type", path}
	}
	return nil
}

// fieldsFit holds an object at path against the fields of t. Names must be the same
// letter by letter, while the decoder would take them in any case.
func fieldsFit(raw json.RawMessage, t reflect.Type, path string) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	if start, _ := decoder.Token(); start != json.Delim('{') {
		return Misfit{"cli.json.type", path}
	}
	known, seen := fieldsOf(t), map[string]bool{}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return Misfit{"cli.json.type", path}
		}
		field := name.(string) // the syntax was checked
		at := strings.TrimPrefix(path+"."+field, ".")
		of, is := known[field]
		switch {
		case !is:
			return Misfit{"cli.json.unknown", at}
		case seen[field]:
			return Misfit{"cli.json.twice", at}
		}
		seen[field] = true
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return Misfit{"cli.json.type", at}
		}
		if err := fits(value, of, at); err != nil {
			return err
		}
	}
	return nil
}

// fieldsOf returns the fields of a struct by their names in JSON.
func fieldsOf(t reflect.Type) map[string]reflect.Type {
	all := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.IsExported() && !f.Anonymous && name != "-" {
			all[cmp.Or(name, f.Name)] = f.Type
		}
	}
	return all
}

// loneSurrogate returns the byte, from 1, of an escape that is half of a pair; 0
// for none. The decoder would put U+FFFD in its place.
func loneSurrogate(raw []byte) int {
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		if raw[i+1] != 'u' {
			i++
			continue
		}
		one := escaped(raw[i:])
		if utf16.IsSurrogate(one) {
			if utf16.DecodeRune(one, escaped(raw[i+6:])) == '\ufffd' {
				return i + 1
			}
			i += 6
		}
		i += 5
	}
	return 0
}

// escaped returns the character of an escape at the start of raw, or -1.
func escaped(raw []byte) rune {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 32)
	if err != nil {
		return -1
	}
	return rune(n)
}
