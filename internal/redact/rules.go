package redact

import "regexp"

// rule is one detector as data: what it looks for and the proof that it does.
// A rule with a pattern is tried at the start of every token that from and lead
// allow; the others are carried out by the code that names their id.
// Hits mark what must be found with « and »; in misses nothing of the kind may
// be found by the rule.
type rule struct {
	id      string
	kind    Type
	region  string // "any", "UK", "IE", "US", "AU"
	class   string // the HIPAA classes it serves, by letter
	looks   string // what it looks for, in plain words
	reason  string // what the reviewer reads
	pattern *regexp.Regexp
	from    string            // what it begins with: d digit, l letter, p sign; m: a month's name stands near; s: a sign follows its first number
	lead    int               // how many digits its first number holds at least
	digits  int               // how many digits the match must hold at least
	check   func(string) bool // check digits: they raise confidence, never reject
	weight  float64
	sure    float64 // weight where check agrees
	hits    []string
	misses  []string
}

// months is a pattern of month names in English, and in Irish and Welsh for
// texts that mix languages.
const months = `(?i:january|february|march|april|may|june|july|august|september|october|november|december|` +
	`jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|` +
	`eanáir|feabhra|márta|aibreán|bealtaine|meitheamh|iúil|lúnasa|samhain|nollaig|` +
	`ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|` +
	`enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)`

// ordinals is a pattern of written days of the month.
const ordinals = `(?i:(?:twenty|thirty)[- ])?(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|` +
	`twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)`

