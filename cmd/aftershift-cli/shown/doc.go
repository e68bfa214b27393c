// Package shown holds what the command line prints and reads as JSON. These
// types are a promise to scripts and stand apart from what is stored: a field
// that is added or renamed there changes nothing here until it is named here too.
//
// Ids, marks from 0 to 10 and times are written as the journal writes them; words
// from a list (states, kinds) are strings. What is never exported (an item's
// private text, the private notes on a session and what helped in it) has no
// field, so no command can print it.
package shown

import "aftershift/internal/app"

// between is the id of what stands between the writer and somebody, and whose it is.
type between struct {
	ID   app.ID `json:"id"`
	With app.ID `json:"with"`
}

// origin is what something came out of.
type origin struct {
	Item    app.ID   `json:"item,omitempty"`
	Session app.ID   `json:"session,omitempty"`
	Entries []app.ID `json:"entries,omitempty"`
}

// marks are how hard a shift hit and what of it is carried, null where no mark was given.
type marks struct {
	Hit      app.Level `json:"hit"`
	Carrying app.Level `json:"carrying"`
}

// words returns values of a list as strings, nil for none.
func words[T ~string](values []T) []string {
	var all []string
	for _, v := range values {
		all = append(all, string(v))
	}
	return all
}

// each returns what of makes of every value, and a list for none, so that JSON
// has [] and not null.
func each[T, S any](values []T, of func(T) S) []S {
	all := make([]S, 0, len(values))
	for _, v := range values {
		all = append(all, of(v))
	}
	return all
}

// some is each, but nil for none, so that JSON leaves the field out.
func some[T, S any](values []T, of func(T) S) []S {
	if len(values) == 0 {
		return nil
	}
	return each(values, of)
}

// set puts a word into a field of a list's type.
func set[T ~string](into *T, word string) { *into = T(word) }

// setAll puts words into a field that holds several of a list's type.
func setAll[T ~string](into *[]T, all []string) {
	for _, word := range all {
		*into = append(*into, T(word))
	}
}
