// Package detect finds what could name somebody in the texts of a document, and
// says how surely and why.
//
// Read weighs all texts together: patterns for numbers and dates, the evidence
// of lists and neighbours for names and places, and what is known from elsewhere.
// Found gives what was found, in order and apart.
//
// A Reading belongs to one goroutine. Nothing here fails.
package detect
