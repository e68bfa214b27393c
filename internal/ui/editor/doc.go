// Package editor is a field to write text in: a Fyne widget that grows with its
// text, knows the keys of each system, shows marks under the words, finds, and
// costs nothing while nobody types.
//
// It knows no domain: words that it shows, colours and actions are handed in. It
// lays out with package text, draws only the rows that can be seen, and measures
// each word once. All methods are called on Fyne's main goroutine.
package editor
