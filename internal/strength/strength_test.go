package strength

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/trustelem/zxcvbn"
	"github.com/trustelem/zxcvbn/scoring"
)

// measured is a passphrase with what zxcvbn v1.0.1 says of it, its dictionaries
// filled as they come.
type measured struct {
	Passphrase string
	Score      int
	Log10      float64 // of the guesses
}

// measuredOnes reads testdata/measured.jsonl, and sets the year in which it was
// made: guesses of a date grow with its distance from today.
func measuredOnes(t *testing.T) (all []measured) {
	t.Helper()
	year := scoring.ReferenceYear
	scoring.ReferenceYear = 2026
	t.Cleanup(func() { scoring.ReferenceYear = year })
	raw, err := os.ReadFile("testdata/measured.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		var one measured
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

func TestScore_as_the_library(t *testing.T) {
	all := measuredOnes(t)
	if len(all) < 600 {
		t.Fatalf("%d passphrases", len(all))
	}
	for _, one := range all {
		if got := Score(one.Passphrase, "aftershift", "journal"); got != one.Score {
			t.Errorf("%q: score %d, not %d", one.Passphrase, got, one.Score)
		}
		runes := []rune(one.Passphrase)
		text := string(runes[:min(len(runes), counted)])
		if got := math.Log10(guesses(text, "aftershift", "journal")); math.Abs(got-one.Log10) > .001 {
			t.Errorf("%q: log10 of guesses %.4f, not %.4f", one.Passphrase, got, one.Log10)
		}
	}
}

// The lists are taken before the library reads them. If it knows a word, it came
// first: see package common.
func TestLibrary_has_no_words(t *testing.T) {
	for _, word := range []string{"dragon", "elizabeth", "evening"} {
		if found := zxcvbn.PasswordStrength(word, nil).Sequence; len(found) != 1 || found[0].Pattern != "bruteforce" {
			t.Errorf("the library knows %q by itself", word)
		}
		if guesses(word) > 1e4 {
			t.Errorf("%q isn't known", word)
		}
	}
}

func TestScore_first_words(t *testing.T) {
	if before, after := guesses("glenmorangie"), guesses("glenmorangie", "other", "glenmorangie"); before < 1e4 || after != 3 {
		t.Errorf("%.0f guesses, as the second of the first words %.0f", before, after)
	}
	if got := guesses("password", "one", "two", "three", "password"); got != 3 {
		t.Errorf("%.0f guesses for a word with a lower rank of its own", got)
	}
}

func TestScore_what_counts(t *testing.T) {
	if Score("a\xffb\xc3") != Score("a\uFFFDb\uFFFD") {
		t.Error("broken UTF-8 is not an unknown character")
	}
	long := strings.Repeat("🙂", counted)
	if Score(long) != Score(long+"kx7#Qw9!vR") {
		t.Error("what comes after the first characters counts")
	}
}

func TestScore_at_once(t *testing.T) {
	const passphrase = "dr4gondr4gon by the river"
	want := Score(passphrase, "river")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := Score(passphrase, "river"); got != want {
				t.Errorf("score %d, not %d", got, want)
			}
		})
	}
	all.Wait()
}
