package journal

import "testing"

func TestBlank(t *testing.T) {
	for _, blank := range []string{"", " \n\t", "\u200b", "\ufeff\u2060", "\u00a0\u3000", "\u202e\u2069", "\u3164\uffa0", "\ufe0f", "\u2800", "\x00\x1b", "\U000e0020"} {
		if !Blank(blank) {
			t.Errorf("%+q shows something", blank)
		}
		if e := (Entry{Title: blank, Sections: []Section{{Key: "note", Text: blank}}}); !e.Empty() {
			t.Errorf("an entry of %+q alone isn't empty", blank)
		}
		if (Share{Title: "t", Words: blank}).Ready() {
			t.Errorf("words to share of %+q alone are ready", blank)
		}
	}
	for _, text := range []string{"a", "\u200ba", ".", "🌿", "\u0301", "ა", "\ufffd"} {
		if Blank(text) {
			t.Errorf("%+q is blank", text)
		}
	}
}
