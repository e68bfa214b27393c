package tour

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"testing"
)

// smallDump is a 2×1 dump with a name, one colour entry and padded lines.
func smallDump(change func(*xwdHeader)) []byte {
	h := xwdHeader{
		Size: xwdHeaderSize + 4, Version: xwdVersion, Format: xwdZPixmap, Depth: 24,
		Width: 2, Height: 1, PixelBits: 32, LineBytes: 12, Colours: 1,
		RedMask: 0xff0000, GreenMask: 0xff00, BlueMask: 0xff,
	}
	change(&h)
	var dump bytes.Buffer
	binary.Write(&dump, binary.BigEndian, h)
	dump.WriteString("dot\x00")
	dump.Write(make([]byte, colourSize))
	if h.ByteOrder == 1 {
		dump.Write([]byte{0, 1, 2, 3, 0, 0xf0, 0xe0, 0xd0, 9, 9, 9, 9})
	} else {
		dump.Write([]byte{3, 2, 1, 0, 0xd0, 0xe0, 0xf0, 0, 9, 9, 9, 9})
	}
	return dump.Bytes()
}

func TestDecodeXWD_bothByteOrders(t *testing.T) {
	for order := range uint32(2) {
		picture, err := DecodeXWD(bytes.NewReader(smallDump(func(h *xwdHeader) { h.ByteOrder = order })))
		if err != nil {
			t.Fatal(err)
		}
		if size := picture.Bounds().Size(); size.X != 2 || size.Y != 1 {
			t.Errorf("order %d: size %v", order, size)
		}
		want := [2]color.RGBA{{R: 1, G: 2, B: 3, A: 255}, {R: 0xf0, G: 0xe0, B: 0xd0, A: 255}}
		if got := [2]color.RGBA{picture.RGBAAt(0, 0), picture.RGBAAt(1, 0)}; got != want {
			t.Errorf("order %d: pixels %v, want %v", order, got, want)
		}
	}
}

func TestDecodeXWD_refuses(t *testing.T) {
	cases := map[string][]byte{
		"nothing":         nil,
		"a short header":  smallDump(func(*xwdHeader) {})[:60],
		"missing pixels":  smallDump(func(h *xwdHeader) { h.Height = 2 }),
		"another version": smallDump(func(h *xwdHeader) { h.Version = 6 }),
		"another format":  smallDump(func(h *xwdHeader) { h.Format = 1 }),
		"sixteen bits":    smallDump(func(h *xwdHeader) { h.PixelBits = 16 }),
		"a giant":         smallDump(func(h *xwdHeader) { h.Width, h.LineBytes = 1<<31, 1<<31 }),
		"short lines":     smallDump(func(h *xwdHeader) { h.LineBytes = 4 }),
		"swapped colours": smallDump(func(h *xwdHeader) { h.RedMask, h.BlueMask = h.BlueMask, h.RedMask }),
		"a tiny header":   smallDump(func(h *xwdHeader) { h.Size = 4 }),
	}
	for name, dump := range cases {
		if _, err := DecodeXWD(bytes.NewReader(dump)); err == nil {
			t.Errorf("took %s", name)
		}
	}
}
