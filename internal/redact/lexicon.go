package redact

// mark is a set of the lists that a word stands in.
type mark uint64

// The marks. A word may carry several: "grace" is common and wordFirst.
const (
	markCommon    mark = 1 << iota // everyday English, lower case
	markUsual                      // English, less frequent
	markRare                       // English, seldom met
	markFirst                      // given name
	markLast                       // family name
	markWordFirst                  // given name that is an English word as well
	markWordLast                   // family name that is an English word as well
	markPlace                      // town, area, county, state
	markWordPlace                  // place that is an English word as well
	markCountry                    // country or continent
	markDemonym                    // nationality, language, faith
	markAllow                      // stays: statute, acronym, brand, programme
	markTheory                     // theorist or author, stays where theory is spoken of
	markTitle                      // Mr, Dr
	markKin                        // mum, auntie
	markRole                       // social worker, nurse
	markSpeech                     // verb that a person does: said, rang
	markContact                    // verb or word before a person: told, met, with
	markNaming                     // word that announces a name: called, aka
	markPlaceCue                   // preposition before a place
	markOrgHead                    // last word of an institution: school, ward
	markStreet                     // street, road, avenue
	markBuilding                   // house, court, lodge
	markGround                     // park, bridge, estate
	markMonth
	markWeekday
	markCasual   // common noun that workers write with a capital: Panel, Chair
	markFunction // word that never is a name by itself without strong cues
	markProper   // capitalised in the dictionary
	markOrg      // a named chain or organisation
	markTheoryCue
	markNumber // number word
	markUnit
	markSeldom   // given name that the dictionary has as a word, which is seldom meant
	markTheorist // theorist whose name few others bear
	markLetters  // acronym: stays where written in capitals
	markPhrase   // first word of an entry of several words
)

// sections are the names that lists give their marks.
var sections = map[string]mark{
	"common": markCommon, "usual": markUsual, "rare": markRare, "first": markFirst, "last": markLast,
	"word-first": markWordFirst, "word-last": markWordLast, "place": markPlace, "word-place": markWordPlace,
	"country": markCountry, "demonym": markDemonym, "allow": markAllow, "theory": markTheory, "title": markTitle,
	"kin": markKin, "role": markRole, "speech": markSpeech, "contact": markContact, "naming": markNaming,
	"place-cue": markPlaceCue, "org-head": markOrgHead, "street": markStreet, "building": markBuilding,
	"ground": markGround, "month": markMonth, "weekday": markWeekday, "casual": markCasual,
	"function": markFunction, "proper": markProper, "org": markOrg, "theory-cue": markTheoryCue,
	"number": markNumber, "unit": markUnit, "letters": markLetters, "seldom": markSeldom, "theorist": markTheorist,
}

const (
	markDict  = markCommon | markUsual | markRare
	markName  = markFirst | markLast
	markNamed = markName | markWordFirst | markWordLast
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
	mark mark
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
func (l *lexicon) add(word []byte, m mark) {
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
func (l *lexicon) marks(word string) mark { return find(l, word).mark }

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
