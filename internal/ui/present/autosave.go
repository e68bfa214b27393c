package present

// Autosave knows what of a person's words is not known to be on the disk, by what
// they belong to: those that wait to be sent, those on their way, and those that
// could not be kept, which stay until they are sent again or newer ones are kept.
// Sending is its owner's; Soon says when. It belongs to the main goroutine.
type Autosave[K comparable, V any] struct {
	Soon
	parcels map[K]parcel[V]
	number  int
}

// parcel is the newest words of one key.
type parcel[V any] struct {
	words  V
	number int   // of the sending, 0 while the words wait for it
	err    error // why that sending failed
}

// Write takes words that are to be sent soon.
func (a *Autosave[K, V]) Write(of K, words V) {
	a.put(of, parcel[V]{words: words})
	a.Again()
}

// Sent takes words that go to the disk now, and returns the sending's number for
// Arrived.
func (a *Autosave[K, V]) Sent(of K, words V) int {
	a.number++
	a.put(of, parcel[V]{words: words, number: a.number})
	return a.number
}

// Arrived takes how a sending ended, and reports whether it was that of the newest
// words. Where newer ones wait or are on their way, theirs decides.
func (a *Autosave[K, V]) Arrived(of K, number int, err error) bool {
	p, is := a.parcels[of]
	if !is || p.number != number {
		return false
	}
	if err == nil {
		delete(a.parcels, of)
		return true
	}
	p.err = err
	a.parcels[of] = p
	return true
}

// Kept forgets the words of a key: they are on the disk, or nobody wants them.
func (a *Autosave[K, V]) Kept(of K) { delete(a.parcels, of) }

// AllKept forgets everything.
func (a *Autosave[K, V]) AllKept() { clear(a.parcels) }

// Of returns the newest words of a key that is outstanding.
func (a *Autosave[K, V]) Of(of K) (words V, outstanding bool) {
	p, is := a.parcels[of]
	return p.words, is
}

// Failed returns why the words of a key could not be kept, as it was given to
// Arrived; nil where they were not refused, or newer ones were written since.
func (a *Autosave[K, V]) Failed(of K) error { return a.parcels[of].err }

// Outstanding returns all words that are not known to be on the disk.
func (a *Autosave[K, V]) Outstanding() map[K]V {
	return a.those(func(parcel[V]) bool { return true })
}

// Unsent returns what waits to be sent, with what was refused where again says so.
func (a *Autosave[K, V]) Unsent(again bool) map[K]V {
	return a.those(func(p parcel[V]) bool { return p.number == 0 || again && p.err != nil })
}

// Trouble returns why something could not be kept, as Failed does; nil where all is
// kept or on its way.
func (a *Autosave[K, V]) Trouble() error {
	for _, p := range a.parcels {
		if p.err != nil {
			return p.err
		}
	}
	return nil
}

func (a *Autosave[K, V]) those(are func(parcel[V]) bool) map[K]V {
	all := make(map[K]V, len(a.parcels))
	for of, p := range a.parcels {
		if are(p) {
			all[of] = p.words
		}
	}
	return all
}

func (a *Autosave[K, V]) put(of K, p parcel[V]) {
	if a.parcels == nil {
		a.parcels = map[K]parcel[V]{}
	}
	a.parcels[of] = p
}
