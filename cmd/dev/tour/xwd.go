package tour

import (
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"io"
)

// The header of an X window dump, version 7, in big-endian words:
// https://gitlab.freedesktop.org/xorg/proto/xorgproto, XWDFile.h. A name pads it to Size bytes, then come
// Colours entries of 12 bytes, then the pixels.
type xwdHeader struct {
	Size, Version, Format, Depth             uint32
	Width, Height, XOffset                   uint32
	ByteOrder, BitUnit, BitOrder, BitPad     uint32
	PixelBits, LineBytes, Class              uint32
	RedMask, GreenMask, BlueMask, ColourBits uint32
	MapEntries, Colours                      uint32
	WindowWidth, WindowHeight                uint32
	WindowX, WindowY, BorderWidth            uint32
}

// The only kind of dump that is read, and its sizes, which are in bytes.
const (
	xwdVersion    = 7
	xwdZPixmap    = 2
	xwdHeaderSize = 100
	colourSize    = 12
	maxSide       = 16384 // pixels; above it the dump is not believed
)

// errNotXWD is what every dump that can't be read gives, also one that ends too early.
var errNotXWD = errors.New("not a window dump with 32 bits a pixel")

// DecodeXWD reads an X window dump of 24 colour bits in 32, as Xvfb keeps its
// screen, and gives the picture. Other kinds of dump are an error.
func DecodeXWD(r io.Reader) (*image.RGBA, error) {
	var h xwdHeader
	if err := binary.Read(r, binary.BigEndian, &h); err != nil {
		return nil, errors.Join(errNotXWD, err)
	}
	if !h.readable() {
		return nil, errNotXWD
	}
	skip := int64(h.Size-xwdHeaderSize) + int64(h.Colours)*colourSize
	if _, err := io.CopyN(io.Discard, r, skip); err != nil {
		return nil, errors.Join(errNotXWD, err)
	}
	return h.pixels(r)
}

// readable reports whether pixels can read the dump. It also bounds each number, so
// that a broken header can't make anything allocate without end.
func (h xwdHeader) readable() bool {
	return h.Version == xwdVersion && h.Format == xwdZPixmap && h.PixelBits == 32 &&
		h.Size >= xwdHeaderSize && h.Size < 1<<16 && h.Colours < 1<<16 &&
		h.Width > 0 && h.Width <= maxSide && h.Height > 0 && h.Height <= maxSide &&
		h.LineBytes >= 4*h.Width && h.LineBytes <= 8*maxSide &&
		h.RedMask == 0xff0000 && h.GreenMask == 0xff00 && h.BlueMask == 0xff
}

// pixels reads Height lines, each padded to LineBytes, in the byte order that the
// header names (1: big-endian). Every pixel is opaque. A line that is missing is
// errNotXWD.
func (h xwdHeader) pixels(r io.Reader) (*image.RGBA, error) {
	var order binary.ByteOrder = binary.LittleEndian
	if h.ByteOrder == 1 {
		order = binary.BigEndian
	}
	width, height := int(h.Width), int(h.Height)
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	line := make([]byte, h.LineBytes)
	for y := range height {
		if _, err := io.ReadFull(r, line); err != nil {
			return nil, errors.Join(errNotXWD, err)
		}
		for x := range width {
			v := order.Uint32(line[4*x:])
			picture.SetRGBA(x, y, color.RGBA{R: byte(v >> 16), G: byte(v >> 8), B: byte(v), A: 255})
		}
	}
	return picture, nil
}
