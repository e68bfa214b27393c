package charset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

// utf16Of returns text as UTF-16, without a byte order mark.
func utf16Of(text string, order binary.AppendByteOrder) string {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, unit)
	}
	return string(out)
}

func TestReadAll_decodes_by_the_mark(t *testing.T) {
	const text = "Leanne’s café 🌿\r\nand a second line, e\u0301\n"
	for name, raw := range map[string]string{
		"UTF-8":                text,
		"UTF-8 with a mark":    "\ufeff" + text,
		"UTF-16 little endian": "\xff\xfe" + utf16Of(text, binary.LittleEndian),
		"UTF-16 big endian":    "\xfe\xff" + utf16Of(text, binary.BigEndian),
	} {
		got, err := ReadAll(strings.NewReader(raw), 1<<20)
		if err != nil || got != text {
			t.Errorf("%s: %q %v", name, got, err)
		}
		got, err = ReadAll(iotest.OneByteReader(strings.NewReader(raw)), 1<<20)
		if err != nil || got != text {
			t.Errorf("%s, byte by byte: %q %v", name, got, err)
		}
	}
	if got, err := ReadAll(strings.NewReader(""), 0); got != "" || err != nil {
		t.Errorf("nothing: %q %v", got, err)
	}
}

func TestReadAll_refuses_with_the_place(t *testing.T) {
	for name, c := range map[string]struct {
		raw  string
		want Place
	}{
		"Windows-1252":                    {"One line\nLeanne\x92s caf\xe9", Place{16, 2}},
		"UTF-16 little endian, no mark":   {utf16Of("Leanne", binary.LittleEndian), Place{2, 1}},
		"UTF-16 big endian, no mark":      {utf16Of("Leanne", binary.BigEndian), Place{1, 1}},
		"Greek in UTF-16 without a mark":  {utf16Of("Λεάννα", binary.LittleEndian), Place{1, 1}},
		"UTF-32 with a mark":              {"\xff\xfe\x00\x00L\x00\x00\x00", Place{3, 1}},
		"half a character at the end":     {"caf\xc3", Place{4, 1}},
		"half a unit of UTF-16":           {"\xff\xfea\x00b", Place{5, 1}},
		"half a pair of UTF-16":           {"\xff\xfea\x00\x3c\xd8", Place{5, 1}},
		"a pair of UTF-16 the other way":  {"\xff\xfe\n\x00\x3f\xdf\x3c\xd8", Place{5, 2}},
		"a surrogate in UTF-8":            {"a\xed\xa0\x80", Place{2, 1}},
		"a mark of UTF-8, then Latin-1":   {"\ufeffcaf\xe9", Place{7, 1}},
		"a character longer than need be": {"\xc0\x80", Place{1, 1}},
	} {
		got, err := ReadAll(strings.NewReader(c.raw), 1<<20)
		var at Place
		if got != "" || !errors.Is(err, fault.Invalid) || !errors.As(err, &at) || at != c.want {
			t.Errorf("%s: %q %v, want %v", name, got, err, c.want)
		}
	}
}

func TestReadAll_bounds_what_it_reads(t *testing.T) {
	if got, err := ReadAll(strings.NewReader("12345"), 5); err != nil || got != "12345" {
		t.Errorf("%q %v", got, err)
	}
	if _, err := ReadAll(strings.NewReader("123456"), 5); !errors.Is(err, ErrLong) {
		t.Errorf("too long: %v", err)
	}
	broken := errors.New("broken pipe")
	if _, err := ReadAll(iotest.ErrReader(broken), 5); !errors.Is(err, broken) {
		t.Errorf("a reader that fails: %v", err)
	}
}

func TestCheck_keeps_a_mark_and_names_the_place(t *testing.T) {
	for _, good := range []string{"", "café 🌿", "\ufeffa"} {
		if err := Check(good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
	var at Place
	if err := Check("caf\xe9"); !errors.Is(err, fault.Invalid) || !errors.As(err, &at) || at != (Place{4, 1}) {
		t.Errorf("%v", err)
	}
}

func TestReader_answers_before_the_end(t *testing.T) {
	in, out := io.Pipe()
	go func() { _, _ = out.Write([]byte("\xff\xfe" + utf16Of("line one\n", binary.LittleEndian))) }()
	got := make([]byte, 9)
	if _, err := io.ReadFull(NewReader(in), got); err != nil || string(got) != "line one\n" {
		t.Errorf("%q %v", got, err)
	}
}

func TestReader_any_text_comes_back(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Map(func(r rune) rune {
			if r < ' ' && !strings.ContainsRune(controls, r) || r == '\ufeff' {
				return -1
			}
			return r
		}, rapid.String().Draw(t, "text"))
		for _, raw := range []string{
			text, "\ufeff" + text,
			"\xff\xfe" + utf16Of(text, binary.LittleEndian), "\xfe\xff" + utf16Of(text, binary.BigEndian),
		} {
			if got, err := ReadAll(strings.NewReader(raw), 1<<20); err != nil || got != text {
				t.Fatalf("%q: %q %v", raw, got, err)
			}
		}
	})
}

func BenchmarkReadAll(b *testing.B) {
	raw := bytes.Repeat([]byte("A long line of a note that somebody wrote, café.\n"), 20000)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := ReadAll(bytes.NewReader(raw), 1<<30); err != nil {
			b.Fatal(err)
		}
	}
}
