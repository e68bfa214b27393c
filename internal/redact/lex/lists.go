package lex

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"strings"

	"aftershift/internal/fault"
)

// Lists are the words an Engine knows: dictionary, names, places, allowed terms
// and cue words. Immutable after LoadLists.
type Lists struct {
	lex     lexicon
	phrases map[string][]Phrase
}

// Phrase is an entry of several words, kept under its first.
type Phrase struct {
	Rest []string
	Mark Mark
}

// LoadLists reads every *.txt and *.txt.gz at the root of files. A line
// "[section]" says which mark the entries below it carry; entries are separated
// by commas or line ends; "#" starts a comment. It gives fault.Damaged for a file
// that can't be read, fault.Invalid for an unknown section and fault.NotFound
// where there is no list at all.
func LoadLists(files fs.FS) (*Lists, error) {
	names, err := listNames(files)
	if err != nil {
		return nil, err
	}
	lists := &Lists{lex: newLexicon(1 << 18), phrases: map[string][]Phrase{}}
	for _, name := range names {
		text, err := readList(files, name)
		if err != nil {
			return nil, fault.As(fault.Damaged, "read word list "+name, err)
		}
		if err := lists.add(text); err != nil {
			return nil, fault.Wrap("read word list "+name, err)
		}
	}
	return lists, nil
}

func listNames(files fs.FS) ([]string, error) {
	plain, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, fault.As(fault.Internal, "find word lists", err)
	}
	packed, err := fs.Glob(files, "*.txt.gz")
	if err != nil {
		return nil, fault.As(fault.Internal, "find word lists", err)
	}
	if len(plain)+len(packed) == 0 {
		return nil, fault.New(fault.NotFound, "find word lists")
	}
	return append(plain, packed...), nil
}

func readList(files fs.FS, name string) ([]byte, error) {
	raw, err := fs.ReadFile(files, name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return raw, err
	}
	packed, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(packed)
}

// add reads one list's text.
func (l *Lists) add(text []byte) error {
	var section Mark
	for len(text) > 0 {
		end := bytes.IndexByte(text, '\n')
		if end < 0 {
			end = len(text)
		}
		line := text[:end]
		text = text[min(end+1, len(text)):]
		if len(line) > 0 && line[0] == '[' {
			m, ok := sections[strings.Trim(string(line), "[] \r")]
			if !ok {
				return fault.New(fault.Invalid, "name section of word list")
			}
			section = m
			continue
		}
		if i := bytes.IndexByte(line, '#'); i >= 0 {
			line = line[:i]
		}
		for len(line) > 0 {
			entry := line
			if i := bytes.IndexByte(line, ','); i >= 0 {
				entry, line = line[:i], line[i+1:]
			} else {
				line = nil
			}
			l.addWord(bytes.TrimSpace(entry), section)
		}
	}
	return nil
}

func (l *Lists) addWord(entry []byte, m Mark) {
	if plainWord(entry) {
		l.lex.add(entry, m)
	} else if len(entry) > 0 {
		l.addEntry(string(entry), m)
	}
}

// plainWord reports whether the entry is a word as the lexicon keeps it.
func plainWord(entry []byte) bool {
	for i := range len(entry) {
		if entry[i] < 'a' || entry[i] > 'z' {
			return false
		}
	}
	return len(entry) > 0
}

// addEntry takes one entry. It is cut as tokenize cuts a text: without a
// possessive, and at hyphens.
func (l *Lists) addEntry(entry string, m Mark) {
	words := strings.FieldsFunc(Fold(entry), func(r rune) bool { return r == ' ' || r == '-' || r == '(' || r == ')' || r == '.' })
	for i, w := range words {
		if cut := strings.TrimSuffix(w, "'s"); len(cut) > 1 {
			words[i] = cut
		}
	}
	switch {
	case len(words) == 0:
	case len(words) == 1:
		l.lex.add([]byte(words[0]), m)
	case m == MarkTown:
		l.lex.add([]byte(words[0]), MarkTownHead)
		l.lex.add([]byte(strings.Join(words, " ")), m)
	case m&MarkNamed != 0:
		for _, w := range words {
			if len(w) > 1 {
				l.lex.add([]byte(w), m)
			}
		}
	default:
		l.lex.add([]byte(words[0]), MarkPhrase)
		l.phrases[words[0]] = append(l.phrases[words[0]], Phrase{words[1:], m})
	}
}

// Marks gives the marks of a folded word, zero for a stranger.
func (l *Lists) Marks(word string) Mark { return l.lex.marks(word) }

// Town reports whether the folded words, with a space between, are the name of
// a town.
func (l *Lists) Town(words []byte) bool { return find(&l.lex, words).mark&MarkTown != 0 }

// PhrasesFrom gives the entries of several words that begin with a folded word.
func (l *Lists) PhrasesFrom(word string) []Phrase { return l.phrases[word] }
