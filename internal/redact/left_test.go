package redact

import (
	"strings"
	"testing"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/pseudonym"
)

// finder finds words whatever their case, hyphens left out.
func finder(text string, words []string) (found []Found) {
	low := strings.ToLower(text)
	for i, w := range words {
		for _, form := range []string{w, strings.ReplaceAll(w, "bb", "b-b")} {
			for _, at := range lex.Occurrences(low, strings.ToLower(form)) {
				found = append(found, Found{i, at, at + len(form)})
			}
		}
	}
	return found
}

func TestReview_AskLeft_case(t *testing.T) {
	for text, want := range map[string]struct{ asked, left string }{
		"I saw Zobbel. Then zobbel left.":     {"zobbel", ""},
		"I saw Zobbel. Then Zob-bel left.":    {"Zob-bel", ""},
		"Rose came. THE SUN ROSE LATE.":       {"ROSE", ""},
		"Rose came. The sun rose late.":       {"", "rose"},
		"Rose came. Rose petals lay there.":   {"", "Rose"},
		"Rose came. “Rose petals,” she said.": {"", "Rose"},
		"Rose came. I like Rose petals.":      {"Rose", ""},
		"rose came. The sun rose late.":       {"rose", ""},
		"Rose came, and rosemary grew.":       {"", ""},
	} {
		word, _, _ := strings.Cut(strings.TrimPrefix(text, "I saw "), " ")
		word = strings.TrimSuffix(word, ".")
		at := strings.Index(text, word)
		r := &Review{
			parts: []Part{{Text: text}}, decided: map[int]Decision{}, namer: pseudonym.New("", nil, engineOnce().lists), lists: engineOnce().lists, next: 1,
			findings: []Finding{{Start: at, End: at + len(word), Type: TypePerson, Certain: true, Confidence: 1, Replacement: "Avrin"}},
		}
		n, worded := r.AskLeft(finder)
		var asked []string
		for _, f := range r.Findings() {
			if r.State(f.ID) == Open {
				asked = append(asked, r.original(f))
			}
		}
		if got := strings.Join(asked, "|"); got != want.asked || n != len(asked) || len(worded) > 0 {
			t.Errorf("%q: asked about %q, want %q", text, got, want.asked)
		}
		if again, _ := r.AskLeft(finder); again > 0 {
			t.Errorf("%q: asked twice", text)
		}
		r.MaskAll()
		r.AskLeft(finder)
		texts, err := r.Approve()
		if err != nil || strings.Join(texts[0].Left(), "|") != want.left {
			t.Errorf("%q: left %q, want %q (%v)", text, texts[0].Left(), want.left, err)
		}
	}
}

func TestReview_AskLeft_counts_what_was_kept_as_left(t *testing.T) {
	r, _ := reviewed(t)
	r.MaskAll()
	if err := r.Decide(1, Decision{Action: Keep, Reason: "they agreed"}); err != nil {
		t.Fatal(err)
	}
	if n, worded := r.AskLeft(finder); n > 0 || len(worded) > 0 {
		t.Errorf("asked %d, worded %v", n, worded)
	}
	texts, _ := r.Approve()
	if got := texts[0].Left(); len(got) != 1 || got[0] != "Xia" {
		t.Errorf("left %q", got)
	}
	if err := r.Decide(2, Decision{Action: Mask, Replacement: "somebody like Xia"}); err != nil {
		t.Fatal(err)
	}
	if texts, _ = r.Approve(); texts[0].Left() != nil {
		t.Error("what was left holds although something was decided since")
	}
	if _, worded := r.AskLeft(finder); len(worded) != 1 || worded[0] != 2 {
		t.Errorf("worded %v, want the replacement that names", worded)
	}
}