// numberRules are the patterns of numbers, codes and dates, most telling first.
var numberRules = []rule{
	{
		id: "date.iso", from: "d", lead: 4, kind: TypeDate, region: "any", class: "C", looks: "year-month-day, with or without a time",
		reason:  "It is a full date.",
		pattern: regexp.MustCompile(`^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?`), digits: 6, weight: 0.97,
		hits: []string{"seen «2024-03-05» at home", "logged «2006-04-17 08:12:40» today"}, misses: []string{"pages 2024 to 2030"},
	},
	{
		id: "date.numeric", from: "ds", lead: 1, kind: TypeDate, region: "any", class: "C", looks: "day, month and year in figures, in any order",
		reason:  "It is a full date.",
		pattern: regexp.MustCompile(`^\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)?\d\d`), digits: 4, check: dateOrder, weight: 0.7, sure: 0.97,
		hits: []string{"born «14/05/24» here", "on «08-10-2024» at two", "signed «4.6.25» then", "moved «8/2/24» to"}, misses: []string{"a ratio of 60/40", "version 1.2"},
	},
	{
		id: "date.day-month", from: "dm", lead: 1, kind: TypeDate, region: "any", class: "C", looks: "a day with a month's name, with or without the year",
		reason: "It names a day.",
		pattern: regexp.MustCompile(`^\d{1,2}[ -]?(?:st|nd|rd|th)?(?:\s?(?:[-–—/&,]|to|and|or)\s?\d{1,2}\s?(?:st|nd|rd|th)?)*,?\s*(?:of\s+)?` + months +
			`\b(?:\.?,?\s+(?:19|20)\d\d\b|\s+['’]\d\d\b|\s+\d\d\b)?`), digits: 1, weight: 0.97,
		hits: []string{"review «21st of June» at", "on «2 Sept» we", "leave «21–25 July» then", "before «28 February 2025» at ten", "on the «3rd and 4th of May» both"}, misses: []string{"in June they", "2 marching bands"},
	},
	{
		id: "date.day-month-words", from: "lm", lead: 0, kind: TypeDate, region: "any", class: "C", looks: "a day of a month written out",
		reason:  "It names a day.",
		pattern: regexp.MustCompile(`^` + ordinals + `(?:\s+of)?\s+` + months + `\b`), weight: 0.95,
		hits: []string{"next is «third of april» at noon", "on the «twenty-first of May» then"}, misses: []string{"the third of six"},
	},
	{
		id: "date.month-day", from: "lm", lead: 0, kind: TypeDate, region: "any", class: "C", looks: "a month with a day or a year",
		reason:  "It names a day or a month of a year.",
		pattern: regexp.MustCompile(`^` + months + `\.?,?\s+(?:the\s+)?(?:(?:19|20)\d\d\b|['’]\d\d\b|` + ordinals + `\b|\d{1,2}(?:st|nd|rd|th)?\b(?:\s?[-–]\s?\d{1,2}\b)?(?:,?\s+(?:19|20)\d\d\b)?)`), weight: 0.95,
		hits: []string{"by «November 8, 2024» at", "on «Dec 1st» he", "since «August 2024» she", "on «Sept 23» again", "due «April the third» now"}, misses: []string{"in March they"},
	},
	{
		id: "date.month-year", from: "dls", lead: 1, kind: TypeDate, region: "any", class: "C", looks: "a month and a year in figures, or a season or feast with a year", reason: "It names a month of a year.",
		pattern: regexp.MustCompile(`^(?:\d{1,2}[/.-](?:19|20)\d\d|(?i:spring|summer|autumn|winter|easter|christmas|xmas|boxing day|new year)\s+(?:of\s+)?(?:(?:19|20)\d\d|['’]\d\d)|` + months + `\s?[-–/]\s?` + months + `(?:\s+(?:19|20)\d\d)?)\b`), weight: 0.85,
		hits: []string{"since «03/2025» again", "left in «summer 2019» for good", "through «Jan–Mar 2024» only"}, misses: []string{"page 3 of 2020"},
	},
	{
		id: "id.iban", from: "l", lead: 0, kind: TypeID, region: "any", class: "J", looks: "an international bank account number", reason: "It looks like a bank account.",
		pattern: regexp.MustCompile(`^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?`), digits: 10, check: ibanCheck, weight: 0.85, sure: 0.99,
		hits: []string{"pay to «GB82 WEST 1234 5698 7654 32» please"}, misses: []string{"at OX4 AND SO ON"},
	},
	{
		id: "id.nino", from: "l", lead: 0, kind: TypeID, region: "UK", class: "R", looks: "a National Insurance number", reason: "It looks like a National Insurance number.",
		pattern: regexp.MustCompile(`^(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?(?:[A-D]\b)?|[a-z]{2}\d{6}[a-d]?\b)`), digits: 6, weight: 0.95,
		hits: []string{"NI no is «JG 10 37 59 B» on file", "nino «AB123456C» given"}, misses: []string{"AA 12 steps"},
	},
	{
		id: "id.ssn", from: "d", lead: 3, kind: TypeID, region: "US", class: "G", looks: "a Social Security number", reason: "It looks like a Social Security number.",
		pattern: regexp.MustCompile(`^\d{3}[- ]\d{2}[- ]\d{4}`), digits: 9, weight: 0.97,
		hits: []string{"SSN for it is «219-09-9999» today"}, misses: []string{"10-12 people"},
	},
	{
		id: "phone.international", from: "dp", lead: 3, kind: TypePhone, region: "any", class: "D E", looks: "a telephone number with its country's code", reason: "It looks like a telephone number.",
		pattern: regexp.MustCompile(`^(?:\+|00)[1-9]\d{0,2}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,5}(?:[ .-]?\d{2,6}){1,4}(?:\s?(?:x|ext\.?|extension)\s?\d{1,5})?`), digits: 8, weight: 0.97,
		hits: []string{"ring «+44 1632 960 381» first", "from «0044 7700 900345» again"}, misses: []string{"scored +3 overall"},
	},
	{
		id: "phone.us", from: "dp", lead: 3, kind: TypePhone, region: "US", class: "D E", looks: "a telephone number of three, three and four digits", reason: "It looks like a telephone number.",
		pattern: regexp.MustCompile(`^(?:1[ .-])?\(?\d{3}\)?[ .-]{0,2}\d{3}[.-]\d{4}(?:\s?(?:x|ext\.?|extension)\s?\d{1,5})?`), digits: 10, weight: 0.96,
		hits: []string{"call «(505) 555-0184» tonight", "saved «303.555.0172» as"}, misses: []string{"(12) and 3"},
	},
	{
		id: "phone.local", from: "dp", lead: 2, kind: TypePhone, region: "UK, IE, AU", class: "D E", looks: "a telephone number that begins with 0 or 1800, in any grouping", reason: "It looks like a telephone number.",
		pattern: regexp.MustCompile(`^(?:18001[ -]?)?\(?0[1-9]\d{0,4}\)?(?:[ .-]{0,2}\d{2,8}){1,5}(?:\s?(?:x|ext\.?|extension)\s?\d{1,5})?`), digits: 9, weight: 0.95,
		hits: []string{"on «0161 496 0719» she", "back line «01632 960 745» rang", "sat phone «07 5550 8231» here", "relay «18001 01632 960 502» for mum"}, misses: []string{"at 09 30 sharp"},
	},
	{
		id: "phone.groups", from: "dp", lead: 2, kind: TypePhone, region: "any", class: "D E", looks: "a telephone number in groups, as other countries write it", reason: "It looks like a telephone number.",
		pattern: regexp.MustCompile(`^(?:\(\d{2,4}\)[ .-]?\d{3,4}[ .-]\d{3,4}|\(?\d{2,3}\)?(?:[ .-]\d{2,4}){3})`), digits: 8, weight: 0.85,
		hits: []string{"phone «40-17-22-96» then", "call «(61) 5120-4471» now", "on «22 317 640 1185» today"}, misses: []string{"ages 12 13 14"},
	},
	{
		id: "id.nhs", from: "d", lead: 3, kind: TypeID, region: "UK", class: "H", looks: "an NHS, CHI or HSC number: ten digits with a check digit by modulus 11", reason: "It looks like an NHS number.",
		pattern: regexp.MustCompile(`^\d{3}[ -]?\d{3}[ -]?\d{4}`), digits: 10, check: nhsCheck, weight: 0.93, sure: 0.99,
		hits: []string{"NHS no «943 476 5919» missing", "number «9434765919» on the form"}, misses: []string{"100 000 words"},
	},
	{
		id: "id.pps", from: "d", lead: 5, kind: TypeID, region: "IE", class: "R", looks: "a Personal Public Service number", reason: "It looks like a PPS number.",
		pattern: regexp.MustCompile(`^\d{7}[ -]?[A-Wa-w][A-Ia-iWw]?\b`), digits: 7, check: ppsCheck, weight: 0.93, sure: 0.99,
		hits: []string{"PPS «7654321T» on form", "her «1234567T» again"}, misses: []string{"7 T shirts"},
	},
	{
		id: "id.medicare-us", from: "d", lead: 9, kind: TypeID, region: "US", class: "I", looks: "a Medicare number", reason: "It looks like a Medicare number.",
		pattern: regexp.MustCompile(`^[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}`), digits: 5, weight: 0.97,
		hits: []string{"Medicare no. «1EG4-TE5-MK73» given"}, misses: []string{"2 FOR 1"},
	},
	{
		id: "id.medicare-au", from: "d", lead: 4, kind: TypeID, region: "AU", class: "I", looks: "a Medicare card number", reason: "It looks like a Medicare number.",
		pattern: regexp.MustCompile(`^[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]?\d)?`), digits: 10, check: medicareCheck, weight: 0.93, sure: 0.99,
		hits: []string{"Medicare «2123 45670 1» shown"}, misses: []string{"2000 people"},
	},
	{
		id: "id.tfn", from: "d", lead: 3, kind: TypeID, region: "AU", class: "R", looks: "a tax file number or CRN: nine digits, the CRN with a letter", reason: "It looks like a tax file or Centrelink number.",
		pattern: regexp.MustCompile(`^\d{3}[ -]\d{3}[ -]\d{3}[A-Za-z]?`), digits: 9, check: tfnCheck, weight: 0.92, sure: 0.98,
		hits: []string{"CRN «207 318 446K» here", "TFN «876 543 210» noted"}, misses: []string{"10 20 30"},
	},
	{
		id: "id.card", from: "d", lead: 4, kind: TypeID, region: "any", class: "J", looks: "a payment card's number", reason: "It looks like a card number.",
		pattern: regexp.MustCompile(`^[1-9]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}`), digits: 13, check: luhn, weight: 0.94, sure: 0.99,
		hits: []string{"my card «4111 1111 1111 1111» was"}, misses: []string{"2019 2020 2021"},
	},
	{
		id: "ip", from: "dls", lead: 1, kind: TypeIP, region: "any", class: "O", looks: "an IP address, version 4 or 6", reason: "It is the address of a computer.",
		pattern: regexp.MustCompile(`^(?:\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|[0-9A-Fa-f]{1,4}(?:::?[0-9A-Fa-f]{1,4}){3,7})(?:/\d{1,2})?`), digits: 3, weight: 0.97,
		hits: []string{"login by «198.51.100.7» today", "via «2001:db8:85a3::8a2e:370:7334» today"}, misses: []string{"version 1.2.3"},
	},
	{
		id: "id.plate-uk", from: "l", lead: 0, kind: TypeID, region: "UK", class: "L", looks: "a car's plate: two letters, two digits, three letters, or an older form", reason: "It looks like a car's plate.",
		pattern: regexp.MustCompile(`^(?:[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[a-z]{2}\d{2}[a-z]{3}|[A-Z]\d{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?\d{1,3}[A-Z]|[A-Z]{3}-\d{3,4})\b`), digits: 1, weight: 0.92,
		hits: []string{"reg «BD51 SMR» parked", "in the Corsa («YS68 WQE») then"}, misses: []string{"CR12 and CR13"},
	},
	{
		id: "id.plate-other", from: "dl", lead: 2, kind: TypeID, region: "IE, US, AU", class: "L", looks: "a car's plate of other countries", reason: "It looks like a car's plate.",
		pattern: regexp.MustCompile(`^(?:\d{2,3}[- ][A-Z]{1,2}[- ]\d{3,6}|\d[A-Z]{3}\d{3}|\d{3}[ -][A-Z]{3}|[A-Z]{3}[ -]\d{2}[A-Z]|[A-Z]{2,3}-\d{3,4}|\d{1,3}[A-Z]{1,3}\d{1,3}|[A-Z]{2}\d{2}[A-Z]{2}|\d[A-Z]{2}[ -]?\d[A-Z]{2}|\d{3}[ -]?[A-Z]{2}\d)\b`), digits: 2, weight: 0.85,
		hits: []string{"plate LA «617 MHW» seen", "his van «191-D-4471» outside"}, misses: []string{"200 people"},
	},
	{
		id: "id.police-log", from: "d", lead: 1, kind: TypeID, region: "UK", class: "R", looks: "a police log number with its day", reason: "It is a log number.",
		pattern: regexp.MustCompile(`^\d{1,5}\s+of\s+\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?`), digits: 3, weight: 0.95,
		hits: []string{"101 log number «0418 of 09/06» given"}, misses: []string{"2 of 3 visits"},
	},
	{
		id: "place.postcode-uk", from: "l", lead: 0, kind: TypeLocation, region: "UK", class: "B", looks: "a full postcode", reason: "It is a postcode.",
		pattern: regexp.MustCompile(`^(?:[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]?\s{0,2}\d(?:[abd-hjlnq-uw-z][abd-hjlnp-uw-z]|p[abd-hjlnp-uw-z]))\b`), digits: 2, weight: 0.97,
		hits: []string{"home at «LS9 7ZZ» now", "to «ls9 7zz» by bus"}, misses: []string{"A1 grade work"},
	},
	{
		id: "place.eircode", from: "l", lead: 0, kind: TypeLocation, region: "IE", class: "B", looks: "an Eircode", reason: "It is a postcode.",
		pattern: regexp.MustCompile(`^(?:[AC-FHKNPRTV-Y]\d[\dW]\s?[0-9AC-FHKNPRTV-Y]{4}|[ac-fhknprtv-y]\d[\dw]\s?[ac-fhknprtv-y]\d[0-9ac-fhknprtv-y]{2})\b`), digits: 2, weight: 0.95,
		hits: []string{"Eircode «T45 WX70» there"}, misses: []string{"P45 form"},
	},
	{
		id: "place.military", from: "l", lead: 0, kind: TypeLocation, region: "US", class: "B", looks: "a military or diplomatic postal address", reason: "It is a postal address.",
		pattern: regexp.MustCompile(`^(?i:(?:PSC|CMR|Unit)\s+\d{1,5},?\s+Box\s+\d{1,5}|(?:APO|FPO|DPO),?\s+A[AEP],?\s+\d{5})`), digits: 2, weight: 0.96,
		hits: []string{"office at «PSC 2290, Box 6017» then", "post to «APO AE 09012» instead"}, misses: []string{"Unit 3 of the course"},
	},
	{
		id: "place.rural", from: "l", lead: 0, kind: TypeLocation, region: "US", class: "B", looks: "a rural route, a highway contract box, a mile marker", reason: "It is a postal address.",
		pattern: regexp.MustCompile(`^(?i:(?:HC|RR|SR)\s?\d{1,4},?\s+Box\s+\d{1,5}|mile\s+(?:marker|post)\s+\d{1,4}(?:\s+(?:off|on)\s+(?:rte|route|hwy|highway|us|i)[ .-]*\d{1,4})?|(?:rte|hwy|highway|county road|cr)\.?\s+\d{1,4}\b)`), digits: 1, weight: 0.85,
		hits: []string{"post to «HC 64 Box 118» please", "at «mile marker 30 off Rte 9» there"}, misses: []string{"on route 3 times"},
	},
	{
		id: "place.state-zip", from: "l", lead: 0, kind: TypeLocation, region: "US, AU", class: "B", looks: "a state's letters with a ZIP code or postcode", reason: "It is a postcode.",
		pattern: regexp.MustCompile(`^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|NSW|VIC|QLD|TAS|ACT|NT|SA)\.?,?\s+\d{4,5}(?:-\d{4})?`), digits: 4, weight: 0.97,
		hits: []string{"lease in «CA 94610» if", "at «QLD 4871» now"}, misses: []string{"MA degree"},
	},
}

