package lex

import "math/bits"

// Mark is a set of the lists that a word stands in.
type Mark uint64

// The marks. A word may carry several: "grace" is common and wordFirst.
const (
	MarkCommon    Mark = 1 << iota // everyday English, lower case
	MarkUsual                      // English, less frequent
	MarkRare                       // English, seldom met
	MarkFirst                      // given name
	MarkLast                       // family name
	MarkWordFirst                  // given name that is an English word as well
	MarkWordLast                   // family name that is an English word as well
	MarkPlace                      // town, area, county, state
	MarkWordPlace                  // place that is an English word as well
	MarkCountry                    // country or continent
	MarkDemonym                    // nationality, language, faith
	MarkAllow                      // stays: statute, acronym, brand, programme
	MarkTheory                     // theorist or author, stays where theory is spoken of
	MarkTitle                      // Mr, Dr
	MarkKin                        // mum, auntie
	MarkRole                       // social worker, nurse
	MarkSpeech                     // verb that a person does: said, rang
	MarkContact                    // verb or word before a person: told, met, with
	MarkNaming                     // word that announces a name: called, aka
	MarkPlaceCue                   // preposition before a place
	MarkOrgHead                    // last word of an institution: school, ward
	MarkStreet                     // street, road, avenue
	MarkBuilding                   // house, court, lodge
	MarkGround                     // park, bridge, estate
	MarkMonth
	MarkWeekday
	MarkCasual   // common noun that workers write with a capital: Panel, Chair
	MarkFunction // word that never is a name by itself without strong cues
	markProper   // capitalised in the dictionary
	MarkOrg      // a named chain or organisation
	MarkTheoryCue
	MarkNumber // number word
	MarkUnit
	MarkSeldom   // given name that the dictionary has as a word, which is seldom meant
	MarkTheorist // theorist whose name few others bear
	MarkLetters  // acronym: stays where written in capitals
	MarkSurely   // feast, brand, typeface, illness: stays although it is a name as well
	MarkPhrase   // first word of an entry of several words
	MarkTown     // town that many families are called after, or all of a town's several words
	MarkTownHead // first of a town's several words
)

// sections are the names that lists give their marks.
var sections = map[string]Mark{
	"common": MarkCommon, "usual": MarkUsual, "rare": MarkRare, "first": MarkFirst, "last": MarkLast,
	"word-first": MarkWordFirst, "word-last": MarkWordLast, "place": MarkPlace, "word-place": MarkWordPlace,
	"country": MarkCountry, "demonym": MarkDemonym, "allow": MarkAllow, "theory": MarkTheory, "title": MarkTitle,
	"kin": MarkKin, "role": MarkRole, "speech": MarkSpeech, "contact": MarkContact, "naming": MarkNaming,
	"place-cue": MarkPlaceCue, "org-head": MarkOrgHead, "street": MarkStreet, "building": MarkBuilding,
	"ground": MarkGround, "month": MarkMonth, "weekday": MarkWeekday, "casual": MarkCasual,
	"function": MarkFunction, "proper": markProper, "org": MarkOrg, "theory-cue": MarkTheoryCue,
	"number": MarkNumber, "unit": MarkUnit, "letters": MarkLetters, "seldom": MarkSeldom, "theorist": MarkTheorist, "surely": MarkSurely, "town": MarkTown,
}

// MarkNames gives the names that lists give their marks, by bit.
func MarkNames() map[int]string {
	names := map[int]string{bits.TrailingZeros64(uint64(MarkPhrase)): "phrase", bits.TrailingZeros64(uint64(MarkTownHead)): "town-head"}
	for name, m := range sections {
		names[bits.TrailingZeros64(uint64(m))] = name
	}
	return names
}

// Unions of marks: any English word, a name that is nothing else, any name.
const (
	MarkDict  = MarkCommon | MarkUsual | MarkRare
	MarkName  = MarkFirst | MarkLast
	MarkNamed = MarkName | MarkWordFirst | MarkWordLast
)

// lexicon is an open-addressing table from folded words to marks. The words lie
// in one blob, so that a quarter of a million of them cost a few megabytes and
// nothing for the garbage collector to follow.
type lexicon struct {
	blob  []byte
	slots []slot
	count int
}

type slot struct {
	at   uint32 // offset into blob plus one; 0 is empty
	size uint32
	mark Mark
}

func newLexicon(slots int) lexicon {
	return lexicon{blob: make([]byte, 0, 2<<20), slots: make([]slot, slots)}
}

// hash is FNV-1a.
func hash[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

// add gives word the marks, beside those it has.
func (l *lexicon) add(word []byte, m Mark) {
	if l.count*4 >= len(l.slots)*3 {
		l.grow()
	}
	s := find(l, word)
	if s.at == 0 {
		l.blob = append(l.blob, word...)
		s.at, s.size = uint32(len(l.blob)-len(word)+1), uint32(len(word))
		l.count++
	}
	s.mark |= m
}

// marks gives the marks of a folded word, zero for a stranger.
func (l *lexicon) marks(word string) Mark { return find(l, word).mark }

// find gives the slot of the word, or the empty one where it would stand.
func find[T string | []byte](l *lexicon, word T) *slot {
	mask := uint32(len(l.slots) - 1)
	for i := hash(word) & mask; ; i = (i + 1) & mask {
		s := &l.slots[i]
		if s.at == 0 || int(s.size) == len(word) && string(l.blob[s.at-1:s.at-1+s.size]) == string(word) {
			return s
		}
	}
}

func (l *lexicon) grow() {
	old := l.slots
	l.slots = make([]slot, 2*len(old))
	mask := uint32(len(l.slots) - 1)
	for _, s := range old {
		if s.at == 0 {
			continue
		}
		i := hash(l.blob[s.at-1:s.at-1+s.size]) & mask
		for l.slots[i].at != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = s
	}
}
