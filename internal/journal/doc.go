// Package journal is the reflection itself: an entry in sections, what it is
// about, how hard it hit, and what of it may be shared.
//
// Private text and words that can be shared are two things here and never one:
// Sections are private; Share holds what a supervisor may read. The package is
// pure: it knows no file, no clock and no screen.
package journal