// contextRules are the detectors that weigh words and what stands around them.
// Their work is done in names.go, institutions.go, addresses.go, codes.go,
// ages.go, shortdates.go and propagate.go; here stands what each promises.
var contextRules = []rule{
	{id: "email", kind: TypeEmail, region: "any", class: "F", looks: "an e-mail address", hits: []string{"write to «kim.oduya@post.example» today"}, misses: []string{"see you @ 4"}},
	{id: "url", kind: TypeURL, region: "any", class: "N", looks: "an address on the web, with or without its scheme", hits: []string{"see «https://share.example/t/8821» first", "it is «chat.refuge.example» there"}, misses: []string{"He left.The door"}},
	{id: "id.handle", kind: TypeID, region: "any", class: "R", looks: "somebody's handle: after @, or written with underscores", hits: []string{"insta «@kez_and_co» again"}, misses: []string{"meet @ noon"}},
	{id: "id.code", kind: TypeID, region: "any", class: "H I J K L M R", looks: "a reference of letters, digits and signs, or a number that a word announces", hits: []string{"case «CIN-48203» open", "court record «2023/CC/407» there", "badge «4471» shown"}, misses: []string{"section s.47 and 24/7", "on pages 12-14", "paid £64000 for it"}},
	{id: "id.groups", kind: TypeID, region: "any", class: "H J R", looks: "groups of digits side by side", hits: []string{"council tax «6402 8817 5» due"}, misses: []string{"scores 3 4 5"}},
	{id: "date.short", kind: TypeDate, region: "any", class: "C", looks: "a day and a month in figures without the year", hits: []string{"due on «11/2» at noon", "ending on «19.9» for now"}, misses: []string{"scored 7/10 again", "open 24/7 all year"}},
	{id: "age", kind: TypeAge, region: "any", class: "C", looks: "an exact age, in figures or words", hits: []string{"She is «8» and bright.", "a «7-year-old» came", "Milo («8») waved", "a boy of «nine» sat"}, misses: []string{"an 18 week wait", "it was 20 minutes", "year 10 work"}},
	{id: "name.capital", kind: TypePerson, region: "any", class: "A", looks: "a capital on a word that no English dictionary holds, or within a sentence", hits: []string{"I sat with «Xiadani» there"}, misses: []string{"We talked about the plan."}},
	{id: "name.given-word", kind: TypePerson, region: "any", class: "A", looks: "a given name that is a word as well, written with a capital", hits: []string{"It was «Rose» again"}, misses: []string{"the sun rose late", "Hope is hard work, they wrote."}},
	{id: "name.titled", kind: TypePerson, region: "any", class: "A", looks: "whatever stands behind a title", hits: []string{"then Mrs «Bird» came"}, misses: []string{"a bird came"}},
	{id: "name.named", kind: TypePerson, region: "any", class: "A", looks: "what a word like called or named announces", hits: []string{"a lad called «Banjo» was"}, misses: []string{"it was called off"}},
	{id: "name.does", kind: TypePerson, region: "any", class: "A", looks: "a name at the head of a sentence with what the person did", hits: []string{"«Grace» rang at nine."}, misses: []string{"Work rang at nine."}},
	{id: "name.aged", kind: TypePerson, region: "any", class: "A", looks: "a name with an age behind it", hits: []string{"«Summer» (8) waved."}, misses: []string{"summer was long"}},
	{id: "name.lower", kind: TypePerson, region: "any", class: "A", looks: "a given name typed without its capital", hits: []string{"spoke to «tamika» about it"}, misses: []string{"spoke to everyone about it"}},
	{id: "name.beside", kind: TypePerson, region: "any", class: "A", looks: "the other words of a name", hits: []string{"saw Agnieszka «Brown» there"}, misses: []string{"a brown coat"}},
	{id: "name.initials", kind: TypePerson, region: "any", class: "A", looks: "initials, alone or before a family name", hits: []string{"wrote to «J.M.» about it", "some «A. Tarrantine» signed"}, misses: []string{"e.g. this, i.e. that"}},
	{id: "name.again", kind: TypePerson, region: "any", class: "A", looks: "a name met elsewhere in the document, in any case", hits: []string{"I told Brown so. «Brown» left. Rang Dr Brown."}, misses: []string{"brown bread"}},
	{id: "place.known", kind: TypeLocation, region: "any", class: "B", looks: "a place on the lists", hits: []string{"moved to «Milton Keynes» then"}, misses: []string{"moved to another team"}},
	{id: "place.lower", kind: TypeLocation, region: "any", class: "B", looks: "a listed place typed without its capital", hits: []string{"lives in «stockport» now"}, misses: []string{"lives in hope"}},
	{id: "place.country", kind: TypeLocation, region: "any", class: "B", looks: "a country", hits: []string{"flew to «Pakistan» alone"}, misses: []string{"a turkey dinner"}},
	{id: "place.head", kind: TypeLocation, region: "any", class: "B", looks: "a name that ends in street, bridge, estate or the like", hits: []string{"along «Langholm Avenue» again", "under «Harcourt Way bridge» again"}, misses: []string{"a street of houses"}},
	{id: "place.address", kind: TypeLocation, region: "any", class: "B", looks: "a house with its street, a flat, a corner of two streets", hits: []string{"lives at «27 Marchmont Walk» now", "in «Flat 14» with"}, misses: []string{"3 visits on foot"}},
	{id: "place.outcode", kind: TypeLocation, region: "UK", class: "B", looks: "the first half of a postcode behind a place", hits: []string{"moved to Rochdale «OL12» in"}, misses: []string{"form H3 was signed"}},
	{id: "org.head", kind: TypeOrg, region: "any", class: "A", looks: "a name that ends in school, ward, court or the like", hits: []string{"starts at «Oakfield College» soon"}, misses: []string{"a college place"}},
	{id: "org.prefix", kind: TypeOrg, region: "any", class: "A", looks: "a name behind St, HMP, Ysbyty, Ward or the like", hits: []string{"moved to «HMP Marlow» today"}, misses: []string{"on the ward today"}},
	{id: "org.the", kind: TypeOrg, region: "any", class: "A", looks: "a capital article within a sentence", hits: []string{"an enquiry at «The Willows» now"}, misses: []string{"the willows sway"}},
	{id: "org.run", kind: TypeOrg, region: "any", class: "A", looks: "capitals behind a word of place", hits: []string{"missed it at «Rising Lights» again"}, misses: []string{"at first light"}},
}
