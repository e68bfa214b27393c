// Package pseudonym says what stands in the place of what was masked: an invented
// name that stays the same throughout, a role with a letter, a common noun, a
// part of a month, or a neutral bracket.
//
// A Namer belongs to one document and one goroutine.
package pseudonym
