package journal

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEntry_WithoutGraphic(t *testing.T) {
	e := Entry{Graphic: []string{"the blood", "blood on the wall", ""}}
	text := "I saw the blood on the wall. Later the blood again."
	if got := e.WithoutGraphic(text, "[…]"); got != "I saw […]. Later […] again." {
		t.Errorf("%q", got)
	}
	if got := e.WithoutGraphic("Nothing of it.", "[…]"); got != "Nothing of it." {
		t.Errorf("%q", got)
	}
}

func TestEntry_GraphicAfter(t *testing.T) {
	was := "Before. The middle part. After."
	for name, c := range map[string]struct{ is, want string }{
		"elsewhere":     {"Long before. The middle part. After.", "Long before. …. After."},
		"within":        {"Before. The very middle part. After.", "Before. …. After."},
		"over its edge": {"Before. The middle and more part! After.", "Before. … After."},
		"cut short":     {"Before. The mid. After.", "Before. …. After."},
		"gone":          {"Before. . After.", "Before. . After."},
	} {
		e := Entry{Graphic: []string{"The middle part"}}
		e.Graphic = e.GraphicAfter(was, c.is)
		if got := e.WithoutGraphic(c.is, "…"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if got := e.WithoutGraphic(was, "…"); got != "Before. …. After." {
			t.Errorf("%s, taken back: %q", name, got)
		}
	}
}

// However a text is written on, nothing of a passage that stays comes out.
func TestEntry_GraphicAfter_holdsBackWhatStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.StringMatching(`[a-c ]{0,8}`)
		before, after := part.Draw(t, "before"), part.Draw(t, "after")
		e := Entry{Graphic: []string{"XYZ"}}
		text := before + "XYZ" + after
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			from := rapid.IntRange(0, len(text)).Draw(t, "from")
			to := rapid.IntRange(from, min(from+2, len(text))).Draw(t, "to")
			is := text[:from] + rapid.StringMatching(`[a-c]{0,2}`).Draw(t, "typed") + text[to:]
			e.Graphic = e.GraphicAfter(text, is)
			text = is
			if out := e.WithoutGraphic(text, ""); strings.ContainsAny(out, "XYZ") {
				t.Fatalf("%q comes out of %q with %q", out, text, e.Graphic)
			}
		}
	})
}

func TestEntry_GraphicIn_inOrder(t *testing.T) {
	e := Entry{Graphic: []string{"b", "a", "ab"}}
	if got := e.GraphicIn("x ab a"); !slices.Equal(got, []Stretch{{2, 4}, {5, 6}}) {
		t.Errorf("%v", got)
	}
}

// What is taken from a graphic passage, or over its edge, is held back wherever it was
// taken from; the same words elsewhere are not.
func TestEntry_Spared(t *testing.T) {
	e := Entry{Graphic: []string{"the blood on the wall"}}
	text := "A wall. I saw the blood on the wall. Then quiet."
	for passage, want := range map[string]string{
		text:                     "A wall. I saw …. Then quiet.",
		"blood on":               "…",
		"saw the blood":          "saw …",
		"on the wall. Then":      "…. Then",
		"Then quiet.":            "Then quiet.",
		"A wall.":                "A wall.",
		"words of another entry": "words of another entry",
		"":                       "",
	} {
		if got := e.Spared(text, passage, "…"); got != want {
			t.Errorf("%q: %q, want %q", passage, got, want)
		}
	}
}

// What is marked stays marked, twice is once, and there is an end to it.
func TestEntry_AddGraphic(t *testing.T) {
	e := Entry{Graphic: []string{"a"}}
	was := e.Graphic
	e.AddGraphic([]string{"a", "b"})
	if !slices.Equal(e.Graphic, []string{"a", "b"}) || len(was) != 1 {
		t.Errorf("%q, and %q before", e.Graphic, was)
	}
	for i := range MaxGraphic {
		e.AddGraphic([]string{strconv.Itoa(i)})
	}
	if len(e.Graphic) != MaxGraphic {
		t.Errorf("%d passages", len(e.Graphic))
	}
}
