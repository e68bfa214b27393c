package redact

import (
	"strings"
	"testing"

	"aftershift/internal/redact/pseudonym"
)

// Nobody is named here, and nothing that could be found.
func TestEngine_Mask_leaves_what_names_nobody(t *testing.T) {
	for _, text := range []string{
		"We were busy over Christmas and then again at Easter.",
		"The Diwali party was loud. They fasted for Ramadan and Eid is next week.",
		"At New Year they fought. At Thanksgiving too. Hanukkah was quiet.",
		"I spoke to the Independent Reviewing Officer before Core Group.",
		"They use British Sign Language and Makaton.",
		"The Approved Mental Health Professional came with the Best Interests Assessor.",
		"It was typed in Times New Roman, I prefer Comic Sans and Arial.",
		"Both wore Nike trainers and drank Lucozade over a Big Mac.",
		"Afterwards I sat in the car. Afterwards, nothing.",
		"He lives with Asperger's and she with Parkinson's.",
		"We asked about Clare's Law, and the bill is Bill C-92.",
		"He quoted B v Merton and read of Katelynn's Principle.",
		"She had a box of Timbits from Tim Hortons and a Nicorette.",
		"The Aid and Attendance claim went to Veterans Affairs.",
		"Down the green lane we went, by the old mill.",
		"Born too soon, they said.",
		"What the manager said to me in the mor…",
	} {
		if masked, spans := engineOnce().Mask(text, Options{}); len(spans) > 0 {
			t.Errorf("%q became %q", text, masked)
		}
	}
}

func TestEngine_Mask_role_follows_age(t *testing.T) {
	for text, want := range map[string]string{
		"I met her son Darren, 7, at home.":                  "Child A",
		"Her adult son Darren drove us.":                     "Relative A",
		"I met her son Darren (34) there.":                   "Relative A",
		"I met her son Darren, who works nights in a depot.": "Relative A",
		"Her son Darren drove us. He is 34.":                 "Relative A",
		"Her son Darren slept. She is 34.":                   "Relative A", // in doubt, no child
	} {
		if masked, _ := engineOnce().Mask(text, Options{Style: pseudonym.Role}); !strings.Contains(masked, want) {
			t.Errorf("%q became %q, want %s", text, masked, want)
		}
	}
}

func TestEngine_Scan_cut_line_is_read_as_what_it_began(t *testing.T) {
	for text, want := range map[string]Type{
		"He was born on 14 Ma…": TypeDate, "With Kayden Mot…": TypePerson, "With Tamik…\nTamika rang.": TypePerson,
	} {
		findings := engineOnce().Scan([]Part{{Text: text}}, Options{}).Findings()
		if len(findings) == 0 || findings[0].Type != want {
			t.Errorf("%q: %+v, want %s", text, findings, want)
		}
	}
}
