package text

import (
	"strings"
	"testing"
)

// Texts that no one writes must not stop the window: each is opened, typed into
// at three places, walked through and erased in.
func TestField_takesTextsThatNobodyWrites(t *testing.T) {
	const mb = 1 << 20
	texts := map[string]string{
		"one word":         strings.Repeat("x", mb),
		"blanks":           strings.Repeat(" ", mb),
		"line breaks":      strings.Repeat("\n", mb),
		"Windows breaks":   strings.Repeat("\r\n", mb/2),
		"tabs":             strings.Repeat("\t", mb),
		"marks on nothing": strings.Repeat("\u0301", mb/2),
		"joiners":          strings.Repeat("\u200d", mb/3),
		"half flags":       strings.Repeat("🇮", mb/4),
		"families":         strings.Repeat("👩‍👩‍👧", mb/18),
		"no text":          strings.Repeat("\xff\xc3", mb/2),
		"ideographs":       strings.Repeat("漢字", mb/6),
		"hyphens":          strings.Repeat("a-", mb/2),
		"zero":             strings.Repeat("\x00", mb),
	}
	for name, s := range texts {
		t.Run(name, func(t *testing.T) {
			f, _ := newField(s, 400)
			want := s
			for _, at := range []int{0, len(s) / 2, len(s)} {
				f.Select(at, at)
				at = f.Selection().Head
				f.Type("é")
				want = want[:at] + "é" + want[at:]
			}
			for unit := Character; unit <= All; unit++ {
				f.Select(len(s)/2, len(s)/2)
				f.Move(unit, true, false, 20)
				f.Move(unit, false, true, 20)
				f.Caret()
			}
			if f.Text() != want {
				t.Error("the text is not what was opened and typed")
			}
			for range f.Rows() / 1000 {
				f.Erase(Character, false)
			}
			if f.SelectWord(len(s) / 3); f.Rows() < 1 {
				t.Error("no rows")
			}
		})
	}
}
