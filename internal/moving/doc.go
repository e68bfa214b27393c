// Package moving is how a whole journal leaves Aftershift and comes in: its own
// JSON, which nothing is lost in, and a folder of Markdown, which anything reads.
// What other programs write is read in the packages below it.
//
// Nothing here is redacted: it is the person's own copy. It knows no file and no
// folder, only bytes. FORMAT.md says what stands in them.
package moving
