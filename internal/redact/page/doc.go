// Package page holds a document under scan, page by page: the tokens, what was found
// on a page and what is believed of its words, the questions that every detector
// asks of what stands around a word, and the words that several of them ask about.
//
// A document's pages belong to one goroutine. Nothing here fails.
package page
