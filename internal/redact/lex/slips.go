package lex

// Slips finds names by prints of their forms with one letter left out.
type Slips struct {
	names []string
	by    map[uint64]uint32 // the print of a form to its name's place in names
}

// Add takes a name with all its forms.
func (s *Slips) Add(name string) {
	at := uint32(len(s.names))
	s.names = append(s.names, name)
	s.by[printOf(name, len(name))] = at
	for i := range len(name) {
		s.by[printOf(name, i)] = at
	}
}

// Near reports whether a name is one slip from the word and shares with it the
// form that the word has without its byte at skip.
func (s *Slips) Near(word string, skip int) bool {
	at, ok := s.by[printOf(word, skip)]
	return ok && s.names[at] != word && OneSlip(s.names[at], word)
}

// printOf is FNV-1a over the word without its byte at skip.
func printOf(word string, skip int) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		if i != skip {
			h = (h ^ uint64(word[i])) * 1099511628211
		}
	}
	return h
}

// NewSlips gives room for so many names with so many forms together.
func NewSlips(names, forms int) Slips {
	return Slips{make([]string, 0, names), make(map[uint64]uint32, forms)}
}
