package library

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"strings"
	"sync"

	"aftershift/internal/fault"
)

// carry gives fresh, a value of v's type as JSON, with the fields of old that the
// type doesn't know: they come from a later version and have to live on. It gives
// fault.NewerFormat where they stand in an element of a list, because nobody can
// tell which element of fresh is meant.
func carry(v any, old, fresh json.RawMessage) (json.RawMessage, error) {
	if len(old) == 0 {
		return fresh, nil
	}
	return carryInto(reflect.TypeOf(v), old, fresh)
}

var errNewerFields = fault.New(fault.NewerFormat, "change record of a newer version")

func carryInto(t reflect.Type, old, fresh json.RawMessage) (json.RawMessage, error) {
	switch t = bare(t); {
	case t.Kind() == reflect.Slice && bare(t.Elem()).Kind() == reflect.Struct:
		if foreign(t, old) {
			return nil, errNewerFields
		}
		return fresh, nil
	case t.Kind() != reflect.Struct || readsItself(t):
		return fresh, nil
	}
	var was, is map[string]json.RawMessage
	if json.Unmarshal(old, &was) != nil || was == nil {
		return fresh, nil
	}
	if json.Unmarshal(fresh, &is) != nil || is == nil {
		is = map[string]json.RawMessage{}
	}
	changed, known := false, fieldsOf(t)
	for key, value := range was {
		of, here := known[key]
		if !here {
			is[key], changed = value, true
			continue
		}
		kept, err := carryInto(of, value, is[key])
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(kept, is[key]) {
			is[key], changed = kept, true
		}
	}
	if !changed {
		return fresh, nil
	}
	return encode(is)
}

// foreign reports whether raw, a value of type t, has a field that t doesn't know.
func foreign(t reflect.Type, raw json.RawMessage) bool {
	t = bare(t)
	if t.Kind() == reflect.Slice {
		if of := bare(t.Elem()).Kind(); of != reflect.Struct && of != reflect.Slice {
			return false
		}
		var all []json.RawMessage
		if json.Unmarshal(raw, &all) != nil {
			return false
		}
		for _, each := range all {
			if foreign(t.Elem(), each) {
				return true
			}
		}
		return false
	}
	if t.Kind() != reflect.Struct || readsItself(t) {
		return false
	}
	known, found := fieldsOf(t), false
	look := func(key, value []byte) bool {
		of, here := known[string(key)]
		found = !here || foreign(of, value)
		return !found
	}
	if members(raw, look) || found {
		return found
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return false
	}
	for key, value := range fields {
		if !look([]byte(key), value) {
			return true
		}
	}
	return false
}

func bare(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

var unmarshaler = reflect.TypeFor[json.Unmarshaler]()

// readsItself reports whether the type has a form of its own in JSON, as times do.
func readsItself(t reflect.Type) bool { return reflect.PointerTo(t).Implements(unmarshaler) }

// fieldsKnown holds what fieldsOf gave, by type.
var fieldsKnown sync.Map

// fieldsOf gives the fields of a struct by their names in JSON, those of embedded
// ones with them. Nobody may change what it gives.
func fieldsOf(t reflect.Type) map[string]reflect.Type {
	known, ok := fieldsKnown.Load(t)
	if !ok {
		known, _ = fieldsKnown.LoadOrStore(t, listFields(t))
	}
	return known.(map[string]reflect.Type)
}

func listFields(t reflect.Type) map[string]reflect.Type {
	all := map[string]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			maps.Copy(all, fieldsOf(bare(f.Type)))
		case f.IsExported() && name != "" && name != "-":
			all[name] = f.Type
		}
	}
	return all
}
