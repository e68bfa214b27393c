package seal

import (
	"crypto/rand"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

func TestWordList_is_sound(t *testing.T) {
	list, numbers := wordList()
	if len(list) != 1<<wordBits || len(numbers) != len(list) || !slices.IsSorted(list) {
		t.Fatalf("%d words, %d prefixes", len(list), len(numbers))
	}
	for _, word := range list {
		if len(word) < prefixLength || len(word) > 8 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("word %q", word)
		}
	}
}

func TestParseWords_as_people_type_them(t *testing.T) {
	words, err := NewWords(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	list := words.List()
	var numbered, short []string
	for i, word := range list {
		numbered = append(numbered, strconv.Itoa(i+1)+". "+strings.ToUpper(word[:1])+word[1:])
		short = append(short, word[:prefixLength])
	}
	for name, text := range map[string]string{
		"plain":     strings.Join(list, " "),
		"lines":     strings.Join(list, "\r\n") + "\n",
		"commas":    "  " + strings.Join(list, ", ") + ".",
		"hyphens":   strings.Join(list, "-"),
		"capitals":  strings.ToUpper(strings.Join(list, "\t")),
		"numbered":  strings.Join(numbered, "\n"),
		"shortened": strings.Join(short, " "),
	} {
		if got, err := ParseWords(text); err != nil || got != words {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestParseWords_what_List_gave(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var w Words
		copy(w.entropy[:], rapid.SliceOfN(rapid.Byte(), entropySize, entropySize).Draw(t, "entropy"))
		if got, err := ParseWords(string(w.Passphrase().text)); err != nil || got != w {
			t.Fatalf("back %x of %x (%v)", got.entropy, w.entropy, err)
		}
	})
}

// BIP-39 publishes "00…" as its first word eleven times and then the fourth; the
// numbers are the same here, whatever the words are.
func TestWords_List_numbers_of_bip39(t *testing.T) {
	list, _ := wordList()
	got := Words{}.List()
	for i := range 11 {
		if got[i] != list[0] {
			t.Errorf("word %d is %s", i, got[i])
		}
	}
	if got[11] != list[3] { // "abandon … about": number 3
		t.Errorf("last word is %s", got[11])
	}
	var ones Words
	for i := range ones.entropy {
		ones.entropy[i] = 0xff
	}
	if got := ones.List(); got[0] != list[2047] || got[11] != list[2037] { // "zoo … wrong": number 2037
		t.Errorf("last of all ones is %s", got[11])
	}
}

func TestParseWords_refuses(t *testing.T) {
	words, _ := NewWords(&counting{})
	list := words.List()
	other, _ := wordList()
	swapped := slices.Clone(list)
	swapped[0], swapped[1] = swapped[1], swapped[0]
	for name, text := range map[string]string{
		"nothing":       "",
		"eleven":        strings.Join(list[1:], " "),
		"thirteen":      strings.Join(append(slices.Clone(list), other[0]), " "),
		"unknown":       strings.Join(append(slices.Clone(list[1:]), "zzzz"), " "),
		"three":         strings.Join(append(slices.Clone(list[1:]), "abc"), " "),
		"swapped":       strings.Join(swapped, " "),
		"other letters": strings.Repeat("žluťoučký ", 12),
	} {
		if _, err := ParseWords(text); !errors.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNewWords_without_randomness_fails(t *testing.T) {
	if _, err := NewWords(dry{}); !errors.Is(err, fault.Internal) {
		t.Errorf("dry source: %v", err)
	}
}

func TestKnownWord_by_its_beginning(t *testing.T) {
	list, _ := wordList()
	if !KnownWord(list[5]) || !KnownWord(strings.ToUpper(list[5][:4])) || KnownWord("zzzz") || KnownWord("ab") {
		t.Error("KnownWord is wrong")
	}
}

func FuzzParseWords(f *testing.F) {
	f.Add(string(Words{}.Passphrase().text))
	f.Fuzz(func(t *testing.T, text string) {
		if w, err := ParseWords(text); err == nil {
			if again, err := ParseWords(strings.Join(w.List(), " ")); err != nil || again != w {
				t.Fatal("words don't come back")
			}
		}
	})
}
