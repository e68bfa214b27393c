package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"aftershift/internal/fault"
)

// tag rebuilds a file of the drawing library as a tagged one: it adds the
// structure tree (ISO 32000-1, 14.7 and 14.8), links each page to it, replaces
// the catalogue, and leaves out the information dictionary with its dates and
// program name. It gives fault.Internal when the file is not laid out as the
// library lays it out.
func tag(plain []byte, root *node, marks [][]*node, language string) ([]byte, error) {
	bodies, err := split(plain)
	if err != nil {
		return nil, err
	}
	f := &file{bodies: bodies[:len(bodies)-2], numbers: map[*node]int{}} // without information and catalogue
	if f.linkPages() != len(marks) {
		return nil, fault.New(fault.Internal, "find the pages of the pdf")
	}
	tree := f.reserve()
	f.element(root, tree)
	parents := f.add(f.parentTree(marks))
	f.bodies[tree-1] = fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		f.numbers[root], parents, len(marks))
	catalogue := f.add(fmt.Sprintf("<</Type /Catalog /Pages 1 0 R /Lang (%s) /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R>>",
		language, tree))
	return f.bytes(catalogue), nil
}

// split gives the objects' bodies in order of their numbers, at least three,
// from the file's own cross-reference table.
func split(plain []byte) ([]string, error) {
	at := bytes.LastIndex(plain, []byte("startxref\n"))
	if at < 0 {
		return nil, fault.New(fault.Internal, "find cross-references")
	}
	start, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(string(plain[at+10:])), "%%EOF")))
	if err != nil || start < 0 || start >= len(plain) {
		return nil, fault.New(fault.Internal, "read cross-references")
	}
	lines := strings.Split(string(plain[start:max(start, at)]), "\n")
	var bodies []string
	for i, l := range lines[min(3, len(lines)):] {
		if !strings.HasSuffix(l, " n ") {
			break
		}
		offset, err := strconv.Atoi(l[:min(10, len(l))])
		body, ok := objectAt(plain, offset, i+1)
		if err != nil || !ok {
			return nil, fault.New(fault.Internal, "read object")
		}
		bodies = append(bodies, body)
	}
	if len(bodies) < 3 {
		return nil, fault.New(fault.Internal, "find objects")
	}
	return bodies, nil
}

// objectAt gives the body of the object with the number at offset. A stream
// may hold anything, so the end is looked for behind it.
func objectAt(plain []byte, offset, number int) (string, bool) {
	if offset < 0 || offset > len(plain) {
		return "", false
	}
	rest, ok := bytes.CutPrefix(plain[offset:], []byte(strconv.Itoa(number)+" 0 obj\n"))
	if !ok {
		return "", false
	}
	from := 0
	if head, _, found := bytes.Cut(rest, []byte("stream\n")); found && !bytes.Contains(head, []byte("endobj")) {
		length, ok := streamLength(string(head))
		if !ok || len(head)+7+length > len(rest) {
			return "", false
		}
		from = len(head) + 7 + length
	}
	end := bytes.Index(rest[from:], []byte("endobj"))
	if end < 0 {
		return "", false
	}
	return string(rest[:from+end]), true
}

func streamLength(head string) (int, bool) {
	_, after, ok := strings.Cut(head, "/Length ")
	if !ok {
		return 0, false
	}
	end := strings.IndexFunc(after, func(r rune) bool { return r < '0' || r > '9' })
	length, err := strconv.Atoi(after[:max(end, 0)])
	return length, err == nil
}
