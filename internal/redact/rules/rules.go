package rules

import (
	"regexp"

	"aftershift/internal/redact/lex"
)

// Rule is one detector as data: what it looks for and the proof that it does.
// A rule with a pattern is tried at the start of every token that from and lead
// allow; the others are carried out by the code that names their id.
// Hits mark what must be found with « and »; in misses nothing of the kind may
// be found by the rule.
type Rule struct {
	ID      string
	Kind    lex.Type
	Region  string // "any", "UK", "IE", "US", "AU"
	Class   string // the HIPAA classes it serves, by letter
	Looks   string // what it looks for, in plain words
	Pattern *regexp.Regexp
	from    string            // what it begins with: d digit, l letter, p sign; m: a month's name stands near, a: one of another language; s: a sign follows its first number; c: its capitals are no known word
	lead    int               // how many digits its first number holds at least
	digits  int               // how many digits the match must hold at least
	Check   func(string) bool // check digits: they raise confidence, never reject
	Hits    []string
	Misses  []string
}

// Numbers are the patterns of numbers, codes and dates, most telling first.
var Numbers = []Rule{
	{
		ID: "date.iso", from: "d", lead: 4, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "year-month-day, with or without a time",

		Pattern: regexp.MustCompile(`^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?`), digits: 6,
		Hits: []string{"seen «2024-03-05» at home", "logged «2006-04-17 08:12:40» today"}, Misses: []string{"pages 2024 to 2030"},
	},
	{
		ID: "date.numeric", from: "ds", lead: 1, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "day, month and year in figures, in any order",

		Pattern: regexp.MustCompile(`^\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)?\d\d`), digits: 4, Check: lex.DateOrder,
		Hits: []string{"born «14/05/24» here", "on «08-10-2024» at two", "signed «4.6.25» then", "moved «8/2/24» to"}, Misses: []string{"a ratio of 60/40", "version 1.2"},
	},
	{
		ID: "date.day-month", from: "dm", lead: 1, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a day with a month's name, with or without the year",

		Pattern: regexp.MustCompile(`^\d{1,2}[ -]?(?:st|nd|rd|th)?(?:\s?(?:[-–—/&,]|to|and|or)\s?\d{1,2}\s?(?:st|nd|rd|th)?)*(?:[-/.]|,?\s*(?:day\s+)?(?:of\s+)?(?:this\s+|last\s+|next\s+)?)` + lex.MonthPattern +
			`(?:\b(?:\.?,?\s+(?:19|20)\d\d\b|[-/.,](?:19|20)?\d\d\b|\s+['’]\d\d\b|\s+\d\d\b)?|(?:19|20)?\d\d\b)`), digits: 1,
		Hits: []string{"review «21st of June» at", "on «2 Sept» we", "le «14 février» she", "leave «21–25 July» then", "before «28 February 2025» at ten", "on «14-May-2018» at", "on «14May18» at", "on «14/May» then", "on the «15th of this August» then", "on the «3rd and 4th of May» both"}, Misses: []string{"in June they", "2 marching bands"},
	},
	{
		ID: "date.day-month-words", from: "lm", lead: 0, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a day of a month written out",

		Pattern: regexp.MustCompile(`^` + lex.OrdinalPattern + `(?:\s+of)?\s+` + lex.MonthPattern + `\b(?:\.?,?\s+(?:19|20)\d\d\b)?`),
		Hits:    []string{"next is «third of april» at noon", "on the «twenty-first of May» then", "born the «fourteenth of March 2011» there", "born «second June, 1999» there"}, Misses: []string{"the third of six"},
	},
	{
		ID: "date.month-weekday", from: "ldm", lead: 1, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a weekday of a month by its count",

		Pattern: regexp.MustCompile(`^(?i:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?i:mon|tues|wednes|thurs|fri|satur|sun)day\s+(?i:of|in)\s+` + lex.MonthPattern + `\b(?:,?\s+the\s+\d{1,2}(?:st|nd|rd|th)|,?\s+(?:19|20)\d\d\b)?`),
		Hits:    []string{"back on the «first Monday in June, the 1st» then", "on the «last Thursday of January» again"}, Misses: []string{"the first Monday of the month", "last Friday in a hurry"},
	},
	{
		ID: "date.month-day", from: "lm", lead: 0, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a month with a day or a year",

		Pattern: regexp.MustCompile(`^` + lex.MonthPattern + `(?:\.?,?\s+(?:the\s+)?(?:(?:of\s+)?(?:19|20)\d\d\b|['’]\d\d\b|` + lex.OrdinalPattern + `\b(?:,?\s+(?:19|20)\d\d\b)?)|(?:\.?,?\s+(?:the\s+)?|[-.,]|)\d{1,2}(?:st|nd|rd|th)?\b(?:\s?(?:[-–]|and|&|to)\s?\d{1,2}(?:st|nd|rd|th)?\b)?(?:(?:,\s*|\s+)(?:19|20)\d\d\b)?)`),
		Hits:    []string{"by «November 8, 2024» at", "on «Dec 1st» he", "since «August 2024» she", "on «Sept 23» again", "due «April the third» now", "born «March the fourteenth, 2011» there", "on «Nov.3» at", "on «May 14,2018» at", "for «October 12th and 13th» then"}, Misses: []string{"in March they"},
	},
	{
		ID: "date.month-year", from: "dls", lead: 1, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a month and a year in figures, or a season or feast with a year",
		Pattern: regexp.MustCompile(`^(?:\d{1,2}[/.-](?:19|20)\d\d|(?i:spring|summer|autumn|winter|easter(?: sunday| monday| saturday)?|good friday|christmas(?: eve| day)?|xmas(?: eve| day)?|boxing day|new year(?:['’]?s)?(?: eve| day)?|hall?oween|diwali|eid|ramadan|hanukkah|passover|thanksgiving|bonfire night)\s+(?:of\s+)?(?:(?:19|20)\d\d|['’]\d\d)|` + lex.MonthPattern + `\s?[-–/]\s?` + lex.MonthPattern + `(?:\s+(?:19|20)\d\d)?)\b`),
		Hits:    []string{"since «03/2025» again", "left in «summer 2019» for good", "through «Jan–Mar 2024» only", "on «Christmas Eve 2019» they", "since «Diwali 2018» then"}, Misses: []string{"page 3 of 2020"},
	},
	{
		ID: "date.abroad", from: "da", lead: 1, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a day with a month's name, as other languages write it",
		Pattern: regexp.MustCompile(`^(?:\d{1,2}(?:\.|er|º|°)?\s?(?:de\s|di\s)?` + lex.MonthAbroadPattern + `\b(?:\.?\s(?:de\s|del\s)?(?:19|20)\d\d)?|\d{1,2}(?:(?:\.|er)\s?(?:mars|mart)\b(?:\s(?:19|20)\d\d)?|\s?(?:mars|marts|mart)\s(?:19|20)\d\d))`), digits: 1,
		Hits: []string{"seit dem «14. Mai 2018» hier", "le «1er mars» elle", "el «14 de mayo de 2018» dijo", "il «3 maggio» disse", "dnia «14 maja 2018» w"}, Misses: []string{"14 mars bars", "3 Juniors"},
	},
	{
		ID: "date.of-month", from: "d", lead: 1, Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a day and its month, both counted",
		Pattern: regexp.MustCompile(`^\d{1,2}(?:st|nd|rd|th)\s+(?:day\s+)?of\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\b(?:\s+month\b)?`), digits: 2,
		Hits: []string{"on the «1st of the 5th» at"}, Misses: []string{"the 1st of them"},
	},
	{
		ID: "id.iban", from: "l", lead: 0, Kind: lex.TypeID, Region: "any", Class: "J", Looks: "an international bank account number",
		Pattern: regexp.MustCompile(`^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?`), digits: 10, Check: lex.IBANCheck,
		Hits: []string{"pay to «GB82 WEST 1234 5698 7654 32» please"}, Misses: []string{"at OX4 AND SO ON"},
	},
	{
		ID: "id.nino", from: "l", lead: 0, Kind: lex.TypeID, Region: "UK", Class: "R", Looks: "a National Insurance number",
		Pattern: regexp.MustCompile(`^(?:[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?:[ -]?[A-D]\b)?|[a-z]{2}(?: \d{2}){3} [a-d]\b|[a-z]{2}\d{6}[a-d]?\b)`), digits: 6,
		Hits: []string{"NI no is «JG 10 37 59 B» on file", "nino «AB123456C» given", "it says «qq 12 34 56 c» there"}, Misses: []string{"AA 12 steps"},
	},
	{
		ID: "id.ssn", from: "d", lead: 3, Kind: lex.TypeID, Region: "US", Class: "G", Looks: "a Social Security number",
		Pattern: regexp.MustCompile(`^\d{3}[- ]\d{2}[- ]\d{4}`), digits: 9,
		Hits: []string{"SSN for it is «219-09-9999» today"}, Misses: []string{"10-12 people"},
	},
	{
		ID: "phone.international", from: "dp", lead: 3, Kind: lex.TypePhone, Region: "any", Class: "D E", Looks: "a telephone number with its country's code",
		Pattern: regexp.MustCompile(`^(?:\+|00)[1-9]\d{0,2}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,5}(?:[ .-]?\d{2,6}){1,4}(?:,?\s?(?:x|ext\.?|extn\.?|extension)\s?\d{1,5})?`), digits: 8,
		Hits: []string{"ring «+44 1632 960 381» first", "from «0044 7700 900345» again"}, Misses: []string{"scored +3 overall"},
	},
	{
		ID: "phone.us", from: "dp", lead: 3, Kind: lex.TypePhone, Region: "US", Class: "D E", Looks: "a telephone number of three, three and four digits",
		Pattern: regexp.MustCompile(`^(?:1[ .-])?\(?\d{3}\)?[ .-]{0,2}\d{3}[.-]\d{4}(?:,?\s?(?:x|ext\.?|extn\.?|extension)\s?\d{1,5})?`), digits: 10,
		Hits: []string{"call «(505) 555-0184» tonight", "saved «303.555.0172» as"}, Misses: []string{"(12) and 3"},
	},
	{
		ID: "phone.local", from: "dp", lead: 2, Kind: lex.TypePhone, Region: "UK, IE, AU", Class: "D E", Looks: "a telephone number that begins with 0 or 1800, in any grouping",
		Pattern: regexp.MustCompile(`^(?:18001[ -]?)?\(?0[1-9]\d{0,4}\)?(?:[ .-]{0,2}\d{2,8}){1,5}(?:,?\s?(?:x|ext\.?|extn\.?|extension)\s?\d{1,5})?`), digits: 9,
		Hits: []string{"on «0161 496 0719» she", "back line «01632 960 745» rang", "sat phone «07 5550 8231» here", "relay «18001 01632 960 502» for mum", "back on «01632 960417, ext 23» then"}, Misses: []string{"at 09 30 sharp"},
	},
	{
		ID: "phone.groups", from: "dp", lead: 2, Kind: lex.TypePhone, Region: "any", Class: "D E", Looks: "a telephone number in groups, as other countries write it",
		Pattern: regexp.MustCompile(`^(?:\(\d{2,4}\)[ .-]?\d{3,4}[ .-]\d{3,4}|\(?\d{2,3}\)?(?:[ .-]\d{2,4}){3})`), digits: 8,
		Hits: []string{"phone «40-17-22-96» then", "call «(61) 5120-4471» now", "on «22 317 640 1185» today"}, Misses: []string{"ages 12 13 14"},
	},
	{
		ID: "id.nhs", from: "d", lead: 3, Kind: lex.TypeID, Region: "UK", Class: "H", Looks: "an NHS, CHI or HSC number: ten digits with a check digit by modulus 11",
		Pattern: regexp.MustCompile(`^\d{3}[ -]?\d{3}[ -]?\d{4}`), digits: 10, Check: lex.NHSCheck,
		Hits: []string{"NHS no «943 476 5919» missing", "number «9434765919» on the form"}, Misses: []string{"100 000 words"},
	},
	{
		ID: "id.pps", from: "d", lead: 5, Kind: lex.TypeID, Region: "IE", Class: "R", Looks: "a Personal Public Service number",
		Pattern: regexp.MustCompile(`^\d{7}[ -]?[A-Wa-w][A-Ia-iWw]?\b`), digits: 7, Check: lex.PPSCheck,
		Hits: []string{"PPS «7654321T» on form", "her «1234567T» again"}, Misses: []string{"7 T shirts"},
	},
	{
		ID: "id.medicare-us", from: "d", lead: 9, Kind: lex.TypeID, Region: "US", Class: "I", Looks: "a Medicare number",
		Pattern: regexp.MustCompile(`^[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}`), digits: 5,
		Hits: []string{"Medicare no. «1EG4-TE5-MK73» given"}, Misses: []string{"2 FOR 1"},
	},
	{
		ID: "id.medicare-au", from: "d", lead: 4, Kind: lex.TypeID, Region: "AU", Class: "I", Looks: "a Medicare card number",
		Pattern: regexp.MustCompile(`^[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]?\d)?`), digits: 10, Check: lex.MedicareCheck,
		Hits: []string{"Medicare «2123 45670 1» shown"}, Misses: []string{"2000 people"},
	},
	{
		ID: "id.tfn", from: "d", lead: 3, Kind: lex.TypeID, Region: "AU", Class: "R", Looks: "a tax file number or CRN: nine digits, the CRN with a letter",
		Pattern: regexp.MustCompile(`^\d{3}[ -]\d{3}[ -]\d{3}[A-Za-z]?`), digits: 9, Check: lex.TFNCheck,
		Hits: []string{"CRN «207 318 446K» here", "TFN «876 543 210» noted"}, Misses: []string{"10 20 30"},
	},
	{
		ID: "id.card", from: "d", lead: 4, Kind: lex.TypeID, Region: "any", Class: "J", Looks: "a payment card's number",
		Pattern: regexp.MustCompile(`^[1-9]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}`), digits: 13, Check: lex.Luhn,
		Hits: []string{"my card «4111 1111 1111 1111» was"}, Misses: []string{"2019 2020 2021"},
	},
	{
		ID: "ip", from: "dls", lead: 1, Kind: lex.TypeIP, Region: "any", Class: "O", Looks: "an IP address, version 4 or 6",
		Pattern: regexp.MustCompile(`^(?:\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|[0-9A-Fa-f]{1,4}(?:::?[0-9A-Fa-f]{1,4}){3,7})(?:/\d{1,2})?`), digits: 3,
		Hits: []string{"login by «198.51.100.7» today", "via «2001:db8:85a3::8a2e:370:7334» today"}, Misses: []string{"version 1.2.3"},
	},
	{
		ID: "id.plate-uk", from: "l", lead: 0, Kind: lex.TypeID, Region: "UK", Class: "L", Looks: "a car's plate: two letters, two digits, three letters, or an older form",
		Pattern: regexp.MustCompile(`^(?:[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[a-z]{2}\d{2}[a-z]{3}|[A-Z]\d{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?\d{1,3}[A-Z]|[A-Z]{3}-\d{3,4})\b`), digits: 1,
		Hits: []string{"reg «BD51 SMR» parked", "in the Corsa («YS68 WQE») then"}, Misses: []string{"CR12 and CR13"},
	},
	{
		ID: "id.plate-other", from: "dl", lead: 2, Kind: lex.TypeID, Region: "IE, US, AU", Class: "L", Looks: "a car's plate of other countries",
		Pattern: regexp.MustCompile(`^(?:\d{2,3}[- ][A-Z]{1,2}[- ]\d{3,6}|\d[A-Z]{3}\d{3}|\d{3}[ -][A-Z]{3}|[A-Z]{3}[ -]\d{2}[A-Z]|[A-Z]{2,3}-\d{3,4}|\d{1,3}[A-Z]{1,3}\d{1,3}|[A-Z]{2}\d{2}[A-Z]{2}|\d[A-Z]{2}[ -]?\d[A-Z]{2}|\d{3}[ -]?[A-Z]{2}\d)\b`), digits: 2,
		Hits: []string{"plate LA «617 MHW» seen", "his van «191-D-4471» outside"}, Misses: []string{"200 people"},
	},
	{
		ID: "id.capitals", from: "lc", lead: 0, Kind: lex.TypeID, Region: "any", Class: "R", Looks: "capitals with groups of figures behind them, or groups that mix both",
		Pattern: regexp.MustCompile(`^(?:[A-Z]{3,5}(?:/[A-Z]{2,4})? ?\d{2,5}(?: \d{3,4})*(?:/\d{2,4}|[A-Z])?|[A-Z][ -]?\d{3}[ -]\d{3}[ -]\d{3}|[A-Z]\d[A-Z] \d[A-Z]{2} \d[A-Z]{2}|[A-Z]{1,2}\d{2,3}(?: \d{3}){2}|[A-Z]{3,5} \d{2,4} \d{3,4})\b`), digits: 3,
		Hits: []string{"new card «THEM 3351 0418» came", "the file «FLD 88/24» is", "he had «A 099-481-330» on it", "share code «W4K 9PT 2RM» for", "she wrote «SHC 4471K» there"}, Misses: []string{"COVID 19 again", "in the PIP 2 form"},
	},
	{
		ID: "id.police-log", from: "d", lead: 1, Kind: lex.TypeID, Region: "UK", Class: "R", Looks: "a police log number with its day",
		Pattern: regexp.MustCompile(`^\d{1,5}\s+of\s+\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?`), digits: 3,
		Hits: []string{"101 log number «0418 of 09/06» given"}, Misses: []string{"2 of 3 visits"},
	},
	{
		ID: "place.postcode-uk", from: "l", lead: 0, Kind: lex.TypeLocation, Region: "UK", Class: "B", Looks: "a full postcode",
		Pattern: regexp.MustCompile(`^(?:[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]?\s{0,2}\d(?:[abd-hjlnq-uw-z][abd-hjlnp-uw-z]|p[abd-hjlnp-uw-z]))\b`), digits: 2,
		Hits: []string{"home at «LS9 7ZZ» now", "to «ls9 7zz» by bus"}, Misses: []string{"A1 grade work"},
	},
	{
		ID: "place.eircode", from: "l", lead: 0, Kind: lex.TypeLocation, Region: "IE", Class: "B", Looks: "an Eircode",
		Pattern: regexp.MustCompile(`^(?:[AC-FHKNPRTV-Y]\d[\dW]\s?[0-9AC-FHKNPRTV-Y]{4}|[ac-fhknprtv-y]\d[\dw]\s?[ac-fhknprtv-y]\d[0-9ac-fhknprtv-y]{2})\b`), digits: 2,
		Hits: []string{"Eircode «T45 WX70» there"}, Misses: []string{"P45 form"},
	},
	{
		ID: "place.postcode-ca", from: "l", lead: 0, Kind: lex.TypeLocation, Region: "CA", Class: "B", Looks: "a Canadian postcode, with its province",
		Pattern: regexp.MustCompile(`^(?:(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|ab|bc|mb|nb|nl|ns|nt|nu|qc|sk|yt)\.?,? {1,2})?(?:[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]{0,2}\d[ABCEGHJ-NPRSTV-Z]\d|[abceghj-nprstvxy]\d[abceghj-nprstv-z] {0,2}\d[abceghj-nprstv-z]\d)\b`), digits: 3,
		Hits: []string{"sent to «V0J 2N0» then", "home «k1a0b1» still", "post it to «BC V0J 2N0» then"}, Misses: []string{"form T4 A 1 copy"},
	},
	{
		ID: "place.military", from: "l", lead: 0, Kind: lex.TypeLocation, Region: "US", Class: "B", Looks: "a military or diplomatic postal address",
		Pattern: regexp.MustCompile(`^(?i:(?:PSC|CMR|Unit)\s+\d{1,5},?\s+Box\s+\d{1,5}|(?:APO|FPO|DPO),?\s+A[AEP],?\s+\d{5})`), digits: 2,
		Hits: []string{"office at «PSC 2290, Box 6017» then", "post to «APO AE 09012» instead"}, Misses: []string{"Unit 3 of the course"},
	},
	{
		ID: "place.rural", from: "l", lead: 0, Kind: lex.TypeLocation, Region: "US", Class: "B", Looks: "a rural route, a highway contract box, a mile marker",
		Pattern: regexp.MustCompile(`^(?i:(?:HC|RR|SR)\s?\d{1,4},?\s+Box\s+\d{1,5}|mile\s+(?:marker |post )?\d{1,4}(?:,?\s+(?:off|on|of)\s+(?:rte|route|hwy|highway|us|i|the)[ .-]*(?:\d{1,4}|hwy|highway))|mile\s+(?:marker|post)\s+\d{1,4}|(?:rte|hwy|highway|county road|cr)\.?\s+\d{1,4}\b)`), digits: 1,
		Hits: []string{"post to «HC 64 Box 118» please", "at «mile marker 30 off Rte 9» there"}, Misses: []string{"on route 3 times"},
	},
	{
		ID: "place.section", from: "l", lead: 0, Kind: lex.TypeLocation, Region: "CA", Class: "B", Looks: "a quarter of a section of land, by township, range and meridian",
		Pattern: regexp.MustCompile(`^(?:NE|NW|SE|SW|ne|nw|se|sw|[NSEWnsew])[ -]?\d{1,2}-\d{1,3}-\d{1,2}(?:[ -]?[Ww]\d[Mm]?)?\b`), digits: 3,
		Hits: []string{"at the farm, «SE 14-10-19 W1», near", "turn at «NE-22-41-17-W3» then"}, Misses: []string{"S 10-12 is read", "score 4-10-19 so far"},
	},
	{
		ID: "place.state-zip", from: "l", lead: 0, Kind: lex.TypeLocation, Region: "US, AU", Class: "B", Looks: "a state's letters with a ZIP code or postcode",
		Pattern: regexp.MustCompile(`^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|NSW|VIC|QLD|TAS|ACT|NT|SA)\.?,?\s+\d{4,5}(?:-\d{4})?`), digits: 4,
		Hits: []string{"lease in «CA 94610» if", "at «QLD 4871» now"}, Misses: []string{"MA degree"},
	},
}

