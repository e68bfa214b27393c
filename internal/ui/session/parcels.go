package session

// A parcel is words on their way to the disk, or back from it: then err says why
// they could not be kept.
type parcel[V comparable] struct {
	words V
	err   error
}

// parcels are what is not known to be on the disk, by what it belongs to. Words
// that could not be kept stay until they are sent again or newer ones are kept.
type parcels[K, V comparable] map[K]parcel[V]

// send notes that words are on their way.
func (p parcels[K, V]) send(of K, words V) { p[of] = parcel[V]{words: words} }

// arrived notes how sending ended. Where newer words are under way by now,
// theirs decides.
func (p parcels[K, V]) arrived(of K, words V, err error) {
	switch {
	case p[of].words != words:
	case err != nil:
		p[of] = parcel[V]{words, err}
	default:
		delete(p, of)
	}
}

// words gives all words, by what they belong to.
func (p parcels[K, V]) words() map[K]V {
	all := make(map[K]V, len(p))
	for of, is := range p {
		all[of] = is.words
	}
	return all
}

// trouble gives why something could not be kept; nil where all is kept or on its
// way.
func (p parcels[K, V]) trouble() error {
	for _, is := range p {
		if is.err != nil {
			return is.err
		}
	}
	return nil
}
