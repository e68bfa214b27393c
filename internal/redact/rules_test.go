package redact

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"aftershift/internal/redact/rules"
)

var update = flag.Bool("update", false, "write DETECTORS.md anew")

var engineOnce = sync.OnceValue(func() *Engine {
	lists, err := LoadLists(os.DirFS("../../assets/lists"))
	if err != nil {
		panic(err)
	}
	return NewEngine(lists)
})

// marked cuts « and » out of an example and gives the stretch between them.
func marked(example string) (text string, start, end int) {
	before, rest, ok := strings.Cut(example, "«")
	if !ok {
		return example, 0, 0
	}
	inside, after, _ := strings.Cut(rest, "»")
	return before + inside + after, len(before), len(before) + len(inside)
}

func TestRules_hits_are_found_and_misses_not(t *testing.T) {
	e := engineOnce()
	for _, r := range slices.Concat(rules.Numbers, rules.Contexts, rules.Sweeps) {
		t.Run(r.ID, func(t *testing.T) {
			if len(r.Hits) == 0 || len(r.Misses) == 0 || r.Looks == "" {
				t.Fatal("a detector needs true and false examples")
			}
			for _, example := range r.Hits {
				text, start, end := marked(example)
				checkHit(t, e, r, text, start, end)
			}
			for _, text := range r.Misses {
				o := optionsFor(r)
				for _, f := range e.Scan([]Part{{Text: text}}, o).Findings() {
					if f.Detector == r.ID && o.masks(f) {
						t.Errorf("%q: found %q", text, text[f.Start:f.End])
					}
				}
			}
		})
	}
}

// optionsFor is strict mode for the rules that work in it alone.
func optionsFor(r rules.Rule) Options { return Options{Strict: strings.HasPrefix(r.ID, "strict.")} }

func checkHit(t *testing.T, e *Engine, r rules.Rule, text string, start, end int) {
	t.Helper()
	var seen []string
	o := optionsFor(r)
	for _, f := range e.Scan([]Part{{Text: text}}, o).Findings() {
		seen = append(seen, fmt.Sprintf("%s %q %.2f", f.Detector, text[f.Start:f.End], f.Confidence))
		if f.Start <= start && f.End >= end && o.masks(f) && (f.Type == r.Kind || r.Kind == TypePerson) && f.Reason != "" {
			if r.Pattern == nil || f.Detector == r.ID {
				return
			}
		}
	}
	t.Errorf("%q: %s not found; saw %v", text, r.ID, seen)
}

// classes are HIPAA's eighteen (45 CFR 164.514(b)(2)(i)), each with what stands
// for it in the United Kingdom, Ireland and Australia.
var classes = []struct{ letter, what, uk, ie, au string }{
	{"A", "names", "names, initials, nicknames; school, ward, employer", "the same; Irish forms (Ní, Ó, Mac)", "the same; kin terms (Aunty, Uncle)"},
	{"B", "places below a state", "postcode, address, town", "Eircode, townland, county", "postcode, town, community"},
	{"C", "dates except the year; ages", "day first; ages as bands", "day first; Irish month names", "day first"},
	{"D", "telephone", "01, 02, 03, 07, text relay", "01 to 09, 08x", "02 to 08, 04, 13, 1800"},
	{"E", "fax", "as telephone", "as telephone", "as telephone"},
	{"F", "e-mail", "the same", "the same", "the same"},
	{"G", "social security number", "National Insurance number", "PPS number", "tax file number"},
	{"H", "medical record number", "NHS, CHI, HSC number", "IHI, hospital number", "IHI, unit record number"},
	{"I", "health plan number", "none", "medical card number", "Medicare number"},
	{"J", "account number", "IBAN, sort code, card", "IBAN, card", "BSB, card"},
	{"K", "certificate or licence", "SWE, NMC, driving licence", "CORU, driving licence", "registration, driving licence"},
	{"L", "vehicle and plate", "plates of all years", "year, county, number", "state plates"},
	{"M", "device", "as a reference", "as a reference", "as a reference"},
	{"N", "web address", "the same", "the same", "the same"},
	{"O", "IP address", "the same", "the same", "the same"},
	{"P", "biometrics", "not in text", "not in text", "not in text"},
	{"Q", "full-face picture", "not in text", "not in text", "not in text"},
	{"R", "any other unique number or code", "UPN, police log, court and case references, prison number", "court record number", "CRN, JIRT number"},
}

func catalogue() string {
	var b strings.Builder
	b.WriteString("# Detectors\n\nMade from the rules in redact/rules by `go test ./internal/redact -run Catalogue -update`. In the examples « » mark what is found.\n\n")
	b.WriteString("| id | type | region | looks for | found | not found |\n|---|---|---|---|---|---|\n")
	all := slices.Concat(rules.Numbers, rules.Contexts, rules.Sweeps)
	for _, r := range all {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", r.ID, r.Kind, r.Region, r.Looks, strings.Join(r.Hits, "<br>"), strings.Join(r.Misses, "<br>"))
	}
	b.WriteString("\n## The eighteen classes of HIPAA and what stands for them elsewhere\n\n| | class | UK | Ireland | Australia | detectors |\n|---|---|---|---|---|---|\n")
	for _, c := range classes {
		var ids []string
		for _, r := range all {
			if slices.Contains(strings.Fields(r.Class), c.letter) {
				ids = append(ids, r.ID)
			}
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", c.letter, c.what, c.uk, c.ie, c.au, strings.Join(ids, ", "))
	}
	return b.String()
}

func TestCatalogue_is_fresh(t *testing.T) {
	want := catalogue()
	if *update {
		if err := os.WriteFile("DETECTORS.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("DETECTORS.md")
	if err != nil || string(got) != want {
		t.Fatal("DETECTORS.md is stale: run go test ./internal/redact -run Catalogue -update")
	}
}

func TestCatalogue_every_class_but_pictures_has_a_detector(t *testing.T) {
	all := slices.Concat(rules.Numbers, rules.Contexts, rules.Sweeps)
	for _, c := range classes {
		if c.letter == "P" || c.letter == "Q" {
			continue
		}
		if !slices.ContainsFunc(all, func(r rules.Rule) bool { return slices.Contains(strings.Fields(r.Class), c.letter) }) {
			t.Errorf("class %s has no detector", c.letter)
		}
	}
}
