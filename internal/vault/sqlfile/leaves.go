package sqlfile

import (
	"bytes"
	"encoding/binary"
	"io"
)

// A reader of SQLite's table leaf pages that trusts nothing above them: page
// after page, it takes every cell that parses, so that rows are found where the
// b-tree over them is broken. Layouts are those of
// https://www.sqlite.org/fileformat2.html, sections 1.5, 1.6 and 2.1.

const (
	smallestPage = 512
	largestPage  = 65536
	leafPage     = 0x0d
	leafHead     = 8
	blobSerial   = 12
)

// A Cell is a row of some table with an id and one blob.
type Cell struct {
	ID   int64
	Blob []byte
}

// Leaves reads the leaf pages of a file of unknown health.
type Leaves struct {
	From    io.ReaderAt
	Size    int64 // of the file, in bytes
	Page    int   // bytes in a page
	Largest int   // a blob that is longer is none, in bytes
	// left bounds what is read of overflow pages, in bytes; nil: no more than the
	// file has, a few times over. In a whole file each page is read once; cells
	// that share pages, or pages that point in a ring, use it up.
	left *int64
}

// overflowFactor is how often the bytes of a file are read as overflow pages at
// most: a page left from before may point where another record is now.
const overflowFactor = 4

// PageSizes gives the sizes of a page to try, in bytes: what the file says, or all.
func PageSizes(from io.ReaderAt) []int {
	head := make([]byte, headSize)
	if _, err := from.ReadAt(head, 0); err == nil && bytes.HasPrefix(head, []byte(magic)) {
		said := int(binary.BigEndian.Uint16(head[16:]))
		if said == 1 {
			said = largestPage
		}
		if said >= smallestPage && said&(said-1) == 0 {
			return []int{said}
		}
	}
	var all []int
	for size := smallestPage; size <= largestPage; size *= 2 {
		all = append(all, size)
	}
	return all
}

// Each calls fn for every cell found; its blob is fn's to keep.
func (p Leaves) Each(fn func(Cell)) {
	left := overflowFactor * p.Size
	p.left = &left
	for number := int64(1); (number-1)*int64(p.Page) < p.Size; number++ {
		page := p.read(number)
		start := 0
		if number == 1 {
			start = headSize
		}
		if len(page) < start+leafHead || page[start] != leafPage {
			continue
		}
		cells := int(binary.BigEndian.Uint16(page[start+3:]))
		for i := range cells {
			at := start + leafHead + 2*i
			if at+2 > len(page) {
				break
			}
			if c, ok := p.cell(page, int(binary.BigEndian.Uint16(page[at:]))); ok {
				fn(c)
				n := len(c.Blob)
				c.Blob = nil
				GiveBack(n)
			}
		}
	}
}

// read gives page number (from 1), shorter at the end of a cut file.
func (p Leaves) read(number int64) []byte {
	page := make([]byte, p.Page)
	n, _ := p.From.ReadAt(page, (number-1)*int64(p.Page))
	return page[:n]
}

// cell parses the cell at an offset of a leaf page.
func (p Leaves) cell(page []byte, at int) (c Cell, ok bool) {
	if at >= len(page) {
		return c, false
	}
	length, n := varint(page[at:])
	at += n
	id, m := varint(page[min(at, len(page)):])
	at += m
	if n == 0 || m == 0 || length > uint64(min(p.Size, int64(p.Largest))) {
		return c, false
	}
	payload, ok := p.payload(page, at, int(length))
	if !ok {
		return c, false
	}
	c.ID = int64(id)
	c.Blob, ok = blobOf(payload)
	return c, ok
}

// payload gathers a cell's bytes from the page and its overflow pages.
func (p Leaves) payload(page []byte, at, length int) ([]byte, bool) {
	local := p.local(length)
	if at+local > len(page) {
		return nil, false
	}
	if local == length {
		return append([]byte(nil), page[at:at+local]...), true
	}
	if p.left != nil {
		if *p.left -= int64(length - local); *p.left < 0 {
			return nil, false
		}
	}
	out := append(make([]byte, 0, length), page[at:at+local]...) // paid for above
	next := pageNumber(page, at+local)
	for len(out) < length && next > 0 {
		overflow := p.read(next)
		if len(overflow) < 4 {
			return nil, false
		}
		out = append(out, overflow[4:min(len(overflow), 4+length-len(out))]...)
		next = pageNumber(overflow, 0)
	}
	return out, len(out) == length
}

// local is how much of a payload stands in its leaf page (section 1.6).
func (p Leaves) local(length int) int {
	if length <= p.Page-35 {
		return length
	}
	least := (p.Page-12)*32/255 - 23
	if most := least + (length-least)%(p.Page-4); most <= p.Page-35 {
		return most
	}
	return least
}

func pageNumber(page []byte, at int) int64 {
	if at+4 > len(page) {
		return 0
	}
	return int64(binary.BigEndian.Uint32(page[at:]))
}

// blobOf takes the blob out of a record of two columns: a null, which stands for
// the row's id, and a blob.
func blobOf(payload []byte) ([]byte, bool) {
	head, n := varint(payload)
	if n == 0 || len(payload) < n+1 || payload[n] != 0 {
		return nil, false
	}
	serial, m := varint(payload[n+1:])
	if m == 0 || head != uint64(n+1+m) || serial < blobSerial || serial%2 != 0 {
		return nil, false
	}
	body := payload[head:]
	return body, uint64(len(body)) == (serial-blobSerial)/2
}

// varint reads SQLite's variable-length integer: 7 bits a byte, 8 in the ninth.
// It gives 0 bytes where it is cut off.
func varint(b []byte) (value uint64, n int) {
	for n < len(b) && n < 8 {
		value = value<<7 | uint64(b[n]&0x7f)
		n++
		if b[n-1] < 0x80 {
			return value, n
		}
	}
	if n == 8 && n < len(b) {
		return value<<8 | uint64(b[n]), 9
	}
	return 0, 0
}
