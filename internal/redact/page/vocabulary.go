package page

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// Quarters are words that go with the name of a place.
var Quarters = lex.SetOf("nether over temple kings bishops market stoke much church chipping north south east west upper lower great greater little new old high middle inner outer mid central northern southern eastern western royal isle long")

// Words that several rooms ask about.

// PlaceWords are the prepositions that most surely stand before a place.
var PlaceWords = lex.SetOf("in at near from outside behind off on around via opposite along down up under")

// Personal are verbs in the past whose subject is a person, and that can't be
// the object of the word before.
var Personal = lex.SetOf("rang phoned texted emailed said asked told replied came cried laughed smiled shouted wants wanted thinks thought lives lived says knows knew went sat stood " +
	"brought gave took got admitted agreed refused attended missed apologised thanked hugged nodded shrugged didnt doesnt hasnt wasnt isnt wont wouldnt couldnt hadnt")

// DirectContact are verbs whose object is a person.
var DirectContact = lex.SetOf("rang ring ringing phoned phone told tell telling asked ask asking texted text texting txt emailed email messaged message met meet with called " +
	"thanked thank hugged visited saw reminded warned informed invited supervised shadowed")

// Persons are nouns that "of nine" may follow.
var Persons = lex.SetOf("boy girl lad lass man woman child kid youngster lady fella fellow mother father teenager baby daughter son toddler gentleman infant chap bloke guy")

// Children are nouns before a list of ages.
var Children = lex.SetOf("kids children boys girls sons daughters siblings grandchildren twins brothers sisters sibs ages aged grandkids lads child kid babies")

// Flats are words before the number of a dwelling.
var Flats = lex.SetOf("flat apt apartment shop plot suite ste unit block bldg building house box maisonette caravan pitch berth bay villa lot level flr stand erf trailer blok")

// Feasts are days that are kept, by their names.
var Feasts = lex.SetOf("christmas xmas easter ramadan eid diwali lent halloween hanukkah passover hogmanay thanksgiving yule onam holi navratri communion confirmation")

// IdCues are words that announce a number which stands for somebody.
var IdCues = lex.SetOf("ref refs reference no number num nos id log case file acc account badge docket claim policy plate reg registration serial pin " +
	"code ext extension crn urn upn uln nhs hsc chi ni nino passport licence license medicaid medicare mrn record warrant collar interpreter " +
	"ending ends digits card ticket incident crime occurrence application tenancy student member invoice order pps ssn itin tfn bsb sort " +
	"mobile tel phone snap insta username tag four roll permit visa rent council payroll staff personnel ird ohip phn hcn trn nric aadhaar aadhar kra huduma nis nib tin abn usi dva ndis omang sassa nrc bvn ppsn cnic epic curp sss philhealth mykad")

// Staying are the marks of words that faint evidence leaves alone.
const Staying = lex.MarkAllow | lex.MarkWeekday | lex.MarkDemonym | lex.MarkLetters | lex.MarkTheorist | lex.MarkTheory | lex.MarkTitle

// Particle reports whether the folded word joins the parts of a name.
func Particle(w string) bool {
	switch w {
	case "ap", "ab", "ferch", "ni", "nic", "mac", "mc", "ui", "o", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "bin", "bint",
		"ibn", "al", "el", "st", "y", "nad", "pod", "z", "v", "u", "an", "na", "ter", "ten", "abu", "ul", "ur", "st.", "e":
		return true
	}
	return strings.HasPrefix(w, "d'") && len(w) == 2
}

// WordIs reports whether there is a token, and it is the folded word.
func WordIs(t *lex.Token, word string) bool { return t != nil && t.Fold == word }

// Money reports whether a sign of currency stands before the token.
func (pg *Page) Money(i int) bool {
	return i > 0 && strings.Contains("£$€", pg.Tokens[i-1].Fold) && pg.Tokens[i-1].Kind == lex.KindPunct
}

// ClockDigits reports whether the token is a time of day in four digits.
func ClockDigits(t *lex.Token) bool {
	return t.Kind == lex.KindNumber && t.Runes == 4 && len(t.Fold) == 4 && !t.Taken && t.Fold[:2] < "24" && t.Fold[2] < '6' && !lex.YearForm(t.Fold)
}

// SmallEnd gives the last token of a number below a hundred in words at i, past a
// hyphen: "eighty-seven".
func SmallEnd(ts []lex.Token, i int) int {
	if lex.NumberValues.Of(ts[i].Fold) < 20 {
		return i
	}
	j := i + 1
	if j < len(ts) && ts[j].Fold == "-" && !ts[j].Gap {
		j++
	}
	if j < len(ts) && ts[j].Lines == 0 && lex.NumberValues.Of(ts[j].Fold) > 0 && lex.NumberValues.Of(ts[j].Fold) < 10 {
		return j
	}
	return i
}

// Hedge reports whether the folded word may stand before a number and leaves it what it is.
func Hedge(w string) bool {
	switch w {
	case "only", "just", "about", "nearly", "almost", "now", "barely", "around", "still", "all", "both", "already", "not", "yet", "even", "be", "also", "maybe", "perhaps":
		return true
	}
	return false
}

var (
	// Owners say whose somebody or something is.
	Owners = lex.SetOf("his her your my their")
	// Relatives are who belongs to somebody's family.
	Relatives = lex.SetOf("kids kid family families household boy boys girl girls lad lads twins twin mum mam mom dad nan gran brother brothers sister sisters children child baby babies son sons daughter daughters clan lot")
	// FamilyHomes are where a family lives.
	FamilyHomes = lex.SetOf("house home flat place")

	// LanePlaces are words of place before a lane.
	LanePlaces = lex.SetOf("off on in at down along near from behind opposite")
	// PlainLanes are what stands before a lane that has no name.
	PlainLanes = lex.SetOf("main high busy side back front fast slow middle left right same wrong dark narrow quiet private dead public outside inside every whichever either bus cycle dirt wet icy open country memory city easy ring slip trunk access residential rough")
)

// Determiners are words before a noun that let no article stand there. "Her",
// "this" and "that" are left out, since a name may follow them as well.
var Determiners = lex.SetOf("the a an my our his their your every each another")
