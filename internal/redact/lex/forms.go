package lex

import "strings"

// KnownSuffixed reports whether the word ends like a quantity.
func KnownSuffixed(low string) bool {
	return KnownSuffixes.Has(low[strings.LastIndexAny(low, "0123456789")+1:])
}

// LongestPart gives the longest run between separators.
func LongestPart(word, separators string) int {
	longest, run := 0, 0
	for _, r := range word {
		if strings.ContainsRune(separators, r) {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// YearForm reports whether the word in lower case is a year, or a pair or a decade
// of years.
func YearForm(low string) bool {
	if len(low) < 4 || low[:2] != "19" && low[:2] != "20" {
		return false
	}
	for i := range len(low) {
		if low[i] < '0' || low[i] > '9' {
			return i == 4 && len(low) <= 9 && !strings.Contains(low[5:], "/") && (low[4] == '/' || low[4] == '-' || low[4] == 's' || low[4] == 0xe2)
		}
	}
	return len(low) == 4
}

// knownPrefixes and KnownSuffixes stand around digits that look like a code and are
// none.
var knownPrefixes = SetOf("s ss sec v x cl reg art p pp pg ch no ks yr y covid- phq- gad- who- f1 u a h m t i b c d e g j k l n o q r w z who p. s. ss. v. pp. pg. x. post- pre- under- over- mid- age- aged- section- sect. reg. para. para year- stage- level- tier- step- grade- day- week- part- band- key- core- act- ace- dsm- icd- sdq- cp- zone- pcf- level tier year asq- mmse- gds- ks- cafcass- c g4s.")

// KnownSuffixes are what quantities end in.
var KnownSuffixes = SetOf("am pm th st nd rd s p k m kg kgs g mg mcg ml l cm mm km mph lb lbs oz hr hrs h min mins m sec secs x % wk wks d days yo yrs yr y mths mth months year years weeks ft in " +
	"am- pm- bn tsp mb gb tb -year-old -year-olds -year -month -month-old -week -week-old -weekly -day -hour -minute -yr -yr-old -bed -bedroom -step -stage -point -page -person -part -way -mile -ish ish +")

// KnownForm reports whether the word in lower case, with so many digits, is a
// quantity, a section or the like.
func KnownForm(low string, digits int) bool {
	if digits > 4 {
		return false
	}
	from := strings.IndexAny(low, "0123456789")
	if from < 0 { // digits of another script
		return false
	}
	to := strings.LastIndexAny(low, "0123456789") + 1
	prefix, suffix := low[:from], low[to:]
	core := low[from:to]
	inner := strings.Trim(core, "0123456789.:-–/x×") == ""
	return inner && digits <= 3 && (prefix == "" || knownPrefixes.Has(prefix) || len(prefix) == 1) && (suffix == "" && prefix != "" || KnownSuffixes.Has(suffix) || len(suffix) == 1 && prefix == "") ||
		inner && prefix == "" && KnownSuffixes.Has(suffix) && suffix != "" ||
		inner && strings.ContainsAny(core, "x×") && !strings.Contains(core, "xx")
}

// QuantityForm reports whether figures with letters are a quantity ("5pm").
func QuantityForm(w string) bool {
	return KnownSuffixes.Has(strings.TrimLeft(w, "0123456789"))
}

// OrdinalForm reports whether the word is a number with th, st, nd or rd.
func OrdinalForm(w string) bool {
	for _, tail := range [...]string{"th", "st", "nd", "rd", "e"} {
		if cut := strings.TrimSuffix(w, tail); len(cut) < len(w) && len(cut) <= 3 && strings.Trim(cut, "0123456789") == "" {
			return true
		}
	}
	return false
}
