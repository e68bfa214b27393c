package rules

import "aftershift/internal/redact/lex"

// Sweeps are what strict mode adds when everything else has been looked at:
// whatever could name somebody and isn't known to be harmless. They find much
// that is nobody, so they say nothing in normal mode.
var Sweeps = []Rule{
	{
		ID: "strict.capital", Kind: lex.TypePerson, Region: "any", Class: "A B",
		Looks: "any capital within a sentence that no list explains",
		Hits:  []string{"we met «Red» by the lake"}, Misses: []string{"we met in March", "the Children Act says"},
	},
	{
		ID: "strict.word", Kind: lex.TypePerson, Region: "any", Class: "A B",
		Looks: "any word that is in no dictionary, whatever its letters",
		Hits:  []string{"so then «zubryk» left early"}, Misses: []string{"so then everybody left early"},
	},
	{
		ID: "strict.number", Kind: lex.TypeID, Region: "any", Class: "R",
		Looks: "any number of four digits or more, and any mix of letters and digits",
		Hits:  []string{"it says «66120» on it", "a tag with «kq7w» on it"}, Misses: []string{"we waited 45 minutes"},
	},
	{
		ID: "strict.small", Kind: lex.TypePerson, Region: "any", Class: "A B",
		Looks: "any word in lower case that is a name as well",
		Hits:  []string{"then «jasper» left early"}, Misses: []string{"Then hope left early."},
	},
}
