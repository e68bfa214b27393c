package fold

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Seen is a text as a reader sees it on paper, with the way back to the text as
// it was written. It is immutable.
type Seen struct {
	Text string
	cuts []cut
}

// cut is a stretch that is seen differently from how it is written. Stretches
// between cuts are the same, byte by byte.
type cut struct{ seen, seenEnd, written, writtenEnd int }

// See folds s at Detect. joins says whether the two halves of a word that a
// hyphen breaks over a line end make one word; else the hyphen stays, and the
// line end goes.
func See(s string, joins func(before, after string) bool) Seen {
	if unchanged(s) {
		return Seen{Text: s}
	}
	v := view{in: s, joins: joins}
	v.out.Grow(len(s))
	for v.at < len(s) {
		v.step()
	}
	return Seen{Text: v.out.String(), cuts: v.cuts}
}

// unchanged reports whether s holds nothing beyond ASCII, no hyphen at the end of
// a line and no name of a character.
func unchanged(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == '`' || s[i] == '&' && entity(s[i:]) > 0 || s[i] == '\n' && i > 0 && s[i-1] == '-' || s[i] == '\r' && i > 0 && s[i-1] == '-' {
			return false
		}
	}
	return true
}

// Back gives the bytes of the text as it was written for a stretch of what is
// seen: from the first character to the end of the last.
func (s Seen) Back(start, end int) (int, int) {
	if len(s.cuts) == 0 || start >= end {
		return s.back(start), s.back(end)
	}
	first, last := s.back(start), s.back(end-1)
	if c, ok := s.cutAt(end - 1); ok {
		return first, c.writtenEnd
	}
	return first, last + 1
}

func (s Seen) back(at int) int {
	if c, ok := s.cutAt(at); ok {
		return c.written
	}
	i := s.before(at)
	if i < 0 {
		return at
	}
	return at - s.cuts[i].seenEnd + s.cuts[i].writtenEnd
}

// before gives the last cut that ends at or before the byte, or -1.
func (s Seen) before(at int) int {
	i, _ := slices.BinarySearchFunc(s.cuts, at, func(c cut, at int) int {
		if c.seenEnd <= at {
			return -1
		}
		return 1
	})
	return i - 1
}

// cutAt gives the cut that the byte lies in.
func (s Seen) cutAt(at int) (cut, bool) {
	if i := s.before(at) + 1; i < len(s.cuts) && s.cuts[i].seen <= at {
		return s.cuts[i], true
	}
	return cut{}, false
}

// view is a text on its way to being seen.
type view struct {
	in      string
	at      int
	out     strings.Builder
	cuts    []cut
	joins   func(before, after string) bool
	wordEnd int  // how far alike was decided
	alike   bool // the word's letters of other scripts are taken for Latin ones
}

// step takes the next character, or the next run of those that stay.
func (v *view) step() {
	from := v.at
	for v.at < len(v.in) && v.in[v.at] < utf8.RuneSelf && v.in[v.at] != '`' && v.in[v.at] != '-' && v.in[v.at] != '&' {
		v.at++
	}
	r, size := utf8.DecodeRuneInString(v.in[v.at:])
	if v.at > from && unicode.Is(unicode.Mn, r) { // a mark on the last letter of the run
		v.at--
		r, size = rune(v.in[v.at]), 1
	}
	v.out.WriteString(v.in[from:v.at])
	if v.at == len(v.in) {
		return
	}
	if r == '&' {
		v.named()
		return
	}
	if size == 1 && r != '-' && r != '`' && r != utf8.RuneError {
		v.put(v.composed(size))
		return
	}
	if r == '-' || strings.ContainsRune("‐‑", r) {
		if end, plain, ok := v.broken(v.at + size); ok {
			v.put(plain, end-v.at)
			return
		}
	}
	plain, size := v.plain(r, size)
	v.put(plain, size)
}

// named takes the "&" at the head, or the character that the web names with it
// ("&eacute;", "&#39;", "&nbsp;"), as a reader sees that.
func (v *view) named() {
	size := entity(v.in[v.at:])
	if size == 0 {
		v.put("&", 1)
		return
	}
	v.put(See(html.UnescapeString(v.in[v.at:v.at+size]), v.joins).Text, size)
}

// longEntity is the most bytes that the name of a character is looked for in.
const longEntity = 12

// entity gives the size in bytes of the name of a character that s begins with,
// from "&" to ";", or 0.
func entity(s string) int {
	end := strings.IndexByte(s[:min(len(s), longEntity)], ';')
	if end < 3 || strings.ContainsAny(s[1:end], " &\n") || html.UnescapeString(s[:end+1]) == s[:end+1] {
		return 0
	}
	return end + 1
}