// Contexts are the detectors that weigh words and what stands around them.
// Their work is done by the detectors; this is what each promises.
var Contexts = []Rule{
	{ID: "email", Kind: lex.TypeEmail, Region: "any", Class: "F", Looks: "an e-mail address", Hits: []string{"write to «kim.oduya@post.example» today"}, Misses: []string{"see you @ 4"}},
	{ID: "url", Kind: lex.TypeURL, Region: "any", Class: "N", Looks: "an address on the web, with or without its scheme", Hits: []string{"see «https://share.example/t/8821» first", "it is «chat.refuge.example» there"}, Misses: []string{"He left.The door"}},
	{ID: "id.handle", Kind: lex.TypeID, Region: "any", Class: "R", Looks: "somebody's handle: after @, or written with underscores", Hits: []string{"insta «@kez_and_co» again"}, Misses: []string{"meet @ noon"}},
	{ID: "id.code", Kind: lex.TypeID, Region: "any", Class: "H I J K L M R", Looks: "a reference of letters, digits and signs, or a number that a word announces", Hits: []string{"case «CIN-48203» open", "court record «2023/CC/407» there", "badge «4471» shown", "no «Q Q 1 2 3 4 5 6 C» read out", "MRN «00-417-882» is", "her rego «CD 41 ZQ» parked", "NRIC ends «613D» here"}, Misses: []string{"section s.47 and 24/7", "on pages 12-14", "paid £64000 for it"}},
	{ID: "id.groups", Kind: lex.TypeID, Region: "any", Class: "H J R", Looks: "groups of digits side by side", Hits: []string{"council tax «6402 8817 5» due"}, Misses: []string{"scores 3 4 5"}},
	{ID: "date.short", Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "a day and a month in figures without the year", Hits: []string{"due on «11/2» at noon", "ending on «19.9» for now", "away «14/5-16/5» then", "off «3-5/5» again"}, Misses: []string{"scored 7/10 again", "open 24/7 all year"}},
	{ID: "age", Kind: lex.TypeAge, Region: "any", Class: "C", Looks: "an exact age, in figures or words", Hits: []string{"She is «8» and bright.", "a «7-year-old» came", "Milo («8») waved", "Age: («9»)", "seen F/«27» today", "his «9th» birthday", "a boy of «nine» sat", "he is «17 y/o» now", "River (they/them, «14») asked", "she said «nineteen», smiling", "adopted at «3», then", "Marcus is «34» cerebral palsy"}, Misses: []string{"an 18 week wait", "it was 20 minutes", "year 10 work"}},
	{ID: "name.capital", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a capital on a word that no English dictionary holds, or within a sentence", Hits: []string{"I sat with «Xiadani» there"}, Misses: []string{"We talked about the plan."}},
	{ID: "name.given-word", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a given name that is a word as well, written with a capital", Hits: []string{"It was «Rose» again"}, Misses: []string{"the sun rose late", "Hope is hard work, they wrote."}},
	{ID: "name.titled", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "whatever stands behind a title", Hits: []string{"then Mrs «Bird» came"}, Misses: []string{"a bird came"}},
	{ID: "name.named", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "what a word like called or named announces", Hits: []string{"a lad called «Banjo» was"}, Misses: []string{"it was called off"}},
	{ID: "name.does", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a name at the head of a sentence with what the person did", Hits: []string{"«Grace» rang at nine."}, Misses: []string{"Work rang at nine."}},
	{ID: "name.aged", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a name with an age behind it", Hits: []string{"«Summer» (8) waved."}, Misses: []string{"summer was long"}},
	{ID: "name.lower", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a given name typed without its capital", Hits: []string{"spoke to «tamika» about it"}, Misses: []string{"spoke to everyone about it"}},
	{ID: "name.beside", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "the other words of a name", Hits: []string{"saw Agnieszka «Brown» there"}, Misses: []string{"a brown coat"}},
	{ID: "name.initials", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "initials, alone or before a family name", Hits: []string{"wrote to «J.M.» about it", "some «A. Tarrantine» signed"}, Misses: []string{"e.g. this, i.e. that"}},
	{ID: "name.again", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a name met elsewhere in the document, in any case", Hits: []string{"I told Brown so. «Brown» left. Rang Dr Brown."}, Misses: []string{"brown bread"}},
	{ID: "place.known", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a place on the lists", Hits: []string{"moved to «Milton Keynes» then"}, Misses: []string{"moved to another team"}},
	{ID: "place.town", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a town of several words, each with its capital", Hits: []string{"they liked «Sandy Hook» better", "the «Port Erin» crowd came"}, Misses: []string{"on a sandy hook there"}},
	{ID: "place.lower", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a listed place typed without its capital", Hits: []string{"lives in «stockport» now"}, Misses: []string{"lives in hope"}},
	{ID: "place.country", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a country", Hits: []string{"flew to «Pakistan» alone"}, Misses: []string{"a turkey dinner"}},
	{ID: "place.head", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a name that ends in street, bridge, estate or the like", Hits: []string{"along «Langholm Avenue» again", "under «Harcourt Way bridge» again"}, Misses: []string{"a street of houses"}},
	{ID: "place.around", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "what belongs to a place beside it: what it is, what it lies beside, a part with its number, its state", Hits: []string{"Found at Kharagpur, «PF 3» today", "They stay in Leeds, «beside the borehole».", "She is in Stockport «slum» again"}, Misses: []string{"They went to Leeds, by the way, and left."}},
	{ID: "place.address", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a house with its street, a flat, a corner of two streets", Hits: []string{"lives at «27 Marchmont Walk» now", "in «Flat 14» with"}, Misses: []string{"3 visits on foot"}},
	{
		ID: "place.parcel", Kind: lex.TypeLocation, Region: "US, CA, IN, SG, ZA, PR", Class: "B", Looks: "a lot, block, unit, sector, site or flat beside another part of an address, or one that is no other thing",
		Hits:   []string{"to «Lot 47, Shady Pines» again", "she lives at «#03-221» now", "lives at «Blk 34» behind", "moved to «Rohini Phase II» then", "home is «C-214, 2nd Floor, Sector 49» there", "was «Site 12, Comp 7» then"},
		Misses: []string{"the plan is in phase 2 now", "under section 47, then level 3", "we did unit 3 today", "the first block of the course", "row 4 of the form", "see line 7, it says so"},
	},
	{
		ID: "place.route", Kind: lex.TypeLocation, Region: "US, CA, NZ", Class: "B", Looks: "a numbered country road, or a mail route with its box",
		Hits:   []string{"off «County Road D16» there", "home: «Rural Route 4, Box 22-A» still", "at «4410 FM 359» outside", "up to «Concession Road 9» again", "past «Range Road 232» then", "out at «RD 3» with"},
		Misses: []string{"a country road at night", "the range of 3 options", "rd 3 of the talks"},
	},
	{
		ID: "place.lone-house", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a house's number before the name of a street alone, where somebody is or lives",
		Hits:   []string{"room at «402 East Columbia» now", "moved from «1120 w 9th» then", "alone at «305-618 Balmoral» then", "back at «17 Quarry Bank» today", "until friday at «22 pinfold rise» again"},
		Misses: []string{"at 10 minutes past", "from 3 children to five", "at 16 weeks she", "from 2019 Anna", "at 12 Monday came", "aged from 40 Years on", "up from 12 cases then"},
	},
	{
		ID: "place.commune", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a town or district by its full style, a farm with its number, a listed place with the number of a house",
		Hits:   []string{"sent to the «Town of Deerfield» then", "on «farm Kromdraai 114» with", "found at «stockport 85» eating"},
		Misses: []string{"the town of my youth", "the farm has 114 cows", "a county of lakes"},
	},
	{
		ID: "place.lane", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a street in lower case behind a word of place, without an article",
		Hits: []string{"she lives off «green lane» now", "parked on «station road» again"}, Misses: []string{"in the fast lane", "on high street", "he drove down country lane after lane"},
	},
	{
		ID: "date.cut", Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "the beginning of a date where a line is cut short",
		Hits: []string{"He was born on «14 Ma»…"}, Misses: []string{"We waited 14 ma…", "There were 14 Maybe more… and so on"},
	},
	{
		ID: "name.cut", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "the beginning of a name that stands elsewhere, where a line is cut short",
		Hits: []string{"With Xiadani and «Tamik»…\nXiadani came, and Tamika rang."}, Misses: []string{"What she said to me in the mor…"},
	},
	{
		ID: "date.birth", Kind: lex.TypeDate, Region: "any", Class: "C", Looks: "the year somebody was born in, and a year in words behind a month",
		Hits: []string{"born in «1987» there", "was born «nineteen eighty-seven» in a flat", "since «march two thousand and four» there", "dob «14 5 18» on it", "closed from «2019-03» on"}, Misses: []string{"the act of 1987", "two thousand pounds", "bored in 1987", "in 2019-20 they"},
	},
	{
		ID: "org.employer", Kind: lex.TypeOrg, Region: "any", Class: "A", Looks: "whom somebody works for",
		Hits: []string{"mum works at «Dunmore Foods» now", "employed by «Calder Freight» then"}, Misses: []string{"it works for me", "works for the NHS", "he works at night"},
	},
	{
		ID: "place.spoken", Kind: lex.TypeLocation, Region: "any", Class: "B", Looks: "a house, a street or a flat in a dictated note, with its number in words",
		Hits:   []string{"seen today period at «fourteen twelve county road twenty two» comma alone period she is well period", "seen today period on «old shell road» «lot nineteen» comma alone period she is well period"},
		Misses: []string{"the two of them took the road comma then two roads more comma and a lot period", "on the road comma then by the road comma or off road period"},
	},
	{ID: "place.outcode", Kind: lex.TypeLocation, Region: "UK", Class: "B", Looks: "the first half of a postcode behind a place", Hits: []string{"moved to Rochdale «OL12» in"}, Misses: []string{"form H3 was signed"}},
	{ID: "org.head", Kind: lex.TypeOrg, Region: "any", Class: "A", Looks: "a name that ends in school, ward, court or the like", Hits: []string{"starts at «Oakfield College» soon"}, Misses: []string{"a college place"}},
	{ID: "org.prefix", Kind: lex.TypeOrg, Region: "any", Class: "A", Looks: "a name behind St, HMP, Ysbyty, Ward or the like", Hits: []string{"moved to «HMP Marlow» today"}, Misses: []string{"on the ward today"}},
	{ID: "org.the", Kind: lex.TypeOrg, Region: "any", Class: "A", Looks: "a capital article within a sentence", Hits: []string{"an enquiry at «The Willows» now"}, Misses: []string{"the willows sway"}},
	{ID: "org.run", Kind: lex.TypeOrg, Region: "any", Class: "A", Looks: "capitals behind a word of place", Hits: []string{"missed it at «Rising Lights» again"}, Misses: []string{"at first light"}},
	{ID: "name.near", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a known name of five letters or more with one letter more, less, changed or swapped", Hits: []string{"Rang Agnieszka. Then «agniezska» left"}, Misses: []string{"Rang Agnieszka about the agency."}},
	{ID: "name.sound", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a known name as somebody heard it, in a naming place", Hits: []string{"Rang Siobhán first. I saw «shiv on» later"}, Misses: []string{"Rang Siobhán. The shift went on."}},
	{ID: "name.known-initials", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "the initials of somebody known, alone where a person would stand", Hits: []string{"Met Denzel Okafor. «D»'s mum came", "Met Kelly Varrow. «KV» left early", "Then Mrs. «B» at the church", "no reply from «J.» (her ex) yet"}, Misses: []string{"Met Denzel Okafor about plan D then."}},
	{ID: "name.spelled", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a word spelled out letter by letter", Hits: []string{"She signed «K-E-R-E-N» slowly", "It is «S I O B H A N» with a fada"}, Misses: []string{"Plan A and plan B it is."}},
	{ID: "name.family-first", Kind: lex.TypePerson, Region: "any", Class: "A", Looks: "a family name with the given name behind a comma", Hits: []string{"Seen: «Ward, Bridget» (granny)", "chasing. «REES, D. & M.» wrote"}, Misses: []string{"In care, Grace said no.", "to 22 Corran Street, Leanne's brother"}},
	{ID: "id.name-handle", Kind: lex.TypeID, Region: "any", Class: "R", Looks: "a name on the net that holds a known name", Hits: []string{"Met Kezban. Later «kezbanrules» wrote"}, Misses: []string{"Met Kezban. Later everybody wrote"}},
	{ID: "phone.dictated", Kind: lex.TypePhone, Region: "any", Class: "D E", Looks: "a number written digit by digit in words", Hits: []string{"ring «oh seven seven double oh nine double oh one two three» after six", "ring «07700 nine hundred one two three» then"}, Misses: []string{"one or two of the three came"}},
	{ID: "email.spoken", Kind: lex.TypeEmail, Region: "any", Class: "F", Looks: "an e-mail address with its signs written as words", Hits: []string{"write to «kim.oduya (at) post (dot) example» today", "it is «kim dot oduya at post dot example» he said"}, Misses: []string{"we met at post offices"}},
}
