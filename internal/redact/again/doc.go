// Package again finds what is named elsewhere: in the same document, in the user's
// register, or in another copy for the same reader. It finds a name in any case, cut
// short, misspelt, as it sounds, spelled out, glued to something else, or by its
// initials.
package again
