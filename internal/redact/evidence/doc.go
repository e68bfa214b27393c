// Package evidence holds what speaks for and against a stretch of text naming
// somebody: the table of rows, each with its weight and with the reason that a
// reviewer reads; the thresholds; and what rows come to, a Guess of a word and a
// Candidate of a stretch. Code names a row and never a number.
//
// The table is filled while the package begins and only read from then. Nothing
// here fails.
package evidence
