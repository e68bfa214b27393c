package seal

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"

	"aftershift/internal/fault"
)

// Recovery words: 128 random bits and a checksum of 4 bits (the first of the
// SHA-256 of the 16 bytes), cut into twelve numbers of 11 bits, the highest
// first; each number is a word of the list. The construction is that of
// BIP-39 (https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki) with
// a word list of its own and without its key derivation.
const (
	// WordCount is the number of recovery words.
	WordCount    = 12
	entropySize  = 16
	checksumBits = 4
	wordBits     = 11
	prefixLength = 4
)

//go:embed words.txt
var wordFile string

// wordList gives the 2048 words in order, and each word's number by its first
// four letters, which no other word shares.
var wordList = sync.OnceValues(func() ([]string, map[string]int) {
	var list []string
	numbers := map[string]int{}
	for line := range strings.Lines(wordFile) {
		if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
			numbers[word[:prefixLength]] = len(list)
			list = append(list, word)
		}
	}
	return list, numbers
})

// Words are recovery words: whoever has them opens the journal. They print as
// "[secret]".
type Words struct{ entropy [entropySize]byte }

// NewWords draws recovery words from random, which must be cryptographically
// secure. It gives fault.Internal where random fails.
func NewWords(random io.Reader) (Words, error) {
	var w Words
	err := draw(random, w.entropy[:], "draw recovery words")
	return w, err
}

// List gives the twelve words.
func (w Words) List() []string {
	list, _ := wordList()
	out := make([]string, WordCount)
	for i := range out {
		n := 0
		for bit := i * wordBits; bit < (i+1)*wordBits; bit++ {
			n = n<<1 | w.bit(bit)
		}
		out[i] = list[n]
	}
	return out
}

// Passphrase gives the words as a passphrase, for a slot that only a holder of
// these words can open.
func (w Words) Passphrase() Secret { return NewSecret(strings.Join(w.List(), " ")) }

// bit gives bit i of entropy and checksum, the highest bit of the first byte
// first.
func (w Words) bit(i int) int {
	if i < entropySize*8 {
		return int(w.entropy[i/8]>>(7-i%8)) & 1
	}
	digest := sha256.Sum256(w.entropy[:])
	return int(digest[0]>>(7-(i-entropySize*8))) & 1
}

// ParseWords reads recovery words as people type them: any case, separated by
// anything that is not a letter, numbered or not, each word known by its first
// four letters. It gives fault.Invalid where there are not twelve known words or
// the checksum is wrong (one word swapped or misread: found 15 times in 16).
func ParseWords(text string) (Words, error) {
	_, numbers := wordList()
	typed := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(typed) != WordCount {
		return Words{}, fault.New(fault.Invalid, "count recovery words")
	}
	var w Words
	check := 0
	for i, word := range typed {
		n, known := number(numbers, word)
		if !known {
			return Words{}, fault.New(fault.Invalid, "recognise recovery words")
		}
		for bit := range wordBits {
			value := n >> (wordBits - 1 - bit) & 1
			if at := i*wordBits + bit; at < entropySize*8 {
				w.entropy[at/8] |= byte(value << (7 - at%8))
			} else {
				check = check<<1 | value
			}
		}
	}
	if check != w.checksum() {
		return Words{}, fault.New(fault.Invalid, "check recovery words")
	}
	return w, nil
}

func number(numbers map[string]int, word string) (int, bool) {
	if len(word) < prefixLength {
		return 0, false
	}
	n, known := numbers[word[:prefixLength]]
	return n, known
}

func (w Words) checksum() int {
	digest := sha256.Sum256(w.entropy[:])
	return int(digest[0] >> (8 - checksumBits))
}

// KnownWord reports whether text begins like one of the 2048 words, so that a
// form can mark a misread word at once.
func KnownWord(text string) bool {
	_, numbers := wordList()
	_, known := number(numbers, strings.ToLower(text))
	return known
}

// Format prints "[secret]" for every verb, flag and width.
func (w Words) Format(to fmt.State, _ rune) { _, _ = io.WriteString(to, hidden) }

// String gives "[secret]".
func (w Words) String() string { return hidden }

// MarshalText gives "[secret]".
func (w Words) MarshalText() ([]byte, error) { return []byte(hidden), nil }
