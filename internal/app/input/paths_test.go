package input

import "testing"

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"copy-2026-11-29.pdf": true, "my notes.txt": true, ".hidden": true, "Über uns.docx": true, "console.pdf": true, "com10.pdf": true,
		"": false, "reflection-2026-11-29.pdf1:30.pdf": false, "what?.txt": false, "a\tb.txt": false, "end.": false, "end ": false,
		"CON": false, "nul.txt": false, "lpt¹.pdf": false, "aux .md": false, "a/b": false, `a\b`: false, "a\x7f": false,
	} {
		if got := IsName(name); got != want {
			t.Errorf("%q: %t", name, got)
		}
	}
}
