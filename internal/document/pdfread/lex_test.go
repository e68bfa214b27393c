package pdfread

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func tokens(in string) []any {
	l := &lexer{in: []byte(in)}
	var out []any
	for t := l.next(); t != nil; t = l.next() {
		out = append(out, t)
	}
	return out
}

func TestLexer_next_case(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want []any
	}{
		"operators":         {"BT /F1 12.5 Tf\n-3 .5 Td ET", []any{operator("BT"), label("F1"), 12.5, operator("Tf"), -3.0, 0.5, operator("Td"), operator("ET")}},
		"string":            {"(a b)Tj", []any{bytestr("a b"), operator("Tj")}},
		"nested":            {"(a(b)c)", []any{bytestr("a(b)c")}},
		"escapes":           {`(\(\n\\\101\7x\q)`, []any{bytestr("(\n\\A\ax" + "q")}},
		"line continued":    {"(a\\\r\nb\\\nc)", []any{bytestr("abc")}},
		"octal, three":      {`(\0503)`, []any{bytestr("(3")}},
		"hex":               {"<48 65>", []any{bytestr("He")}},
		"hex, odd":          {"<485>", []any{bytestr("HP")}},
		"array":             {"[(a) -20 <42>]TJ", []any{array{bytestr("a"), -20.0, bytestr("B")}, operator("TJ")}},
		"dictionary":        {"/P <</MCID 3>>BDC", []any{label("P"), array{label("MCID"), 3.0}, operator("BDC")}},
		"dictionary nested": {"<</A <</B [1]>> >> x", []any{array{label("A"), array{label("B"), array{1.0}}}, operator("x")}},
		"comment":           {"1 % (no)\n2", []any{1.0, 2.0}},
		"names meet":        {"/A/B", []any{label("A"), label("B")}},
		"open string":       {"(abc", []any{bytestr("abc")}},
		"open escape":       {`(abc\`, []any{bytestr("abc")}},
		"open hex":          {"<41", []any{bytestr("A")}},
		"open array":        {"[1", []any{array{1.0}}},
		"stray":             {") > } 1", []any{1.0}},
		"nothing":           {" \n", nil},
	} {
		if diff := cmp.Diff(c.want, tokens(c.in)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func label(s string) name { return name(s) }

func TestCodes_text_case(t *testing.T) {
	m := readCodes([]byte(`/CIDInit /ProcSet findresource begin
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0003> <0020> <0004> <D83DDE42> endbfchar
1 beginbfrange <0010> <0012> <0061> endbfrange
1 beginbfrange <0020> <0021> [<00660066> <1EC7>] endbfrange
1 beginbfrange <00F0> <0103> <00F0> endbfrange`))
	for code, want := range map[uint32]string{
		3: " ", 4: "\U0001F642", 0x10: "a", 0x12: "c", 0x20: "ff", 0x21: "ệ", 0x102: "Ă",
	} {
		if got, ok := m.text(code); !ok || got != want {
			t.Errorf("%x: %q %v, want %q", code, got, ok, want)
		}
	}
	if _, ok := m.text(0x13); ok {
		t.Error("a code outside the map has text")
	}
}

func FuzzLexer_ends(f *testing.F) {
	f.Add([]byte("BT (a\\) [<41> <</A 1>>] TJ BI ID x EI"))
	f.Add([]byte("/P <</ActualText (a)>> BDC q 1 0 0 1 5 5 cm (x) Tj Q EMC 1 2 3 DP"))
	f.Add([]byte("1 beginbfrange <00> <FFFFFFFF> [<0041>] endbfrange"))
	f.Fuzz(func(t *testing.T, in []byte) {
		if got := tokens(string(in)); len(got) > len(in) {
			t.Errorf("%d tokens in %d bytes", len(got), len(in))
		}
		readCodes(in).text(65)
		tr := newTracer(newReader(nil), 1)
		tr.run(in, nil, 0)
	})
}
