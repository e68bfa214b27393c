package seal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

var paddings = map[string]Padding{"steps": Steps(256), "padme": Padme(512)}

func TestUnpad_what_Pad_gave(t *testing.T) {
	for name, padding := range paddings {
		rapid.Check(t, func(t *rapid.T) {
			content := rapid.SliceOfN(rapid.Byte(), 0, 5000).Draw(t, name)
			cut := rapid.IntRange(0, len(content)).Draw(t, "cut")
			padded, err := Pad(padding, content[:cut], content[cut:])
			if err != nil || len(padded) != padding(LengthSize+len(content)) {
				t.Fatalf("padded to %d (%v)", len(padded), err)
			}
			back, err := Unpad(padding, padded)
			if err != nil || !bytes.Equal(back, content) {
				t.Fatalf("back %d of %d bytes (%v)", len(back), len(content), err)
			}
		})
	}
}

func TestPadding_lengths(t *testing.T) {
	for _, c := range []struct {
		padding string
		n, want int
	}{
		{"steps", 4, 256},
		{"steps", 256, 256},
		{"steps", 257, 512},
		{"padme", 4, 512},
		{"padme", 512, 512},
		{"padme", 513, 544},
		{"padme", 1500, 1536},
		{"padme", 10000, 10240},
		{"padme", 1 << 20, 1 << 20},
		{"padme", 1<<20 + 1, 1<<20 + 1<<15},
	} {
		if got := paddings[c.padding](c.n); got != c.want {
			t.Errorf("%s(%d) is %d, want %d", c.padding, c.n, got, c.want)
		}
	}
}

func TestPadme_costs_at_most_an_eighth(t *testing.T) {
	padding, last := Padme(512), 0
	for n := 513; n < 1<<18; n += 7 {
		got := padding(n)
		if got < n || got < last || got-n > n/8 || padding(got) != got {
			t.Fatalf("Padme(%d) is %d after %d", n, got, last)
		}
		last = got
	}
}

func TestUnpad_refuses(t *testing.T) {
	good, _ := Pad(Steps(256), []byte("heron"))
	change := func(f func(b []byte) []byte) []byte { return f(bytes.Clone(good)) }
	for name, bad := range map[string][]byte{
		"nothing":         nil,
		"three bytes":     good[:3],
		"cut":             good[:255],
		"longer":          append(bytes.Clone(good), 0),
		"whole step more": append(bytes.Clone(good), make([]byte, 256)...),
		"dirt at the end": change(func(b []byte) []byte { b[255] = 1; return b }),
		"dirt behind":     change(func(b []byte) []byte { b[LengthSize+5] = 1; return b }),
		"length too long": change(func(b []byte) []byte { binary.BigEndian.PutUint32(b, 253); return b }),
		"length huge":     change(func(b []byte) []byte { binary.BigEndian.PutUint32(b, 1<<32-1); return b }),
		"length shorter":  change(func(b []byte) []byte { binary.BigEndian.PutUint32(b, 4); return b }),
	} {
		if _, err := Unpad(Steps(256), bad); !errors.Is(err, fault.Damaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPad_too_long(t *testing.T) {
	half := make([]byte, MaxPlain/2+1)
	if _, err := Pad(Steps(256), half, half); !errors.Is(err, fault.Invalid) {
		t.Errorf("too long: %v", err)
	}
}

func TestPad_the_longest_there_is(t *testing.T) {
	longest := make([]byte, MaxPlain)
	padded, err := Pad(Padme(512), longest[1:], []byte{7})
	if err != nil {
		t.Fatal(err)
	}
	back, err := Unpad(Padme(512), padded)
	if err != nil || len(back) != MaxPlain || back[MaxPlain-1] != 7 {
		t.Errorf("%d bytes came back (%v)", len(back), err)
	}
}

func FuzzUnpad(f *testing.F) {
	good, _ := Pad(Padme(512), []byte("heron"))
	f.Add(good)
	f.Add([]byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, padding := range paddings {
			content, err := Unpad(padding, b)
			if err != nil {
				continue
			}
			if again, err := Pad(padding, content); err != nil || !bytes.Equal(again, b) {
				t.Fatalf("%d bytes padded anew differ", len(b))
			}
		}
	})
}
