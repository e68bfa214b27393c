package fold

// Strength says how much folding takes away.
type Strength uint8

// The strengths. Compare is for keys of words: case, diacritics and letters that
// differ by a stroke go, apostrophes become straight. Find, for what somebody
// types to search, takes compatibility forms, invisible characters, kinds of
// spaces and dashes as well. Detect shows what a reader sees on paper: all that,
// and letters of another script that look like Latin ones, but case, diacritics
// and strokes stay.
const (
	Compare Strength = 1 << iota
	Find
	Detect
)

// rows is the one table of folding: what each of the characters becomes, and at
// which strengths. What Unicode itself takes apart isn't listed.
var rows = []struct {
	at    Strength
	from  string
	plain string
}{
	// letters that Unicode doesn't take apart, as people type them
	{Compare | Find, "ßẞ", "ss"},
	{Compare | Find, "łŁ", "l"},
	{Compare | Find, "øØ", "o"},
	{Compare | Find, "đĐðÐɗƊ", "d"},
	{Compare | Find, "æÆ", "ae"},
	{Compare | Find, "œŒ", "oe"},
	{Compare | Find, "þÞ", "th"},
	{Compare | Find, "ıİ", "i"},
	{Compare | Find, "ħĦ", "h"},
	{Compare | Find, "ŧŦ", "t"},
	{Compare | Find, "ŋŊ", "n"},
	{Compare | Find, "əƏ", "a"},
	{Compare | Find, "ɓƁ", "b"},
	{Compare | Find, "ƙƘ", "k"},
	{Compare | Find, "ƴƳ", "y"},
	{Compare | Find | Detect, "’‘ʼʻ‛`´′＇", "'"},
	// signs that word processors and telephones put in place of what was typed
	{Find | Detect, "“”„‟«»″＂", `"`},
	{Find | Detect, "‐‑‒⁃−﹣－", "-"},
	{Find, "–", "-"},
	{Find, "—―", " - "}, // set between two words, which it doesn't join
	{Compare | Find, "ς", "σ"},
	{Find | Detect, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "},
	{Detect, "\u0085\u2028\u2029", "\n"},
	// small capitals, which phonetic alphabets lend to typesetters
	{Detect, "ᴀ", "A"},
	{Detect, "ʙ", "B"},
	{Detect, "ᴄ", "C"},
	{Detect, "ᴅ", "D"},
	{Detect, "ᴇ", "E"},
	{Detect, "ꜰ", "F"},
	{Detect, "ɢ", "G"},
	{Detect, "ʜ", "H"},
	{Detect, "ɪ", "I"},
	{Detect, "ᴊ", "J"},
	{Detect, "ᴋ", "K"},
	{Detect, "ʟ", "L"},
	{Detect, "ᴍ", "M"},
	{Detect, "ɴ", "N"},
	{Detect, "ᴏ", "O"},
	{Detect, "ᴘ", "P"},
	{Detect, "ǫ", "Q"},
	{Detect, "ʀ", "R"},
	{Detect, "ꜱ", "S"},
	{Detect, "ᴛ", "T"},
	{Detect, "ᴜ", "U"},
	{Detect, "ᴠ", "V"},
	{Detect, "ᴡ", "W"},
	{Detect, "ʏ", "Y"},
	{Detect, "ᴢ", "Z"},
	{Detect, "ﬀ", "ff"},
	{Detect, "ﬁ", "fi"},
	{Detect, "ﬂ", "fl"},
	{Detect, "ﬃ", "ffi"},
	{Detect, "ﬄ", "ffl"},
	{Detect, "ﬅﬆ", "st"},
}

// betweenWords are signs that join only where nothing but letters and digits
// stand on both sides. An em dash joins digits alone.
const (
	joiningDashes = "–"
	numberDashes  = "—―"
	middleDots    = "·•‧∙⋅・･․"
)

// lookalikes are letters of other scripts that a reader takes for Latin ones,
// each right before the one it is taken for.
const lookalikes = "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaеeіiјjѕsоoрpсcуyхxԁdԛqԝwһhӏl" +
	"ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaοoνvιiρpυuκkχxɑaɡgօoսuհh"

var (
	plainForms = [Detect + 1]map[rune]string{}
	looksLike  = map[rune]rune{}
)

func init() {
	for _, at := range [...]Strength{Compare, Find, Detect} {
		plainForms[at] = map[rune]string{}
		for _, row := range rows {
			for _, r := range row.from {
				if row.at&at != 0 {
					plainForms[at][r] = row.plain
				}
			}
		}
	}
	pair := []rune(lookalikes)
	for i := 0; i < len(pair); i += 2 {
		looksLike[pair[i]] = pair[i+1]
	}
}
