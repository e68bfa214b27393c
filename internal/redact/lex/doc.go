// Package lex cuts a text into tokens and says what the word lists know of each:
// a given name, a word of English, a street's last word. It judges nothing.
//
// It also holds what the rooms of redaction speak of together: the types of
// identifiers and the people of a register. Lists are immutable once loaded and
// safe for concurrent use; everything else is plain values.
package lex
