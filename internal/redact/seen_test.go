package redact

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"aftershift/internal/redact/rules"
)

// disguises are ways in which a text may be typed, pasted or set so that a
// reader sees the same words. They are written out here, apart from the table
// that the engine folds by.
var disguises = func() map[string]func(string) string {
	swap := func(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }
	all := map[string]func(string) string{
		"curly quotes":  swap("'", "\u2019", `"`, "\u201c"),
		"primes":        swap("'", "\u2032"),
		"full width":    fullWidth,
		"bold figures":  mapped(unicode.IsDigit, func(r rune) string { return string(r - '0' + 0x1d7ce) }),
		"arabic digits": mapped(unicode.IsDigit, func(r rune) string { return string(r - '0' + 0x660) }),
		"homoglyphs":    swap("a", "\u0430", "e", "\u0435", "o", "\u043e", "p", "\u0440", "c", "\u0441", "A", "\u0391", "O", "\u039f", "K", "\u041a", "M", "\u041c"),
		"middle dots":   middleDots,
		"decomposed":    swap("é", "e\u0301", "ö", "o\u0308", "í", "i\u0301"),
		"broken lines":  swap("-", "-\n"),
	}
	for name, space := range map[string]string{"no-break space": "\u00a0", "thin space": "\u2009", "figure space": "\u2007", "narrow space": "\u202f", "em space": "\u2003", "ideographic space": "\u3000"} {
		all[name] = swap(" ", space)
	}
	for name, hyphen := range map[string]string{"hyphen": "\u2010", "no-break hyphen": "\u2011", "figure dash": "\u2012", "en dash": "\u2013", "minus": "\u2212", "full-width hyphen": "\uff0d"} {
		all[name] = unspaced(hyphen)
	}
	for name, hidden := range map[string]string{"soft hyphen": "\u00ad", "zero-width space": "\u200b", "word joiner": "\u2060", "byte order mark": "\ufeff", "direction mark": "\u200e"} {
		all[name] = inWords(hidden)
	}
	return all
}()

func mapped(which func(rune) bool, to func(rune) string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, r := range s {
			if which(r) && r < 128 {
				b.WriteString(to(r))
			} else {
				b.WriteRune(r)
			}
		}
		return b.String()
	}
}

var fullWidth = mapped(func(r rune) bool { return '!' <= r && r <= '~' }, func(r rune) string { return string(r - '!' + 0xff01) })

// unspaced puts the dash where a hyphen stands between letters or digits.
func unspaced(dash string) func(string) string {
	return between('-', func(a, b rune) bool { return alnum(a) && alnum(b) }, dash)
}

// middleDots puts a middle dot for the point between letters or digits.
var middleDots = between('.', func(a, b rune) bool { return alnum(a) && alnum(b) }, "\u00b7")

func between(old rune, where func(a, b rune) bool, with string) func(string) string {
	return func(s string) string {
		runes := []rune(s)
		var b strings.Builder
		for i, r := range runes {
			if r == old && i > 0 && i+1 < len(runes) && where(runes[i-1], runes[i+1]) {
				b.WriteString(with)
			} else {
				b.WriteRune(r)
			}
		}
		return b.String()
	}
}

// inWords puts something invisible between two letters or digits of each word.
func inWords(hidden string) func(string) string {
	return func(s string) string {
		runes, run := []rune(s), 0
		var b strings.Builder
		for i, r := range runes {
			if alnum(r) {
				run++
			} else {
				run = 0
			}
			b.WriteRune(r)
			if run == 2 && i+1 < len(runes) && alnum(runes[i+1]) {
				b.WriteString(hidden)
			}
		}
		return b.String()
	}
}

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// masks gives, for each letter and digit of the text, whether it goes.
func masks(text string, o Options) []bool {
	gone := make([]bool, len(text))
	for _, f := range engineOnce().Scan([]Part{{Text: text}}, o).Findings() {
		for i := f.Start; o.masks(f) && i < f.End; i++ {
			gone[i] = true
		}
	}
	var out []bool
	for i, r := range text {
		if alnum(r) {
			out = append(out, gone[i])
		}
	}
	return out
}

func TestRules_hits_are_found_in_every_disguise(t *testing.T) {
	for _, r := range slices.Concat(rules.Numbers, rules.Contexts) {
		for _, example := range r.Hits {
			text, _, _ := marked(example)
			want := masks(text, Options{})
			for name, disguise := range disguises {
				if got := masks(disguise(text), Options{}); !slices.Equal(got, want) {
					t.Errorf("%s, %s: %q reads otherwise", r.ID, name, disguise(text))
				}
			}
		}
	}
}

func TestEngine_Mask_sees_what_a_reader_sees(t *testing.T) {
	for text, kept := range map[string][]string{
		"They moved to LS9\u00a07ZZ. Born 14\u00a0May\u00a02018, a 7\u2011year\u2011old.": {"LS9", "7ZZ", "14", "May\u00a02018", "7\u2011"},
		"I rang 07700·900·412 again.":                                       {"07700", "900", "412"},
		"We met Wozni\u00adakowski there.":                                  {"Wozni", "akowski"},
		"Then Wozni-\nakowski left.":                                        {"Wozni", "akowski"},
		"Then \uff22\uff52\uff4f\uff57\uff4e\uff45\uff4c\uff4c\uff59 left.": {"\uff22", "\uff59"},
		"I met Kаsiа Brоdzkа again.":                                        {"K", "Br"}, // with Cyrillic vowels
		"It was 7–year–old Milo who said it.":                               {"7", "Milo"},
	} {
		out, _ := engineOnce().Mask(text, Options{})
		for _, word := range kept {
			if strings.Contains(out, word) {
				t.Errorf("%q became %q, which holds %q", text, out, word)
			}
		}
	}
}