// put writes what the next size bytes are seen as.
func (v *view) put(plain string, size int) {
	if v.in[v.at:v.at+size] != plain {
		v.cuts = append(v.cuts, cut{v.out.Len(), v.out.Len() + len(plain), v.at, v.at + size})
	}
	v.out.WriteString(plain)
	v.at += size
}

// broken reads a line end behind a hyphen between letters. It gives where the
// next line's word begins and what stands for all between.
func (v *view) broken(at int) (end int, plain string, ok bool) {
	rest := strings.TrimLeft(v.in[at:], " \t\r")
	if !strings.HasPrefix(rest, "\n") {
		return 0, "", false
	}
	rest = strings.TrimLeft(rest[1:], " \t")
	before, after := v.in[wordStart(v.in, v.at):v.at], rest[:wordEnd(rest)]
	if before == "" || after == "" {
		return 0, "", false
	}
	if first, _ := utf8.DecodeRuneInString(after); unicode.IsLower(first) && v.joins(before, after) {
		plain = ""
	} else {
		plain = "-"
	}
	return len(v.in) - len(rest), plain, true
}

// plain gives what the character at the head is seen as, and how many bytes it
// is with the marks that combine with it.
func (v *view) plain(r rune, size int) (string, int) {
	if s, ok := plainForms[Detect][r]; ok {
		return s, size
	}
	switch {
	case r == utf8.RuneError, r < utf8.RuneSelf:
	case unicode.Is(unicode.Cf, r) || r == '\u034f' || 0xfe00 <= r && r <= 0xfe0f:
		return "", size
	case strings.ContainsRune(joiningDashes, r) && v.between(size, wordRune):
		return "-", size
	case strings.ContainsRune(numberDashes, r) && v.between(size, unicode.IsDigit):
		return "-", size
	case strings.ContainsRune(middleDots, r) && v.between(size, wordRune):
		return ".", size
	case unicode.IsDigit(r):
		return string(rune('0' + digitValue(r))), size
	case looksLike[r] != 0 && v.taken():
		return string(looksLike[r]), size
	case compatible(r):
		return norm.NFKC.String(v.in[v.at : v.at+size]), size
	case unicode.IsLetter(r):
		return v.composed(size)
	}
	return v.in[v.at : v.at+size], size
}

// composed takes the marks that combine with a letter along.
func (v *view) composed(size int) (string, int) {
	end := v.at + size
	for end < len(v.in) {
		m, n := utf8.DecodeRuneInString(v.in[end:])
		if !unicode.Is(unicode.Mn, m) || n == 0 {
			break
		}
		end += n
	}
	if end == v.at+size {
		return v.in[v.at:end], size
	}
	return norm.NFC.String(v.in[v.at:end]), end - v.at
}

// between reports whether the characters on both sides are of the kind.
func (v *view) between(size int, kind func(rune) bool) bool {
	before, _ := utf8.DecodeLastRuneInString(v.in[:v.at])
	after, _ := utf8.DecodeRuneInString(v.in[v.at+size:])
	return kind(before) && kind(after)
}

// taken reports whether the word at the head is taken for a Latin one: all its
// letters are Latin or look so.
func (v *view) taken() bool {
	if v.at < v.wordEnd {
		return v.alike
	}
	start := wordStart(v.in, v.at)
	end := v.at + wordEnd(v.in[v.at:])
	v.wordEnd, v.alike = end, true
	for _, r := range v.in[start:end] {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) && looksLike[r] == 0 {
			v.alike = false
			break
		}
	}
	return v.alike
}

// longWord bounds how far the ends of a word are looked for, in bytes.
const longWord = 256

func wordStart(s string, at int) int {
	start := at
	for start > 0 && at-start < longWord {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !wordRune(r) && !unicode.Is(unicode.Cf, r) {
			break
		}
		start -= size
	}
	return start
}

func wordEnd(s string) int {
	end := 0
	for end < len(s) && end < longWord {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !wordRune(r) && !unicode.Is(unicode.Cf, r) {
			break
		}
		end += size
	}
	return end
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

// compatible reports whether r is another form of a letter, digit or sign of
// ASCII: full width, bold, circled. Fractions and raised figures are no such
// forms, since a reader tells them from plain ones.
func compatible(r rune) bool {
	return 0xff01 <= r && r <= 0xff5e || 0x1d400 <= r && r <= 0x1d7ff || 0x24b6 <= r && r <= 0x24e9 || 0x2460 <= r && r <= 0x2473 ||
		0x2102 <= r && r <= 0x2139 && unicode.IsLetter(r) || 0x1f130 <= r && r <= 0x1f149
}

// digitValue gives the value of a decimal digit of any script. Unicode lays them
// out in runs of ten.
func digitValue(r rune) int {
	for _, run := range unicode.Nd.R16 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return int(r-rune(run.Lo)) % 10
		}
	}
	for _, run := range unicode.Nd.R32 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return int(r-rune(run.Lo)) % 10
		}
	}
	return 0
}
