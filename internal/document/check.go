package document

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/redact"
)

// Contents is what a reader found in a finished file, whoever wrote it.
type Contents struct {
	// Text is the visible text in reading order, lines ended by a line feed.
	Text string
	// Margins is what stands outside that order, such as the foot of each page.
	Margins string
	// Metadata holds every other string in the file, by where it stands:
	// titles, dates, alternative texts, annotations, attached names.
	Metadata map[string]string
	// Pages is the number of pages; 0 for formats without pages.
	Pages int
	// Attachments is the number of embedded files.
	Attachments int
	// Images is the number of pictures, whose words nobody can search.
	Images int
	// Unreadable is the number of characters whose font doesn't say what they
	// stand for, so that they can't be searched.
	Unreadable int
	// Active is the number of things that can act: scripts, launch and link
	// actions, annotations and notes on the page.
	Active int
}

// Bare tells whether the file holds nothing beside text that can be searched.
func (c Contents) Bare() bool {
	return len(c.Metadata) == 0 && c.Attachments+c.Images+c.Unreadable+c.Active == 0
}

// Check searches the text, the margins and the metadata of a finished file for forbidden
// words and gives the indexes of those that are in it, rising, never the words
// themselves.
//
// A word is found whatever its case, diacritics and spacing, also across a
// line end, a hyphen or a hidden character, and only where it stands as a whole
// word ("Ann" is not in "planned"; "Ann's" holds it). Digits match however
// they are grouped. A forbidden entry without letters or digits is never found.
func Check(c Contents, forbidden []string) []int {
	hays := []haystack{folded(c.Text), folded(c.Margins)}
	for _, key := range sortedKeys(c.Metadata) {
		hays = append(hays, folded(c.Metadata[key]))
	}
	var found []int
	for i, words := range forbidden {
		needle := folded(words)
		for _, hay := range hays {
			if hay.holds(needle) {
				found = append(found, i)
				break
			}
		}
	}
	return found
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Find gives every place in text at which one of the words stands, as Check
// finds them: by word, and each word's places in reading order.
func Find(text string, words []string) []redact.Found {
	var found []redact.Found
	hay := folded(text)
	for i, word := range words {
		needle := folded(word)
		hay.each(needle, func(at int) {
			last := at + len(needle.letters) - 1
			_, size := utf8.DecodeRuneInString(text[hay.at[last]:])
			found = append(found, redact.Found{Word: i, Start: hay.at[at], End: hay.at[last] + size})
		})
	}
	return found
}

// holds tells whether needle stands in h as whole words.
func (h haystack) holds(needle haystack) bool { return h.count(needle) > 0 }

// count gives how often needle stands in h as whole words.
func (h haystack) count(needle haystack) (n int) {
	h.each(needle, func(int) { n++ })
	return n
}

// each hands the byte of h at which needle begins to take, for every place where
// it stands as whole words.
func (h haystack) each(needle haystack, take func(at int)) {
	if needle.letters == "" {
		return
	}
	for from := 0; ; {
		at := strings.Index(h.letters[from:], needle.letters)
		if at < 0 {
			return
		}
		if h.fits(needle, from+at) {
			take(from + at)
		}
		from += at + 1
	}
}

// fits tells whether the match of needle at byte at begins and ends at word
// ends, and whether every gap inside it may be read over.
func (h haystack) fits(needle haystack, at int) bool {
	end := at + len(needle.letters)
	if !h.edge(needle, at) || !h.edge(needle, end) {
		return false
	}
	for i := 1; i < len(needle.letters); i++ {
		if !h.readOver(needle, at, i) {
			return false
		}
	}
	return true
}

// shortName is below how many letters and digits a word may stand inside others:
// "B2" is no sign of a B.
const shortName = 3

// edge tells whether needle may begin or end at byte at. A digit may have been typed
// onto a name ("Hartley2", "Rose%20Hartley").
func (h haystack) edge(needle haystack, at int) bool {
	if h.ends(at) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(h.letters[:at])
	after, _ := utf8.DecodeRuneInString(h.letters[at:])
	return utf8.RuneCountInString(needle.letters) >= shortName && unicode.IsLetter(before) != unicode.IsLetter(after)
}

// readOver tells whether the gap before byte i of the match may be there: the
// needle has one too, or it is what a writer puts inside a word.
func (h haystack) readOver(needle haystack, at, i int) bool {
	switch h.gaps[at+i] {
	case none, soft, softEnd:
		return true
	case lineEnd:
		if len(needle.letters) >= longWord {
			return true
		}
	}
	return needle.gaps[i] != none || digit(needle.letters[i-1]) && digit(needle.letters[i])
}

// longWord is the length in bytes from which a word may have been broken at a
// line end without a hyphen.
const longWord = 12

func digit(b byte) bool { return '0' <= b && b <= '9' }
